"""Checks of names and patterns: the router's name, the one BGP process, patterns of dial peers, passwords of lines and users."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from iossim.config.platforms import USUAL
from iossim.config.platforms import platform as platform_of
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command, Form
from iossim.language.speed import Remembered

_HOSTNAME = re.compile(r"[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?").fullmatch
#: The expression that a router prints when it refuses a pattern.
_PATTERN = re.compile(r"[][^0-9,A-F#*.?+%()-]*T?(\$)?").fullmatch
_NO_PATTERN = "Incorrect format for E.164 Number\n        regular expression must be of the form  ^[][^0-9,A-F#*.?+%()-]*T?(\\$)?$"

_EMPTY_NUMBER = (
    "Warning: Pattern T defines a match with zero or more digits and hence could \n"
    "match with an empty number.  If this is not the desired behaviour please \n"
    "configure pattern .T instead to match on one or more digits"
)


def hostname(configuration: Configuration, section: Section, command: Command) -> Iterable[Notice]:  # noqa: ARG001
    """A name that is no name of a host; the router takes it."""
    if command.negative or command.reset or _HOSTNAME(command.words[-1].strip('"')):
        return ()
    return (Notice("% Hostname contains one or more illegal characters."),)


def only_one(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A second BGP process."""
    if command.negative or command.reset:
        return
    for other in section.any_sections(command.name):
        if other.key != command.form.identity(command.words)[1:]:
            yield Refusal(f"BGP is already running; AS is {other.key[0]}", blocker=(command.name, *other.key))


def pattern(configuration: Configuration, section: Section, command: Command) -> Iterable[Refusal | Notice]:  # noqa: ARG001
    """A pattern of numbers that is not of the documented form, or one of called numbers that an empty one fits."""
    if command.negative or command.reset:
        return ()
    for index in _patterns(command.form):
        if not _PATTERN(command.words[index].strip('"')):
            return (Refusal(_NO_PATTERN),)
        if command.words[index] == "T" and command.name == "incoming_called_number":
            return (Notice(_EMPTY_NUMBER),)
    return ()


def _made(form: Form) -> tuple[int, ...]:
    return tuple(index for field in ("pattern", "number", "secondary") for index in form.words_of(field))


#: Indices of the words of a form that are patterns.
_patterns = Remembered(_made, 256).__getitem__


def one_password(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A secret for a user with a password, or the other way round."""
    before = section.entries.get(command.form.identity(command.words))
    if before is None or command.negative or command.reset:
        return
    if {"secret", "password"} == {word for entry in (before, command) for word in ("secret", "password") if word in entry.keywords}:
        yield Refusal("ERROR: Can not have both a user password and a user secret.\nPlease choose one or the other.")


def line_password(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """`login` on a line without a password: nobody can log in there until it has one."""
    asks = not (command.negative or command.reset) and len(command.words) == 1
    if configuration.ports is None or not asks or section.get("password") is not None:
        return
    platform = configuration.platform or platform_of(USUAL)
    kind, *numbers = section.key
    if kind not in ("con", "aux", "vty"):
        return
    base = {"con": 0, "aux": 1, "vty": platform.first_vty}[kind]
    for number in range(int(numbers[0]), int(numbers[-1]) + 1):
        yield Notice(f"% Login disabled on line {base + number}, until 'password' is set")
