"""A phone and an extension at run time: what they are now, beside their configuration."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from iossim.config import Section
from iossim.language import Command
from iossim.router.calls import Call, Tally
from iossim.router.settings import Button, is_set, mac_of, name_of

REGISTERED, UNREGISTERED, DECEASED = "registered", "unregistered", "deceased"
#: How many calls an ephone-dn has, by the word behind its tag.
_CHANNELS = {"dual-line": 2, "octo-line": 8}
#: An ephone-dn with one of these commands is the router's own: it takes calls without being on a button.
_OWN = ("loopback_dn", "paging", "paging_group")


@dataclass(slots=True)
class Counters:
    """What was asked of the registrar for a SIP phone, or for all; times are times of day, `""` for never.

    Attributes:
        requests: requests to register.
        successes: those granted.
        failures: those refused.
        unregisters: requests to end a registration.
        attempts: requests since the registration last ended.
        last_request: when a phone last asked.
        last_unregister: when one last asked to end it.
        registered: when one was last granted.
        unregistered: when one last ended.
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


@dataclass(slots=True)
class Device:
    """A phone: an ephone, or a voice register pool.

    Attributes:
        section: its configuration.
        tag: of the ephone or pool.
        sip: it is a pool.
        mac: the MAC address that it has, or had when it was last touched.
        status: `registered`, `unregistered` or `deceased`.
        last_status: what it was before.
        changed_at: when it became what it is, in seconds since boot.
        address: where it is, or last was, registered from; "" where it never was.
        port: its port there.
        socket: the number of its socket; -1 where it is not registered.
        reported: the type it reported (`7960`); "" where it never registered.
        dnd: do not disturb is on.
        lines: its buttons as of its registration.
        resetting: `reset` or `restart` while it starts again; else "".
        last_reset: why it last started (`Initialized`, `TCP-timeout`, `CM-closed-TCP`, `Reset-Reset`, `Reset-Restart`).
        load: the firmware that it runs; previous_load: the one before.
        profile: the tag of the voice user-profile that is logged in on it; "" for none.
        peers: the tags of a SIP phone's dial peers, by the tag of the voice register dn.
        counters: of a SIP phone's registrations.
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
    _counted: int = 0
    _identified: Command | None = None

    def __post_init__(self) -> None:
        self.mac = mac_of(self.section)
        self._identified = self._identity()

    def _identity(self) -> Command | None:
        return self.section.get("id" if self.sip else "mac_address")

    @property
    def name(self) -> str:
        """`SEP` and the MAC address, or the name that takes its place; "" where it has neither."""
        return name_of(self.section)

    @property
    def registered(self) -> bool:
        """Whether it is registered."""
        return self.status == REGISTERED

    @property
    def keepalives(self) -> int:
        """How many keepalives came during this registration, or during the last one."""
        if not self.registered:
            return self._counted
        return (self.uptime() - self.changed_at) // self.interval

    @property
    def current_address(self) -> str:
        """Where it is registered from; "" where it is not."""
        return self.address if self.registered else ""

    def become(self, status: str, when: int) -> None:
        """Changes the status.

        Args:
            status: the new one.
            when: in seconds since boot.
        """
        if self.registered:
            self._counted = (when - self.changed_at) // self.interval
        self.last_status, self.status, self.changed_at = self.status, status, when

    def is_of(self, section: Section | None) -> bool:
        """Whether it still is the phone of a section: another MAC address is another phone."""
        return section is self.section and (self._identity() is self._identified or mac_of(self.section) == self.mac)


@dataclass(slots=True)
class Extension:
    """An ephone-dn, or a voice register dn.

    Attributes:
        section: its configuration.
        tag: its tag.
        changed_at: when it last went up or down, in seconds since boot.
        carriers: the tags of the registered phones that have it on a button.
        channels: what goes on, by channel; a channel that is not in it is idle.
        tallies: the calls that are over, by channel.
    """

    section: Section
    tag: str
    changed_at: int = 0
    carriers: dict[str, None] = field(default_factory=dict)
    channels: dict[int, Call] = field(default_factory=dict)
    tallies: dict[int, Tally] = field(default_factory=dict)

    @property
    def up(self) -> bool:
        """True if some registered phone has it on a button."""
        return bool(self.carriers)

    @property
    def status(self) -> str:
        """`up` or `down`."""
        return "up" if self.up else "down"

    @property
    def reachable(self) -> bool:
        """Whether it takes calls: it is up, or the router's own."""
        return self.up or any(is_set(self.section, rule) for rule in _OWN)

    @property
    def state(self) -> str:
        """The state of the line: that of the first channel in use, else `idle`."""
        return self.channels[min(self.channels)].state if self.channels else "idle"

    @property
    def calls(self) -> int:
        """How many channels are in use."""
        return len(self.channels)

    @property
    def number(self) -> str:
        """Its number; "" where it has none."""
        command = self.section.get("number")
        return str(command.fields["number"]) if command is not None and not command.negative else ""

    @property
    def size(self) -> int:
        """How many channels it has: 1, 2 (dual-line) or 8 (octo-line)."""
        header = self.section.header
        return next((_CHANNELS[word] for word in header.words if word in _CHANNELS), 1) if header is not None else 1

    def channel(self, number: int) -> str:
        """The state of one channel."""
        call = self.channels.get(number)
        return call.state if call is not None else "idle"

    def put(self, channel: int, call: Call | None, when: int) -> None:
        """Puts a channel into the next state of a call, or to rest; the call is then over.

        Args:
            channel: its number, from 1.
            call: None to end the call.
            when: in seconds since boot.
        """
        before = self.channels.pop(channel, None)
        if call is not None:
            self.channels[channel] = call
        elif before is not None:
            self.tallies.setdefault(channel, Tally()).add(before, when)

    def hang_up(self, when: int) -> None:
        """Ends all calls."""
        for channel in list(self.channels):
            self.put(channel, None, when)

    def tally(self, channel: int) -> Tally:
        """The calls of a channel so far, with the one that goes on."""
        return self.tallies.get(channel, Tally()).with_call(self.channels.get(channel))
