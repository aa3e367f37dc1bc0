"""Addresses: IPv4, IPv6, MAC."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from iossim.language.notations.numbers import integer_range

_DOTS = 3
#: Length of a MAC address with all its digits, H.H.H.
_DOTTED = 14
_prefix_length = integer_range(0, 128)
_ip_prefix_length = integer_range(0, 32)


def ip_address(word: str) -> str | None:
    """The canonical form of A.B.C.D (no leading zeros), or None."""
    if word.count(".") != _DOTS:
        return None
    if _without_leading_zeros()(word) is not None:
        return word
    if word[0] != "0" and ".0" not in word:
        return None
    parts = word.split(".")
    for part in parts:
        if not (part.isdigit() and part.isascii()) or len(part) > 3 or int(part) > 255:
            return None
    return ".".join(str(int(part)) for part in parts)


@cache
def _without_leading_zeros() -> Callable[[str], object]:
    part = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
    return re.compile(rf"{part}\.{part}\.{part}\.{part}").fullmatch


def letters_of_address(word: str) -> int:
    """The number of letters before the first one that cannot stand in A.B.C.D; 0 if all of them can."""
    part, dots = "", 0
    for at, letter in enumerate(word):
        if letter == "." and part and dots < _DOTS:
            part, dots = "", dots + 1
        elif letter in "0123456789" and int(part + letter) <= 255:
            part += letter
        else:
            return at
    return 0


def ip_prefix(word: str) -> str | None:
    """The canonical form of A.B.C.D/nn, or None."""
    address, _, length = word.partition("/")
    canonical = ip_address(address)
    bits = _ip_prefix_length(length)
    return f"{canonical}/{bits}" if canonical and bits else None


def mac_address(word: str) -> str | None:
    """The canonical form of H.H.H (upper case, dotted, four digits each), or None.

    IOS also reads an address typed with colons or hyphens or without any separator only in part; CME configurations in the field
    hold the dotted form alone, so nothing else is accepted.
    """
    if _mac_address()(word) is None:
        return None
    return word.upper() if len(word) == _DOTTED else ".".join(part.zfill(4) for part in word.split(".")).upper()


@cache
def _mac_address() -> Callable[[str], object]:
    return re.compile(r"[0-9A-Fa-f]{1,4}(?:\.[0-9A-Fa-f]{1,4}){2}").fullmatch


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


def ipv6_octets(word: str) -> bytes:
    """The 16 octets of an IPv6 address, or of the address of a prefix; none of another word."""
    import ipaddress

    try:
        return ipaddress.IPv6Address(word.partition("/")[0]).packed
    except ValueError:
        return b""


def ipv6_prefix(word: str) -> str | None:
    """The canonical form of X:X:X:X::X/<0-128>, or None."""
    address, _, length = word.partition("/")
    canonical = ipv6_address(address)
    bits = _prefix_length(length)
    return f"{canonical}/{bits}" if canonical and bits else None


def host(word: str) -> str | None:
    """The canonical form of an IPv4 address, or the name of a host as it stands; None for an address with a wrong part, and `<host>`."""
    if word[0] in "<[{(":
        return None
    return ip_address(word) or (None if is_spoilt_address(word.partition("/")[0]) else word)


def is_spoilt_address(word: str) -> bool:
    """True for an address with a hidden, missing or wrong part: `xxx.xxx.xxx.xxx`, `10.1.1.`, `10.1.1.300`."""
    return word.count(".") in (2, 3) and ip_address(word) is None and _spoilt().fullmatch(word) is not None


def spoilt_part(text: str) -> str:
    """The first word of a text that is an address with a hidden, missing or wrong part; "" if none is. It has all three dots."""
    if text.count(".") < 3:
        return ""
    return next((word for word in text.split() if word.count(".") == 3 and is_spoilt_address(word)), "")


@cache
def _spoilt() -> re.Pattern[str]:
    return re.compile(r"(?:[0-9]{1,4}|[xX*]{1,3}|[0-9]{1,2}[xX*]{1,2})?(?:\.[0-9xX*]{0,3}){2,3}|[A-Z](?:\.[A-Z]){3}")
