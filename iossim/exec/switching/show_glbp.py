"""show glbp and show glbp brief."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.clock import age
from iossim.router.network.groups import Group, groups

_HEAD = "Interface   Grp  Fwd Pri State    Address         Active router   Standby router"


@exec_command
def show_glbp_brief(line: Line) -> Iterator[str]:
    """The groups and their forwarders, one line each."""
    rows = list(groups(line.router.network, "glbp"))
    if rows:
        yield _HEAD
    for group in rows:
        state, active = ("Active", "local") if group.is_active else ("Init", "unknown")
        head = f"{group.port.short:11} {group.number:<4}"
        yield f"{head} -   {group.priority:<3} {state:8} {group.address or 'unknown':15} {active:15} unknown"
        if group.is_active:
            yield f"{head} 1   -   Active   {group.mac}  local           -"


@exec_command
def show_glbp(line: Line, name: str = "") -> Iterator[str]:
    """All about the groups."""
    for group in groups(line.router.network, "glbp", name):
        yield from _group(group, age(line.router.clock.uptime()))


def _group(group: Group, since: str) -> Iterator[str]:
    yield f"{group.port.name} - Group {group.number}"
    yield f"  State is {'Active' if group.is_active else 'Init (interface down)'}"
    if group.is_active:
        yield f"    2 state changes, last state change {since}"
    yield f"  Virtual IP address is {group.address or 'unknown'}"
    yield "  Hello time 3 sec, hold time 10 sec"
    if group.is_active:
        yield "    Next hello sent in 1.000 secs"
    yield "  Redirect time 600 sec, forwarder timeout 14400 sec"
    yield f"  Preemption {'enabled, min delay 0 sec' if group.preempts else 'disabled'}"
    yield f"  Active is {'local' if group.is_active else 'unknown'}"
    yield "  Standby is unknown"
    yield f"  Priority {group.priority} ({'configured' if group.configured != 100 else 'default'})"
    yield "  Weighting 100 (default 100), thresholds: lower 1, upper 100"
    yield "  Load balancing: round-robin"
    if group.is_active:
        yield from _forwarder(group, since)


def _forwarder(group: Group, since: str) -> Iterator[str]:
    """The router as the only member of a group, and its forwarder."""
    yield "  Group members:"
    yield f"    {group.port.mac} ({group.own}) local"
    yield "  There is 1 forwarder (1 active)"
    yield "  Forwarder 1"
    yield "    State is Active"
    yield f"      1 state change, last state change {since}"
    yield f"    MAC address is {group.mac} (default)"
    yield f"    Owner ID is {group.port.mac}"
    yield "    Redirection enabled"
    yield "    Preemption enabled, min delay 30 sec"
    yield "    Active is local, weighting 100"
