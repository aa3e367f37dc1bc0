"""`iossim diff`: the lines to type into a router that has one configuration, so that it has another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iossim.config import Section, difference
from iossim.config.platforms import Platform
from iossim.router import RouterCore
from iossim.session import Session

#: The ends of questions that a router asks after a line, and the answers that let it go on.
_ANSWERS = {"[confirm]": "", "[yes/no]:": "yes", "[yes]:": "yes", "[no]:": "yes"}
_MOST_PASSES = 5


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of a comparison.

    Attributes:
        lines: the lines to type in global configuration, in this order, with the answers to questions of the router.
        left: lines that differ all the same, such as those of an interface that the router does not have.
    """

    lines: list[str]
    left: list[str]


def compare(old: str, new: str, platform: Platform | None = None) -> Comparison:
    """The lines that turn one configuration into another. They are typed into a router to see what they do.

    Args:
        old: the configuration that the router has.
        new: the one that it should have.
        platform: the router model that sets the limits; None: the widest limits.
    """
    router, wanted = RouterCore(platform=platform, text=old), RouterCore(platform=platform, text=new)
    session = Session(router, 15)
    session.execute("configure terminal")
    typed: list[str] = []
    # A removal may take other lines along (the buttons of a dn that is opened anew); the next pass adds them again.
    left = list(difference(router.config.root, wanted.config.root))
    for _ in range(_MOST_PASSES):
        if not left:
            break
        typed += _typed(session, left)
        before, left = left, list(difference(router.config.root, wanted.config.root))
        if left == before:
            break
    return Comparison(typed, left)


def _typed(session: Session, lines: Iterable[str]) -> Iterator[str]:
    """Types lines, whose indentation a router does not see; yields what was typed, without the lines that were refused.

    Every section is left by `exit`: a command that a section has, too, would be entered there. The lines of a section whose header was
    refused are left out, and questions are answered.
    """
    refused: int | None = None  # the indentation of a line that was refused
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if refused is not None and indent > refused:
            continue
        yield from _exits(session, indent)
        parts = line.split("\n")
        results = [session.run(part) for part in parts]
        refused = None if all(result.accepted for result in results) else indent
        if refused is None:
            yield from parts
        while (answer := _answer(session.prompt)) is not None:
            session.execute(answer)
            yield answer
    yield from _exits(session, 0)


def _exits(session: Session, depth: int) -> Iterator[str]:
    """Leaves sections until so many are open; yields the lines that do it."""
    while session.section is not None and (open_sections := _depth(session.section)) > depth:
        session.execute("exit")
        yield " " * open_sections + "exit"


def _depth(section: Section) -> int:
    """The number of sections around a section, global configuration included."""
    return 0 if section.parent is None else 1 + _depth(section.parent)


def _answer(prompt: str) -> str | None:
    """The answer to a question; None for a prompt that is none."""
    return next((answer for end, answer in _ANSWERS.items() if prompt.rstrip().endswith(end)), None)
