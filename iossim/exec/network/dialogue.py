"""Dialogues of ping and traceroute: one question after the other, each with a default in brackets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from iossim.exec.command import Question, Reply, ask


@dataclass(frozen=True, slots=True)
class Ask:
    """One question of a dialogue.

    Attributes:
        name: the name of its answer.
        text: the question, with the default in brackets.
        default: the answer that an empty line gives.
        low: the lowest number that is accepted.
        high: the highest number that is accepted; 0 if the answer need not be a number.
    """

    name: str
    text: str
    default: str = ""
    low: int = 0
    high: int = 0

    def accepts(self, answer: str) -> bool:
        """True if an answer is in the range of numbers."""
        return not self.high or (
            answer.isascii() and answer.isdigit() and len(answer) < 12 and self.low <= int(answer) <= self.high
        )


Answers = dict[str, str]


def hold(
    questions: list[Ask], done: Callable[[Answers], Reply], answers: Answers | None = None, says: Iterable[str] = ()
) -> Question:
    """The first question of a dialogue; a number out of range is asked for again.

    Args:
        questions: the questions that are left.
        done: takes all answers; returns the output, or a further question.
        answers: the answers so far.
        says: lines printed before the question.
    """
    given = dict(answers or {})
    first, *rest = questions

    def answer(typed: str) -> Reply:
        value = typed.strip() or first.default
        if not first.accepts(value):
            return hold(questions, done, given, [f"% A decimal number between {first.low} and {first.high}."])
        given[first.name] = value
        return hold(rest, done, given) if rest else done(given)

    return ask(f"{first.text}: ", answer, says=says)


def begin(questions: list[Ask], done: Callable[[Answers], Reply]) -> Question:
    """A dialogue that begins with the protocol and the target; it ends early if one of them is wrong.

    Args:
        questions: the questions after the target.
        done: takes all answers.
    """

    def protocol(answers: Answers) -> Reply:
        if answers["protocol"].lower() != "ip":
            return says("% Unknown protocol - type '?' for help")
        return hold([Ask("host", "Target IP address")], target, answers)

    def target(answers: Answers) -> Reply:
        return hold(questions, done, answers) if answers["host"] else says("% Bad IP address")

    return hold([Ask("protocol", "Protocol [ip]", "ip")], protocol)


def is_asked(answer: str) -> bool:
    """True if an answer to a question with `[n]` or `[no]` means yes."""
    return answer.lower().startswith("y")


def says(*lines: str) -> Iterator[str]:
    """The output of a dialogue that ends."""
    yield from lines
