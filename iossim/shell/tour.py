"""The tour for newcomers: steps that are data (tour.toml), each of which is done when the router itself says so."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Protocol

from iossim.session import Session
from iossim.shell.remarks import remark

_BEGIN = (
    "A tour in {count} steps. Type what you like in between: the tour goes on when a step is done. `!step` shows the step again, "
    "and `!next` skips it."
)
_END = "That was the tour. README.md and docs/ go on from here; `exit` and Ctrl-D leave."
_NEXT, _AGAIN = "!next", "!step"
_READS = "A management program reads about it:"
_READS_NOTHING = "A management program reads nothing about it: the router does not know the xml user `{user}`, or the phone."


class TourRouter(Protocol):
    """The part of a router that a tour asks."""

    @property
    def running_config(self) -> str:
        """The running-config."""

    @property
    def modified(self) -> bool:
        """True if changes are not saved."""

    def session(self) -> Session:
        """A session of a program."""

    def xml(self, body: str, user: str, password: str) -> bytes:
        """Answers a request of the XML API."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the tour; see tour.toml."""

    title: str
    text: str
    type: list[str]
    level: int = 0
    mode: str = ""
    section: str | None = None
    lines: list[str] = field(default_factory=list)
    shows: str = ""
    expected: str = ""
    saved: bool = False
    answer: str = ""
    answer_user: str = ""
    answer_password: str = ""
    answer_lines: str = ""


def steps() -> list[Step]:
    """The steps, in order."""
    data: dict[str, list[dict[str, Any]]] = tomllib.loads(files("iossim.shell").joinpath("tour.toml").read_text(encoding="utf-8"))
    return [Step(**step) for step in data["step"]]


class Tour:
    """The tour: it watches the sessions of a console.

    Args:
        router: the router.
    """

    def __init__(self, router: TourRouter) -> None:
        self._router = router
        self._steps = steps()
        self._at = 0
        self._session: Session | None = None
        self._shown = False

    def opened(self, session: Session) -> str:
        """Begins a session; returns the text to show."""
        self._session = session
        if self._shown:
            return ""
        self._shown = True
        return self._remark(_BEGIN.format(count=len(self._steps))) + self._step()

    def typed(self, prompt: str, text: str, output: str, echo: bool = True, mark: str = "") -> str:
        """Looks whether the step is done after a line; returns the text to show."""
        del prompt, output, echo, mark
        if self._at >= len(self._steps):
            return ""
        said = ""
        if text.strip() == _AGAIN and not self._is_done(self._steps[self._at]):
            said = self._step()
        if text.strip() == _NEXT:
            said = self._next("skipped")
        while self._at < len(self._steps) and self._is_done(self._steps[self._at]):
            said += self._next("done")
        return said

    @property
    def finished(self) -> bool:
        """True if all steps are done."""
        return self._at >= len(self._steps)

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _next(self, how: str) -> str:
        step = self._steps[self._at]
        self._at += 1
        said = self._remark(f"Step {self._at} of {len(self._steps)} is {how}: {step.title}.") + self._answer(step)
        return said + (self._step() if self._at < len(self._steps) else self._remark(_END))

    def _step(self) -> str:
        """The text of the step."""
        step = self._steps[self._at]
        text = self._remark(step.text, "!  ")
        typed = "".join(self._remark(line, "!      ") for line in step.type)
        return "!\n" + self._remark(f"Step {self._at + 1} of {len(self._steps)}: {step.title}") + text + typed

    def _remark(self, text: str, margin: str = "! ") -> str:
        return remark(text, self._session.terminal.width if self._session is not None else 0, margin)

    def _answer(self, step: Step) -> str:
        """Some lines of the answer of the XML API."""
        if not step.answer:
            return ""
        answer = self._router.xml(step.answer, step.answer_user, step.answer_password).decode()
        rows = [row for row in answer.splitlines() if re.search(step.answer_lines, row)]
        if not rows:
            return self._remark(_READS_NOTHING.format(user=step.answer_user))
        return self._remark(_READS) + "".join(f"!      {row}\n" for row in rows)

    def _is_done(self, step: Step) -> bool:
        """True if the router says that a step is done."""
        session = self._session
        if session is None:
            return False
        mode = session.section.mode.name if session.section is not None else "exec"
        return (
            (not step.level or session.level == step.level)
            and (not step.mode or mode == step.mode)
            and (step.section is None or self._has(step.section, step.lines))
            and (not step.shows or self._shows(step.shows, step.expected))
            and (not step.saved or not self._router.modified)
        )

    def _has(self, section: str, lines: list[str]) -> bool:
        """True if the running-config has lines in a section."""
        current, missing = "", set(lines)
        for line in self._router.running_config.splitlines():
            if line[:1] != " ":
                current = line
            if line[:1] == " " or not section:
                inside = not section or re.fullmatch(section, current) is not None
                missing -= {expression for expression in missing if inside and re.fullmatch(expression, line)}
        return not missing

    def _shows(self, command: str, expected: str) -> bool:
        session = self._router.session()
        try:
            return re.search(expected, session.execute(command)) is not None
        finally:
            session.close()
