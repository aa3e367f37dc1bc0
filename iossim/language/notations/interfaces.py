"""Names of interfaces, abbreviated as IOS allows."""

from __future__ import annotations

import re
from functools import cache

_KINDS = (
    "Async", "ATM", "BVI", "BRI", "Cellular", "CDP-Tunnel", "Dialer", "Dot11Radio", "Embedded-Service-Engine",
    "Ethernet", "FastEthernet", "GigabitEthernet", "Group-Async", "In-Use-Module", "Integrated-Service-Engine",
    "Analysis-Module", "Loopback", "Multilink", "Null", "Port-channel", "SM", "Serial", "Service-Engine",
    "TenGigabitEthernet", "Tunnel", "Virtual-Access", "Virtual-PPP", "Virtual-Template", "Virtual-TokenRing",
    "VirtualPortGroup", "Vlan", "ucse", "Wlan-ap", "wlan-controller",
)  # fmt: skip
#: Prefixes that more than one kind shares, and the kind that IOS takes them for.
_SHORT = {
    "e": "Ethernet", "g": "GigabitEthernet", "s": "Serial", "se": "Serial", "l": "Loopback", "t": "Tunnel", "vi": "Virtual-Template",
}  # fmt: skip


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z][A-Za-z-]*?)-?\s*([0-9]+(?:/[0-9]+){0,3}(?::[0-9]+)?)(\.[0-9]+)?")


def interface_name(word: str) -> str | None:
    """The canonical form of an interface or subinterface (`gi0/0` is GigabitEthernet0/0), or None."""
    match = _name().fullmatch(word)
    if match is None:
        return None
    typed = match[1].lower()
    kinds = [kind for kind in _KINDS if kind.lower().startswith(typed)]
    exact = [kind for kind in kinds if kind.lower() == typed]
    kinds = exact or ([_SHORT[typed]] if typed in _SHORT else kinds)
    return f"{kinds[0]}{match[2]}{match[3] or ''}" if len(kinds) == 1 else None


def subinterface_name(word: str) -> str | None:
    """The canonical form of a subinterface (`gi0/0.10` is GigabitEthernet0/0.10), or None."""
    name = interface_name(word)
    return name if name is not None and "." in name else None
