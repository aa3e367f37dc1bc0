"""show track and show ip sla: tracked interfaces and routes, and operations that send an echo now and then."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.clock import age
from iossim.router.fields import field
from iossim.router.network.tracking import answers, is_running, operation, tracked


@exec_command
def show_track(line: Line, number: str = "") -> Iterator[str]:
    """The tracked objects, or one."""
    for one in tracked(line.router.network):
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
    for one in tracked(line.router.network):
        watched = f"{one.kind} {one.target}"
        yield f"{one.number:7} {watched:30} {one.parameter:16} {'Up' if one.is_up else 'Down':5} {age(line.router.clock.uptime())}"


# ---- IP SLA -----------------------------------------------------------------------------------------------------------------------


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
        kind, target = operation(section)
        if not is_running(line.router.network, section):
            yield f"{'~' + section.key[0]:13}{kind:12}{target:18}{'-':12}{'Unknown':12}Pending"
        else:
            time, code = ("RTT=1", "OK") if answers(line.router.network, section) else ("-", "Timeout")
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
        runs = is_running(router.network, section)
        succeeds = runs and answers(router.network, section)
        count = router.clock.uptime() // _frequency(section) if runs else 0
        yield f"IPSLA operation id: {section.key[0]}"
        if runs:
            yield f"        Latest RTT: {'1 milliseconds' if succeeds else 'NoConnection/Busy/Timeout'}"
            yield f"Latest operation start time: {router.clock.stamp()}"
            yield f"Latest operation return code: {'OK' if succeeds else 'Timeout'}"
        else:
            yield "Latest operation return code: Unknown"
        yield f"Number of successes: {count if succeeds else 0}"
        yield f"Number of failures: {0 if succeeds else count}"
        yield f"Operation time to live: {'Forever' if runs else '0'}"
        yield ""


@exec_command
def show_ip_sla_configuration(line: Line, number: str = "") -> Iterator[str]:
    """The settings of the operations, or of one."""
    yield "IP SLAs Infrastructure Engine-III"
    for section in line.router.config.root.find_sections("ip_sla"):
        if number in ("", section.key[0]):
            kind, target = operation(section)
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
    typed = field(section, "sla_frequency", "value")
    return max(1, int(typed)) if typed.isdecimal() else 60
