"""Entries of lists as a router writes them (`//@ written`): `host`, `any`, no host bits, names of ports and protocols."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address

from iossim.config.networks import clear_hosts
from iossim.language import Command, Mode, match
from iossim.language.help import choices

#: A number at the end of the help of a keyword: `HTTP (80)`, `(severity=6)`, the six bits of a code point.
_NUMBER = re.compile(r"\((?:severity=)?(\d+)\)$")
_BITS = re.compile(r"[01]{6}")
#: Types of ICMP messages with names in access lists, by number.
_ICMP_TYPES = {
    "0": "echo-reply", "3": "unreachable", "4": "source-quench", "5": "redirect", "6": "alternate-address", "8": "echo",
    "9": "router-advertisement", "10": "router-solicitation", "11": "time-exceeded", "12": "parameter-problem",
    "13": "timestamp-request", "14": "timestamp-reply", "15": "information-request", "16": "information-reply", "17": "mask-request",
    "18": "mask-reply", "30": "traceroute", "31": "conversion-error", "32": "mobile-redirect",
}  # fmt: skip
#: Words of an entry before a number that has a name.
_NAMED = ("dscp", "precedence", "tos")
#: Protocols with names in access lists, by number.
_PROTOCOLS = {
    "1": "icmp", "2": "igmp", "4": "ipinip", "6": "tcp", "17": "udp", "47": "gre", "50": "esp", "51": "ahp", "88": "eigrp", "89": "ospf",
    "94": "nos", "103": "pim", "108": "pcp", "132": "sctp",
}  # fmt: skip
#: Words before a port.
_COMPARISONS = ("eq", "neq", "gt", "lt", "range")


def written(mode: Mode, command: Command) -> Command:
    """A command with the words that the router writes for its own.

    Args:
        mode: the mode of the command.
        command: the command.
    """
    rewrite = _REWRITERS.get(command.form.rule.written)
    return in_words(mode, command, rewrite(mode, command.words)) if rewrite is not None else command


def in_words(mode: Mode, command: Command, words: list[str]) -> Command:
    """A command in other words; the command itself if they are the same or the mode has no such command.

    Args:
        mode: the mode of the command.
        command: the command.
        words: the other words.
    """
    if words == command.words:
        return command
    new = match(mode, " ".join(words))
    if not isinstance(new, Command):
        return command
    new.line, new.negative, new.reset = command.line, command.negative, command.reset
    return new


def _source(mode: Mode, words: list[str]) -> list[str]:  # noqa: ARG001
    """A line of a standard list: a host stands without `host` and without wildcard bits."""
    action, *rest = words
    end, after = _end(rest)
    return [action, *(end[1:] if end[0] == "host" else end), *rest[after:]]


def _packets(mode: Mode, words: list[str]) -> list[str]:
    """A line of an extended list: protocol, source, ports, destination, ports."""
    if words[0] not in ("permit", "deny"):
        return words
    protocol = _PROTOCOLS.get(words[1], words[1])
    result, at = [words[0], protocol], 2
    for _ in ("source", "destination"):
        end, after = _end(words[at:])
        at += after
        ports = list(_ports(mode, protocol, words[at:]))
        at += len(ports)
        result += [*end, *ports]
    rest = words[at:]
    if protocol == "icmp" and rest and (len(rest) == 1 or not rest[1].isdigit()):
        rest[0] = _ICMP_TYPES.get(rest[0], rest[0])
    for index in range(1, len(rest)):
        if rest[index].isdigit() and rest[index - 1] in _NAMED:
            rest[index] = _name(mode, " ".join([*words[:at], *rest[:index]]), rest[index])
    return [*result, *rest]


def _end(words: list[str]) -> tuple[list[str], int]:
    """One end of a connection as it is written, and the number of its words."""
    if words[0] in ("host", "object-group"):
        return words[:2], 2
    try:
        address = int(IPv4Address(words[0]))
    except AddressValueError:
        return words[:1], 1
    if len(words) == 1 or "." not in words[1]:
        return ["host", words[0]], 1
    try:
        wildcard = int(IPv4Address(words[1]))
    except AddressValueError:
        return words[:2], 2
    if wildcard == 0:
        return ["host", words[0]], 2
    if wildcard == 2**32 - 1:
        return ["any"], 2
    return [str(IPv4Address(address & ~wildcard)), words[1]], 2


def _ports(mode: Mode, protocol: str, words: list[str]) -> Iterator[str]:
    """The comparison with ports that words begin with; nothing if they begin with something else."""
    if not words or words[0] not in _COMPARISONS or protocol not in ("tcp", "udp"):
        return
    names = _names(mode, f"permit {protocol} any any eq ")
    yield words[0]
    most = 2 if words[0] == "range" else len(words) if words[0].endswith("eq") else 1
    for word in words[1 : 1 + most]:
        if not word.isdigit() and word not in names.values():
            return
        yield names.get(word, word)


@lru_cache(maxsize=256)
def _names(mode: Mode, beginning: str) -> dict[str, str]:
    """The keywords that may follow the beginning of a line, by the number in their help: `World Wide Web (HTTP) (80)`."""
    outcome = choices(mode, beginning)
    lines = outcome[0] if isinstance(outcome, tuple) else []
    found = {keyword: there[1] for keyword, text in lines if (there := _NUMBER.search(text))}
    return {str(int(number, 2)) if _BITS.fullmatch(number) else number: keyword for keyword, number in found.items()}


def _name(mode: Mode, beginning: str, number: str) -> str:
    """The keyword that means a number after the beginning of a line; the number where none does."""
    return _names(mode, beginning + " ").get(number, number)


def named(mode: Mode, command: Command) -> Command:
    """A command with keywords in place of the numbers that mean the same (`//@ by-name`).

    Args:
        mode: the mode of the command.
        command: the command.
    """
    words = list(command.words)
    for index in command.form.words_of(command.form.rule.by_name):
        if index < len(words) and words[index].isdigit():
            words[index] = _name(mode, " ".join(words[:index]), words[index])
    return in_words(mode, command, words)


def _prefix(mode: Mode, words: list[str]) -> list[str]:  # noqa: ARG001
    """A line of a prefix list: the bits after the length are clear."""
    return [_network(word) if "/" in word and (":" in word or word[0].isdigit()) else word for word in words]


def _network(word: str) -> str:
    """A prefix without the bits after its length, as IOS prints it; any other word as it is."""
    try:
        return clear_hosts(word)
    except ValueError:
        return word


_REWRITERS: dict[str, Callable[[Mode, list[str]], list[str]]] = {"source": _source, "packets": _packets, "prefix": _prefix}
