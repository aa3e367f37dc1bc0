"""The answers of the router to a command: a refusal, a notice about a command that takes effect, a question."""

from __future__ import annotations

from collections.abc import Callable

import msgspec


class Refusal(msgspec.Struct, frozen=True):
    """The router's refusal of a command.

    Attributes:
        message: the router's words; "" where it prints the caret instead.
        word: index of the word at fault, -1 where no one word is.
        ordered: the reason is the order of the lines: a file is printed in another order, so its line is taken, and reported.
        lacks: the words of a line that would make it right; in an excerpt it may stand elsewhere. () where nothing is missing.
        blocker: identity of the entry of the same section that is in the way; a refused line of a file is kept after it. () for none.
    """

    message: str
    word: int = -1
    ordered: bool = False
    blocker: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


class Notice(msgspec.Struct, frozen=True):
    """A message of the router about a command that takes effect.

    Attributes:
        message: the router's words, without the line end.
    """

    message: str


class Asking(msgspec.Struct, frozen=True):
    """A question of the router about a command; nothing has happened yet.

    Attributes:
        prompt: the text in place of the prompt.
        answer: takes the line that was typed; returns the output, or the next question.
        says: text printed before the question.
        default: the answer of programs that cannot be asked.
    """

    prompt: str
    answer: Callable[[str], str | Asking]
    says: str = ""
    default: str = ""
