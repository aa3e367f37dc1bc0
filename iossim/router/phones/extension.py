"""An extension at run time: the phones that carry it, and the calls on its channels, beside its configuration."""

from __future__ import annotations

from dataclasses import dataclass, field

from iossim.config import Section
from iossim.router.fields import field as config_field
from iossim.router.fields import is_set
from iossim.router.phones.call import RETAINED, Call, PastCall, Tally

#: The number of channels of an ephone-dn, by the word after its tag.
CHANNELS = {"dual-line": 2, "octo-line": 8}
#: An ephone-dn with one of these commands belongs to the router: it takes calls without a phone.
_ROUTER_OWNED = ("loopback_dn", "paging", "paging_group")


@dataclass(slots=True)
class Extension:
    """An ephone-dn, or a voice register dn.

    Attributes:
        section: its configuration.
        tag: its tag.
        changed_at: when it last went up or down, in seconds since boot.
        carriers: the tags of the registered phones that have it on a button; the keys keep the order of registration.
        channels: the call on each channel; an idle channel is missing.
        tallies: the counters of the calls that are over, by channel.
        past: the calls that ended within the time that a router keeps them, before the last of them ended.
    """

    section: Section
    tag: str
    changed_at: int = 0
    carriers: dict[str, None] = field(default_factory=dict)
    channels: dict[int, Call] = field(default_factory=dict)
    tallies: dict[int, Tally] = field(default_factory=dict)
    past: list[PastCall] = field(default_factory=list)

    @property
    def up(self) -> bool:
        """True if a registered phone has it on a button."""
        return bool(self.carriers)

    @property
    def status(self) -> str:
        """`up` or `down`."""
        return "up" if self.up else "down"

    @property
    def reachable(self) -> bool:
        """True if it takes calls: it is up, or it belongs to the router."""
        return self.up or any(is_set(self.section, rule) for rule in _ROUTER_OWNED)

    @property
    def state(self) -> str:
        """The state of the line: that of the first channel in use, else `idle`."""
        return self.channels[min(self.channels)].state if self.channels else "idle"

    @property
    def calls(self) -> int:
        """The number of channels in use."""
        return len(self.channels)

    @property
    def number(self) -> str:
        """Its number; "" if it has none."""
        return config_field(self.section, "number", "number")

    @property
    def size(self) -> int:
        """The number of its channels: 1, 2 (dual-line) or 8 (octo-line)."""
        header = self.section.header
        return next((CHANNELS[word] for word in header.words if word in CHANNELS), 1) if header is not None else 1

    def channel(self, number: int) -> str:
        """The state of one channel; channels count from 1."""
        call = self.channels.get(number)
        return call.state if call is not None else "idle"

    def put(self, channel: int, call: Call | None, when: int) -> None:
        """Sets the call of a channel, or ends it.

        Args:
            channel: its number, from 1.
            call: the call in its new state; None ends the call.
            when: in seconds since boot.
        """
        before = self.channels.pop(channel, None)
        if call is not None:
            self.channels[channel] = call
        elif before is not None:
            self.tallies.setdefault(channel, Tally()).add(before, when)
            kept = [past for past in self.past if when - past.ended_at <= RETAINED]
            self.past = [*kept, PastCall(channel, before, when)]

    def hang_up(self, when: int) -> None:
        """Ends all calls; `when` is in seconds since boot."""
        for channel in list(self.channels):
            self.put(channel, None, when)

    def tally(self, channel: int) -> Tally:
        """The counters of a channel, the call in progress included."""
        return self.tallies.get(channel, Tally()).with_call(self.channels.get(channel))
