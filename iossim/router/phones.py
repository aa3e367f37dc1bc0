"""The phones of a router at run time. This is `router.phones`, for the library, EXEC, the XML views and scenarios.

Looking (a tag may be an int or a str; the answer is None where nothing is configured; every look-up takes the same time
however many phones there are):

    get(tag), pool(tag)                       Device: status, last_status, changed_at, keepalives, address,
                                              current_address ("" while not registered), port, socket, reported (the type;
                                              "" where it never registered), dnd, profile, name, mac, registered
    extension(tag), sip_extension(tag)        Extension: status and up, changed_at, state (of the line: idle seize alerting
                                              ringing connected hold), calls (channels in use), channel(n), number, size
    find(mac or device name)                  Device, by `AAAA.BBBB.CCCC`, `SEPAAAABBBBCCCC` or the digits alone
    user(profile tag)                         Device on which a voice user-profile is logged in
    summary()                                 Summary: configured, registered, unregistered, deceased, peak, peak_at, sockets
    sccp, sip                                 Registry: all(), registered(), count(status), configured(), peak, peak_at
    extensions, sip_extensions                Extensions: all()
    events                                    EventTable: devices(), extensions(), current, history, clear()
    attempts, sip_attempts                    Attempts: the phones that were refused

Times are seconds since boot (`router.clock.uptime()`). Doing (PhoneError where it cannot be done):

    register(tag, address, type)              unregister(tag), decease(tag), set_dnd(tag, on)
    register_mac(mac, type, address)          a phone that need not be configured (`auto-reg-ephone`)
    register_all()                            every ephone that can
    register_pool(tag, address), unregister_pool(tag), set_pool_dnd(tag, on)
    register_pool_mac(mac, address, type)     a SIP phone that need not be configured (`auto-register`)
    set_line(tag, state, channel, peer), set_sip_line(tag, state, channel, peer)
    reset(devices, kind, interval)            down and, after their delay, up again
    login(user, tag), logout(user)            extension mobility
    advance()                                 carries out what is due; for whoever runs the router for long
"""

from __future__ import annotations

from iossim.errors import PhoneError
from iossim.router import resets
from iossim.router.autoreg import AutoRegistration
from iossim.router.device import DECEASED, REGISTERED, UNREGISTERED, Device, Extension
from iossim.router.lines import Lines
from iossim.router.phonebook import Summary
from iossim.router.registry import Registry
from iossim.router.settings import number

__all__ = ["Device", "Extension", "Phones", "Summary"]

_NO_MATCH = "No pool match for the registration request"


