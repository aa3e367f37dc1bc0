"""traceroute: the routers on the way to a host. Beyond the first one nothing is simulated, so nobody answers there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.exec.command import Line, Reply, exec_command
from iossim.exec.network.dialogue import Answers, Ask, begin
from iossim.exec.network.packets import Ends, ends, last_of
from iossim.language.notations.interfaces import interface_name
from iossim.router import RouterCore
from iossim.router.network.reach import reach

#: Milliseconds of the probes, again and again.
_TIMES = (1, 0, 4)
#: At most this many probes are shown for one hop.
MOST_PROBES = 100

_QUESTIONS = [
    Ask("ingress", "Ingress traceroute [n]", "n"),
    Ask("source", "Source address or interface"),
    Ask("dscp", "DSCP Value [0]", "0", 0, 63),
    Ask("numeric", "Numeric display [n]", "n"),
    Ask("timeout", "Timeout in seconds [3]", "3", 0, 3_600),
    Ask("probes", "Probe count [3]", "3", 1, 65_535),
    Ask("first", "Minimum Time to Live [1]", "1", 0, 255),
    Ask("last", "Maximum Time to Live [30]", "30", 0, 255),
    Ask("port", "Port Number [33434]", "33434", 0, 65_535),
    Ask("route", "Loose, Strict, Record, Timestamp, Verbose[none]", "none"),
]


@dataclass(frozen=True, slots=True)
class Trace:
    """The probes of one traceroute.

    Attributes:
        host: the destination as typed.
        probes: number of probes for one hop.
        first: the hop to begin with.
        last: the hop to end with.
        vrf: the VRF; "" for the global table.
    """

    host: str
    probes: int = 3
    first: int = 1
    last: int = 30
    vrf: str = ""


@exec_command
def traceroute(
    line: Line,
    host: str = "",
    vrf: str = "",
    probes: str | list[str] = "3",
    first: str | list[str] = "1",
    last: str | list[str] = "30",
    source: str | list[str] | bool = "",
) -> Reply:
    """Shows the routers on the way; without a host, asks for everything."""
    if not host:
        return begin(_QUESTIONS, lambda answers: _answered(line.router, answers))
    trace = Trace(host, last_of(probes), last_of(first), last_of(last), vrf)
    return _traced(line.router, ends(line.router, host, source if isinstance(source, str) else "", vrf), trace)


def _answered(router: RouterCore, answers: Answers) -> Reply:
    typed = answers["source"]
    trace = Trace(answers["host"], int(answers["probes"]), int(answers["first"]), int(answers["last"]))
    return _traced(router, ends(router, trace.host, interface_name(typed) or typed, ""), trace)


def _traced(router: RouterCore, both: Ends, trace: Trace) -> Iterator[str]:
    if both.destination is None:
        yield from both.refusal
        return
    address = str(both.destination)
    yield "Type escape sequence to abort."
    yield f"Tracing the route to {address if trace.host == address else f'{trace.host} ({address})'}"
    yield "VRF info: (vrf in name/id, vrf out name/id)"
    answer = reach(router.network, both.destination, trace.vrf)
    shown = min(trace.probes, MOST_PROBES)
    times = " ".join(f"{_TIMES[at % len(_TIMES)]} msec" for at in range(shown))
    for hop in range(max(1, trace.first), trace.last + 1):
        if answer.answers:
            yield f"{hop:3} {address} {times}"
            return
        if hop == 1 and answer.hop is not None:
            yield f"{hop:3} {answer.hop} {times}"
        else:
            yield f"{hop:3} " + " * " * shown
