"""Dialogues of several questions, written as generators: they yield the lines that are printed and the prompts, and get the answers."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from iossim.exec.command import Reply, ask

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question of a dialogue.

    Attributes:
        text: the text in place of the prompt.
        default: the answer of programs that cannot be asked.
        echo: False if the answer must not be seen.
    """

    text: str
    default: str = ""
    echo: bool = True


#: A dialogue, or a part of one. It yields lines and prompts, gets the answer to each prompt, without the blanks around it unless it
#: is a password, and returns what the answers mean.
Dialogue = Generator[str | Prompt, str, _T]


def converse(dialogue: Dialogue[None]) -> Reply:
    """Begins a dialogue; returns its first question, after the lines before it, or its lines if it asks nothing."""
    return _continued(dialogue, None)


def _continued(dialogue: Dialogue[None], answer: str | None) -> Reply:
    lines: list[str] = []
    try:
        step = next(dialogue) if answer is None else dialogue.send(answer)
        while isinstance(step, str):
            lines.append(step)
            step = next(dialogue)
    except StopIteration:
        return iter(lines)
    prompt = step

    def answered(typed: str) -> Reply:
        return _continued(dialogue, typed.strip() if prompt.echo else typed)

    return ask(prompt.text, answered, echo=prompt.echo, says=lines, default=prompt.default)


def yes_or_no(text: str, default: str = "") -> Dialogue[bool]:
    """Asks until the answer is `yes` or `no`, or the beginning of one.

    Args:
        text: the question.
        default: the meaning of an empty answer; "" if it has none.
    """
    while True:
        word = ((yield Prompt(text, default or "no")) or default).lower()
        if word and "yes".startswith(word):
            return True
        if word and "no".startswith(word):
            return False
        yield "% Please answer 'yes' or 'no'."
