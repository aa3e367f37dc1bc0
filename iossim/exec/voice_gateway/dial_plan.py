"""show dialplan number and csim start: the dial peers of a dialed number, and a call to it."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.voice_gateway.dial_peer_text import dial_peer_text, hunts_not
from iossim.router.phones import Extension, Phones
from iossim.router.voice import expanded, matches

#: The call that csim makes ends at once, so its number never matters.
_CALL_ID = 28


@exec_command
def show_dialplan_number(line: Line, dialed: str, huntstop: bool = False) -> Iterator[str]:
    """The dial peers that a number matches, in the order in which the router tries them; `huntstop` ends at a peer that ends the hunt."""
    router = line.router
    number = expanded(router.config, dialed)
    yield f"Macro Exp.: {number}"
    peers = matches(router.config, router.phones, number)
    if not peers:
        yield "No match, result=-1(NO_MATCH)"
    for match in peers:
        yield ""
        yield from dial_peer_text(match.peer)
        yield f"Matched: {match.matched}   Digits: {match.digits}"
        yield f"Target: {match.peer.target}"
        if huntstop and hunts_not(match.peer):
            break


def _ring(phones: Phones, extension: Extension) -> None:
    """A call to an extension, on its first free channel, that ends before anybody answers."""
    sip = extension.section.mode.name == "voice_register_dn"
    channel = next((number for number in range(1, extension.size + 1) if number not in extension.channels), 0)
    if channel and extension.reachable:
        for state in ("ringing", "idle"):
            (phones.set_sip_line if sip else phones.set_line)(extension.tag, state, channel)


@exec_command
def csim_start(line: Line, dialed: str) -> Iterator[str]:
    """A call without voice that ends at once. The phone rings for a moment, and csim counts the call as failed all the same."""
    router = line.router
    peers = matches(router.config, router.phones, expanded(router.config, dialed))
    extension = peers[0].peer.extension if peers else None
    if extension is not None:
        _ring(router.phones, extension)
    yield f"csim: called number = {dialed}, loop count = 1 ping count = 0"
    yield ""
    yield f"csim err csimDisconnected recvd DISC cid({_CALL_ID})"
    yield "csim: loop = 1, failed = 1"
    yield "csim: call attempted = 1, setup failed = 1, tone failed = 0"
    yield ""
