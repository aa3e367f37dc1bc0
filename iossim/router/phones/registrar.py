"""Registers and unregisters phones: their lines, sockets, events, log messages and counters."""

from __future__ import annotations

from datetime import datetime, timedelta
from ipaddress import IPv4Address

from iossim.config import Configuration
from iossim.config.phone_types import USUAL
from iossim.router.buttons import Button, buttons
from iossim.router.clock import Clock
from iossim.router.fields import field, number
from iossim.router.log import Log
from iossim.router.phones.device import REGISTERED, UNREGISTERED, Counters, Device
from iossim.router.phones.events import EventTable
from iossim.router.phones.extension import Extension
from iossim.router.phones.messages import log_registered, log_unregistered
from iossim.router.phones.registry import Extensions, Registry
from iossim.router.phones.sockets import Sockets
from iossim.router.phones.traces import RegistrationCounts, Traces
from iossim.router.templates import Commands, in_force

#: The tag of the first dial peer of a SIP phone (command reference, `show voice register dial-peers`).
FIRST_SIP_PEER = 40001
SIP_PORT = 5060
#: The first host number of simulated phones in the network of the router's address: SCCP (False), SIP (True).
_FIRST_HOST = {False: 20, True: 120}


class Registrar:
    """Registers and unregisters the phones of one protocol.

    Args:
        config: the configuration.
        clock: the router's clock.
        log: the router's log.
        events: the XML event table; None for SIP phones, whose changes are no events.
        devices: the phones.
        extensions: their extensions.
        traces: writes the debug lines.

    Attributes:
        counters: the requests of all SIP phones.
    """

    def __init__(
        self,
        config: Configuration,
        clock: Clock,
        log: Log,
        events: EventTable | None,
        devices: Registry,
        extensions: Extensions,
        traces: Traces,
    ) -> None:
        self.counters = Counters()
        self._config = config
        self._devices = devices
        self._extensions = extensions
        self._clock = clock
        self._log = log
        self._events = events
        self._traces = traces
        self._sockets = Sockets()
        self._next_peer = FIRST_SIP_PEER

    @property
    def sockets(self) -> int:
        """The number of open sockets."""
        return len(self._sockets)

    def up(self, device: Device, address: str, reported: str, when: int, new: bool = False) -> None:
        """Registers a phone.

        Args:
            device: the phone, which is not registered.
            address: its IP address; "" for its last address, or one of the router's network.
            reported: the type that it reports; "" for its last type, or the configured one.
            when: in seconds since boot.
            new: auto-registration has just configured it.
        """
        commands = in_force(self._config, device.section)
        device.address = address or device.address or self._address(device)
        device.reported = reported or device.reported or field(commands, "type", "phone_type") or USUAL
        device.port = SIP_PORT if device.sip else 50_000 + int(device.tag) % 15_000
        device.socket = self._sockets.open()
        device.interval = self._interval(device, commands)
        device.lines = buttons(device.section)
        device.last_reset = device.last_reset or "Initialized"
        device.resetting = ""
        device.previous_load, device.load = device.load or device.previous_load, self._load(device)
        device.become(REGISTERED, when)
        self._devices.keep(device)
        self._devices.note_peak(when)
        self._device_event(device, when)
        if device.sip:
            for counters in (self.counters, device.counters):
                counters.granted(self._stamp(when))
        else:
            self._traces.registered(device, self._counts(), self.sockets)
        for button in device.lines:
            for tag in button.dns if button.owns else ():
                self._line_up(tag, button, device, when)
        log_registered(self._log, device, new)

    def down(self, device: Device, status: str, when: int, reason: str) -> None:
        """Ends a registration.

        Args:
            device: the phone, which is registered.
            status: its new status: unregistered or deceased.
            when: in seconds since boot.
            reason: the reason of its next start (`Device.last_reset`).
        """
        for tag in device.owned_dns:
            self._line_down(tag, device, when)
        device.last_reset = reason
        log_unregistered(self._log, device, status)
        self._sockets.close(device.socket)
        device.socket = -1
        device.become(status, when)
        self._devices.keep(device)
        self._device_event(device, when)
        for counters in (self.counters, device.counters) if device.sip else ():
            counters.ended(self._stamp(when))

    def close(self, device: Device, when: int) -> None:
        """Makes a deceased phone unregistered: the router closes its connection.

        Args:
            device: the phone, which is deceased.
            when: in seconds since boot.
        """
        device.become(UNREGISTERED, when)
        self._devices.keep(device)
        self._device_event(device, when)

    def refused(self, mac: str, address: str, when: int) -> None:
        """Counts a request to register that was refused.

        Args:
            mac: the phone's MAC address.
            address: its IP address; "" if not known.
            when: in seconds since boot.
        """
        self._traces.sip_refused(mac, address)
        self.counters.refused(self._stamp(when))

    # -- inside --------------------------------------------------------------------------------------------------------------

    def _moment(self, when: int) -> datetime:
        """The time of day of a second since boot."""
        return self._clock.now() - timedelta(seconds=self._clock.uptime() - when)

    def _stamp(self, when: int) -> str:
        """A second since boot as the SIP statistics print it: `*11:42:31.000 UTC Wed Sep 16 2009`."""
        return self._clock.precise_stamp(self._moment(when))

    def _counts(self) -> RegistrationCounts:
        maximum = number(self._config.section("telephony_service"), "max_ephones", "count", 0)
        return RegistrationCounts(self._devices.count(REGISTERED) - 1, self._devices.configured(), maximum)

    def _line_up(self, tag: str, button: Button, device: Device, when: int) -> None:
        extension = self._extensions.get(tag)
        if extension is None:
            return
        was_up = extension.up
        extension.carriers[device.tag] = None
        self._extensions.keep(extension)
        if not was_up:
            extension.changed_at = when
            self._line_event(extension, "up", when)
        if device.sip:
            self._dial_peer(extension, button, device)

    def _line_down(self, tag: str, device: Device, when: int) -> None:
        extension = self._extensions.get(tag)
        if extension is None or device.tag not in extension.carriers:
            return
        del extension.carriers[device.tag]
        if extension.up:
            return
        extension.hang_up(when)
        extension.changed_at = when
        self._line_event(extension, "down", when)

    def _dial_peer(self, extension: Extension, button: Button, device: Device) -> None:
        """Gives a line of a SIP phone its dial peer; the phone keeps it at later registrations."""
        known = extension.tag in device.peers
        if not known:
            device.peers[extension.tag] = self._next_peer
            self._next_peer += 1
        peer = device.peers[extension.tag]
        self._traces.sip_line(device, button.number, extension.number, peer, known, self.counters.successes)

    def _line_event(self, extension: Extension, status: str, when: int) -> None:
        if self._events is not None:
            self._events.record(False, extension.tag, extension.number, status, when, self._moment(when))

    def _device_event(self, device: Device, when: int) -> None:
        if self._events is not None:
            self._events.record(True, device.tag, device.name, device.status, when, self._moment(when))

    def _interval(self, device: Device, commands: Commands) -> int:
        """Seconds between the phone's keepalives: its own `keepalive`, or that of all phones."""
        command = commands.get("keepalive")
        if command is not None and not command.negative:
            return int(str(command.fields["seconds"]))
        rule, default = ("voice_register_global", 120) if device.sip else ("telephony_service", 30)
        return number(self._config.section(rule), "keepalive", "seconds", default)

    def _load(self, device: Device) -> str:
        section = self._config.section("voice_register_global" if device.sip else "telephony_service")
        return field(section, "load", "firmware", device.reported)

    def _address(self, device: Device) -> str:
        """An IP address for a phone that has none: that of its pool, or one in the router's network of 256, by its tag."""
        command = device.section.get("id")
        configured = field(device.section, "id", "address")
        if device.sip and configured and command is not None and "ip" in command.keywords:
            return configured
        router = field(self._config.section("telephony_service"), "ip_source_address", "address") or field(
            self._config.section("voice_register_global"), "source_address", "address"
        )
        base = int(IPv4Address(router)) if router and ":" not in router else int(IPv4Address("10.0.0.1"))
        return str(IPv4Address((base & ~0xFF) + _FIRST_HOST[device.sip] + int(device.tag)))
