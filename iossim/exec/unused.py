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
    "mpls forwarding-table": ("no MPLS apps enabled or MPLS not enabled on any interfaces",),
    "mpls interfaces": ("Interface              IP            Tunnel   BGP Static Operational",),
    "ppp multilink": ("", "No active bundles"),
}


@exec_command
def show_unused(line: Line, unused_table: str) -> Iterator[str]:
    """The head of an empty table."""
    yield from _TABLES.get(unused_table, ())


@exec_command
def clear_unused(line: Line) -> None:
    """Clears counters and tables that are empty."""
