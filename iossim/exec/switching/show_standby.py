"""show standby and show standby brief."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.clock import age
from iossim.router.network.groups import Group, groups


@exec_command
def show_standby_brief(line: Line, name: str = "") -> Iterator[str]:
    """The groups, one line a group."""
    rows = list(groups(line.router.network, "standby", name))
    if rows:
        yield "                     P indicates configured to preempt."
        yield "                     |"
        yield "Interface   Grp  Pri P State   Active          Standby         Virtual IP"
    for group in rows:
        state, active = ("Active", "local") if group.is_active else ("Init", "unknown")
        preempts = "P" if group.preempts else " "
        head = f"{group.port.short:11} {group.number:<4} {group.priority:<3} {preempts} {state:7}"
        yield f"{head} {active:15} {'unknown':15} {group.address or 'unknown'}"


@exec_command
def show_standby(line: Line, name: str = "") -> Iterator[str]:
    """All about the groups."""
    for group in groups(line.router.network, "standby", name):
        yield from _group(group, age(line.router.clock.uptime()))


def _group(group: Group, since: str) -> Iterator[str]:
    version = f" (version {group.version})" if group.version == 2 else ""
    yield f"{group.port.name} - Group {group.number}{version}"
    if group.is_active:
        yield "  State is Active"
        yield f"    2 state changes, last state change {since}"
    else:
        yield f"  State is Init ({'interface down' if group.address else 'virtual IP not configured'})"
    yield f"  Virtual IP address is {group.address or 'unknown'}"
    yield f"  Active virtual MAC address is {group.mac if group.is_active else 'unknown'}"
    yield f"    Local virtual MAC address is {group.mac} (v{group.version} default)"
    hello, hold = _timers(group)
    yield f"  Hello time {hello} sec, hold time {hold} sec"
    if group.is_active:
        yield "    Next hello sent in 1.000 secs"
    yield f"  Preemption {'enabled' if group.preempts else 'disabled'}"
    yield f"  Active router is {'local' if group.is_active else 'unknown'}"
    yield "  Standby router is unknown"
    yield f"  Priority {group.priority} ({f'configured {group.configured}' if group.configured != 100 else 'default 100'})"
    for name, up, loss in group.objects:
        kind = "object" if name.isdigit() else "interface"
        yield f"    Track {kind} {name} state {'Up' if up else 'Down'} decrement {loss}"
    yield f'  Group name is "{group.name or f"hsrp-{group.port.short}-{group.number}"}"{"" if group.name else " (default)"}'


def _timers(group: Group) -> tuple[str, str]:
    command = group.port.section.get("standby_timers", *group.key)
    seconds = command.fields.get("seconds", []) if command is not None and not command.negative else []
    return (seconds[0], seconds[1]) if isinstance(seconds, list) and len(seconds) == 2 else ("3", "10")
