"""show call active and show call history: the legs of calls, in full, brief, compact, or counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from iossim.exec.command import Line, exec_command
from iossim.exec.voice_gateway.call_text import ACTIVE_LEGEND, HISTORY_LEGEND, brief_leg, full_leg
from iossim.router import RouterCore
from iossim.router.voice import H323, SIP, TELEPHONY, CallLeg, active_legs, ended_legs

Legs = list[CallLeg]


@exec_command
def show_call_active(
    line: Line, call_kind: str, call_view: str = "", seconds: str = "", less: bool = False, identifier: str = "*"
) -> Iterator[str]:
    """The calls in progress; with a duration, the calls that have lasted longer, or less. iossim has no sessions, and voice alone."""
    router = line.router
    legs = active_legs(router.config, router.phones, router.clock.uptime()) if call_kind == "voice" else []
    if identifier.strip("*"):
        legs = []
    if seconds:
        legs = [leg for leg in legs if (leg.seconds < int(seconds)) == less]
    return _VIEWS[call_view](router, legs)


@exec_command
def show_call_history(line: Line, call_kind: str, call_view: str = "", count: str = "") -> Iterator[str]:
    """The calls of the last fifteen minutes."""
    router = line.router
    legs = ended_legs(router.config, router.phones, router.clock.uptime()) if call_kind == "voice" else []
    if call_view == "brief":
        return _brief(router, legs, HISTORY_LEGEND)
    return _VIEWS[call_view](router, legs[-int(count) :] if count else legs)


def counters(legs: Legs) -> Iterator[str]:
    """The numbers of call legs, by kind."""
    kinds = (("Telephony", TELEPHONY), ("SIP", SIP), ("H323", H323), ("Call agent controlled", ""), ("SCCP", ""), ("Multicast", ""))
    for title, kind in kinds:
        yield f"{title} call-legs: {sum(leg.kind == kind for leg in legs)}"
    yield f"Total call-legs: {len(legs)}"


def _full(router: RouterCore, legs: Legs) -> Iterator[str]:
    yield from counters(legs)
    for leg in legs:
        yield ""
        yield from full_leg(leg)
    if legs:
        yield ""
        yield from counters(legs)


def _brief(router: RouterCore, legs: Legs, legend: list[str] = ACTIVE_LEGEND) -> Iterator[str]:
    yield from legend
    yield from counters(legs)
    for leg in legs:
        start = router.clock.boot + timedelta(seconds=leg.since)
        time, _, date = router.clock.stamp(start).partition(" ")
        yield from brief_leg(leg, f"{time}.{start.microsecond // 1000:03} {date}")
        yield ""
    if legs:
        yield from counters(legs)


def _compact(router: RouterCore, legs: Legs) -> Iterator[str]:
    yield "<callID>  A/O FAX T<sec> Codec       type        Peer Address       IP R<ip>:<udp>"
    yield f"Total call-legs: {len(legs)}"
    for leg in legs:
        origin, kind = "ANS" if leg.answers else "ORG", "TELE" if leg.kind == TELEPHONY else "VOIP"
        remote = f"{leg.remote}:{leg.udp}" if leg.remote else ""
        yield f"{leg.number:>10} {origin}     T{leg.seconds:<6} {leg.codec:<11} {kind:<11} {'P' + leg.address:<18} {remote}".rstrip()


def _summary(router: RouterCore, legs: Legs) -> Iterator[str]:
    return counters(legs)


_VIEWS: dict[str, Callable[[RouterCore, Legs], Iterator[str]]] = {
    "": _full,
    "brief": _brief,
    "compact": _compact,
    "summary": _summary,
}
