"""ping: echo requests, answered by the router itself, by simulated phones and by hosts that the configuration names.

Nothing is sent, and nobody waits: a packet without an answer is a time-out at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from iossim.exec.command import Line, Reply, exec_command
from iossim.exec.network.dialogue import Answers, Ask, begin, hold, is_asked
from iossim.exec.network.packets import Ends, ends
from iossim.language.notations.interfaces import interface_name
from iossim.router import RouterCore
from iossim.router.network.interfaces import interface
from iossim.router.network.ipv6 import is_own6, text6
from iossim.router.network.reach import count, reach
from iossim.router.network.routes import exit_of, routes

#: After this many packets a ping ends as if the user had stopped it, so that its output has an end.
MOST = 10_000
#: Round-trip times in milliseconds, shortest/average/longest: to the router itself, and to other hosts.
_OWN, _OTHER = "1/1/1", "1/1/4"
_MARKS = 70

_QUESTIONS = [
    Ask("repeat", "Repeat count [5]", "5", 1, 2_147_483_647),
    Ask("size", "Datagram size [100]", "100", 36, 18_024),
    Ask("timeout", "Timeout in seconds [2]", "2", 0, 3_600),
    Ask("extended", "Extended commands [n]", "n"),
]
_EXTENDED = [
    Ask("source", "Source address or interface"),
    Ask("tos", "Type of service [0]", "0", 0, 255),
    Ask("df", "Set DF bit in IP header? [no]", "no"),
    Ask("validate", "Validate reply data? [no]", "no"),
    Ask("pattern", "Data pattern [0xABCD]", "0xABCD"),
    Ask("route", "Loose, Strict, Record, Timestamp, Verbose[none]", "none"),
]
_SWEEP = [Ask("sweep", "Sweep range of sizes [n]", "n")]


@dataclass(frozen=True, slots=True)
class Probe:
    """The packets of one ping.

    Attributes:
        repeat: their number.
        size: bytes of a packet.
        timeout: seconds that a router waits for an answer.
        df: they must not be fragmented.
        vrf: the VRF; "" for the global table.
    """

    repeat: int = 5
    size: int = 100
    timeout: int = 2
    df: bool = False
    vrf: str = ""


@exec_command
def ping(
    line: Line,
    host: str = "",
    vrf: str = "",
    repeat: bool = False,
    count: str = "5",
    size: str | bool = "100",
    seconds: str = "2",
    source: str | list[str] | bool = "",
    df_bit: bool = False,
) -> Reply:
    """Sends echo requests; without a host, asks for everything."""
    if not host:
        return begin(_QUESTIONS, lambda answers: _asked(line.router, answers))
    first = source if isinstance(source, str) else ""
    address6 = _ipv6(host)
    if address6 is not None:
        return _sent6(line.router, address6, Probe(_last(count), _last(str(size)), _last(seconds)))
    probe = Probe(_last(count), _last(str(size)), _last(seconds), df_bit, vrf)
    return _sent(line.router, ends(line.router, host, first, vrf), probe)


def _last(value: str | list[str]) -> int:
    """The number of an option; the last one counts if it was typed twice."""
    return int(value if isinstance(value, str) else value[-1])


def _asked(router: RouterCore, answers: Answers) -> Reply:
    """The questions after the six that every dialogue has."""
    more = _EXTENDED if is_asked(answers["extended"]) else []
    return hold([*more, *_SWEEP], lambda given: _answered(router, given), answers)


def _answered(router: RouterCore, answers: Answers) -> Reply:
    typed = answers.get("source", "")
    probe = Probe(int(answers["repeat"]), int(answers["size"]), int(answers["timeout"]), is_asked(answers.get("df", "no")))
    return _sent(router, ends(router, answers["host"], interface_name(typed) or typed, ""), probe)


def _sent(router: RouterCore, both: Ends, probe: Probe) -> Iterator[str]:
    if both.destination is None:
        yield from both.refusal
        return
    yield "Type escape sequence to abort."
    yield f"Sending {probe.repeat}, {probe.size}-byte ICMP Echos to {both.destination}, timeout is {probe.timeout} seconds:"
    if both.source is not None:
        yield f"Packet sent with a source address of {both.source} "
    if probe.df:
        yield "Packet sent with the DF bit set"
    answer = reach(router.network, both.destination, probe.vrf)
    sent = min(probe.repeat, MOST)
    received = sent - min(answer.lost, sent) if answer.answers and not _is_too_long(router, both.destination, probe) else 0
    count(router.network, both.destination, sent, received, probe.size)
    yield from _results(sent, received, _OWN if answer.own else _OTHER)


def _results(sent: int, received: int, times: str) -> Iterator[str]:
    """A mark for each packet, lost ones first, and the rate of success."""
    marks = "." * (sent - received) + "!" * received
    yield from (marks[at : at + _MARKS] for at in range(0, sent, _MARKS))
    trips = f", round-trip min/avg/max = {times} ms" if received else ""
    yield f"Success rate is {100 * received // sent} percent ({received}/{sent}){trips}"


def _ipv6(host: str) -> IPv6Address | None:
    try:
        return IPv6Address(host)
    except ValueError:
        return None


def _sent6(router: RouterCore, address: IPv6Address, probe: Probe) -> Iterator[str]:
    """IPv6: nobody answers but the router itself."""
    sent = min(probe.repeat, MOST)
    yield "Type escape sequence to abort."
    yield f"Sending {probe.repeat}, {probe.size}-byte ICMP Echos to {text6(address)}, timeout is {probe.timeout} seconds:"
    yield from _results(sent, sent if is_own6(router.network, address) else 0, _OWN)


def _is_too_long(router: RouterCore, destination: IPv4Address, probe: Probe) -> bool:
    """True if packets that must not be fragmented are longer than the MTU of the interface that they leave by."""
    way = exit_of(routes(router.network, probe.vrf), destination) if probe.df else None
    port = interface(router.network, way[0]) if way is not None else None
    return port is not None and probe.size > port.mtu
