"""A call on a channel of an extension, and the counters of the calls that are over."""

from __future__ import annotations

from dataclasses import dataclass, replace

#: The states of a line, from idle to hold.
LINE_STATES = ("idle", "seize", "alerting", "ringing", "connected", "hold")
#: A router keeps calls that are over for so many seconds (`dial-control-mib retain-timer`, 15 minutes).
RETAINED = 900
_OUTGOING = ("seize", "alerting")
_ANSWERED = ("connected", "hold")


@dataclass(slots=True)
class Call:
    """A call on one channel of an extension.

    Attributes:
        state: a line state other than idle.
        peer: the number of the far end; "" if not known.
        since: when it began, in seconds since boot.
        reference: the call's number.
        outgoing: the extension made the call: its state is, or was, seize or alerting.
        answered: its state is, or was, connected or hold.
    """

    state: str
    peer: str = ""
    since: int = 0
    reference: int = 0
    outgoing: bool = False
    answered: bool = False

    @classmethod
    def following(cls, before: Call | None, state: str, peer: str, when: int, reference: int) -> Call:
        """The same call in its next state, or a new call if there was none.

        Args:
            before: the call until now; None if the channel was idle.
            state: the new state, not idle.
            peer: the number of the far end; "" keeps the one known before.
            when: seconds since boot; a new call begins then.
            reference: the number of a new call.
        """
        outgoing, answered = state in _OUTGOING, state in _ANSWERED
        if before is None:
            return cls(state, peer, when, reference, outgoing, answered)
        outgoing, answered = outgoing or before.outgoing, answered or before.answered
        return cls(state, peer or before.peer, before.since, before.reference, outgoing, answered)


@dataclass(frozen=True, slots=True)
class PastCall:
    """A call that is over.

    Attributes:
        channel: the channel that it was on, from 1.
        call: the call in its last state.
        ended_at: when it ended, in seconds since boot.
    """

    channel: int
    call: Call
    ended_at: int


@dataclass(slots=True)
class Tally:
    """The calls of one channel that are over.

    Attributes:
        incoming: calls presented to the extension.
        incoming_answered: incoming calls that the extension answered.
        outgoing: calls that the extension made.
        outgoing_answered: outgoing calls that the far end answered.
        last: the last call; None if there was none.
        ended_at: when the last call ended, in seconds since boot.
        answered_until: when the last answered call ended, in seconds since boot.
    """

    incoming: int = 0
    incoming_answered: int = 0
    outgoing: int = 0
    outgoing_answered: int = 0
    last: Call | None = None
    ended_at: int = 0
    answered_until: int = 0

    def add(self, call: Call, when: int) -> None:
        """Counts a call.

        Args:
            call: the call.
            when: when it ended, in seconds since boot.
        """
        self.outgoing += call.outgoing
        self.incoming += not call.outgoing
        self.outgoing_answered += call.outgoing and call.answered
        self.incoming_answered += not call.outgoing and call.answered
        self.last, self.ended_at = call, when
        if call.answered:
            self.answered_until = when

    def with_call(self, call: Call | None) -> Tally:
        """A copy that also counts the call in progress; `last` stays the last call that is over."""
        tally = replace(self)
        if call is not None:
            tally.add(call, self.ended_at)
            tally.last = self.last
        return tally
