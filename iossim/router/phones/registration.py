"""Who may register: phones that are configured, phones that auto-registration configures, and how many."""

from __future__ import annotations

from iossim.errors import PhoneError
from iossim.router.fields import number
from iossim.router.phones.device import DECEASED, REGISTERED, UNREGISTERED, Device
from iossim.router.phones.lookup import find
from iossim.router.phones.registry import Registry
from iossim.router.phones.state import Protocol, State

_NO_MATCH = "No pool match for the registration request"


class Registration:
    """The requests of phones to register, and the ends of registrations.

    Args:
        state: the phones.
    """

    def __init__(self, state: State) -> None:
        self._state = state

    def ephone(self, tag: str | int, address: str, reported: str) -> Device:
        """Registers an ephone; see `Phones.register`."""
        device = configured(self._state.sccp.devices, tag)
        if not device.name:
            raise PhoneError(f"ephone {tag} has no mac-address")
        return self._register(device, address, reported)

    def pool(self, tag: str | int, address: str, reported: str) -> Device:
        """Registers the phone of a pool; see `Phones.register_pool`."""
        device = configured(self._state.sip.devices, tag)
        if device.section.get("id") is None:
            raise PhoneError(f"voice register pool {tag} has no id")
        return self._register(device, address, reported)

    def ephone_by_mac(self, mac: str, address: str, reported: str) -> Device | None:
        """Registers an SCCP phone that need not be configured; see `Phones.register_mac`."""
        known = find(self._state, mac)
        if known is not None and known.sip:
            raise PhoneError(f"{mac} is the address of voice register pool {known.tag}")
        if known is not None:
            return self.ephone(known.tag, address, reported)
        self._check_room()
        device = self._auto_register(self._state.sccp, mac, reported)
        if device is None:
            self._state.sccp.refused.note(mac, address, reported, "", self._state.clock.now())
            return None
        return self._register(device, address, reported, new=True)

    def pool_by_mac(self, mac: str, address: str, reported: str) -> Device | None:
        """Registers a SIP phone that need not be configured; see `Phones.register_pool_mac`."""
        known = find(self._state, mac)
        if known is not None and known.sip:
            return self.pool(known.tag, address, reported)
        device = self._auto_register(self._state.sip, mac, reported) if known is None else None
        if device is None:
            self._state.sip.registrar.refused(mac, address, self._state.uptime())
            self._state.sip.refused.note(mac, address, reported, _NO_MATCH, self._state.clock.now())
            return None
        return self._register(device, address, reported)

    def every_ephone(self) -> int:
        """Registers the ephones that have a name and are not registered; see `Phones.register_all`."""
        devices = [device for device in self._state.sccp.devices.all() if device.name and not device.registered]
        for device in devices:
            self._register(device, "", "")
        return len(devices)

    def end_ephone(self, tag: str | int, status: str, reason: str) -> Device:
        """Ends the registration of an ephone; see `Phones.unregister` and `Phones.decease`.

        Args:
            tag: the tag of the ephone.
            status: its new status: unregistered or deceased.
            reason: the reason of its next start (`Device.last_reset`).
        """
        return self._end(self._state.sccp, tag, status, reason)

    def end_pool(self, tag: str | int) -> Device:
        """Ends the registration of the phone of a pool; see `Phones.unregister_pool`."""
        return self._end(self._state.sip, tag, UNREGISTERED, "")

    # -- inside ---------------------------------------------------------------------------------------------------------------

    def _register(self, device: Device, address: str, reported: str, new: bool = False) -> Device:
        if device.registered and address in ("", device.address) and reported in ("", device.reported):
            return device
        registrar, now = self._state.of(device).registrar, self._state.uptime()
        if device.registered:
            registrar.down(device, UNREGISTERED, now, "Initialized")
        elif not device.sip:
            self._check_room()
        registrar.up(device, address, reported, now, new)
        return device

    def _end(self, protocol: Protocol, tag: str | int, status: str, reason: str) -> Device:
        device = configured(protocol.devices, tag)
        device.resetting = ""
        if device.registered:
            protocol.registrar.down(device, status, self._state.uptime(), reason)
        elif device.status == DECEASED and status == UNREGISTERED:
            protocol.registrar.close(device, self._state.uptime())
        return device

    @staticmethod
    def _auto_register(protocol: Protocol, mac: str, reported: str) -> Device | None:
        """Configures a phone, and returns it; None if that is not allowed, or no tag or number is free."""
        auto = protocol.auto_registration
        tag = auto.provision(mac, reported) if auto.allowed else ""
        return configured(protocol.devices, tag) if tag else None

    def _check_room(self) -> None:
        """SCCP phones register only with telephony-service, and at most `max-ephones` of them; its default is 0."""
        section = self._state.config.section("telephony_service")
        if section is None:
            raise PhoneError("telephony-service is not configured")
        maximum = number(section, "max_ephones", "count", 0)
        if not maximum:
            raise PhoneError("no phone can register: max-ephones is not configured")
        if self._state.sccp.devices.count(REGISTERED) >= maximum:
            raise PhoneError(f"max-ephones {maximum} are registered")


def configured(devices: Registry, tag: str | int) -> Device:
    """A phone by its tag.

    Raises:
        PhoneError: it is not configured.
    """
    device = devices.get(tag)
    if device is None:
        raise PhoneError(f"{devices.rule.replace('_', ' ')} {tag} is not configured")
    return device
