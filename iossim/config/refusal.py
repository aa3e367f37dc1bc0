"""The refusal of a command by the router."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """The router's refusal of a command.

    Attributes:
        message: the router's words; "" where it prints the caret instead.
        word: index of the word at fault, -1 where no one word is.
    """

    message: str
    word: int
