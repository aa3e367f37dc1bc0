"""show vrrp and show vrrp brief."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.network.groups import Group, groups


def _down_interval(group: Group) -> int:
    """Milliseconds after which a router that is not heard is down: three seconds, and less for a high priority."""
    return 3000 + (256 - group.priority) * 1000 // 256


def _is_master(group: Group) -> bool:
    return group.is_active and not group.is_shut


@exec_command
def show_vrrp_brief(line: Line) -> Iterator[str]:
    """The groups, one line a group."""
    yield "Interface          Grp Pri Time  Own Pre State   Master addr     Group addr"
    for group in groups(line.router.network, "vrrp"):
        own, preempts = "Y" if group.address == group.own else " ", "Y" if group.preempts else " "
        state, master = ("Master", group.own) if _is_master(group) else ("Init", "0.0.0.0")
        head = f"{group.port.short:18} {group.number:<3} {group.priority:<3} {_down_interval(group):<5} {own:3} {preempts:3}"
        yield f"{head} {state:7} {master:15} {group.address:15}"


@exec_command
def show_vrrp(line: Line, name: str = "") -> Iterator[str]:
    """All about the groups."""
    for group in groups(line.router.network, "vrrp", name):
        state, master = ("Master", f"{group.own} (local)") if _is_master(group) else ("Init", "0.0.0.0")
        yield f"{group.port.name} - Group {group.number}  "
        yield f"  State is {state}  "
        yield f"  Virtual IP address is {group.address}"
        yield f"  Virtual MAC address is {group.mac}"
        yield "  Advertisement interval is 1.000 sec"
        yield f"  Preemption {'enabled' if group.preempts else 'disabled'}"
        yield f"  Priority is {group.priority} " + ("" if group.priority == group.configured else f" (cfgd {group.configured})")
        for number, up, loss in group.objects:
            yield f"    Track object {number} state {'Up' if up else 'Down'} decrement {loss}"
        yield f"  Master Router is {master}, priority is {group.priority if _is_master(group) else 0} "
        yield "  Master Advertisement interval is 1.000 sec"
        interval = _down_interval(group)
        yield f"  Master Down interval is {interval // 1000}.{interval % 1000:03} sec"
        yield ""
