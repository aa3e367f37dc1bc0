"""Checks of encrypted secrets: the number before a secret names its kind, and the secret must have the form of that kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    "9": re.compile(r"\$9\$[a-zA-Z0-9./]{14}\$[a-zA-Z0-9./]{43}"),
}
_HIDDEN = re.compile(r"[0-9]{2}(?:[0-9A-Fa-f]{2})+")


def encrypted(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """An encrypted secret that cannot be one."""
    message = wrong_secret(command)
    if message:
        yield Refusal(message)


def wrong_secret(command: Command) -> str:
    """The router's message about an encrypted secret that cannot be one; "" if the command has none."""
    if command.negative or command.reset:
        return ""
    for field, storage in command.form.rule.secrets:
        index = word_of(command, field)
        kind = kind_before(command, index) if index > 0 else ""
        secret = command.words[index].strip('"')
        if storage == "hidden" and kind == "7" and not _HIDDEN.fullmatch(secret):
            return f"Invalid encrypted password: {secret}"
        if storage == "hashed" and kind in _HASHED and not _HASHED[kind].fullmatch(secret):
            return (
                "ERROR: The secret you entered is not a valid encrypted secret.\n"
                f"To enter an UNENCRYPTED secret, do not specify type {kind} encryption.\n"
                "When you properly enter an UNENCRYPTED secret, it will be encrypted.\n"
            )
    return ""


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
