"""show dialplan number, num-exp and dial-peer cor, and csim start: the dial peers of a number, and a call to it."""

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


@exec_command
def show_num_exp(line: Line, dialed: str = "") -> Iterator[str]:
    """The expansions of numbers, or those of an extension."""
    for command in line.router.config.root.all("num_exp"):
        extension, full = str(command.fields["extension"]), str(command.fields["expanded"])
        if dialed in ("", extension):
            yield f"Dest Digit Pattern = '{extension}'    Translation = '{full}'"


@exec_command
def show_dial_peer_cor(line: Line, corlist: str = "") -> Iterator[str]:
    """The classes of restriction, and the lists of them."""
    config = line.router.config
    lists = [section for section in config.sections("dial_peer_cor_list") if corlist in ("", section.key[0])]
    custom = config.section("dial_peer_cor_custom")
    if not corlist:
        yield ""
        yield "Class of Restriction"
        yield from (f"  name: {command.words[1]}" for command in (custom.all("name") if custom is not None else ()))
    for section in lists:
        yield ""
        yield f"COR list <{section.key[0]}>"
        yield from (f"  member: {command.words[1]}" for command in section.all("member"))
    yield ""


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
