"""show dial-peer voice summary: a line for each dial peer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from iossim.exec.command import Line, exec_command
from iossim.exec.voice_gateway.dial_peer_text import dial_peer_text
from iossim.router.fields import field, number
from iossim.router.voice import DialPeer, all_peers

_HEADER = (
    "             AD                                    PRE PASS                OUT",
    "TAG    TYPE  MIN  OPER PREFIX    DEST-PATTERN      FER THRU SESS-TARGET    STAT PORT    KEEPALIVE",
)
#: The widths of the columns that go on in the next line if their text is longer.
_TAG, _PATTERN, _TARGET = 6, 18, 27


@exec_command
def show_dial_peer_voice(line: Line, peer: str = "") -> Iterator[str]:
    """All settings of a dial peer, or of all dial peers."""
    router = line.router
    peers = [one for one in all_peers(router.config, router.phones) if peer in ("", str(one.tag))]
    if not peers and peer:
        yield f"% Dial peer {peer} not found"
    for one in peers:
        yield from dial_peer_text(one)
        yield ""


@exec_command
def show_dial_peer_voice_summary(line: Line) -> Iterator[str]:
    """One line for each dial peer."""
    router = line.router
    yield f"dial-peer hunt {number(router.config.root, 'dial_peer_hunt', 'hunt_order', 0)}"
    yield from _HEADER
    for peer in all_peers(router.config, router.phones):
        yield from _rows(peer)


def _rows(peer: DialPeer) -> Iterator[str]:
    """The line of a dial peer, and the lines in which long texts go on."""
    tags = _cut(str(peer.tag), _TAG)
    pattern_text = peer.pattern or (f"map:{peer.pattern_map}" if peer.pattern_map else "")
    patterns, targets = _cut(pattern_text, _PATTERN), _cut(peer.target, _TARGET)
    first = True
    for tag, pattern, target in zip_longest(tags, patterns, targets, fillvalue=""):
        if first:
            yield _row(peer, tag, pattern, target)
        else:
            yield f"{tag:<33}{pattern:<27}{target}".rstrip() if pattern or target else f"{tag:<7}"
        first = False


def _row(peer: DialPeer, tag: str, pattern: str, target: str) -> str:
    administrative, operational = (_up(on) for on in (peer.administrative, peer.operational))
    prefix = field(peer.section, "prefix", "prefix")
    start = f"{tag:<6} {peer.kind:<6}{administrative:<5}{operational:<5}{prefix:<10}{pattern:<18} {peer.preference:<2}"
    if peer.kind == "pots":
        outbound = _up(peer.operational) if peer.physical else ""
        return f"{start} {'':<20}{outbound:<5}{peer.port}".rstrip()
    keepalive = "active" if peer.section is not None and peer.section.get("voice_class_sip_options_keepalive") is not None else ""
    text = f"{start} syst {target}"
    return f"{text:<88}{keepalive:<3}" if keepalive or not target else text


def _up(on: bool) -> str:
    return "up" if on else "down"


def _cut(text: str, width: int) -> list[str]:
    """A text in pieces of a column; a piece that goes on in the next line ends in `-`."""
    pieces = []
    while len(text) > width:
        pieces.append(f"{text[: width - 1]}-")
        text = text[width - 1 :]
    return [*pieces, text]
