"""Phones of a configuration: the buttons of ephones, the directory numbers of SIP phones, and what uses a directory number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import msgspec

from iossim.config import Section
from iossim.language import Command
from iossim.validate.facts.facts import Facts, entered

_BUTTON = re.compile(r"(\d+)([a-z:])(.*)").fullmatch
#: Commands of an ephone-dn that give it a purpose without a phone.
_PURPOSES = frozenset((
    "park_slot", "paging", "paging_group", "intercom", "whisper_intercom", "loopback_dn", "trunk", "feed", "moh", "conference", "mwi",
    "queueing_dn", "call_forward_all", "extension_range", "application", "snr_mode", "mobility",
))  # fmt: skip


class Button(msgspec.Struct, frozen=True):
    """A button of an ephone.

    Attributes:
        section: the ephone.
        command: the command that sets it.
        number: its position on the phone, from 1.
        sign: the letter after it: `:` b f m s w, o and c for overlays, x for further calls of an overlay.
        dns: the tags of its directory numbers; for x the number of the overlay button.
    """

    section: Section
    command: Command
    number: int
    sign: str
    dns: tuple[str, ...]

    @property
    def overlay(self) -> bool:
        """True if several directory numbers may lie on it."""
        return self.sign in "oc"


def buttons(facts: Facts) -> list[Button]:
    """The buttons of all ephones."""
    found = []
    for section, command in facts.all("button", "ephone"):
        match = _BUTTON(command.words[-1])
        if match is not None:
            found.append(Button(section, command, int(match[1]), match[2], tuple(match[3].split(","))))
    return found


def buttons_by_phone(facts: Facts) -> dict[Section, list[Button]]:
    """The buttons of each ephone that has some."""
    by_phone: dict[Section, list[Button]] = defaultdict(list)
    for button in facts.once(buttons):
        by_phone[button.section].append(button)
    return by_phone


def dns_on_phones(facts: Facts) -> set[str]:
    """The tags of the directory numbers on the buttons of ephones."""
    return {dn for button in facts.once(buttons) if button.sign != "x" for dn in button.dns}


def phones_of_dn(facts: Facts) -> dict[str, list[Button]]:
    """The buttons on which each directory number lies, those that only show a state left out."""
    found: dict[str, list[Button]] = defaultdict(list)
    for button in facts.once(buttons):
        if button.sign not in "xmw":
            for dn in button.dns:
                found[dn].append(button)
    return found


def has_purpose(dn: Section) -> bool:
    """True if an ephone-dn serves for something that needs no phone: a park slot, paging, an intercom, a conference."""
    return any(identity[0] in _PURPOSES and not command.negative for identity, command in dn.entries.items())


def pool_dns(facts: Facts) -> Iterator[tuple[Section, Command, str]]:
    """The directory numbers of SIP phones: the pool, the command, and the tag of the voice register dn."""
    for section, command in facts.all("number", "voice_register_pool"):
        if command.words[2:3] == ["dn"]:
            yield section, command, command.words[3]


def line_mode(dn: Section) -> str:
    """The line mode of an ephone-dn: `single-line`, `dual-line` or `octo-line`."""
    last = dn.header.words[-1] if dn.header is not None else ""
    return last if last in ("dual-line", "octo-line") else "single-line"


class PhoneType(msgspec.Struct, frozen=True):
    """The type of a phone.

    Attributes:
        command: the command that sets it, on the phone or in its template.
        name: the type, such as `7965`.
        addons: its expansion modules.
    """

    command: Command
    name: str
    addons: tuple[str, ...]


def type_of(facts: Facts, phone: Section) -> PhoneType | None:
    """The type of an ephone or a pool, its own or that of its template; None if it has none."""
    command = entered(phone, "type")
    template = entered(phone, "ephone_template") if command is None else None
    if template is not None:
        section = facts.root.section("ephone_template", template.words[-1])
        command = entered(section, "type") if section is not None else None
    if command is None or len(command.words) < 2:
        return None
    words = command.words
    return PhoneType(command, words[1], tuple(words[4::2]) if words[2:3] == ["addon"] else ())


def kept_words(section: Section) -> set[str]:
    """The first words of the lines of a section that were refused or are not known."""
    return {line.split(None, 1)[0].lower() for lines in section.kept.values() for line in lines if line.strip()}
