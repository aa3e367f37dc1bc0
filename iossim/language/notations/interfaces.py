"""Names of interfaces, abbreviated as IOS allows."""

from __future__ import annotations

import re
from functools import cache

#: The kinds of interfaces, as IOS prints them.
KINDS = (
    "AppGigabitEthernet", "Async", "ATM", "Auto-Template", "BDI", "BVI", "BRI", "Cellular", "CDP-Tunnel", "Dialer", "Dot11Radio",
    "Embedded-Service-Engine", "Ethernet", "FastEthernet", "FiveGigabitEthernet", "FortyGigabitEthernet", "GigabitEthernet",
    "Group-Async", "HundredGigE", "In-Use-Module", "Integrated-Service-Engine", "Analysis-Module", "L2LISP", "LISP", "Loopback",
    "Multilink", "Null", "nve", "Port-channel", "POS", "pseudowire", "SM", "Serial", "Service-Engine", "TenGigabitEthernet", "Tunnel",
    "TwentyFiveGigE", "TwoGigabitEthernet", "Virtual-Access", "Virtual-PPP", "Virtual-Template", "Virtual-TokenRing", "Vif",
    "VirtualPortGroup", "Vlan", "ucse", "Wlan-ap", "wlan-controller",
)  # fmt: skip
_FOLDED = {kind.lower(): kind for kind in KINDS}
#: Prefixes that more than one kind shares, and the kind that IOS takes them for.
_SHORT = {
    "e": "Ethernet", "f": "FastEthernet", "g": "GigabitEthernet", "n": "Null", "p": "Port-channel", "po": "Port-channel",
    "s": "Serial", "se": "Serial", "l": "Loopback", "t": "Tunnel", "vi": "Virtual-Template",
}  # fmt: skip

#: The numbers of the interfaces that are no ports.
_NUMBERS = {
    "BVI": range(1, 256), "Dialer": range(256), "Loopback": range(2**31), "Multilink": range(1, 2**31), "Null": range(1),
    "Port-channel": range(1, 513), "Tunnel": range(2**31), "Virtual-Template": range(1, 4096), "Vlan": range(1, 4095),
}  # fmt: skip
#: A point and ten digits are the longest number of a subinterface.
_LONGEST_PART = 12

#: The most interfaces that one range names.
_MOST = 4096

#: The kinds of interfaces that a router prints before its ports, and after them, in this order.
_BEFORE_PORTS = ("Auto-Template", "Loopback", "Null", "Multilink", "Port-channel", "Tunnel", "VirtualPortGroup", "LISP", "L2LISP")
_AFTER_PORTS = ("Async", "Group-Async", "Cellular", "Vlan", "Virtual-PPP", "Virtual-Template", "Virtual-Access", "Dialer", "BVI")
_PLACES = {
    **{kind: place for place, kind in enumerate(_BEFORE_PORTS, -len(_BEFORE_PORTS))},
    **{kind: place for place, kind in enumerate(_AFTER_PORTS, 1)},
}


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"([A-Za-z](?:[A-Za-z0-9-]*[A-Za-z-])?)\s*([0-9]+(?:/[0-9]+){0,3}(?::[0-9]+)?)(\.[0-9]+)?")


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
    if kind in _NUMBERS and not (match[2].isdigit() and int(match[2]) in _NUMBERS[kind]):
        return None
    return f"{kind}{match[2]}{match[3] or ''}" if len(match[3] or "") < _LONGEST_PART else None


def subinterface_name(word: str) -> str | None:
    """The canonical form of a subinterface (`gi0/0.10` is GigabitEthernet0/0.10), or None."""
    name = interface_name(word)
    return name if name is not None and "." in name else None


@cache
def _span() -> re.Pattern[str]:
    return re.compile(r"(?P<first>.*?\d)\s*-\s*(?P<last>.*\d)")


