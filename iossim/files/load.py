"""Reads a configuration text into the tree, keeps what it does not know, and tells what it found, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from iossim.config.apply import apply, is_plain
from iossim.config.tree import Configuration, Section
from iossim.files.explain import (
    EXPLANATIONS,
    exec_command,
    open_unknown,
    remark_behind,
    takes_anything,
    two_commands,
    unexplained,
)
from iossim.files.findings import Finding, masked
from iossim.files.lines import Line, Lines
from iossim.files.nearest import spoken
from iossim.files.noise import has_marks, is_certificate, is_noise, is_session
from iossim.files.wording import refusal_of
from iossim.language import Command, Identity, Mode, Unfinished, exact_in, match_exact, match_in, unfinished
from iossim.language.trail import positions
from iossim.language.speed import at_full_speed

#: What is found in lines that are plainly no commands.
_PLAIN = ("pasted-prompt", "not-configuration", "exec-command")

__all__ = ["Finding", "Loader", "read_lines"]


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

    Attributes:
        section: where the next line belongs.
        chain: the section's mode and the modes around it.
        lines: the lines of the file.
        unknown: how deep at least the lines of a section are indented that is not known; 0: there is none.
        unknown_prompt: the mode that the prompts of such a section show, in a pasted session.
        kept: how many lines were not known, and kept as they are.
        last: what was entered last in the section, behind which a line is kept; None: nothing yet.
        rest: how many lines were read where another router's configuration begins behind the first; 0 where none does.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.section = configuration.root
        self.chain: tuple[Mode, ...] = configuration.language.chain("global")
        self.lines = Lines([])
        self.unknown = 0
        self.unknown_prompt = ""
        self.joined = (0, "")
        self.ended = False
        self.kept = 0
        self.rest = 0
        self._source: Iterator[tuple[int, str]] = iter(())
        self.last: Identity | None = None
        self.why = ""
        self.opened: dict[Section, int] = {}
        self._pending: Unfinished | None = None
        self._pending_line = 0

    def load(self, lines: Iterable[str] | Lines, first: int = 0) -> Iterator[Finding]:
        """Reads the lines of one file; yields what is found, in order.

        Args:
            lines: without their ends; carriage returns and byte-order marks may be left on them. `Lines` may be loaded several times.
            first: how many lines to leave out.
        """
        self.lines = lines if isinstance(lines, Lines) else Lines(lines)
        self._go_on_behind(first)
        yield from self._load()
        while self._pending is not None:
            yield from self._unterminated()
            yield from self._load()
        number = len(self.lines.raw)
        yield from self._more_hostnames(first, self.rest or number)
        if not self.ended and number and self.configuration.root.get("version") is not None:
            yield Finding(number, 1, 1, "warning", "no-end", "the file does not end with `end`: it may have been cut short", "")
        self.configuration.touch(self.configuration.root)

    def _more_hostnames(self, first: int, last: int) -> Iterator[Finding]:
        """The lines that give the router another name than the first such line."""
        names = self.lines.hostnames(first, last)
        for line, name in names[1:]:
            first_line, first_name = names[0]
            if name != first_name:
                message = f"a second hostname, after {first_name} in line {first_line.number}: all lines are read into one router"
                yield Finding(line.number, *_span(line, -1), "warning", "several-routers", message, line.text)

    def _load(self) -> Iterator[Finding]:  # noqa: C901 (the hot loop: a call would cost more than it explains)
        """The hot loop: commands in full spelling are stored, everything else takes a closer look."""
        direct = self.configuration.journal is None
        for number, raw in self._source:
            text = raw.strip()
            if self._pending is None:
                if not text or text[0] == "!":
                    if self.unknown and text and not raw[: self.unknown].isspace():
                        self.unknown = 0
                    continue
                section = self.section
                closely = " !" in text or (self.unknown and raw[: self.unknown].isspace())
                command = None if closely else match_exact(section.mode, text)
                if command is not None:
                    form = command.form
                    if direct and is_plain(form) and not command.negative:
                        identity = form.identity_constant or form.identity(command.words)
                        section.entries[identity] = command
                        command.line = number
                        self.last = identity
                        self.unknown = 0
                    elif not self._applied(number, section, command):
                        yield from self._apply(self.lines.line(number, raw), section, command)
                        if self.rest:
                            return
                    continue
                if section.parent is not None and not closely and (command := exact_in(self.chain, text)) is not None:
                    if raw[0].isspace() or not self._applied(number, self.owner(command), command):
                        yield from self.apply(self.lines.line(number, raw), command)
                        if self.rest:
                            return
                    continue
            yield from self._slow(number, raw)
            if self.rest:
                return

    def _applied(self, number: int, section: Section, command: Command) -> bool:
        """Applies a command that is whole and has nothing to tell of; False, and nothing done, where a closer look is needed."""
        form = command.form
        if form.session or form.multiline:
            return False
        command.line = number  # before it is applied: the entries that it is split into take it over
        applied = apply(self.configuration, section, command)
        if applied.refused or applied.word >= 0:
            return False
        self.unknown = 0
        if applied.section is not section:
            self.opened[applied.section] = number
            self.section = applied.section
            self.chain = self.configuration.language.chain(applied.section.mode.name)
            self.last = None
        else:
            self.enter(section)
            self.last = form.identity(command.words)
        return True

    def _go_on_behind(self, number: int) -> None:
        raw = self.lines.raw
        self._source = enumerate(map(raw.__getitem__, range(number, len(raw))), number + 1)

    def _slow(self, number: int, raw: str) -> Iterator[Finding]:
        line = self.lines.line(number, raw)
        if self._pending is not None:
            yield from self._more(line, raw)
        elif line.text and line.text[0] != "!":
            yield from self.read(line)

    def read(self, line: Line) -> Iterator[Finding]:
        """Reads a line that is not plainly a command of this section: the first explanation that holds."""
        if self.unknown and line.depth >= self.unknown:
            self.kept += 1
            yield self.keep(line, "info", "verbatim", f"belongs to a section that {self.why}: kept as it is")
            return
        if line.text[:4].lower() == "conf" and is_session(line.text):
            yield exec_command(self, line)
            return
        outcome = match_in(self.chain, line.text)
        if isinstance(outcome, Command) and not self._abbreviated_elsewhere(outcome, line):
            doubtful = takes_anything(outcome) or self.owner(outcome) is not self.section
            remark = remark_behind(self, line) if doubtful else None
            yield from remark or self.apply(line, outcome)
            return
        for explanation in EXPLANATIONS:
            found = explanation(self, line)
            if found is not None:
                yield from found
                return
        yield unexplained(self, line)

    def _abbreviated_elsewhere(self, command: Command, line: Line) -> bool:
        """Whether a line begins with a keyword of this mode, and is a command around it only if that keyword is an abbreviation.

        A `mac-address` that is none is a mistake of the ephone, and no `mac-address-table`.
        """
        if command.mode == self.section.mode.name:
            return False
        words = line.text.lower().split(None, 2)
        word = words[1] if words[0] == "no" and len(words) > 1 else words[0]
        return word in self.section.mode.root.folded and word not in self.configuration.language.mode(command.mode).root.folded

    def skip(self, count: int) -> None:
        """Passes over lines that have been read together with one before them."""
        for _ in islice(self._source, count):
            pass

    # Commands

    def apply(self, line: Line, command: Command) -> Iterator[Finding]:
        """Applies a command to the section that it belongs to: this one or one around it."""
        section = self.owner(command)
        if section is not self.section and line.depth and not command.form.rule.enters and self._inside(line):
            found = two_commands(self, line, self.chain[:1])
            if found is not None:
                yield from found
                return
            inner, outer = (spoken(self.configuration.language, each.mode) for each in (self.section, section))
            message = f"no command of {inner}, but of {outer}: taken as that, and the section ends here"
            yield Finding(line.number, *_span(line, 0), "warning", "section-left", message, masked(self.chain, line.text))
        yield from self._apply(line, section, command)

    def _inside(self, line: Line) -> bool:
        """Whether a line, by its indentation, stands in the current section."""
        opened = self.opened.get(self.section)
        return opened is not None and line.depth > self.lines.at(opened).depth

    def owner(self, command: Command) -> Section:
        """The section that a command belongs to."""
        section = self.section
        while section.mode.name != command.mode and section.parent is not None:
            section = section.parent
        return section

    def _apply(self, line: Line, section: Section, command: Command) -> Iterator[Finding]:
        self.unknown = 0
        if command.form.session and not command.negative:
            yield from self._move(line, command)
            return
        command.line = line.number
        pending = unfinished(command)
        if pending is not None and not pending.block:
            self._pending, self._pending_line = pending, line.number
            return
        applied = apply(self.configuration, section, command)
        if not applied.accepted:
            self.enter(section)
            message = applied.refused or refusal_of(self.configuration, command, applied.word)
            word = applied.word + (command.negative or command.reset) if applied.word >= 0 else -1
            yield self.keep(line, "error", "refused", message, *_span(line, word))
            open_unknown(self, line, "was refused")
            return
        if pending is not None:
            self._pending, self._pending_line = pending, line.number
        if applied.section is not section:
            self.opened[applied.section] = line.number
        self.enter(applied.section)
        if applied.section is section:
            self.last = command.form.identity(command.words)

    def enter(self, section: Section) -> None:
        """Goes on in a section; where it is one around this, behind this one."""
        if section is self.section:
            return
        inner: Section | None = self.section
        while inner is not None and inner.parent is not section:
            inner = inner.parent
        self.last = inner.identity if inner is not None else None
        self.section = section
        self.chain = self.configuration.language.chain(section.mode.name)

    def _move(self, line: Line, command: Command) -> Iterator[Finding]:
        if command.name == "exit":
            self.enter(self.section.parent or self.configuration.root)
        if command.name != "end":
            return
        first, self.ended = not self.ended, True
        self.enter(self.configuration.root)
        if first and self.lines.another_begins(line.number):
            self.rest = line.number
            message = "another configuration begins behind this `end`: a router loads the first, `validate` checks each alone"
            yield Finding(line.number, *_span(line, 0), "warning", "several-routers", message, line.text)

    # Texts and blocks over several lines

    def _more(self, line: Line, raw: str) -> Iterator[Finding]:
        """One more line of a banner or a certificate."""
        pending = self._pending
        assert pending is not None
        if pending.block and line.text and not is_certificate(line.text) and line.text.lower() != pending.end:
            if is_noise(line.text):
                yield self.passed(line, "not-configuration", "not a line of configuration: passed over")
                return
            yield from self._unterminated(empty=self._pending_line + 1 == line.number)
            yield from self._slow(line.number, raw)
            return
        if not line.text and (pending.block or "More" in raw):
            return
        command = pending.feed(line.clean if pending.block or has_marks(raw) else raw.rstrip("\r"))
        if command is not None:
            self._pending = None
            if not pending.block:
                yield from self.apply(self.lines.at(self._pending_line), command)

    def _unterminated(self, empty: bool = False) -> Iterator[Finding]:
        """A text or block without its end. A block ends here; the lines behind the beginning of a text are read as commands."""
        pending, self._pending = self._pending, None
        assert pending is not None
        line = self.lines.at(self._pending_line)
        if not pending.block:
            message = "this text has no end: its delimiter does not come again; the lines behind it are read as commands"
            yield self.keep(line, "error", "unterminated-text", message)
            self._go_on_behind(line.number)
        elif not empty:
            pending.feed(pending.end)
            message = f"this block has no end: `{pending.end}` is missing"
            yield Finding(line.number, *_span(line, -1), "error", "unterminated-text", message, line.text)

    # What is told of a line

    def keep(self, line: Line, severity: str, code: str, message: str, start: int = 0, end: int = 0) -> Finding:
        """Keeps a line as it is, behind the command that stood before it; what is to be told of it.

        Args:
            line: the line.
            severity: of the finding.
            code: of the finding.
            message: of the finding.
            start: first column of what is wrong; 0: the whole line is.
            end: the column behind it.
        """
        depth = max(0, line.depth - self.unknown + 1) if self.unknown else 0
        section: Section | None = self.section
        while section is not None and section.parent is not None:
            depth, section = depth + 1, section.parent
        behind = self.last if self.last in self.section.entries else None
        self.configuration.keep(self.section, behind, " " * depth + line.text)
        start, end = (start, end) if start else _span(line, -1)
        return Finding(line.number, start, end, severity, code, message, self._masked(line, code))

    def passed(self, line: Line, code: str, message: str) -> Finding:
        """What is to be told of something that means nothing to a router."""
        return Finding(line.number, *_span(line, -1), "info", code, message, self._masked(line, code))

    def _masked(self, line: Line, code: str) -> str:
        """The text of a line without its secrets, wherever in the language it may belong."""
        return masked(self.chain, line.text, None if code in _PLAIN else self.configuration.language)


def _span(line: Line, word: int) -> tuple[int, int]:
    """Columns of a word of a line; of the whole line where there is no such word."""
    spots = positions(line.text)
    if 0 <= word < len(spots):
        return line.column + spots[word][0], line.column + spots[word][1]
    return line.column, line.column + len(line.text)
