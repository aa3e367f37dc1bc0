"""The run-time state of all phones: the parts of each protocol, and the timers."""

from __future__ import annotations

import sched
from collections.abc import Callable
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.router.clock import Clock
from iossim.router.debugging import Debugging
from iossim.router.fields import number
from iossim.router.log import Log
from iossim.router.phones.autoreg import Apply, AutoRegistration, EphoneAutoRegistration, PoolAutoRegistration
from iossim.router.phones.device import Device
from iossim.router.phones.events import MAX_SIZE, RETAIN_MINUTES, EventTable
from iossim.router.phones.refused import RefusedPhones
from iossim.router.phones.registrar import Registrar
from iossim.router.phones.registry import Extensions, Registry
from iossim.router.phones.traces import Traces

#: How many refused SIP phones are kept if `attempted-registrations size` does not set it.
_SIP_REFUSED = 10


@dataclass(frozen=True, slots=True)
class Protocol:
    """The state of the phones of one protocol, SCCP or SIP.

    Attributes:
        devices: the phones.
        extensions: their extensions.
        registrar: registers and unregisters them.
        auto_registration: configures phones that are not configured.
        refused: the phones that were refused.
    """

    devices: Registry
    extensions: Extensions
    registrar: Registrar
    auto_registration: AutoRegistration
    refused: RefusedPhones


class State:
    """The run-time state of all phones of a router.

    Args:
        config: the configuration.
        clock: the router's clock.
        log: the router's log.
        debugging: the debugging options that are on.
        apply: applies a command to a section.

    Attributes:
        events: the XML event table.
        traces: writes the debug lines.
        sccp: the ephones.
        sip: the voice register pools.
    """

    def __init__(self, config: Configuration, clock: Clock, log: Log, debugging: Debugging, apply: Apply) -> None:
        self.config = config
        self.clock = clock
        self.uptime = clock.uptime
        self.traces = Traces(debugging, log)
        self.events = EventTable(self._event_limits, clock.uptime)
        self._event_limits_at = -1
        self._known_event_limits = (0, 0)
        self.sccp = self._protocol("ephone", "ephone_dn", self.events, log, EphoneAutoRegistration(config, apply), RefusedPhones())
        self.sip = self._protocol(
            "voice_register_pool",
            "voice_register_dn",
            None,
            log,
            PoolAutoRegistration(config, apply),
            RefusedPhones(self._sip_refused_size),
        )
        self._timers = sched.scheduler(clock.uptime, lambda _: None)
        self._running = False

    def of(self, device: Device) -> Protocol:
        """The state of the phones of a phone's protocol."""
        return self.sip if device.sip else self.sccp

    def present(self, device: Device) -> bool:
        """True if the phone still is the phone that its section configures."""
        return self.of(device).devices.get(device.tag) is device

    def at(self, due: int, action: Callable[[int], None]) -> None:
        """Sets a timer; timers of the same second run in the order in which they were set.

        Args:
            due: seconds since boot.
            action: is called with `due`, even if it runs late; it may set timers.
        """
        self._timers.enterabs(due, 0, action, (due,))

    def run_due(self) -> None:
        """Runs the timers that are due. An action that reads the phones does not run them a second time."""
        if self._running or self._timers.empty():
            return
        self._running = True
        try:
            self._timers.run(blocking=False)
        finally:
            self._running = False

    # -- inside ---------------------------------------------------------------------------------------------------------------

    def _protocol(
        self, phone: str, line: str, events: EventTable | None, log: Log, auto: AutoRegistration, refused: RefusedPhones
    ) -> Protocol:
        devices = Registry(self.config, phone, self.uptime)
        extensions = Extensions(self.config, line, devices)
        registrar = Registrar(self.config, self.clock, log, events, devices, extensions, self.traces)
        return Protocol(devices, extensions, registrar, auto, refused)

    def _event_limits(self) -> tuple[int, int]:
        """Size and retain-timer (in seconds) of the event table; read again after a change of the configuration."""
        if self._event_limits_at != self.config.changes:
            section = self.config.section("telephony_service")
            minutes = number(section, "log_table_retain_timer", "minutes", RETAIN_MINUTES)
            self._known_event_limits = number(section, "log_table_max_size", "entries", MAX_SIZE), 60 * minutes
            self._event_limits_at = self.config.changes
        return self._known_event_limits

    def _sip_refused_size(self) -> int:
        return number(self.config.section("voice_register_global"), "attempted_registrations_size", "size", _SIP_REFUSED)
