"""Reads a configuration text into the tree, keeps what it does not know, and tells what it found, line by line."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from iossim.config.apply import apply
from iossim.config.noise import command_of, is_noise, without_marks
from iossim.config.tree import Configuration, Section
from iossim.language import (
    Ambiguous,
    Command,
    Incomplete,
    Invalid,
    Mode,
    Outcome,
    Unfinished,
    exact_in,
    match_exact,
    match_in,
    unfinished,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found in a line of a configuration.

    Attributes:
        line: from 1.
        column: from 1.
        end_column: just behind the last character, from 1.
        severity: "error", "warning" or "info".
        code: stable name of the kind of finding.
        message: what is wrong and what would be right.
        text: the line, secrets excepted.
    """

    line: int
    column: int
    end_column: int
    severity: str
    code: str
    message: str
    text: str


@contextmanager
def at_full_speed() -> Iterator[None]:
    """Lets Python's cycle collector rest.

    Reading a configuration makes many objects and no garbage; the collector would look at all of them again and again, which takes
    as long as the reading itself.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_lines(configuration: Configuration, lines: Iterable[str]) -> list[Finding]:
    """Reads the lines of one file into a configuration.

    Args:
        configuration: the tree to read into.
        lines: without their ends.
    """
    with at_full_speed():
        return list(Loader(configuration).load(lines))


class Loader:
    """Reads lines into a configuration, as a router reads a file.

    Life: `load` the lines of a text once; the commands in the tree then know their lines.

    Args:
        configuration: the tree to read into.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.section = configuration.root
        self.ended = False
        self.kept = 0
        self._chain = configuration.language.chain("global")
        self._last: tuple[str, ...] | None = None
        self._unknown = False
        self._indented = False
        self._pending: Unfinished | None = None
        self._pending_line = 0

    def load(self, lines: Iterable[str]) -> Iterator[Finding]:
        """Reads the lines of one file; yields what is found, in order.

        Args:
            lines: without their ends; carriage returns and byte-order marks may be left on them.
        """
        number = 0
        for number, raw in enumerate(lines, 1):
            text = raw.strip()
            if self._pending is None:
                if not text or text[0] == "!":
                    self._unknown = self._unknown and raw[:1] != "!"
                    continue
                section = self.section
                command = None if self._unknown and raw[0] in " \t" else match_exact(section.mode, text)
                if command is not None:
                    form = command.form
                    if not form.special and not command.negative:
                        identity = form.identity(command.words)
                        section.entries[identity] = command
                        command.line = number
                        self._last = identity
                        self._unknown = False
                        if raw[0] == " ":
                            self._indented = True
                    else:
                        yield from self._apply(number, raw, text, section, command)
                    continue
                if section.parent is not None and not (self._unknown and raw[0] in " \t"):
                    command = exact_in(self._chain, text)
                    if command is not None:
                        yield from self._apply(number, raw, text, self._owner(command), command)
                        continue
            yield from self._slow(number, raw)
        yield from self.finish(number)

    def finish(self, number: int) -> Iterator[Finding]:
        """What is still open at the end of a file."""
        if self._pending is not None:
            start, self._pending = self._pending_line, None
            message = "this text has no end: its delimiter does not come again before the end of the file"
            yield Finding(start, 1, 2, "error", "unterminated-text", message, "")
        if not self.ended and number:
            yield Finding(number, 1, 1, "warning", "no-end", "the file does not end with `end`: it may have been cut short", "")
        self.configuration.changes += 1

    def _slow(self, number: int, raw: str) -> Iterator[Finding]:
        if self._pending is not None:
            yield from self._more(raw)
            return
        line = without_marks(raw)
        text = line.strip()
        if not text or text[0] == "!":
            return
        if self._unknown and line[0] in " \t":
            yield self._verbatim(number, raw, text)
            return
        outcome = match_in(self._chain, text)
        if isinstance(outcome, Command):
            yield from self._understood(number, raw, text, outcome)
        else:
            yield from self._not_understood(number, raw, text, outcome)

    def _understood(self, number: int, raw: str, text: str, command: Command) -> Iterator[Finding]:
        section = self._owner(command)
        if command.form.rule.directive("session") is not None and not command.negative:
            yield from self._move(command)
            return
        yield from self._apply(number, raw, text, section, command)

    def _owner(self, command: Command) -> Section:
        section = self.section
        while section.mode.name != command.mode and section.parent is not None:
            section = section.parent
        return section

    def _apply(self, number: int, raw: str, text: str, section: Section, command: Command) -> Iterator[Finding]:
        if command.form.rule.directive("session") is not None and not command.negative:
            yield from self._move(command)
            return
        self._unknown = False
        command.line = number
        pending = unfinished(command)
        if pending is not None and not pending.block:
            self._pending, self._pending_line = pending, number
            return
        applied = apply(self.configuration, section, command)
        if not applied.accepted:
            self._enter(section)
            start, end = self._span(raw, text, applied.word)
            message = applied.refused or f"{_shown(command, applied.word)} is out of range here"
            self._keep(raw)
            yield Finding(number, start, end, "error", "refused", message, raw.strip())
            return
        if pending is not None:
            self._pending, self._pending_line = pending, number
        self._enter(applied.section)
        if applied.section is section:
            self._last = command.form.identity(command.words)

    def _enter(self, section: Section) -> None:
        if section is not self.section:
            self.section = section
            self._chain = self.configuration.language.chain(section.mode.name)
        self._last = None

    def _move(self, command: Command) -> Iterator[Finding]:
        if command.name == "end":
            self.ended = True
            self._enter(self.configuration.root)
        elif command.name == "exit":
            self._enter(self.section.parent or self.configuration.root)
        return iter(())

    def _more(self, raw: str) -> Iterator[Finding]:
        """One more line of a banner or a certificate."""
        pending = self._pending
        assert pending is not None
        command = pending.feed(raw.rstrip("\r"))
        if command is None:
            return
        self._pending = None
        if not pending.block:
            yield from self._apply(self._pending_line, raw, raw.strip(), self._owner(command), command)

    def _not_understood(self, number: int, raw: str, text: str, outcome: Outcome) -> Iterator[Finding]:
        if is_noise(text):
            yield Finding(number, 1, len(raw) + 1, "info", "not-configuration", "not a line of configuration: passed over", text)
            return
        prompted = command_of(text)
        if prompted is not None:
            yield from self._prompted(number, raw, *prompted)
            return
        yield self._fault(number, raw, text, outcome)

    def _prompted(self, number: int, raw: str, mode: str, rest: str) -> Iterator[Finding]:
        """A line with a prompt in front: a pasted terminal session. EXEC commands are passed over, the others read."""
        message = "a prompt stands in front of the command: read as a pasted session"
        yield Finding(number, 1, raw.find(rest) + 1 if rest else len(raw) + 1, "info", "pasted-prompt", message, raw.strip())
        if mode == "(config)":
            self._enter(self.configuration.root)
        if mode and rest:
            yield from self._slow(number, " " * raw.rfind(rest) + rest)

    def _fault(self, number: int, raw: str, text: str, outcome: Outcome) -> Finding:
        assert not isinstance(outcome, Command)
        offset = len(raw) - len(raw.lstrip()) + 1
        self._indented = self._indented or offset > 1
        if offset == 1 and self._indented:
            self._enter(self.configuration.root)
        mode = self.section.mode
        self._keep(raw)
        end = outcome.column if isinstance(outcome, Incomplete) else outcome.end
        place = (number, outcome.column + offset, end + offset)
        if _unknown_to_ios(mode, outcome):
            self._unknown = True
            self.kept += 1
            return Finding(*place, "info", "verbatim", f"not known to {mode.name}: kept as it is", text)
        code, message = _wording(outcome, mode)
        return Finding(*place, "error", code, message, text)

    def _verbatim(self, number: int, raw: str, text: str) -> Finding:
        self._keep(raw)
        self.kept += 1
        offset = len(raw) - len(raw.lstrip()) + 1
        return Finding(
            number,
            offset,
            offset + len(text),
            "info",
            "verbatim",
            "belongs to a section that is not known: kept as it is",
            text,
        )

    def _keep(self, raw: str) -> None:
        depth = 0
        section: Section | None = self.section
        while section is not None and section.parent is not None:
            depth, section = depth + 1, section.parent
        line = raw.rstrip() if depth == 0 else " " * depth + raw.strip()
        self.configuration.keep(self.section, self._last, line)

    def _span(self, raw: str, text: str, word: int) -> tuple[int, int]:
        offset = len(raw) - len(raw.lstrip()) + 1
        spots = [found.span() for found in re.finditer(r"\S+", text)]
        if 0 <= word < len(spots):
            return spots[word][0] + offset, spots[word][1] + offset
        return offset, offset + len(text)


def _shown(command: Command, word: int) -> str:
    return "a secret" if word in command.form.secret else command.words[word]


def _unknown_to_ios(mode: Mode, outcome: Outcome) -> bool:
    """Whether the grammar does not claim to know this line: unknown words in global configuration and in modes of IOS at large."""
    return mode.open and isinstance(outcome, Invalid) and (outcome.words == 0 or not outcome.arguments_only)


def _wording(outcome: Outcome, mode: Mode) -> tuple[str, str]:
    if isinstance(outcome, Incomplete):
        return "incomplete-command", "the command is incomplete"
    if isinstance(outcome, Ambiguous):
        return "ambiguous-command", f"this may be {', '.join(outcome.candidates)}"
    assert isinstance(outcome, Invalid)
    if outcome.words == 0:
        return "unknown-command", f"no command of {mode.name} begins so"
    expected = ", ".join(outcome.expected[:12]) + (", …" if len(outcome.expected) > 12 else "") or "the end of the line"
    return "invalid-input", f"not accepted here; expected {expected}"
