"""Names of interfaces, abbreviated as IOS allows."""

from __future__ import annotations

import re
from functools import cache

#: The kinds of interfaces, as IOS prints them.
KINDS = (
    "Async", "ATM", "BVI", "BRI", "Cellular", "CDP-Tunnel", "Dialer", "Dot11Radio", "Embedded-Service-Engine",
    "Ethernet", "FastEthernet", "GigabitEthernet", "Group-Async", "In-Use-Module", "Integrated-Service-Engine",
    "Analysis-Module", "Loopback", "Multilink", "Null", "Port-channel", "SM", "Serial", "Service-Engine",
    "TenGigabitEthernet", "Tunnel", "Virtual-Access", "Virtual-PPP", "Virtual-Template", "Virtual-TokenRing",
    "VirtualPortGroup", "Vlan", "ucse", "Wlan-ap", "wlan-controller",
)  # fmt: skip
_FOLDED = {kind.lower(): kind for kind in KINDS}
#: Prefixes that more than one kind shares, and the kind that IOS takes them for.
_SHORT = {
    "e": "Ethernet", "g": "GigabitEthernet", "s": "Serial", "se": "Serial", "l": "Loopback", "t": "Tunnel", "vi": "Virtual-Template",
}  # fmt: skip

#: The kinds of interfaces that a router prints before its ports, and after them, in this order.
_BEFORE_PORTS = ("Loopback", "Null", "Multilink", "Port-channel", "Tunnel")
_AFTER_PORTS = ("Async", "Group-Async", "Cellular", "Vlan", "Virtual-PPP", "Virtual-Template", "Virtual-Access", "Dialer", "BVI")
_PLACES = {
    **{kind: place for place, kind in enumerate(_BEFORE_PORTS, -len(_BEFORE_PORTS))},
    **{kind: place for place, kind in enumerate(_AFTER_PORTS, 1)},
}


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z](?:[A-Za-z0-9-]*[A-Za-z])?)-?\s*([0-9]+(?:/[0-9]+){0,3}(?::[0-9]+)?)(\.[0-9]+)?")


def interface_name(word: str) -> str | None:
    """The canonical form of an interface or subinterface (`gi0/0` is GigabitEthernet0/0), or None."""
    match = _name().fullmatch(word)
    if match is None:
        return None
    typed = match[1].lower()
    kind = _FOLDED.get(typed) or _SHORT.get(typed)
    if kind is None:
        begun = [kind for folded, kind in _FOLDED.items() if folded.startswith(typed)]
        if len(begun) != 1:
            return None
        kind = begun[0]
    return f"{kind}{match[2]}{match[3] or ''}"


def subinterface_name(word: str) -> str | None:
    """The canonical form of a subinterface (`gi0/0.10` is GigabitEthernet0/0.10), or None."""
    name = interface_name(word)
    return name if name is not None and "." in name else None


def interface_place(name: str) -> tuple[int, tuple[int, ...], str, tuple[int, ...]]:
    """A sort key that puts interfaces in the order of a running-config.

    Loopbacks and tunnels come first. The ports follow by slot: in slot 0 the router's own (`GigabitEthernet0/1`) before those of
    modules (`GigabitEthernet0/0/0`); ports with one number (`GigabitEthernet0`) are the last. Virtual interfaces come after them.
    A subinterface stands after its interface.

    Args:
        name: the name in canonical form.
    """
    match = _name().fullmatch(name)
    if match is None:
        return (0, (), name, ())
    kind, numbers = match[1], tuple(map(int, match[2].partition(":")[0].split("/")))
    inside = tuple(int(part) for part in (match[2].partition(":")[2], (match[3] or "")[1:]) if part)
    place = _PLACES.get(kind, 0)
    if place or len(numbers) == 1:
        return (place, (_LAST, 0), kind, (*numbers, *inside))
    return (0, (numbers[0], len(numbers), *numbers[1:]), kind, inside)


#: A slot after all others.
_LAST = 1_000_000
