"""The values of directives (`//@ NAME WORDS`) from their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iossim.language.directive_types import Comments, Deeper, Demands, Fills, OlderPrints, Pads, Secret
from iossim.versions import OLDEST


def always() -> bool:
    """The value of a directive without words."""
    return True


def quoted(*words: str) -> str:
    """The words as one text, without the quotation marks around it."""
    return " ".join(words).removeprefix('"').removesuffix('"')


def optional(word: str = "entry") -> str:
    """The one word, `entry` where it is left out."""
    return word


def openness(word: str = "commands") -> str:
    """The one word, `commands` where it is left out."""
    return word


def joined(*words: str) -> str:
    """The words as one line."""
    return " ".join(words)


def folded(*words: str) -> frozenset[str]:
    """The words, in small letters."""
    return frozenset(word.lower() for word in words)


def names(*words: str) -> tuple[str, ...]:
    """The words as names."""
    return words


def fields(*words: str) -> tuple[str, ...]:
    """The words as fields, which have small letters."""
    return tuple(word.lower() for word in words)


def demands(kind: str, field: str, message: str) -> Demands:
    """A kind of thing, the field that names it, and the message of a router without it."""
    return Demands(kind, field.lower(), quoted(message))


def kind_and_field(record: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
    """The function that makes a record of a kind and a field."""
    return lambda kind, field: record(kind, field.lower())


def version(*words: str) -> str:
    """The last word as a version; the oldest one where there is none."""
    return words[-1] if words else OLDEST


def comments(word: str, *text: str) -> Comments:
    """A word, and the lines of the comment that the router prints before its line."""
    return Comments(word, tuple(quoted(*text).split("\\n")))


def pads(field: str, width: str, version: str) -> Pads:
    """A field, the characters that it fills, and the version from which on it does."""
    return Pads(field.lower(), int(width), version)


def older_prints(version: str, *text: str) -> OlderPrints:
    """A version, and the line as it and older ones print it."""
    return OlderPrints(version, quoted(*text))


def deeper(blanks: str, first: str, last: str) -> Deeper:
    """Blanks, and the versions in which they stand."""
    return Deeper(int(blanks), first, last)


def fills(field: str, *words: str) -> Fills:
    """A field and the words that the router fills in for it."""
    return Fills(field.lower(), words)


def secret(field: str, storage: str = "") -> Secret:
    """A field with a secret, and how it is stored."""
    return Secret(field.lower(), storage)
