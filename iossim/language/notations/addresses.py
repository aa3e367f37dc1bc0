"""Addresses: IPv4, IPv6, MAC."""

from __future__ import annotations

from iossim.language.notations.numbers import integer_range

_HEXADECIMAL = frozenset("0123456789ABCDEFabcdef")
_prefix_length = integer_range(0, 128)


def ip_address(word: str) -> str | None:
    """The canonical form of A.B.C.D (no leading zeros), or None."""
    parts = word.split(".")
    if len(parts) != 4:
        return None
    for part in parts:
        if not (part.isdigit() and part.isascii()) or len(part) > 3 or int(part) > 255:
            return None
    return ".".join(str(int(part)) for part in parts)


def mac_address(word: str) -> str | None:
    """The canonical form of H.H.H (upper case, dotted, four digits each), or None.

    IOS also reads an address typed with colons or hyphens or without any separator only in part; CME configurations in the field
    hold the dotted form alone, so nothing else is accepted.
    """
    parts = word.split(".")
    if len(parts) != 3 or not all(1 <= len(part) <= 4 and _HEXADECIMAL.issuperset(part) for part in parts):
        return None
    return ".".join(part.zfill(4) for part in parts).upper()


def lower_case_mac(word: str) -> str | None:
    """Like `mac_address`, in lower case, as interfaces and SIP user agents print it."""
    canonical = mac_address(word)
    return canonical and canonical.lower()


def ipv6_address(word: str) -> str | None:
    """The upper-case form of an IPv6 address as IOS prints it, or None."""
    if ":" not in word or "%" in word:
        return None
    import ipaddress

    try:
        return str(ipaddress.IPv6Address(word)).upper()
    except ValueError:
        return None


def ipv6_prefix(word: str) -> str | None:
    """The canonical form of X:X:X:X::X/<0-128>, or None."""
    address, _, length = word.partition("/")
    canonical = ipv6_address(address)
    bits = _prefix_length(length)
    return f"{canonical}/{bits}" if canonical and bits else None
