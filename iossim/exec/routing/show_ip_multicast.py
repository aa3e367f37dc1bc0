"""show ip multicast, show ip mroute, show ip igmp groups and show ip pim: no multicast packet is simulated."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import is_set
from iossim.router.network.interfaces import interfaces

_OFF = "IP Multicast Forwarding is not enabled."


@exec_command
def show_ip_multicast(line: Line) -> Iterator[str]:
    """The routing of multicast packets, which is on or off."""
    on = is_set(line.router.config.root, "ip_multicast_routing")
    yield f"  Multicast Routing: {'enabled' if on else 'disabled'}"
    yield "  Multicast Multipath: disabled"
    yield "  Multicast Route limit: No limit"
    yield "  Multicast Triggered RPF check: enabled"
    yield "  Multicast Fallback group mode: Sparse"


@exec_command
def show_ip_mroute(line: Line) -> Iterator[str]:
    """The multicast routes, of which there are none."""
    if not is_set(line.router.config.root, "ip_multicast_routing"):
        yield _OFF
        return
    yield "IP Multicast Routing Table"
    yield "Flags: D - Dense, S - Sparse, B - Bidir Group, s - SSM Group, C - Connected,"
    yield "       L - Local, P - Pruned, R - RP-bit set, F - Register flag,"
    yield "       T - SPT-bit set, J - Join SPT, M - MSDP created entry, E - Extranet"
    yield "Outgoing interface flags: H - Hardware switched, A - Assert winner, p - PIM Join"
    yield " Timers: Uptime/Expires"
    yield " Interface state: Interface, Next-Hop or VCD, State/Mode"
    yield ""


@exec_command
def show_ip_mroute_count(line: Line) -> Iterator[str]:
    """The number of multicast routes and of their packets: none."""
    if not is_set(line.router.config.root, "ip_multicast_routing"):
        yield _OFF
        return
    yield "IP Multicast Statistics"
    yield "0 routes using 0 bytes of memory"
    yield "0 groups, 0.00 average sources per group"
    yield "Forwarding Counts: Pkt Count/Pkts per second/Avg Pkt Size/Kilobits per second"
    yield "Other counts: Total/RPF failed/Other drops(OIF-null, rate-limit etc)"
    yield ""


@exec_command
def show_ip_igmp_groups(line: Line) -> Iterator[str]:
    """The groups that hosts joined, of which there are none."""
    yield "IGMP Connected Group Membership"
    yield "Group Address    Interface                Uptime    Expires   Last Reporter   Group Accounted"


@exec_command
def show_ip_pim_neighbor(line: Line) -> Iterator[str]:
    """The neighbours, of which there are none."""
    yield "PIM Neighbor Table"
    yield "Mode: B - Bidir Capable, DR - Designated Router, N - Default DR Priority,"
    yield "      P - Proxy Capable, S - State Refresh Capable, G - GenID Capable,"
    yield "      L - DR Load-balancing Capable"
    yield "Neighbor          Interface                Uptime/Expires    Ver   DR"
    yield "Address                                                            Prio/Mode"


@exec_command
def show_ip_pim_interface(line: Line) -> Iterator[str]:
    """The interfaces on which PIM speaks."""
    yield ""
    yield "Address          Interface                Ver/   Nbr    Query  DR         DR"
    yield "                                          Mode   Count  Intvl  Prior"
    for port in interfaces(line.router.network):
        command = port.section.get("ip_pim")
        if command is not None and not command.negative and port.address is not None:
            mode = {"dense-mode": "D", "sparse-mode": "S", "sparse-dense-mode": "SD", "passive": "P"}[
                str(command.fields["pim_mode"])
            ]
            yield f"{port.address.ip!s:16} {port.name:24} v2/{mode:4}0      30     1          {port.address.ip}"
