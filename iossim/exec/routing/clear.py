"""clear ip route, ospf, bgp and eigrp: there are no neighbours to lose."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, Question, ask, exec_command


@exec_command
def clear_ip_route(line: Line) -> None:
    """Computes the routes again; the table is the same after it."""


@exec_command
def clear_ip_ospf_process(line: Line, process: str | bool = "") -> Question:
    """Starts OSPF processes again."""
    which = f"OSPF process {process}" if isinstance(process, str) and process else "ALL OSPF processes"
    return ask(f"Reset {which}? [no]: ", _reset)


def _reset(typed: str) -> None:
    """Nothing changes, with either answer: there are no neighbours."""


@exec_command
def clear_ip_bgp(line: Line, address: str = "") -> Iterator[str]:
    """Ends the sessions with neighbours; there are none."""
    section = next(iter(line.router.config.root.any_sections("router_bgp")), None)
    if section is None:
        yield "% BGP not active"
    elif address and section.get("neighbor_remote_as", address) is None:
        yield f'%BGP: Unknown neighbor - "{address}"'


@exec_command
def clear_ip_eigrp_neighbors(line: Line) -> None:
    """Ends the sessions with neighbours; there are none."""
