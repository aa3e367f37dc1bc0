"""A phone at run time: its status, address, socket and counters, beside its configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from iossim.config import Section
from iossim.language import Command
from iossim.router.buttons import Button
from iossim.router.fields import mac_of, name_of

REGISTERED, UNREGISTERED, DECEASED = "registered", "unregistered", "deceased"


@dataclass(slots=True)
class Counters:
    """The requests of SIP phones to the registrar: of one phone, or of all. Times are times of day, "" for never.

    Attributes:
        requests: requests to register.
        successes: requests that were granted.
        failures: requests that were refused.
        unregisters: registrations that ended.
        attempts: requests since a registration last ended.
        last_request: when a phone last requested to register.
        last_unregister: when a phone last requested to end its registration.
        registered: when a registration was last granted.
        unregistered: when a registration last ended.
    """

    requests: int = 0
    successes: int = 0
    failures: int = 0
    unregisters: int = 0
    attempts: int = 0
    last_request: str = ""
    last_unregister: str = ""
    registered: str = ""
    unregistered: str = ""

    def granted(self, stamp: str) -> None:
        """Counts a request that was granted; `stamp` is the time of day."""
        self.requests += 1
        self.successes += 1
        self.attempts += 1
        self.last_request = self.registered = stamp

    def refused(self, stamp: str) -> None:
        """Counts a request that was refused; `stamp` is the time of day."""
        self.requests += 1
        self.failures += 1
        self.attempts += 1
        self.last_request = stamp

    def ended(self, stamp: str) -> None:
        """Counts a registration that ended; `stamp` is the time of day."""
        self.unregisters += 1
        self.attempts = 0
        self.last_unregister = self.unregistered = stamp


@dataclass(slots=True)
class Device:
    """A phone: an ephone, or a voice register pool.

    Attributes:
        section: its configuration.
        tag: the tag of the ephone or pool.
        uptime: returns the seconds since boot.
        sip: True for a pool.
        mac: the MAC address that it had when this object was made.
        status: `registered`, `unregistered` or `deceased`.
        last_status: the status before that.
        changed_at: when the status last changed, in seconds since boot.
        address: the IP address of its present or last registration; "" if it never registered.
        port: the port of that registration.
        socket: the number of its socket; -1 if it is not registered.
        reported: the type that it reported (`7960`); "" if it never registered.
        dnd: do-not-disturb is on.
        lines: its buttons as they were when it registered.
        resetting: `reset` or `restart` while it starts again; else "".
        last_reset: the reason of its last start (`Initialized`, `TCP-timeout`, `CM-closed-TCP`, `Reset-Reset`, `Reset-Restart`).
        load: the firmware that it runs.
        previous_load: the firmware that it ran before.
        profile: the tag of the voice user-profile logged in on it; "" for none.
        peers: the tags of a SIP phone's dial peers, by the tag of the voice register dn.
        counters: the requests of a SIP phone to the registrar.
        interval: seconds from one keepalive to the next.
    """

    section: Section
    tag: str
    uptime: Callable[[], int]
    sip: bool = False
    mac: str = ""
    status: str = UNREGISTERED
    last_status: str = UNREGISTERED
    changed_at: int = 0
    address: str = ""
    port: int = 0
    socket: int = -1
    reported: str = ""
    dnd: bool = False
    lines: list[Button] = field(default_factory=list)
    resetting: str = ""
    last_reset: str = ""
    load: str = ""
    previous_load: str = ""
    profile: str = ""
    peers: dict[str, int] = field(default_factory=dict)
    counters: Counters = field(default_factory=Counters)
    interval: int = 30
    _last_keepalives: int = 0
    _identity: Command | None = None

    def __post_init__(self) -> None:
        self.mac = mac_of(self.section)
        self._identity = self._identity_command()

    def _identity_command(self) -> Command | None:
        return self.section.get("id" if self.sip else "mac_address")

    @property
    def name(self) -> str:
        """`SEP` and the MAC address, or the name configured in its place; "" if it has neither."""
        return name_of(self.section)

    @property
    def registered(self) -> bool:
        """True if the phone is registered."""
        return self.status == REGISTERED

    @property
    def keepalives(self) -> int:
        """The number of keepalives during this registration, or during the last one."""
        if not self.registered:
            return self._last_keepalives
        return (self.uptime() - self.changed_at) // self.interval

    @property
    def current_address(self) -> str:
        """The IP address of the phone; "" if it is not registered."""
        return self.address if self.registered else ""

    @property
    def owned_dns(self) -> list[str]:
        """The tags of the directory numbers on which it takes calls, in the order of its buttons, without repetition."""
        return list(dict.fromkeys(tag for button in self.lines if button.owns for tag in button.dns))

    @property
    def call_id(self) -> str:
        """The part of the call ID of its registration before the `@`."""
        digits = (self.mac.replace(".", "") or "0" * 12).lower()
        return f"{digits[:8]}-{digits[8:]}{int(self.tag):04x}-{self.changed_at:08x}-{self.port:08x}"

    def become(self, status: str, when: int) -> None:
        """Changes the status.

        Args:
            status: the new status.
            when: in seconds since boot.
        """
        if self.registered:
            self._last_keepalives = (when - self.changed_at) // self.interval
        self.last_status, self.status, self.changed_at = self.status, status, when

    def is_of(self, section: Section | None) -> bool:
        """True if this still is the phone of a section; with another MAC address it is another phone."""
        return section is self.section and (self._identity_command() is self._identity or mac_of(self.section) == self.mac)
