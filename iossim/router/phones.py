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
    register_pool(tag, address), register_pool_mac(mac, address), unregister_pool(tag)
    set_line(tag, state, channel, peer), set_sip_line(tag, state, channel, peer)
    reset(devices, kind, interval)            down and, after their delay, up again
    login(user, tag), logout(user)            extension mobility
    advance()                                 carries out what is due; for whoever runs the router for long
"""

from __future__ import annotations

from iossim.errors import PhoneError
from iossim.router import resets
from iossim.router.device import DECEASED, LINE_STATES, REGISTERED, UNREGISTERED, Call, Device, Extension
from iossim.router.phonebook import Phonebook, Summary
from iossim.router.registry import Extensions, Registry
from iossim.router.settings import number

__all__ = ["Device", "Extension", "Phones", "Summary"]

_NO_MATCH = "No pool match for the registration request"
#: Calls that a SIP line may have at once.
_SIP_CHANNELS = 50


class Phones(Phonebook):
    """Every phone and extension of a router, at run time.

    Life: made anew at every boot, with the configuration; what is configured comes and goes beneath it.
    """

    _calls = 0

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
        changes = self.config.changes
        tag = self.auto_registration.provision(mac, type) if self.auto_registration.allowed else ""
        if not tag:
            self.attempts.note(mac, address, type, "", self.router.clock.now())
            return None
        self.sccp.trust(changes)
        return self._register(self._need(self.sccp, tag), address, type, new=True)

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
        self.advance()
        device = self._need(self.sccp, tag)
        if not device.registered:
            raise PhoneError(f"ephone {tag} is not registered")
        device.dnd = on
        return device

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
        """Registers the SIP phone with a MAC address; None where no pool has it, which `sip_attempts` then tells.

        Raises:
            PhoneError: it cannot register.
        """
        device = self.find(mac)
        if device is not None and device.sip:
            return self.register_pool(device.tag, address, type)
        self.sip_registrar.refused(self.uptime())
        self.sip_attempts.note(mac, address, type, _NO_MATCH, self.router.clock.now())
        return None

    def unregister_pool(self, tag: str | int) -> Device:
        """Ends the registration of the phone of a voice register pool.

        Raises:
            PhoneError: it is not configured.
        """
        return self._leave(self.sip, tag, UNREGISTERED, "")

    def set_line(self, tag: str | int, state: str, channel: int = 1, peer: str = "") -> Extension:
        """Puts a channel of an ephone-dn into a state.

        Args:
            tag: of the ephone-dn.
            state: idle, seize, alerting, ringing, connected or hold.
            channel: 1 to 8.
            peer: the number at the far end.

        Raises:
            PhoneError: no registered phone has it on a button, or it has no such channel.
        """
        return self._set(self.extensions, f"ephone-dn {tag}", tag, state, channel, peer)

    def set_sip_line(self, tag: str | int, state: str, channel: int = 1, peer: str = "") -> Extension:
        """Puts a channel of a voice register dn into a state.

        Raises:
            PhoneError: no registered phone has it.
        """
        return self._set(self.sip_extensions, f"voice register dn {tag}", tag, state, channel, peer)

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

    def _set(self, extensions: Extensions, name: str, tag: str | int, state: str, channel: int, peer: str) -> Extension:
        self.advance()
        extension = extensions.get(tag)
        if extension is None:
            raise PhoneError(f"{name} is not configured")
        if state not in LINE_STATES:
            raise PhoneError(f"a line is never {state}: {', '.join(LINE_STATES)}")
        if not extension.up:
            raise PhoneError(f"{name} is down: no registered phone has it on a button")
        if not 1 <= channel <= (extension.size if extensions is self.extensions else _SIP_CHANNELS):
            raise PhoneError(f"{name} has no channel {channel}")
        before = extension.channels.pop(channel, None)
        if state != "idle":
            self._calls += before is None
            extension.channels[channel] = Call.following(before, state, peer, self.uptime(), self._calls)
        return extension
