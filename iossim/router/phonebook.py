"""What there is to see of the phones of a router: look-ups by tag, MAC address and user, events, refusals, and figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iossim.router.attempts import Attempts
from iossim.router.autoreg import EphoneAutoRegistration, PoolAutoRegistration
from iossim.router.device import DECEASED, REGISTERED, UNREGISTERED, Device, Extension
from iossim.router.events import MAX_SIZE, RETAIN_MINUTES, EventTable
from iossim.router.mobility import Mobility
from iossim.router.registration import Registrar
from iossim.router.registry import Extensions, Registry
from iossim.router.settings import number
from iossim.router.timers import Timers
from iossim.router.traces import Traces

if TYPE_CHECKING:
    from iossim.router.core import RouterCore

#: Refused SIP phones that are remembered where `attempted-registrations size` does not say.
_SIP_ATTEMPTS = 10


@dataclass(frozen=True, slots=True)
class Summary:
    """The SCCP phones in figures."""

    configured: int
    registered: int
    unregistered: int
    deceased: int
    peak: int
    peak_at: int
    sockets: int


class Phonebook:
    """The state of every phone and extension, and the ways to look at it.

    Args:
        router: the router.
    """

    def __init__(self, router: RouterCore) -> None:
        self.router = router
        self.config = config = router.config
        self.uptime = router.clock.uptime
        self.timers = Timers()
        self._limits_at = -1
        self._known_limits = (0, 0)
        self.events = EventTable(self._limits, self.uptime)
        self.attempts = Attempts()
        self.sip_attempts = Attempts(self._attempts_size)
        self.sccp = Registry(config, "ephone", self.uptime)
        self.sip = Registry(config, "voice_register_pool", self.uptime)
        self.extensions = Extensions(config, "ephone_dn", self.sccp)
        self.sip_extensions = Extensions(config, "voice_register_dn", self.sip)
        self.mobility = Mobility(config, self.sccp)
        self.auto_registration = EphoneAutoRegistration(router)
        self.sip_auto_registration = PoolAutoRegistration(router)
        self.traces = traces = Traces(router.debugging, router.log)
        self.registrar = Registrar(config, router.clock, router.log, self.events, self.sccp, self.extensions, traces)
        self.sip_registrar = Registrar(config, router.clock, router.log, None, self.sip, self.sip_extensions, traces)

    def get(self, tag: str | int) -> Device | None:
        """An ephone by its tag; None where it is not configured."""
        self.advance()
        return self.sccp.get(tag)

    def pool(self, tag: str | int) -> Device | None:
        """A voice register pool by its tag; None where it is not configured."""
        self.advance()
        return self.sip.get(tag)

    def extension(self, tag: str | int) -> Extension | None:
        """An ephone-dn by its tag; None where it is not configured."""
        self.advance()
        return self.extensions.get(tag)

    def sip_extension(self, tag: str | int) -> Extension | None:
        """A voice register dn by its tag; None where it is not configured."""
        self.advance()
        return self.sip_extensions.get(tag)

    def find(self, name: str) -> Device | None:
        """The first ephone, or else pool, with a MAC address or the device name made of it; None where none has it."""
        self.advance()
        digits = name.upper().removeprefix("SEP").replace(".", "").replace(":", "").replace("-", "")
        mac = ".".join(digits[at : at + 4] for at in (0, 4, 8)) if len(digits) == 12 else ""
        owners = self.config.owners("mac", mac)
        for registry in (self.sccp, self.sip):
            tags = [int(owner.key[0]) for owner in owners if owner.mode.name == registry.rule]
            if tags:
                return registry.get(min(tags))
        return None

    def user(self, profile: str | int) -> Device | None:
        """The phone on which a voice user-profile is logged in; None where it is on none."""
        return self.mobility.device(profile)

    def summary(self) -> Summary:
        """The SCCP phones in figures."""
        self.advance()
        registered, unregistered, deceased = (self.sccp.count(status) for status in (REGISTERED, UNREGISTERED, DECEASED))
        return Summary(
            self.sccp.configured(), registered, unregistered, deceased, self.sccp.peak, self.sccp.peak_at, self.registrar.sockets
        )

    def advance(self) -> None:
        """Carries out what has become due: restarts and resets."""
        if self.timers:
            self.timers.run(self.uptime())

    def registrar_of(self, device: Device) -> Registrar:
        """Who registers phones of this kind."""
        return self.sip_registrar if device.sip else self.registrar

    def _limits(self) -> tuple[int, int]:
        """Size and retain-timer of the event table; looked up anew when the configuration has changed."""
        if self._limits_at != self.config.changes:
            section = self.config.section("telephony_service")
            minutes = number(section, "log_table_retain_timer", "minutes", RETAIN_MINUTES)
            self._known_limits = number(section, "log_table_max_size", "entries", MAX_SIZE), 60 * minutes
            self._limits_at = self.config.changes
        return self._known_limits

    def _attempts_size(self) -> int:
        return number(self.config.section("voice_register_global"), "attempted_registrations_size", "size", _SIP_ATTEMPTS)
