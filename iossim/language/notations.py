"""The closed list of argument notations: rank, check, canonical form, and how many words each takes.

A notation is what IOS shows in help (`WORD`, `<1-15>`, `A.B.C.D`). In a grammar an argument is a terminal whose text is its
notation; some may carry a bound in parentheses that help does not show: `WORD(16)` at most 16 characters, `DIGITS(4-8)`, `TAGS(1-8)`.
Where several arguments fit a word, the one of the lowest rank (the narrowest) wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from iossim.errors import GrammarError


class Span(StrEnum):
    """How much of a line an argument takes."""

    WORD = "word"
    """One word."""
    TWO = "two"
    """One word, or two that belong together (`GigabitEthernet 0/0`)."""
    REST = "rest"
    """The rest of the line."""
    TEXT = "text"
    """A delimited text, which may go on over several lines."""


Check = Callable[[str], str | None]
"""Takes a word, returns its canonical form, or None where the notation does not fit."""

#: The upper end of a range that another command or the platform bounds, while nothing bounds it: matching uses it, help shows the
#: number in force, a constraint enforces that.
WIDEST = 65535


#: The beginning of the names of bounds that the router's platform sets.
PLATFORM = "platform"


@dataclass(frozen=True, slots=True)
class Notation:
    """One way to write an argument.

    Attributes:
        text: the notation as the grammar has it.
        shown: as help shows it.
        rank: place among the notations, narrow to wide.
        check: the word's canonical form, or None.
        span: how much of a line it takes.
        samples: words that fit, for the tests' strategies and for `grammar list`.
        bounds: lowest and highest number, where the notation is a range.
        bound_name: the name of the bound, where another command (`//@ bounds NAME FIELD`) or the platform sets the upper end.
        bound_factor: how many times the bound the upper end is.
        key: the part of the word that tells instances apart (a button's number).
        tags: the names or tags that the word holds, for references (the dns of a button).
        fault: where in a text that does not fit the fault is.
    """

    text: str
    shown: str
    rank: int
    check: Check = field(compare=False)
    span: Span = Span.WORD
    samples: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None
    bound_name: str = ""
    bound_factor: int = 1
    key: Callable[[str], str] = field(default=str, compare=False)
    tags: Callable[[str], list[str]] = field(default=lambda word: [word], compare=False)
    fault: Callable[[str], int] = field(default=lambda _: 0, compare=False)

    def shown_to(self, high: int | None) -> str:
        """The notation in help while a number bounds it from above; None: nothing but the widest bound does."""
        return self.shown if high is None or self.bounds is None else f"<{self.bounds[0]}-{high * self.bound_factor}>"


def integer_range(low: int, high: int) -> Check:
    """A check for whole numbers from low to high, written without leading zeros."""

    def check(word: str) -> str | None:
        digits = word[1:] if word[:1] == "-" else word
        if not (digits.isdigit() and digits.isascii()) or len(digits) > 12:
            return None
        value = int(word)
        return (word if word[0] != "0" and word[0] != "-" else str(value)) if low <= value <= high else None

    return check


def pattern(regex: str, canonical: Callable[[str], str] | None = None) -> Check:
    """A check by regular expression over the whole word, with an optional canonical form."""
    fullmatch = re.compile(regex).fullmatch

    def check(word: str) -> str | None:
        if fullmatch(word) is None:
            return None
        return word if canonical is None else canonical(word)

    return check


def at_most(length: int) -> Check:
    """A check for any word of at most that many characters, its quotes not counted."""

    def check(word: str) -> str | None:
        return word if len(word) <= length or len(unquoted(word)) <= length else None

    return check


def any_word(word: str) -> str:
    """Every word fits."""
    return word


def unquoted(word: str) -> str:
    """The word without the quotation marks around it."""
    return word[1:-1] if len(word) > 1 and word[0] == '"' == word[-1] else word


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
    if len(parts) != 3 or not all(1 <= len(part) <= 4 and _HEX(part) for part in parts):
        return None
    return ".".join(part.zfill(4) for part in parts).upper()


def hexadecimal_mac(word: str) -> str | None:
    """Like `mac_address`, in lower case, as interfaces and SIP user agents print it."""
    canonical = mac_address(word)
    return canonical and canonical.lower()


def clock_time(word: str) -> str | None:
    """The canonical form of hh:mm, 00:00 to 24:00, or None."""
    match = _TIME(word)
    if match is None:
        return None
    hours, minutes = int(match[1]), int(match[2])
    return f"{hours:02}:{minutes:02}" if minutes < 60 and (hours < 24 or (hours == 24 and minutes == 0)) else None


def day_time(word: str) -> str | None:
    """Like `clock_time`, but without 24:00."""
    time = clock_time(word)
    return time if time != "24:00" else None


def short_time(word: str) -> str | None:
    """Like `clock_time`, printed without leading zeros (`em logout 1:0`)."""
    hours, colon, minutes = word.partition(":")
    time = clock_time(f"{hours}:{minutes.zfill(2)}") if colon and minutes else None
    return time and ":".join(str(int(part)) for part in time.split(":"))


def month(word: str) -> str | None:
    """The canonical form of a month (`nov` is November), or None."""
    names = [name for name in _MONTHS if len(word) > 2 and name.lower().startswith(word.lower())]
    return names[0] if names else None


def ipv6_address(word: str) -> str | None:
    """The upper-case form of an IPv6 address as IOS prints it, or None."""
    if ":" not in word:
        return None
    import ipaddress

    try:
        return str(ipaddress.IPv6Address(word)).upper()
    except ValueError:
        return None


def ipv6_prefix(word: str) -> str | None:
    """The canonical form of X:X:X:X::X/<0-128>, or None."""
    address, slash, length = word.partition("/")
    canonical = ipv6_address(address)
    bits = _PREFIX_LENGTH(length)
    return f"{canonical}/{bits}" if slash and canonical and bits is not None else None


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_HEX = re.compile(r"[0-9A-Fa-f]+").fullmatch
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})").fullmatch
_BUTTON = r"[0-9]{1,3}(?:[:bfmsw][0-9]{1,6}|[oc][0-9]{1,6}(?:,[0-9]{1,6}){0,24}|x[0-9]{1,3})"
_PREFIX_LENGTH = integer_range(0, 128)
_INTERFACES = (
    "Async", "ATM", "BVI", "BRI", "Cellular", "CDP-Tunnel", "Dialer", "Dot11Radio", "Embedded-Service-Engine",
    "Ethernet", "FastEthernet", "GigabitEthernet", "Group-Async", "In-Use-Module", "Integrated-Service-Engine",
    "Analysis-Module", "Loopback", "Multilink", "Null", "Port-channel", "SM", "Serial", "Service-Engine",
    "TenGigabitEthernet", "Tunnel", "Virtual-Access", "Virtual-PPP", "Virtual-Template", "Virtual-TokenRing",
    "VirtualPortGroup", "Vlan", "ucse", "Wlan-ap", "wlan-controller",
)  # fmt: skip
_INTERFACE = re.compile(r"([A-Za-z][A-Za-z-]*?)-?\s*([0-9]+(?:/[0-9]+){0,3}(?::[0-9]+)?)(\.[0-9]+)?").fullmatch


def interface_name(word: str) -> str | None:
    """The canonical form of an interface or subinterface (`gi0/0` is GigabitEthernet0/0), or None."""
    return _any_interface(word)


def subinterface_name(word: str) -> str | None:
    """The canonical form of a subinterface (`gi0/0.10` is GigabitEthernet0/0.10), or None."""
    name = _any_interface(word)
    return name if name is not None and "." in name else None


def _any_interface(word: str) -> str | None:
    match = _INTERFACE(word)
    if match is None:
        return None
    typed = match[1].lower()
    kinds = [kind for kind in _INTERFACES if kind.lower().startswith(typed)]
    exact = [kind for kind in kinds if kind.lower() == typed]
    kinds = exact or ([_SHORT_INTERFACES[typed]] if typed in _SHORT_INTERFACES else kinds)
    return f"{kinds[0]}{match[2]}{match[3] or ''}" if len(kinds) == 1 else None


#: Prefixes that more than one kind shares, and the kind that IOS takes them for.
_SHORT_INTERFACES = {
    "e": "Ethernet", "g": "GigabitEthernet", "s": "Serial", "se": "Serial", "l": "Loopback", "t": "Tunnel", "vi": "Virtual-Template",
}  # fmt: skip

_FIXED: dict[str, tuple[str, int, Check, Span, tuple[str, ...]]] = {
    # text: (shown, rank, check, span, samples)
    "H.H.H": ("H.H.H", 20, mac_address, Span.WORD, ("000D.BC80.EB51", "0016.c7c7.af9d")),
    "h.h.h": ("H.H.H", 20, hexadecimal_mac, Span.WORD, ("000d.bc80.eb51",)),
    "A.B.C.D": ("A.B.C.D", 30, ip_address, Span.WORD, ("10.1.1.1", "192.0.2.254")),
    "X:X:X:X::X": ("X:X:X:X::X", 31, ipv6_address, Span.WORD, ("2001:DB8::1",)),
    "X:X:X:X::X/<0-128>": ("X:X:X:X::X/<0-128>", 32, ipv6_prefix, Span.WORD, ("2001:DB8::/64",)),
    "hh:mm": ("hh:mm", 33, clock_time, Span.WORD, ("07:30", "19:00")),
    "hh:mm(23:59)": ("hh:mm", 33, day_time, Span.WORD, ("07:30", "19:00")),
    "h:m": ("hh:mm", 33, short_time, Span.WORD, ("7:30", "19:0", "24:0")),
    "hh:mm:ss": ("hh:mm:ss", 34, pattern(r"([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"), Span.WORD, ("07:30:00",)),
    "MONTH": ("MONTH", 35, month, Span.WORD, ("Nov", "january")),
    "BUTTON": ("LINE", 40, pattern(_BUTTON), Span.WORD, ("1:1", "2o1,2", "3x2", "4s3")),
    "TAGS": ("WORD", 41, pattern(r"[0-9]+(,[0-9]+)*"), Span.WORD, ("1", "20,21")),
    "RANGES": ("LINE", 42, pattern(r"[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*"), Span.WORD, ("1", "1-4,7")),
    "INTERFACE": ("INTERFACE", 44, interface_name, Span.TWO, ("GigabitEthernet0/0", "Loopback0")),
    "SUBINTERFACE": ("INTERFACE", 43, subinterface_name, Span.TWO, ("GigabitEthernet0/0.10",)),
    "WORD": ("WORD", 90, any_word, Span.WORD, ("alpha", "beta", "5001")),
    "LINE": ("LINE", 95, any_word, Span.REST, ("alpha beta", "gamma")),
    "TEXT": ("LINE", 96, any_word, Span.TEXT, ("#hello#", "#two\nlines#")),
}
_NUMBERS = re.compile(r"[0-9]+").findall


def _button_tags(word: str) -> list[str]:
    numbers = _NUMBERS(word)
    return [] if "x" in word else numbers[1:]


#: Notations whose words have parts: the key of the word, and the tags it refers to.
_PARTS: dict[str, tuple[Callable[[str], str], Callable[[str], list[str]]]] = {
    "BUTTON": (lambda word: _NUMBERS(word)[0], _button_tags),
    "TAGS": (str, lambda word: word.split(",")),
}
_RANGE = re.compile(r"<(-?\d+)-(?:(-?\d+)|(?:(\d+)x-)?([a-z][a-z-]*))>").fullmatch
_LISTED = re.compile(r"(TAGS|LIST)\(([0-9]+-(?:[0-9]+|[a-z][a-z-]*))\)").fullmatch
_SIZED = re.compile(r"(WORD|DIGITS|LINE|HEX)\((?:(\d+)-)?(\d+)\)").fullmatch


@cache
def notation(text: str) -> Notation:
    """The notation that a grammar writes as this text.

    Raises:
        GrammarError: no such notation.
    """
    if text in _FIXED:
        shown, rank, check, span, samples = _FIXED[text]
        key, tags = _PARTS.get(text, (str, lambda word: [word]))
        return Notation(text, shown, rank, check, span, samples, key=key, tags=tags)
    if match := _RANGE(text):
        return _range(text, int(match[1]), match[2], int(match[3] or 1), match[4] or "")
    if match := _SIZED(text):
        return _sized(text, match[1], int(match[2] or 0), int(match[3]))
    if match := _LISTED(text):
        return _listed(text, match[1], notation(f"<{match[2]}>"))
    raise GrammarError(f"unknown argument notation {text!r}; docs/grammar.md lists them")


def _range(text: str, low: int, end: str | None, factor: int, name: str) -> Notation:
    high = int(end) if end is not None else factor * WIDEST
    if high < low:
        raise GrammarError(f"the range {text} ends before it begins")
    samples = tuple(dict.fromkeys((str(low), str(min(high, low + 1)), str(min(high, low + 3)))))
    shown = f"<{low}-{high}>" if name else text
    return Notation(text, shown, 10, integer_range(low, high), Span.WORD, samples, (low, high), name, factor)


def _listed(text: str, kind: str, one: Notation) -> Notation:
    """A list of numbers of a range: `TAGS(1-8)` is 1,2,8 in one word, `LIST(3-60000)` may have blanks behind the commas."""

    def check(words: str) -> str | None:
        numbers = [one.check(part.strip()) for part in words.split(",")]
        return None if None in numbers else (", " if kind == "LIST" else ",").join(number or "" for number in numbers)

    def fault(words: str) -> int:
        start = 0
        for part in words.split(","):
            if one.check(part.strip()) is None:
                return start + len(part) - len(part.lstrip())
            start += len(part) + 1
        return 0

    low = one.samples[0]
    span, rank = (Span.REST, 92) if kind == "LIST" else (Span.WORD, 41)
    return Notation(
        text, "LINE" if kind == "LIST" else "WORD", rank, check, span, (low, f"{low},{low}"), tags=_words_of_list, fault=fault
    )


def _words_of_list(words: str) -> list[str]:
    return [part.strip() for part in words.split(",")]


def _sized(text: str, kind: str, low: int, high: int) -> Notation:
    if not 0 < high >= low:
        raise GrammarError(f"{text} accepts no word: the size is at least 1, and not less than its beginning")
    if kind in ("DIGITS", "HEX"):
        digits = "[0-9]" if kind == "DIGITS" else "[0-9A-Fa-f]"
        samples = tuple(dict.fromkeys(("1" * max(low, 1), "2" * high)))
        return Notation(text, "WORD", 60, pattern(rf"{digits}{{{max(low, 1)},{high}}}"), Span.WORD, samples)
    span, rank = (Span.REST, 94) if kind == "LINE" else (Span.WORD, 89)
    return Notation(text, kind, rank, at_most(high), span, ("abc"[:high], "x"))
