"""Versions of Unified CME (`4.2(1)`, `3.2.1`, `12.6`), as `since` and `removed` in grammars and `--cme-version` name them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

#: The version that iossim simulates by default.
NEWEST = "14.1"
#: The first version.
OLDEST = "1.0"

_VERSION = re.compile(r"\d+(?:\.\d+)*(?:\(\d+\))?", re.ASCII).fullmatch


def is_version(text: str) -> bool:
    """True if a text is a version."""
    return _VERSION(text) is not None


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of Unified CME. Versions are compared by their numbers: 3.2.1 is earlier than 3.10, and `7` equals `7.0`.

    Attributes:
        numbers: its numbers, without zeros at the end.
        text: the version as it was written.
    """

    numbers: tuple[int, ...]
    text: str = field(compare=False)

    @classmethod
    def of(cls, text: str) -> Version:
        """The version in a text.

        Args:
            text: a version, such as `8.6` or `4.2(1)`.

        Raises:
            ValueError: the text is no version.
        """
        if not is_version(text):
            raise ValueError(f"{text!r} is no version of Unified CME; one is written like 8.6 or 4.2(1)")
        numbers = [int(number) for number in re.findall(r"\d+", text)]
        while numbers[-1:] == [0]:
            numbers.pop()
        return cls(tuple(numbers), text)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=256)
def is_before(version: str, other: str) -> bool:
    """True if a version is earlier than another one.

    Args:
        version: like `8.6`.
        other: the other version.

    Raises:
        ValueError: one of the texts names no version.
    """
    return Version.of(version) < Version.of(other)
