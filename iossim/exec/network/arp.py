"""show arp, show ip arp and clear arp-cache."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.network import arp


@exec_command
def show_arp(line: Line, vrf: str = "") -> Iterator[str]:
    """The ARP table."""
    yield from _table(arp.entries(line.router.network, vrf))


@exec_command
def show_ip_arp(line: Line, address: str = "", mac: str = "", name: str = "", vrf: str = "") -> Iterator[str]:
    """The entries of the ARP table with an address, a MAC address or an interface."""
    yield from _table(
        [
            entry
            for entry in arp.entries(line.router.network, vrf)
            if address in ("", str(entry.address)) and mac in ("", entry.mac) and name in ("", entry.interface)
        ],
        bool(address or mac or name),
    )


def _table(entries: list[arp.Entry], is_part: bool = False) -> Iterator[str]:
    """The table; a part of it without entries prints nothing at all."""
    if entries or not is_part:
        yield "Protocol  Address          Age (min)  Hardware Addr   Type   Interface"
    for entry in entries:
        age = "-" if entry.age is None else str(entry.age)
        yield f"Internet  {entry.address!s:15} {age:>9}   {entry.mac or 'Incomplete':14}  ARPA   {entry.interface}"


@exec_command
def clear_arp_cache(line: Line) -> None:
    """Clears the ARP table; the router asks for its neighbours again at once."""
    arp.clear(line.router.network)
