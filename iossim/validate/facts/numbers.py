"""Numbers that can be called: extensions, pilots of hunt groups, patterns of dial peers, and what they match."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from iossim.config import Section
from iossim.language import Command
from iossim.validate.facts.facts import Facts, entered

#: Numbers that are dialled as they stand.
PLAIN = re.compile(r"[0-9A-D*#]+").fullmatch
_TOKEN = re.compile(r"\[[^]]*\]|.")
#: Commands that let calls reach numbers that no pattern shows.
_HIDDEN_WAYS = (
    "num_exp", "gatekeeper", "call_manager_fallback", "application", "voice_class_e164_pattern_map", "voice_class_dpg", "auto_register",
    "destination_uri", "destination_route_string", "voice_logout_profile", "voice_user_profile",
)  # fmt: skip


#: Modes of phones and their numbers, where a translation changes the numbers that are called.
_PHONES = ("ephone_dn", "ephone_dn_template", "voice_register_dn", "voice_register_pool", "call_manager_fallback")


class Extension(msgspec.Struct, frozen=True):
    """A number of an ephone-dn, a voice register dn or the pilot of a hunt group.

    Attributes:
        number: the number.
        word: index of its word in the command.
        command: the command that sets it.
        section: the section of the command.
    """

    number: str
    word: int
    command: Command
    section: Section

    @property
    def owner(self) -> str:
        """The header of the section: `ephone-dn 5`."""
        header = self.section.header
        return " ".join(header.words[: -1 if header.words[-1].endswith("-line") else None]) if header is not None else ""


def extensions(facts: Facts) -> list[Extension]:
    """The numbers of ephone-dns and voice register dns, secondary ones included."""
    found = []
    for mode in ("ephone_dn", "voice_register_dn"):
        for section, command in facts.all("number", mode):
            found += _numbers(section, command)
    return found


def pilots(facts: Facts) -> list[Extension]:
    """The pilot numbers of hunt groups, secondary ones included."""
    found = []
    for mode in ("ephone_hunt", "voice_hunt_group"):
        for section, command in facts.all("pilot", mode):
            found += _numbers(section, command)
    return found


def called_numbers(facts: Facts) -> set[str]:
    """The numbers of extensions and pilots, and the numbers that SIP pools have without a directory number."""
    pools = {command.words[2] for _, command in facts.all("number", "voice_register_pool") if command.words[2] != "dn"}
    return {item.number for item in (*facts.once(extensions), *facts.once(pilots))} | pools


def patterns(facts: Facts) -> list[str]:
    """The patterns of all that takes calls: dial peers, numbers with dots, plans of extensions."""
    found = [
        command.words[1].strip('"')
        for section, command in facts.all("destination_pattern", "dial_peer")
        if entered(section, "shutdown") is None
    ]
    found += [command.words[2] for _, command in facts.all("dialplan_pattern")]
    found += [command.words[-1].strip('"') for _, command in facts.all("incoming_called_number", "dial_peer")]
    return [pattern for pattern in found if pattern] + [number for number in facts.once(called_numbers) if not PLAIN(number)]


def all_numbers_known(facts: Facts) -> bool:
    """True if the configuration shows every number that can be called: a whole running-config whose every line is known."""
    if not facts.whole or facts.kept or any(facts.sections(way) or facts.all(way) for way in _HIDDEN_WAYS):
        return False
    return not any(facts.all(name, mode) for name in ("translation_profile", "translate") for mode in _PHONES)


def reaches(facts: Facts, number: str) -> bool:
    """True if a number that is called may reach something; also for feature codes and for numbers that are not plain."""
    if not PLAIN(number) or number[0] in "*#" or number in facts.once(called_numbers):
        return True
    return any(may_match(pattern, number) for pattern in facts.once(patterns))


def may_match(pattern: str, number: str) -> bool:
    """True if a pattern of a dial peer matches the beginning of a number, or may do so.

    Args:
        pattern: the pattern; groups and repetitions in it are taken to match.
        number: digits, `*`, `#` and the letters A to D.
    """
    if any(sign in pattern for sign in "()%?") or "+" in pattern[1:]:
        return True
    at = 0
    for token in _TOKEN.findall(pattern):
        if token == "T":
            return True
        if token == "$":
            return at == len(number)
        if token == ",":
            continue
        if at == len(number) or not _fits(token, number[at]):
            return False
        at += 1
    return True


def _fits(token: str, digit: str) -> bool:
    if token == ".":
        return True
    if token[0] != "[":
        return token == digit
    inside, wanted = token[1:-1], not token.startswith("[^")
    inside = inside.lstrip("^")
    for low, high in re.findall(r"(.)-(.)", inside):
        if low <= digit <= high:
            return wanted
    return (digit in re.sub(r".-.", "", inside)) is wanted


def _numbers(section: Section, command: Command) -> list[Extension]:
    words, found = command.words, []
    for index, word in enumerate(words[1:], 1):
        if index == 1 or words[index - 1] == "secondary":
            found.append(Extension(word.strip('"'), index, command, section))
    return found


class CallTarget(msgspec.Struct, frozen=True):
    """A number that calls are sent to.

    Attributes:
        number: the number.
        word: index of its word in the command.
        command: the command that sends them there.
        section: the section of the command.
    """

    number: str
    word: int
    command: Command
    section: Section


#: The commands that send calls to another number, and the index of its word.
FORWARDS = {
    "call_forward_all": 2, "call_forward_busy": 2, "call_forward_noan": 2, "call_forward_night_service": 2, "call_forward_b2bua_all": 3,
    "call_forward_b2bua_busy": 3, "call_forward_b2bua_mailbox": 3, "call_forward_b2bua_noan": 3, "call_forward_b2bua_unreachable": 3,
    "call_forward_b2bua_unregistered": 3, "call_forward_b2bua_night_service": 3, "final": 1,
}  # fmt: skip


def targets(facts: Facts) -> list[CallTarget]:
    """The numbers that calls are forwarded to, also at the end of a hunt group; `final` of call queues included."""
    return [
        CallTarget(command.words[word].strip('"'), word, command, section)
        for name, word in FORWARDS.items()
        for section, command in facts.all(name)
        if word < len(command.words)
    ]


def hunt_members(facts: Facts) -> Iterator[tuple[Section, Command, list[str]]]:
    """The hunt groups with the command `list`, and the numbers in it; places for members that join later (`*`) are left out."""
    for mode in ("ephone_hunt", "voice_hunt_group"):
        for section, command in facts.all("list", mode):
            numbers = re.split(r"[,\s]+", " ".join(command.words[1:]))
            yield section, command, [number for number in numbers if number not in ("", "*", "dynamic")]
