"""The outgoing dial peers of a dialed number, in the order in which the router tries them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.router.phones import Phones
from iossim.router.voice.dial_peers import DialPeer, all_peers
from iossim.router.voice.patterns import pattern_of


@dataclass(frozen=True, slots=True)
class Match:
    """A dial peer that takes a number.

    Attributes:
        peer: the dial peer.
        matched: the part of the number that its pattern matches.
        digits: the number of digits that the pattern names.
    """

    peer: DialPeer
    matched: str
    digits: int


def matches(config: Configuration, phones: Phones, number: str) -> list[Match]:
    """Return the dial peers that can take a call, the best first: most digits named, then the lowest preference, then the first entered.

    Args:
        config: the configuration.
        phones: the router's phones.
        number: the dialed digits.
    """
    return matching(all_peers(config, phones), number)


def matching(peers: Iterable[DialPeer], number: str) -> list[Match]:
    """Return the dial peers of a list that can take a call, the best first.

    Args:
        peers: the list.
        number: the dialed digits.
    """
    taken = []
    for peer in peers:
        match = _match(peer, number) if peer.operational and peer.outgoing else None
        if match is not None:
            taken.append(match)
    return sorted(taken, key=lambda match: (-match.digits, match.peer.preference))


def _match(peer: DialPeer, number: str) -> Match | None:
    """The match of a peer's pattern, or of the best pattern of its map; None if no pattern matches."""
    best: Match | None = None
    for text in peer.patterns:
        pattern = pattern_of(text)
        matched = pattern.match(number) if pattern is not None else None
        if pattern is not None and matched is not None and (best is None or pattern.digits > best.digits):
            best = Match(peer, matched, pattern.digits)
    return best


def expanded(config: Configuration, number: str) -> str:
    """Return a number as `num-exp` expands it: an extension of as many digits becomes the full number; else the number itself.

    Args:
        config: the configuration.
        number: the dialed digits.
    """
    for command in config.root.all("num_exp"):
        extension, full = str(command.fields["extension"]), str(command.fields["expanded"])
        pattern = pattern_of(extension)
        if len(extension) == len(number) and pattern is not None and pattern.match(number) is not None:
            digits = iter(digit for digit, sign in zip(number, extension, strict=True) if sign == ".")
            return "".join(next(digits, "") if sign == "." else sign for sign in full)
    return number
