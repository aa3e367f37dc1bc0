"""show track and show ip sla: tracked interfaces and routes, and operations that send an echo now and then."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.clock import age
from iossim.router.fields import field
from iossim.router.network.tracking import answers, is_running, operation, tracked

#: What is up or down, by the parameter of a tracked object.
_WATCHED = {"line-protocol": "Line protocol", "reachability": "Reachability"}


@exec_command
def show_track(line: Line, number: str = "") -> Iterator[str]:
    """The tracked objects, or one."""
    for one in tracked(line.router.network):
        if number in ("", one.number):
            state = "Up" if one.is_up else "Down"
            yield f"Track {one.number}"
            title = {"interface": "Interface", "ip sla": "IP SLA"}.get(one.kind, one.kind)
            yield f"  {title} {one.target} {one.parameter}".rstrip()
            yield f"  {_WATCHED.get(one.parameter, 'State')} is {state}"
            yield f"    1 change, last change {age(line.router.clock.uptime())}"
            if one.kind == "ip sla":
                yield from _latest(line, str(one.target), one.is_up)


def _latest(line: Line, number: str, is_up: bool) -> Iterator[str]:
    """The last result of the operation of a tracked object."""
    section = line.router.config.section("ip_sla", number)
    runs = section is not None and is_running(line.router.network, section)
    yield f"  Latest operation return code: {'OK' if is_up else 'Timeout' if runs else 'Unknown'}"
    if is_up:
        yield "  Latest RTT (millisecs) 1"


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
            yield from _settings(line, section)


def _settings(line: Line, section: Section) -> Iterator[str]:
    kind, target = operation(section)
    runs = is_running(line.router.network, section)
    entered = {entry.words[0]: entry.words for one in section.walk() for entry in one.entries.values()}
    source = next((words[words.index("source-ip") + 1] for words in entered.values() if "source-ip" in words), "0.0.0.0")

    def setting(name: str, usual: str = "") -> str:
        return " ".join(entered[name][1:]) if name in entered else usual

    yield f"Entry number: {section.key[0]}"
    yield f"Owner: {setting('owner')}"
    yield f"Tag: {setting('tag')}"
    yield f"Operation timeout (milliseconds): {setting('timeout', '5000')}"
    yield f"Type of operation to perform: {kind}"
    yield f"Target address/Source address: {target}/{source}"
    yield f"Type Of Service parameter: 0x{int(setting('tos', '0')):X}"
    yield f"Request size (ARR data portion): {setting('request-data-size', '28')}"
    yield "Data pattern: 0xABCDABCD"
    yield f"Verify data: {'Yes' if 'verify-data' in entered else 'No'}"
    yield f"Vrf Name: {setting('vrf')}"
    yield "Schedule:"
    yield f"   Operation frequency (seconds): {_frequency(section)}  (not considered if randomly scheduled)"
    yield f"   Next Scheduled Start Time: {'Start Time already passed' if runs else 'Pending trigger'}"
    yield "   Group Scheduled : FALSE"
    yield "   Randomly Scheduled : FALSE"
    yield f"   Life (seconds): {'Forever' if runs else '3600'}"
    yield "   Entry Ageout (seconds): never"
    yield "   Recurring (Starting Everyday): FALSE"
    yield f"   Status of entry (SNMP RowStatus): {'Active' if runs else 'notInService'}"
    yield f"Threshold (milliseconds): {setting('threshold', '5000')}"
    yield "Distribution Statistics:"
    yield "   Number of statistic hours kept: 2"
    yield "   Number of statistic distribution buckets kept: 1"
    yield "   Statistic distribution interval (milliseconds): 20"
    yield "Enhanced History:"
    yield "History Statistics:"
    yield "   Number of history Lives kept: 0"
    yield "   Number of history Buckets kept: 15"
    yield "   History Filter Type: None"
    yield ""


def _frequency(section: Section) -> int:
    """Seconds from one echo to the next."""
    typed = field(section, "sla_frequency", "value")
    return max(1, int(typed)) if typed.isdecimal() else 60
