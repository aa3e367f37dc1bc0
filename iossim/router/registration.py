"""Phones go up and down: their lines, the event table, the log, sockets and the counters of the registrar."""

from __future__ import annotations

import heapq
from datetime import datetime, timedelta
from ipaddress import IPv4Address
from typing import TYPE_CHECKING

from iossim.router.clock import Clock
from iossim.router.device import REGISTERED, UNREGISTERED, Counters, Device, Extension
from iossim.router.events import EventTable
from iossim.router.log import Log
from iossim.router.phone_types import USUAL
from iossim.router.registry import Extensions, Registry
from iossim.router.settings import Button, buttons, field, number
from iossim.router.templates import Commands, in_force
from iossim.router.traces import Traces

if TYPE_CHECKING:
    from iossim.config import Configuration

#: Dial peers of SIP phones are numbered from here (command reference, `show voice register dial-peers`).
FIRST_SIP_PEER = 40001
SIP_PORT = 5060
#: Where the simulated phones get their addresses from, counted from the network of the router's own.
_FIRST_HOST = {False: 20, True: 120}


class Registrar:
    """Carries out what registers and unregisters phones of one kind.

    Args:
        config: the configuration.
        clock: the router's clock.
        log: the router's log.
        events: the XML event table; None for SIP phones, whose changes are no events.
        devices: the phones.
        extensions: their lines.
        traces: tells what happens, where debugging is on.
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
        self.config = config
        self.devices = devices
        self.extensions = extensions
        self.counters = Counters()
        self._clock = clock
        self._log = log
        self._events = events
        self._traces = traces
        self._free: list[int] = []
        self._sockets = 0
        self._peers = FIRST_SIP_PEER

    @property
    def sockets(self) -> int:
        """How many sockets are open."""
        return self._sockets - len(self._free)

    def moment(self, when: int) -> datetime:
        """The time of day of a second since boot."""
        return self._clock.now() - timedelta(seconds=self._clock.uptime() - when)

    def up(self, device: Device, address: str, reported: str, when: int, new: bool = False) -> None:
        """Registers a phone.

        Args:
            device: the phone, which is not registered.
            address: where it registers from; "" for its last address, or one of the router's network.
            reported: the type that it reports; "" for its last, or the configured one.
            when: in seconds since boot.
            new: the registration has made its configuration.
        """
        own = in_force(self.config, device.section)
        device.address = address or device.address or self._address(device)
        device.reported = reported or device.reported or field(own, "type", "phone_type") or USUAL
        device.port = SIP_PORT if device.sip else 50_000 + int(device.tag) % 15_000
        device.socket = self._socket()
        device.interval = self._interval(device, own)
        device.lines = buttons(device.section)
        device.last_reset = device.last_reset or "Initialized"
        device.resetting = ""
        device.previous_load, device.load = device.load or device.previous_load, self._load(device)
        device.become(REGISTERED, when)
        self.devices.keep(device)
        self.devices.note_peak(when)
        self._event(device, when)
        if device.sip:
            self._count(device, when)
        else:
            self._traces.registered(device, self._phones, self.sockets)
        for button in device.lines:
            for tag in button.dns if button.owns else ():
                self._line_up(tag, button, device, when)
        self._tell_up(device, new)

    def down(self, device: Device, status: str, when: int, reason: str) -> None:
        """Ends a registration.

        Args:
            device: the phone, which is registered.
            status: what it is then: unregistered, or deceased.
            when: in seconds since boot.
            reason: why it will start again.
        """
        for tag in self._tags(device):
            self._line_down(tag, device, when)
        device.last_reset = reason
        self._tell_down(device, status)
        heapq.heappush(self._free, device.socket)
        device.socket = -1
        device.become(status, when)
        self.devices.keep(device)
        self._event(device, when)
        for counters in (self.counters, device.counters) if device.sip else ():
            counters.unregisters += 1
            counters.attempts = 0
            counters.last_unregister = counters.unregistered = self.stamp(when)

    def stamp(self, when: int) -> str:
        """A second since boot as the SIP statistics print it: `*11:42:31.000 UTC Wed Sep 16 2009`."""
        moment = self.moment(when)
        return f"*{moment:%H:%M:%S}.{moment.microsecond // 1000:03} UTC {moment:%a %b} {moment.day} {moment.year}"

    def refused(self, when: int, name: str, address: str) -> None:
        """Counts a request to register that was refused.

        Args:
            when: in seconds since boot.
            name: the phone's MAC address.
            address: where it came from.
        """
        self._traces.sip_refused(name, address)
        self.counters.requests += 1
        self.counters.failures += 1
        self.counters.attempts += 1
        self.counters.last_request = self.stamp(when)

    # -- inside --------------------------------------------------------------------------------------------------------------

    def _tags(self, device: Device) -> list[str]:
        return list(dict.fromkeys(tag for button in device.lines if button.owns for tag in button.dns))

    def _line_up(self, tag: str, button: Button, device: Device, when: int) -> None:
        extension = self.extensions.get(tag)
        if extension is None:
            return
        was_up = extension.up
        extension.carriers[device.tag] = None
        self.extensions.keep(extension)
        if not was_up:
            extension.changed_at = when
            self._line_event(tag, extension.number, "up", when)
        if device.sip:
            self._peer(extension, button, device)

    def _peer(self, extension: Extension, button: Button, device: Device) -> None:
        """Gives a line of a SIP phone its dial peer, which it keeps from then on."""
        known = extension.tag in device.peers
        if not known:
            device.peers[extension.tag] = self._peers
            self._peers += 1
        peer = device.peers[extension.tag]
        self._traces.sip_line(device, button.number, extension.number, peer, known, self.counters.successes)

    def _phones(self) -> tuple[int, int, int]:
        """How many phones were registered before the last one, are configured, and may register."""
        most = number(self.config.section("telephony_service"), "max_ephones", "count", 0)
        return self.devices.count(REGISTERED) - 1, self.devices.configured(), most

    def _line_down(self, tag: str, device: Device, when: int) -> None:
        extension = self.extensions.get(tag)
        if extension is None or device.tag not in extension.carriers:
            return
        del extension.carriers[device.tag]
        if extension.up:
            return
        extension.hang_up(when)
        extension.changed_at = when
        self._line_event(tag, extension.number, "down", when)

    def _line_event(self, tag: str, line: str, status: str, when: int) -> None:
        if self._events is not None:
            self._events.record(False, tag, line, status, when, self.moment(when))

    def _event(self, device: Device, when: int) -> None:
        if self._events is not None:
            self._events.record(True, device.tag, device.name, device.status, when, self.moment(when))

    def _count(self, device: Device, when: int) -> None:
        for counters in (self.counters, device.counters):
            counters.requests += 1
            counters.successes += 1
            counters.attempts += 1
            counters.last_request = counters.registered = self.stamp(when)

    def _tell_up(self, device: Device, new: bool) -> None:
        if device.sip:
            self._log("SIPPHONE", 6, "REGISTER", f"VOICE REGISTER POOL-{device.tag} has registered. {self._sip_words(device)}")
        else:
            self._log("IPPHONE", 6, "REGISTER_NEW" if new else "REGISTER", f"{self._words(device)} has registered.")

    def _tell_down(self, device: Device, status: str) -> None:
        if device.sip:
            self._log("SIPPHONE", 6, "UNREGISTER", f"VOICE REGISTER POOL-{device.tag} has unregistered. {self._sip_words(device)}")
        elif status == UNREGISTERED:
            self._log("IPPHONE", 6, "UNREGISTER_NORMAL", f"{self._words(device)} has unregistered normally.")
        else:
            self._log("IPPHONE", 6, "UNREGISTER_ABNORMAL", f"{self._words(device)} has unregistered abnormally.")

    @staticmethod
    def _words(device: Device) -> str:
        return f"ephone-{device.tag}:{device.name} IP:{device.address} Socket:{device.socket} DeviceType:Phone"

    @staticmethod
    def _sip_words(device: Device) -> str:
        return f"Name:{device.name} IP:{device.address} DeviceType:Phone"

    def _socket(self) -> int:
        if self._free:
            return heapq.heappop(self._free)
        self._sockets += 1
        return self._sockets

    def _interval(self, device: Device, own: Commands) -> int:
        """The keepalive period that the phone is told at registration: its own, or that of all."""
        command = own.get("keepalive")
        if command is not None and not command.negative:
            return int(str(command.fields["seconds"]))
        rule, usual = ("voice_register_global", 120) if device.sip else ("telephony_service", 30)
        return number(self.config.section(rule), "keepalive", "seconds", usual)

    def _load(self, device: Device) -> str:
        section = self.config.section("voice_register_global" if device.sip else "telephony_service")
        return field(section, "load", "firmware", device.reported)

    def _address(self, device: Device) -> str:
        """An address for a phone that was given none: that of its pool, or one in the router's network of 256, by its tag."""
        own = field(device.section, "id", "address")
        if device.sip and "ip" in (command.keywords if (command := device.section.get("id")) is not None else ()) and own:
            return own
        router = field(self.config.section("telephony_service"), "ip_source_address", "address") or field(
            self.config.section("voice_register_global"), "source_address", "address"
        )
        base = int(IPv4Address(router)) if router and ":" not in router else int(IPv4Address("10.0.0.1"))
        return str(IPv4Address((base & ~0xFF) + _FIRST_HOST[device.sip] + int(device.tag)))
