"""show track and show ip sla: tracked interfaces and routes, and operations that send an echo now and then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.language.notations.interfaces import interface_name
from iossim.router import RouterCore
from iossim.router.clock import age
from iossim.router.fields import field
from iossim.router.network.hosts import host_address
from iossim.router.network.interfaces import interface
from iossim.router.network.reach import reach


@dataclass(frozen=True, slots=True)
class _Tracked:
    """One tracked object: its number, its kind, what it watches, and its state."""

    number: str
    kind: str
    target: str
    parameter: str
    is_up: bool


def _tracked(router: RouterCore) -> Iterator[_Tracked]:
    for command in router.config.root.all("track"):
        number, *words = command.words[1:]
        kind = words[0]
        if kind == "interface" and len(words) > 1:
            name = interface_name(words[1]) or words[1]
            port = interface(router.network, name)
            yield _Tracked(number, kind, name, " ".join(words[2:]), port is not None and port.is_up)
        else:
            sla = words[2] if words[:2] == ["ip", "sla"] and len(words) > 2 else ""
            section = router.config.root.section("ip_sla", sla) if sla else None
            yield _Tracked(number, "ip sla" if sla else kind, sla, words[-1], section is not None and _answers(router, section))


@exec_command
def show_track(line: Line, number: str = "") -> Iterator[str]:
    """The tracked objects, or one."""
    for one in _tracked(line.router):
        if number in ("", one.number):
            state = "Up" if one.is_up else "Down"
            yield f"Track {one.number}"
            title = {"interface": "Interface", "ip sla": "IP SLA"}.get(one.kind, one.kind)
            yield f"  {title} {one.target} {one.parameter}".rstrip()
            yield f"  {'Line protocol' if one.parameter == 'line-protocol' else 'State'} is {state}"
            yield f"    1 change, last change {age(line.router.clock.uptime())}"


@exec_command
def show_track_brief(line: Line) -> Iterator[str]:
    """The tracked objects, one line an object."""
    yield "Track   Object                         Parameter        Value Last Change"
    for one in _tracked(line.router):
        watched = f"{one.kind} {one.target}"
        yield f"{one.number:7} {watched:30} {one.parameter:16} {'Up' if one.is_up else 'Down':5} {age(line.router.clock.uptime())}"


# ---- IP SLA -----------------------------------------------------------------------------------------------------------------------


def _operation(section: Section) -> tuple[str, str]:
    """The type of an operation and its target; the target is "" if there is none."""
    for rule in ("sla_operation", "sla_http", "sla_dns", "sla_dhcp"):
        for command in section.all(rule):
            return command.words[0], next(iter(command.words[1:]), "")
    return "unknown", ""


def _answers(router: RouterCore, section: Section) -> bool:
    address = host_address(router.network, _operation(section)[1])
    return address is not None and reach(router.network, address).answers


def _is_running(router: RouterCore, section: Section) -> bool:
    return router.config.root.get("ip_sla_schedule", section.key[0]) is not None


@exec_command
def show_ip_sla_summary(line: Line) -> Iterator[str]:
    """The operations, one line an operation."""
    yield "IPSLAs Latest Operation Summary"
    yield "Codes: * active, ^ inactive, ~ pending"
    yield ""
    yield "ID           Type        Destination       Stats       Return      Last"
    yield "                                           (ms)        Code        Run "
    yield "-" * 71
    for section in line.router.config.root.find_sections("ip_sla"):
        kind, target = _operation(section)
        if not _is_running(line.router, section):
            yield f"{'~' + section.key[0]:13}{kind:12}{target:18}{'-':12}{'Unknown':12}Pending"
        else:
            time, code = ("RTT=1", "OK") if _answers(line.router, section) else ("-", "Timeout")
            yield f"{'*' + section.key[0]:13}{kind:12}{target:18}{time:12}{code:12}1 second ago"


@exec_command
def show_ip_sla_statistics(line: Line, number: str = "") -> Iterator[str]:
    """The results of the operations, or of one."""
    router = line.router
    yield "IPSLAs Latest Operation Statistics"
    yield ""
    for section in router.config.root.find_sections("ip_sla"):
        if number not in ("", section.key[0]):
            continue
        runs = _is_running(router, section)
        answers = runs and _answers(router, section)
        count = router.clock.uptime() // _frequency(section) if runs else 0
        yield f"IPSLA operation id: {section.key[0]}"
        if runs:
            yield f"        Latest RTT: {'1 milliseconds' if answers else 'NoConnection/Busy/Timeout'}"
            yield f"Latest operation start time: {router.clock.stamp()}"
            yield f"Latest operation return code: {'OK' if answers else 'Timeout'}"
        else:
            yield "Latest operation return code: Unknown"
        yield f"Number of successes: {count if answers else 0}"
        yield f"Number of failures: {0 if answers else count}"
        yield f"Operation time to live: {'Forever' if runs else '0'}"
        yield ""


@exec_command
def show_ip_sla_configuration(line: Line, number: str = "") -> Iterator[str]:
    """The settings of the operations, or of one."""
    yield "IP SLAs Infrastructure Engine-III"
    for section in line.router.config.root.find_sections("ip_sla"):
        if number in ("", section.key[0]):
            kind, target = _operation(section)
            yield f"Entry number: {section.key[0]}"
            yield "Owner: "
            yield "Tag: "
            yield "Operation timeout (milliseconds): 5000"
            yield f"Type of operation to perform: {kind}"
            yield f"Target address/Source address: {target}/0.0.0.0"
            yield "Schedule:"
            yield f"   Operation frequency (seconds): {_frequency(section)}"
            yield ""


def _frequency(section: Section) -> int:
    """Seconds from one echo to the next."""
    typed = field(section, "sla_number", "value", "frequency")
    return max(1, int(typed)) if typed.isdecimal() else 60
