"""ping: echo requests, answered by the router itself, by simulated phones and by hosts that the configuration names.

Nothing is sent, and nobody waits: a packet without an answer is a time-out at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from iossim.exec.command import Line, Reply, exec_command
from iossim.exec.network.dialogue import Answers, Ask, begin, hold, is_asked
from iossim.exec.network.packets import BAD_SOURCE, NOT_OWN, Ends, ends, last_of
from iossim.language.notations.interfaces import interface_name
from iossim.router import RouterCore
from iossim.router.network.interfaces import interface
from iossim.router.network.ipv6 import addresses, is_on, is_own6, link_local, text6
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
_RANGE = [
    Ask("low", "Sweep min size [36]", "36", 36, 18_024),
    Ask("high", "Sweep max size [18024]", "18024", 36, 18_024),
    Ask("step", "Sweep interval [1]", "1", 1, 18_024),
]


@dataclass(frozen=True, slots=True)
class Probe:
    """The packets of one ping.

    Attributes:
        repeat: how often packets of all sizes are sent.
        sizes: their sizes in bytes, one or several.
        timeout: seconds that a router waits for an answer.
        df: they must not be fragmented.
        vrf: the VRF; "" for the global table.
    """

    repeat: int
    sizes: range
    timeout: int
    df: bool = False
    vrf: str = ""

    @property
    def number(self) -> int:
        """The number of packets."""
        return self.repeat * len(self.sizes)

    @property
    def shown_size(self) -> str:
        """The size, or the range of sizes, as the router shows it."""
        return str(self.sizes[0]) if len(self.sizes) == 1 else f"[{self.sizes[0]}..{self.sizes[-1]}]"


@exec_command
def ping(
    line: Line,
    host: str = "",
    vrf: str = "",
    count: str | list[str] = "5",
    size: str | list[str] = "100",
    seconds: str | list[str] = "2",
    source: str | list[str] | bool = "",
    df_bit: bool = False,
) -> Reply:
    """Sends echo requests; without a host, asks for everything."""
    if not host:
        return begin(_QUESTIONS, lambda answers: _asked(line.router, answers))
    first = source if isinstance(source, str) else ""
    probe = Probe(last_of(count), _only(last_of(size)), last_of(seconds), df_bit, vrf)
    address6 = _ipv6(host)
    if address6 is not None:
        return _sent6(line.router, address6, probe, first)
    return _sent(line.router, ends(line.router, host, first, vrf), probe)


def _only(size: int) -> range:
    """One size as a range."""
    return range(size, size + 1)


def _asked(router: RouterCore, answers: Answers) -> Reply:
    """The questions after the six that every dialogue has."""
    more = _EXTENDED if is_asked(answers["extended"]) else []
    return hold([*more, *_SWEEP], lambda given: _swept(router, given), answers)


def _swept(router: RouterCore, answers: Answers) -> Reply:
    """The questions about a range of sizes, if there shall be one."""
    if is_asked(answers["sweep"]):
        return hold(_RANGE, lambda given: _answered(router, given), answers)
    return _answered(router, answers)


def _answered(router: RouterCore, answers: Answers) -> Reply:
    typed = answers.get("source", "")
    sizes = _only(int(answers["size"]))
    if "low" in answers:
        low = int(answers["low"])
        sizes = range(low, max(low, int(answers["high"])) + 1, int(answers["step"]))
    probe = Probe(int(answers["repeat"]), sizes, int(answers["timeout"]), is_asked(answers.get("df", "no")))
    return _sent(router, ends(router, answers["host"], interface_name(typed) or typed, ""), probe)


def _sent(router: RouterCore, both: Ends, probe: Probe) -> Iterator[str]:
    if both.destination is None:
        yield from both.refusal
        return
    yield "Type escape sequence to abort."
    yield f"Sending {probe.number}, {probe.shown_size}-byte ICMP Echos to {both.destination}, timeout is {probe.timeout} seconds:"
    if both.source is not None:
        yield f"Packet sent with a source address of {both.source} "
    if probe.df:
        yield "Packet sent with the DF bit set"
    answer = reach(router.network, both.destination, probe.vrf)
    mtu = _mtu(router, both.destination, probe) if probe.df else None
    sizes = [probe.sizes[index % len(probe.sizes)] for index in range(min(probe.number, MOST))]
    answered = [answer.answers and index >= answer.lost and (mtu is None or size <= mtu) for index, size in enumerate(sizes)]
    back = [size for size, is_back in zip(sizes, answered, strict=True) if is_back]
    count(router.network, both.destination, sizes, back)
    _trace(router, both.destination, both.source, answer.own, len(back))
    yield from _results(answered, _OWN if answer.own else _OTHER)


def _trace(router: RouterCore, destination: IPv4Address, source: IPv4Address | None, own: bool, number: int) -> None:
    """The lines of `debug ip icmp` about the answers that came back."""
    if not router.debugging.is_on("ip icmp"):
        return
    way = exit_of(routes(router.network), destination)
    port = interface(router.network, way[0]) if way is not None else None
    address = destination if own else port.address.ip if port is not None and port.address is not None else None
    ends = f"src {destination}, dst {source or address}, topology BASE, dscp 0 topoid 0"
    for _ in range(number):
        if own:
            router.log.debug(f"ICMP: echo reply sent, {ends}")
        router.log.debug(f"ICMP: echo reply rcvd, {ends}")


def _results(answered: list[bool], times: str) -> Iterator[str]:
    """A mark for each packet, and the rate of success."""
    marks = "".join("!" if is_back else "." for is_back in answered)
    yield from (marks[at : at + _MARKS] for at in range(0, len(marks), _MARKS))
    sent, received = len(answered), sum(answered)
    trips = f", round-trip min/avg/max = {times} ms" if received else ""
    yield f"Success rate is {100 * received // sent} percent ({received}/{sent}){trips}"


def _ipv6(host: str) -> IPv6Address | None:
    try:
        return IPv6Address(host)
    except ValueError:
        return None


def _sent6(router: RouterCore, address: IPv6Address, probe: Probe, source: str = "") -> Iterator[str]:
    """IPv6: nobody answers but the router itself."""
    port = interface(router.network, source) if source else None
    own = (
        next((one.ip for one in addresses(port)), link_local(port))
        if port is not None and is_on(port) and port.is_up
        else _ipv6(source)
    )
    if source and (own is None or not is_own6(router.network, own)):
        yield BAD_SOURCE if port is not None else NOT_OWN
        return
    yield "Type escape sequence to abort."
    yield f"Sending {probe.number}, {probe.shown_size}-byte ICMP Echos to {text6(address)}, timeout is {probe.timeout} seconds:"
    if own is not None:
        yield f"Packet sent with a source address of {text6(own)}"
    yield from _results([is_own6(router.network, address)] * min(probe.number, MOST), _OWN)


def _mtu(router: RouterCore, destination: IPv4Address, probe: Probe) -> int | None:
    """The MTU of the interface that packets leave by; None without a route."""
    way = exit_of(routes(router.network, probe.vrf), destination)
    port = interface(router.network, way[0]) if way is not None else None
    return port.mtu if port is not None else None
