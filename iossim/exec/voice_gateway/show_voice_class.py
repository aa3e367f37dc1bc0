"""show voice class: URIs, maps of E.164 patterns, groups of servers and groups of dial peers."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.language import Command

_SERVERS = ("ipv4", "ipv6", "dns")
_SIP_PORT = "5060"


def _classes(line: Line, rule: str, tag: str) -> list[Section]:
    """The classes of a kind, or the one with a tag."""
    return [section for section in line.router.config.sections(rule) if tag in ("", section.key[0])]


def _lines(section: Section, *words: str) -> list[Command]:
    """The commands of a class that begin with one of these words."""
    return [command for command in section.entries.values() if command.words[0] in words and not command.negative]


def _option(command: Command, name: str, default: str) -> str:
    """The word after an option of a command."""
    words = command.words
    return words[words.index(name) + 1] if name in words[:-1] else default


@exec_command
def show_voice_class_uri(line: Line, class_name: str = "") -> Iterator[str]:
    """The classes of URIs, or one of them."""
    for section in _classes(line, "voice_class_uri", class_name):
        header = section.header
        yield ""
        yield f"Voice URI class: {section.key[0]}"
        yield f"\tSchema = {header.fields.get('uri_scheme', 'sip') if header is not None else 'sip'}"
        for command in section.entries.values():
            yield f"\t{' '.join(command.words[:-1])} = {command.words[-1]}"


@exec_command
def show_voice_class_e164_pattern_map(line: Line, class_tag: str = "") -> Iterator[str]:
    """The maps of patterns, or one of them."""
    for section in _classes(line, "voice_class_e164_pattern_map", class_tag):
        patterns = _lines(section, "e164")
        yield f"e164-pattern-map {section.key[0]}"
        yield "-" * 41
        yield f"    It has {len(patterns)} entries"
        yield from (f"    It is populated from url {command.words[-1]}." for command in _lines(section, "url"))
        yield f"    Map is {'valid' if patterns else 'invalid'}."
        yield ""
        yield "E164 pattern"
        yield "-" * 19
        yield from (command.words[-1] for command in patterns)
        yield ""


@exec_command
def show_voice_class_server_group(line: Line, class_tag: str = "") -> Iterator[str]:
    """The groups of servers, or one of them."""
    for section in _classes(line, "voice_class_server_group", class_tag):
        servers = _lines(section, *_SERVERS)
        scheme = next((command.words[-1] for command in _lines(section, "hunt-scheme")), "preference")
        yield f"Voice class server-group: {section.key[0]}"
        yield "AdminStatus: Up                   OperStatus: Up"
        yield f" Hunt-Scheme: {scheme:<12} Last returned server: "
        yield f" Description: {_text(section)}"
        yield f" Total server entries: {len(servers)}"
        yield ""
        yield "Pref     Type   IP Address                    IP Port"
        yield "----     ----   ----------                    -------"
        for command in servers:
            kind, address, *_ = command.words
            yield f"{_option(command, 'preference', '0'):>4}     {kind:7}{address:30}{_option(command, 'port', _SIP_PORT)}"
        yield ""


@exec_command
def show_voice_class_dpg(line: Line, class_tag: str = "") -> Iterator[str]:
    """The groups of dial peers, or one of them."""
    for section in _classes(line, "voice_class_dpg", class_tag):
        peers = _lines(section, "dial-peer")
        yield f"Voice class dpg: {section.key[0]}  AdminStatus: Up"
        yield f" Description: {_text(section)}"
        yield f" Total dial-peer entries: {len(peers)}"
        yield ""
        yield " Peer Tag     Pref"
        yield " --------     ----"
        yield from (f" {command.words[1]:<13}{_option(command, 'preference', '0'):>4}" for command in peers)
        yield ""


def _text(section: Section) -> str:
    """The description of a class."""
    return next((command.text.partition(" ")[2] for command in _lines(section, "description")), "")
