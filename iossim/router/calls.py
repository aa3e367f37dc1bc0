"""The calls on the lines of phones, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

#: The states of a line, from at rest to on hold.
LINE_STATES = ("idle", "seize", "alerting", "ringing", "connected", "hold")
_ANSWERED = ("connected", "hold")


@dataclass(slots=True)
class Call:
    """What goes on on one channel of an extension.

    Attributes:
        state: a line state other than idle.
        peer: the far end's number; "" where not known.
        since: when it began, in seconds since boot.
        reference: the call's number.
        outgoing: the extension is the one that calls: it was off the hook, or heard the far end ring, before.
        answered: it has been connected.
    """

    state: str
    peer: str = ""
    since: int = 0
    reference: int = 0
    outgoing: bool = False
    answered: bool = False

    @classmethod
    def following(cls, before: Call | None, state: str, peer: str, when: int, reference: int) -> Call:
        """The next state of a call, or a new call where there was none."""
        outgoing, answered = state in ("seize", "alerting"), state in _ANSWERED
        if before is None:
            return cls(state, peer, when, reference, outgoing, answered)
        outgoing, answered = outgoing or before.outgoing, answered or before.answered
        return cls(state, peer or before.peer, before.since, before.reference, outgoing, answered)


@dataclass(slots=True)
class Tally:
    """The calls of one channel that are over.

    Attributes:
        incoming: calls presented to it; incoming_answered: those that it took.
        outgoing: calls that it made; outgoing_answered: those that the far end took.
        last: the last call.
        ended_at: when that ended, in seconds since boot; answered_until: when the last call that was answered did.
    """

    incoming: int = 0
    incoming_answered: int = 0
    outgoing: int = 0
    outgoing_answered: int = 0
    last: Call | None = None
    ended_at: int = 0
    answered_until: int = 0

    def add(self, call: Call, when: int) -> None:
        """Counts a call that ends now, or goes on."""
        self.outgoing += call.outgoing
        self.incoming += not call.outgoing
        self.outgoing_answered += call.outgoing and call.answered
        self.incoming_answered += not call.outgoing and call.answered
        self.last, self.ended_at = call, when
        if call.answered:
            self.answered_until = when

    def with_call(self, call: Call | None) -> Tally:
        """The same with the call that goes on now."""
        found = replace(self)
        if call is not None:
            found.add(call, self.ended_at)
            found.last = self.last
        return found
