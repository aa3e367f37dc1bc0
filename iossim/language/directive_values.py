"""The values of directives, made from their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iossim.language.directive_types import Comments, Deeper, Demands, Fills, Pads, Secret
from iossim.versions import OLDEST


def true() -> bool:
    """A directive without words."""
    return True


def as_text(*words: str) -> str:
    """The words as one text, without its quotation marks."""
    return " ".join(words).removeprefix('"').removesuffix('"')


def optional(word: str = "entry") -> str:
    """A word that may be left out: `entry`."""
    return word


def openness(word: str = "commands") -> str:
    """A word that may be left out: `commands`."""
    return word


def line(*words: str) -> str:
    """The words as one line."""
    return " ".join(words)


def names(*words: str) -> tuple[str, ...]:
    """The words as they stand."""
    return words


def fields(*words: str) -> tuple[str, ...]:
    """The fields, in small letters."""
    return tuple(word.lower() for word in words)


def demands(kind: str, field: str, message: str) -> Demands:
    """What `demands` says."""
    return Demands(kind, field.lower(), as_text(message))


def kind_and_field(record: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
    """Makes a record of a kind and a field."""
    return lambda kind, field: record(kind, field.lower())


def version(*words: str) -> str:
    """A version, or the oldest one."""
    return words[-1] if words else OLDEST


def comments(word: str, *text: str) -> Comments:
    """What `comments` says."""
    return Comments(word, tuple(as_text(*text).split("\\n")))


def pads(field: str, width: str, version: str) -> Pads:
    """What `pads` says."""
    return Pads(field.lower(), int(width), version)


def deeper(blanks: str, first: str, last: str) -> Deeper:
    """What `deeper` says."""
    return Deeper(int(blanks), first, last)


def fills(field: str, *words: str) -> Fills:
    """What `fills` says."""
    return Fills(field.lower(), words)


def secret(field: str, storage: str = "") -> Secret:
    """What `secret` says."""
    return Secret(field.lower(), storage)
