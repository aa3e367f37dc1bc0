"""Results of typed lines, and the parts of them that need no session."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.config.refusal import Asking
from iossim.exec import Question
from iossim.language import Command
from iossim.language.trail import positions
from iossim.router import RouterCore
from iossim.router.facts.processes import LOAD


@dataclass(frozen=True, slots=True)
class LineResult:
    """The result of one line, for programs.

    Attributes:
        accepted: the line took effect.
        output: the text that a terminal shows after the line.
        message: the error without the caret's line; "" if the line was accepted.
    """

    accepted: bool
    output: str
    message: str = ""


def free_number(router: RouterCore) -> int:
    """The number of the first vty line without a session."""
    taken = {line.number for line in router.lines if line.name not in ("console", "http")}
    return next(number for number in range(len(taken) + 1) if number not in taken)


def looks_up(router: RouterCore) -> bool:
    """True if one unknown word is looked up as the name of a host: there is no `no ip domain lookup`."""
    entry = router.config.root.get("ip_domain_lookup")
    return not (entry is not None and entry.negative)


def time_stamp(router: RouterCore) -> str:
    """The lines before the output of a command with `terminal exec prompt timestamp`."""
    source = "user configuration" if router.clock.is_set else "hardware calendar"
    return f"Load for {LOAD}\nTime source is {source}, {router.clock.precise_stamp()}\n\n"


def question_of(asking: Asking, says: str = "") -> Question:
    """The question of a configuration command, as the session asks it."""

    def answer(typed: str) -> str | Question:
        result = asking.answer(typed)
        return question_of(result) if isinstance(result, Asking) else result

    return Question(asking.prompt, answer, says=says + asking.says, default=asking.default)


def column_of(line: str, command: Command, word: int) -> int:
    """Column of a word of a command in the line that was typed."""
    spots = positions(line)
    index = word + (1 if command.negative or command.reset else 0)
    return spots[index][0] if index < len(spots) else spots[-1][0]