@cache
def _begun() -> re.Pattern[str]:
    return re.compile(r"\s*(?P<name>[A-Za-z][A-Za-z-]*\s*[0-9][0-9/:.]*)\s*(?:-\s*(?P<end>\S*)\s*)?")


def names_in(text: str) -> list[str]:
    """The full names of the interfaces of a range; [] if the text is no range.

    Args:
        text: names and spans, such as `gi0/0 - 1 , lo0`; the end of a span is a number, or a name with the same beginning.
    """
    names: list[str] = []
    for part in text.split(","):
        span = _span().fullmatch(part.strip())
        first = interface_name("".join((span["first"] if span else part).split()))
        if first is None:
            return []
        begin = first.rstrip("0123456789")
        low = int(first[len(begin) :])
        last = "".join(span["last"].split()) if span else str(low)
        full = last if last.isdigit() else (interface_name(last) or "").removeprefix(begin)
        if not full.isdigit() or not 0 <= int(full) - low < _MOST - len(names):
            return []
        names += [f"{begin}{number}" for number in range(low, int(full) + 1)]
    return list(dict.fromkeys(names))


def interface_names(text: str) -> str | None:
    """A range of interfaces as it is typed, or None if it names none."""
    return text if names_in(text) else None


def fault_of_names(text: str) -> int:
    """The column of the first word that keeps a text from being a range of interfaces."""
    start = 0
    for part in text.split(","):
        if not names_in(part):
            begun = _begun().match(part)
            if begun is None or interface_name("".join(begun["name"].split())) is None:
                return start + len(part) - len(part.lstrip())
            return start + (begun.start("end") if begun.end() == len(part) and begun["end"] else begun.end())
        start += len(part) + 1
    return 0


def interface_place(name: str) -> tuple[int, tuple[int, ...], str, tuple[int, ...]]:
    """A sort key that puts interfaces in the order of a running-config.

    Loopbacks and tunnels come first. The ports follow by slot: in slot 0 the router's own (`GigabitEthernet0/1`) before those of
    modules (`GigabitEthernet0/0/0`); ports with one number (`GigabitEthernet0`) are the last, and after them the channels of BRI
    (`BRI0/1/0:0`), which IOS XE has. The Fast Ethernet ports of a slot stand before its Gigabit Ethernet ports, and those before
    its faster ones. Virtual interfaces come after them.
    A subinterface stands after its interface. Bundles stand in the order in which they were made.

    Args:
        name: the name in canonical form.
    """
    match = _name().fullmatch(name)
    if match is None:
        return (0, (), name, ())
    kind, numbers = match[1], tuple(map(int, match[2].partition(":")[0].split("/")))
    inside = tuple(int(part) for part in (match[2].partition(":")[2], (match[3] or "")[1:]) if part)
    place = _PLACES.get(kind, 0)
    if kind == "BRI" and ":" in match[2]:
        return (0, (_LAST, 1, *numbers), kind, inside)
    if kind == _BUNDLE:
        return (place, (_LAST, 0), kind, ())
    if place or len(numbers) == 1:
        return (place, (_LAST, 0), kind, (*numbers, *inside))
    speed = _SPEEDS.get(kind, 0 if len(numbers) == _IN_CHASSIS else len(_SPEEDS))
    return (0, (numbers[0], len(numbers), *numbers[1:-1], speed, numbers[-1]), kind, inside)


#: The order of the Ethernet ports of a slot. Ports of other kinds with two numbers stand among the slow ones (`Serial0/0` before
#: `FastEthernet0/1`), the services of a router among its Gigabit Ethernet ports.
_SPEEDS = {
    "Ethernet": 0, "FastEthernet": 0, "GigabitEthernet": 1, "Embedded-Service-Engine": 1, "Integrated-Service-Engine": 1,
    "In-Use-Module": 1, "TenGigabitEthernet": 2,
}  # fmt: skip
#: The numbers in the name of a port in the chassis or of a module: slot and port.
_IN_CHASSIS = 2
_BUNDLE = "Port-channel"
#: A slot after all others.
_LAST = 1_000_000
