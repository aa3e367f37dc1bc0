"""Commands about features that nobody simulates: an empty table has its head, or prints nothing at all."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command

#: The lines of the tables that have any, by the words of the command after `show`.
_TABLES = {
    "bridge": ("", "Total of 300 station blocks, 300 free", "Codes: P - permanent, S - self", ""),
    "crypto engine connections active": (
        "Crypto Engine Connections",
        "",
        "   ID  Type    Algorithm           Encrypt  Decrypt LastSeqN IP-Address",
        "",
    ),
    "dmvpn": (
        "Legend: Attrb --> S - Static, D - Dynamic, I - Incomplete",
        "\tN - NATed, L - Local, X - No Socket",
        "\tT1 - Route Installed, T2 - Nexthop-override",
        "\tC - CTS Capable",
        "\t# Ent --> Number of NHRP entries with same NBMA peer",
        "\tNHS Status: E --> Expecting Replies, R --> Responding, W --> Waiting",
        "\tUpDn Time --> Up or Down Time for a Tunnel",
        "=" * 74,
        "",
    ),
    "ip pim rp mapping": ("PIM Group-to-RP Mappings", ""),
    "clns": (
        "Global CLNS Information:",
        "  0 Interfaces Enabled for CLNS",
        "  Configuration Timer: 60, Default Holding Timer: 300, Packet Lifetime 64",
        "  ERPDU's requested on locally generated packets",
        "  Running IS-IS in IP-only mode (CLNS forwarding not allowed)",
    ),
    "crypto ipsec security-association lifetime": ("Security association lifetime: 4608000 kilobytes/3600 seconds",),
    "frame-relay traffic": (
        "Frame Relay statistics:",
        "\tARP requests sent 0, ARP replies sent 0",
        "\tARP request recvd 0, ARP replies recvd 0",
    ),
    "ip spd": (
        "Current mode: normal",
        "Queue min/max thresholds: 73/74, Headroom: 100, Extended Headroom: 10",
        "IP normal queue: 0, priority queue: 0.",
        "SPD special drop mode: none",
    ),
    "ip wccp": (
        "Global WCCP information:",
        "    Router information:",
        "\tRouter Identifier:                   -not yet determined-",
        "",
    ),
    "l2tun": ("", "%No active L2TP tunnels"),
    "mpls forwarding-table": ("no MPLS apps enabled or MPLS not enabled on any interfaces",),
    "mpls interfaces": ("Interface              IP            Tunnel   BGP Static Operational",),
    "mpls label range": ("Downstream Generic label region: Min/Max label: 16/100000",),
    "mpls ldp parameters": (
        "LDP Feature Set Manager: State Initialized",
        "  LDP features:",
        "    Basic",
        "    IP-over-MPLS",
        "    TDP",
        "    IGP-Sync",
        "    Auto-Configuration",
        "    TCP-MD5-Rollover",
        "Protocol version: 1",
        "Session hold time: 180 sec; keep alive interval: 60 sec",
        "Discovery hello: holdtime: 15 sec; interval: 5 sec",
        "Discovery targeted hello: holdtime: 90 sec; interval: 10 sec",
        "Downstream on Demand max hop count: 255",
        "LDP for targeted sessions",
        "LDP initial/maximum backoff: 15/120 sec",
        "LDP loop detection: off",
    ),
    "ppp all": (
        "Interface/ID OPEN+ Nego* Fail-     Stage    Peer Address    Peer Name",
        "------------ --------------------- -------- --------------- --------------------",
    ),
    "ppp multilink": ("", "No active bundles"),
    "vpdn": ("", "%No active L2TP tunnels"),
    "xconnect all": (
        "Legend:    XC ST=Xconnect State  S1=Segment1 State  S2=Segment2 State",
        "  UP=Up       DN=Down            AD=Admin Down      IA=Inactive",
        "  SB=Standby  HS=Hot Standby     RV=Recovering      NH=No Hardware",
        "",
        "XC ST  Segment 1                         S1 Segment 2                         S2",
        "------+---------------------------------+--+---------------------------------+--",
    ),
}
#: The tables whose head stands before an empty part of them, too.
_PARTS = ("mpls forwarding-table", "l2tun", "vpdn")


@exec_command
def show_unused(line: Line, unused_table: str) -> Iterator[str]:
    """The head of an empty table."""
    whole = next((table for table in _PARTS if unused_table.startswith(f"{table} ")), unused_table)
    yield from _TABLES.get(whole, ())


@exec_command
def clear_unused(line: Line) -> None:
    """Clears counters and tables that are empty."""
