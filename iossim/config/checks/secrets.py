"""Checks of encrypted secrets: the number before a secret names its kind, and the secret must have the form of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command
from iossim.language.bodies import Argument, Keyword

#: The numbers before a secret that give its kind.
KINDS = ("0", "4", "5", "6", "7", "8", "9")
_HASHED = {
    "4": re.compile(r"[a-zA-Z0-9./]{43}"),
    "5": re.compile(r"\$1\$[a-zA-Z0-9./]{4}\$[a-zA-Z0-9./]{22}"),
    "8": re.compile(r"\$8\$[a-zA-Z0-9./]{14}\$[a-zA-Z0-9./]{43}"),
    # From a secret of type 5 the router makes one that names both salts (`$14$`).
    "9": re.compile(r"\$(?:9|14\$[a-zA-Z0-9./]{4})\$[a-zA-Z0-9./]{14}\$[a-zA-Z0-9./]{43}"),
}
_NO_SECRET = (
    "ERROR: The secret you entered is not a valid encrypted secret.\n"
    "To enter an UNENCRYPTED secret, do not specify type {kind} encryption.\n"
    "When you properly enter an UNENCRYPTED secret, it will be encrypted.\n"
)
_SHORTEST_PHRASE = 8
_HIDDEN = re.compile(r"[0-9]{2}(?:[0-9A-Fa-f]{2})+")


@dataclass(frozen=True, slots=True)
class WrongSecret:
    """An encrypted secret that cannot be one.

    Attributes:
        word: its index.
        kind: the number before it.
        message: the router's words.
    """

    word: int
    kind: str
    message: str


def encrypted(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """An encrypted secret that cannot be one. In a file it is taken, and lets nobody in; validation reports it."""
    wrong = wrong_secret(command) if configuration.ports is not None else None
    if wrong is not None:
        yield Refusal(wrong.message)


def passphrase(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A phrase for an exported key with fewer than eight characters."""
    if len(command.words[-1]) < _SHORTEST_PHRASE:
        yield Refusal("% Passphrase is too short, needs to be at least 8 chars")


def wrong_secret(command: Command) -> WrongSecret | None:
    """The encrypted secret of a command, if it cannot be one."""
    if command.negative or command.reset:
        return None
    for field, storage in command.form.rule.secrets:
        index = word_of(command, field)
        kind = kind_before(command, index) if index > 0 else ""
        secret = command.words[index].strip('"')
        if storage == "hidden" and kind == "7" and not _HIDDEN.fullmatch(secret):
            return WrongSecret(index, kind, f"Invalid encrypted password: {secret}")
        if storage == "hashed" and kind in _HASHED and not _HASHED[kind].fullmatch(secret):
            return WrongSecret(index, kind, _NO_SECRET.format(kind=kind))
    return None


def kind_before(command: Command, index: int) -> str:
    """The number before a secret that gives its kind; "" if there is none (the 5 of `level 5` gives no kind)."""
    word = command.words[index - 1]
    return word if word in KINDS and isinstance(command.form.places[index - 1].symbol, Keyword) else ""


def word_of(command: Command, field: str) -> int:
    """Index of the word that fills a field; -1 if the command has none."""
    for index, place in enumerate(command.form.places):
        if isinstance(place.symbol, Argument) and place.symbol.field == field:
            return index
    return -1