class Phones(Lines):
    """Every phone and extension of a router, at run time.

    Life: made anew at every boot, with the configuration; what is configured comes and goes beneath it.
    """

    def register(self, tag: str | int, address: str = "", type: str = "") -> Device:
        """Registers an ephone; nothing changes where it is registered from that address already.

        Args:
            tag: of the ephone.
            address: where it registers from; by default its last address, or one of the router's network.
            type: the type that it reports; by default its last, or the configured one.

        Raises:
            PhoneError: it cannot register.
        """
        self.advance()
        device = self._need(self.sccp, tag)
        if not device.name:
            raise PhoneError(f"ephone {tag} has no mac-address")
        return self._register(device, address, type)

    def register_mac(self, mac: str, type: str = "", address: str = "") -> Device | None:
        """Registers a phone by its MAC address; one that is not configured becomes the next free ephone, as `auto assign` says.

        Args:
            mac: `AAAA.BBBB.CCCC`.
            type: the type that it reports.
            address: where it registers from.

        Returns:
            The phone; None where it was refused (`no auto-reg-ephone`), which `attempts` then tells.

        Raises:
            PhoneError: it cannot register.
        """
        known = self.find(mac)
        if known is not None and not known.sip:
            return self.register(known.tag, address, type)
        if known is not None:
            raise PhoneError(f"{mac} is the address of voice register pool {known.tag}")
        self._has_room()
        device = self._provisioned(self.sccp, self.auto_registration, mac, type)
        if device is None:
            self.attempts.note(mac, address, type, "", self.router.clock.now())
            return None
        return self._register(device, address, type, new=True)

    def register_all(self) -> int:
        """Registers every ephone that can and is not registered; returns how many.

        Raises:
            PhoneError: there is no room for one more; those before it are registered.
        """
        self.advance()
        able = [device for device in self.sccp.all() if device.name and not device.registered]
        for device in able:
            self._register(device, "", "")
        return len(able)

    def unregister(self, tag: str | int) -> Device:
        """Ends the registration of an ephone in good order; nothing changes where it is not registered.

        Raises:
            PhoneError: it is not configured.
        """
        return self._leave(self.sccp, tag, UNREGISTERED, "CM-closed-TCP")

    def decease(self, tag: str | int) -> Device:
        """Lets an ephone fall silent, as after three keepalives that did not come.

        Raises:
            PhoneError: it is not configured.
        """
        return self._leave(self.sccp, tag, DECEASED, "TCP-timeout")

    def set_dnd(self, tag: str | int, on: bool) -> Device:
        """Turns do-not-disturb of an ephone on or off.

        Raises:
            PhoneError: it is not registered.
        """
        return self._set_dnd(self.sccp, tag, on)

    def register_pool(self, tag: str | int, address: str = "", type: str = "") -> Device:
        """Registers the phone of a voice register pool.

        Args:
            tag: of the pool.
            address: where it registers from; by default its last address, that of the pool, or one of the router's network.
            type: the type that it reports; by default its last, or the configured one.

        Raises:
            PhoneError: it cannot register.
        """
        self.advance()
        device = self._need(self.sip, tag)
        if device.section.get("id") is None:
            raise PhoneError(f"voice register pool {tag} has no id")
        return self._register(device, address, type)

    def register_pool_mac(self, mac: str, address: str = "", type: str = "") -> Device | None:
        """Registers a SIP phone by its MAC address; one that no pool has becomes the next free pool, as `auto-register` says.

        Args:
            mac: `AAAA.BBBB.CCCC`.
            address: where it registers from.
            type: the type that it reports.

        Returns:
            The phone; None where it was refused, which `sip_attempts` then tells.

        Raises:
            PhoneError: it cannot register.
        """
        known = self.find(mac)
        if known is not None and known.sip:
            return self.register_pool(known.tag, address, type)
        device = self._provisioned(self.sip, self.sip_auto_registration, mac, type) if known is None else None
        if device is None:
            self.sip_registrar.refused(self.uptime(), mac, address)
            self.sip_attempts.note(mac, address, type, _NO_MATCH, self.router.clock.now())
            return None
        return self._register(device, address, type)

    def unregister_pool(self, tag: str | int) -> Device:
        """Ends the registration of the phone of a voice register pool.

        Raises:
            PhoneError: it is not configured.
        """
        return self._leave(self.sip, tag, UNREGISTERED, "")

    def set_pool_dnd(self, tag: str | int, on: bool) -> Device:
        """Turns do-not-disturb of the phone of a voice register pool on or off.

        Raises:
            PhoneError: it is not registered.
        """
        return self._set_dnd(self.sip, tag, on)

    def reset(self, devices: list[Device], kind: str = "reset", interval: int = 0, sequence: str = "") -> None:
        """Takes registered phones down, and up again after their delay.

        Args:
            devices: the phones; those that are not registered do nothing.
            kind: `reset`, or `restart`, which is quicker.
            interval: seconds from one phone to the next.
            sequence: the name by which those that have not begun can be cancelled.
        """
        self.advance()
        resets.begin(self, [device for device in devices if device.registered], kind, interval, sequence)

    def cancel(self, sequence: str) -> None:
        """Leaves alone the phones of a sequence that have not been taken down yet."""
        self.advance()
        self.timers.cancel(sequence)

    def login(self, user: str, tag: str | int) -> Device:
        """Logs a user of extension mobility in on an ephone, and out wherever he was.

        Raises:
            PhoneError: there is no such user, or the phone has no extension mobility.
        """
        self.advance()
        device = self._need(self.sccp, tag)
        self.mobility.login(user, device)
        return device

    def logout(self, user: str) -> None:
        """Logs a user of extension mobility out.

        Raises:
            PhoneError: there is no such user.
        """
        self.mobility.logout(user)

    # -- inside ---------------------------------------------------------------------------------------------------------

    def _need(self, registry: Registry, tag: str | int) -> Device:
        device = registry.get(tag)
        if device is None:
            raise PhoneError(f"{registry.rule.replace('_', ' ')} {tag} is not configured")
        return device

    def _provisioned(self, registry: Registry, provisioning: AutoRegistration, mac: str, type: str) -> Device | None:
        """The phone that a phone which is not configured becomes; None where it may not register."""
        tag = provisioning.provision(mac, type) if provisioning.allowed else ""
        return self._need(registry, tag) if tag else None

    def _register(self, device: Device, address: str, type: str, new: bool = False) -> Device:
        if device.registered and address in ("", device.address) and type in ("", device.reported):
            return device
        now = self.uptime()
        if device.registered:
            self.registrar_of(device).down(device, UNREGISTERED, now, "Initialized")
        elif not device.sip:
            self._has_room()
        self.registrar_of(device).up(device, address, type, now, new)
        return device

    def _set_dnd(self, registry: Registry, tag: str | int, on: bool) -> Device:
        self.advance()
        device = self._need(registry, tag)
        if not device.registered:
            raise PhoneError(f"{registry.rule.replace('_', ' ')} {tag} is not registered")
        device.dnd = on
        return device

    def _has_room(self) -> None:
        """SCCP phones register with telephony-service only, and never more of them than `max-ephones`."""
        section = self.config.section("telephony_service")
        if section is None:
            raise PhoneError("telephony-service is not configured")
        most = number(section, "max_ephones", "count", 0)
        if most and self.sccp.count(REGISTERED) >= most:
            raise PhoneError(f"max-ephones {most} are registered")

    def _leave(self, registry: Registry, tag: str | int, status: str, reason: str) -> Device:
        self.advance()
        device = self._need(registry, tag)
        device.resetting = ""
        if device.registered:
            self.registrar_of(device).down(device, status, self.uptime(), reason)
        return device
