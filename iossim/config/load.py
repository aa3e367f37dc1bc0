"""Reads a configuration text into the tree, keeps what it does not know, and tells what it found, line by line."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from iossim.config.apply import apply
from iossim.config.findings import Finding, masked
from iossim.config.lines import Line, Lines
from iossim.config.noise import command_of, is_certificate, is_noise, is_session
from iossim.config.tree import Configuration, Section
from iossim.config.wording import Problem, problem, refusal_of, slip_of, worded
from iossim.language import Command, Identity, Invalid, Mode, Unfinished, exact_in, match_exact, match_in, unfinished
from iossim.language.matching import positions

__all__ = ["Finding", "Loader", "at_full_speed", "read_lines"]

#: A line is never put together from more lines of the file than this.
_MOST_PIECES = 8


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

    Attributes:
        section: where the next line belongs.
        kept: how many lines were not known, and kept as they are.
        rest: how many lines were read where another router's configuration begins behind the first; 0 where none does.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.section = configuration.root
        self.ended = False
        self.kept = 0
        self.rest = 0
        self._lines = Lines([])
        self._source: Iterator[tuple[int, str]] = iter(())
        self._chain = configuration.language.chain("global")
        self._last: Identity | None = None
        #: How deep at least the lines of a section are indented that is not known; 0: there is none.
        self._unknown = 0
        self._unknown_prompt = ""
        self._opened: dict[Section, int] = {}
        self._pending: Unfinished | None = None
        self._pending_line = 0
        self._joined = (0, "")

    def load(self, lines: Iterable[str], first: int = 0) -> Iterator[Finding]:
        """Reads the lines of one file; yields what is found, in order.

        Args:
            lines: without their ends; carriage returns and byte-order marks may be left on them.
            first: how many lines to leave out.
        """
        self._lines = Lines(lines)
        self._source = enumerate(islice(self._lines.raw, first, None), first + 1)
        number = first
        while True:
            for number, raw in self._source:
                text = raw.strip()
                if self._pending is None:
                    if not text or text[0] == "!":
                        if self._unknown and text and not raw[: self._unknown].isspace():
                            self._unknown = 0
                        continue
                    section = self.section
                    within = self._unknown and raw[: self._unknown].isspace()
                    command = None if within else match_exact(section.mode, text)
                    if command is not None:
                        form = command.form
                        if not form.special and not command.negative:
                            identity = form.identity(command.words)
                            section.entries[identity] = command
                            command.line = number
                            self._last = identity
                            self._unknown = 0
                        else:
                            yield from self._apply(self._lines.line(number, raw), section, command)
                        continue
                    if section.parent is not None and not within:
                        command = exact_in(self._chain, text)
                        if command is not None:
                            yield from self._apply(self._lines.line(number, raw), self._owner(command), command)
                            continue
                yield from self._slow(number, raw)
            if self._pending is None:
                break
            yield from self._unterminated()
        yield from self._finish(number)

    def _finish(self, number: int) -> Iterator[Finding]:
        if not self.ended and number and self.configuration.root.get("version") is not None:
            yield Finding(number, 1, 1, "warning", "no-end", "the file does not end with `end`: it may have been cut short", "")
        self.configuration.changes += 1

    def _slow(self, number: int, raw: str) -> Iterator[Finding]:
        if self._pending is not None:
            yield from self._more(number, raw)
            return
        line = self._lines.line(number, raw)
        if line.text and line.text[0] != "!":
            yield from self._read(line)

    def _read(self, line: Line) -> Iterator[Finding]:
        """A line that is not plainly a command of this section: the first explanation that holds."""
        if self._unknown and line.depth >= self._unknown:
            yield self._verbatim(line)
            return
        if line.text[:4].lower() == "conf" and is_session(line.text):
            yield self._exec(line)
            return
        outcome = match_in(self._chain, line.text)
        if isinstance(outcome, Command):
            yield from self._apply(line, self._owner(outcome), outcome)
            return
        for explanation in (self._noise, self._prompted, self._remark, self._wrapped, self._wrapped_before, self._two):
            found = explanation(line)
            if found is not None:
                yield from found
                return
        yield self._fault(line)

    def _owner(self, command: Command) -> Section:
        section = self.section
        while section.mode.name != command.mode and section.parent is not None:
            section = section.parent
        return section

    def _apply(self, line: Line, section: Section, command: Command) -> Iterator[Finding]:
        """Applies a command to the section that it belongs to."""
        self._unknown = 0
        if command.form.rule.directive("session") is not None and not command.negative:
            yield from self._move(line, command)
            return
        command.line = line.number
        pending = unfinished(command)
        if pending is not None and not pending.block:
            self._pending, self._pending_line = pending, line.number
            return
        applied = apply(self.configuration, section, command)
        if not applied.accepted:
            self._enter(section)
            message = applied.refused or refusal_of(self.configuration, command, applied.word)
            start, end = _span(line, applied.word + command.negative if applied.word >= 0 else -1)
            yield self._kept(line, start, end, "error", "refused", message)
            self._open_unknown(line)
            return
        if pending is not None:
            self._pending, self._pending_line = pending, line.number
        if applied.section is not section:
            self._opened[applied.section] = line.number
        self._enter(applied.section)
        if applied.section is section:
            self._last = command.form.identity(command.words)

    def _enter(self, section: Section) -> None:
        if section is not self.section:
            self.section = section
            self._chain = self.configuration.language.chain(section.mode.name)
        self._last = None

    def _move(self, line: Line, command: Command) -> Iterator[Finding]:
        if command.name == "end":
            self.ended = True
            self._enter(self.configuration.root)
            if self._lines.another_begins(line.number):
                yield from self._another(line.number)
        elif command.name == "exit":
            self._enter(self.section.parent or self.configuration.root)

    def _another(self, number: int) -> Iterator[Finding]:
        """Stops before another router's configuration in the same file."""
        self.rest = number
        self._source = iter(())
        message = "another configuration begins behind this `end`: a router loads the first only; `validate` checks each by itself"
        yield Finding(number, 1, 1, "warning", "several-routers", message, "")

    # Text and blocks over several lines

    def _more(self, number: int, raw: str) -> Iterator[Finding]:
        """One more line of a banner or a certificate."""
        pending = self._pending
        assert pending is not None
        line = self._lines.line(number, raw)
        if pending.block and line.text and not is_certificate(line.text) and line.text.lower() != pending.end:
            if is_noise(line.text):
                yield self._passed(line, "not-configuration", "not a line of configuration: passed over")
                return
            yield from self._unterminated()
            yield from self._slow(number, raw)
            return
        command = pending.feed(raw.rstrip("\r") if "\x08" not in raw else line.clean)
        if command is None:
            return
        self._pending = None
        if not pending.block:
            yield from self._apply(self._lines.at(self._pending_line), self._owner(command), command)

    def _unterminated(self) -> Iterator[Finding]:
        """A text or block without an end: the block ends here; the lines behind the beginning of a text are read as commands."""
        pending, self._pending = self._pending, None
        assert pending is not None
        line = self._lines.at(self._pending_line)
        if pending.block:
            pending.feed(pending.end)
            message = f"this block has no end: `{pending.end}` is missing"
            yield Finding(line.number, *_span(line, 0), "error", "unterminated-text", message, "")
            return
        message = "this text has no end: its delimiter does not come again; the lines behind it are read as commands"
        yield self._kept(line, *_span(line, 0), "error", "unterminated-text", message)
        self._source = enumerate(islice(self._lines.raw, line.number, None), line.number + 1)

    # What else than one plain command a line may be: None where it is not that

    def _noise(self, line: Line) -> Iterator[Finding] | None:
        if is_noise(line.text):
            return iter([self._passed(line, "not-configuration", "not a line of configuration: passed over")])
        if line.text[0] == "#":
            return iter([self._passed(line, "remark", "a remark: passed over")])
        return iter([self._exec(line)]) if is_session(line.text) else None

    def _exec(self, line: Line) -> Finding:
        if line.text[:4].lower() == "conf":
            self._enter(self.configuration.root)
        return self._passed(line, "exec-command", "an EXEC command: passed over")

    def _prompted(self, line: Line) -> Iterator[Finding] | None:
        prompted = command_of(line.text)
        return None if prompted is None else self._behind_prompt(line, *prompted)

    def _behind_prompt(self, line: Line, mode: str, rest: str) -> Iterator[Finding]:
        """A line with a prompt in front: a pasted terminal session. EXEC commands are passed over, the others read."""
        message = "a prompt stands in front of the command: read as a pasted session"
        yield self._passed(line.cut(len(line.text) - len(rest)) if rest else line, "pasted-prompt", message)
        if mode == "(config)":
            self._enter(self.configuration.root)
        if not mode or not rest or rest[0] == "!":
            return
        within = bool(self._unknown) and mode == self._unknown_prompt
        if not within:
            self._unknown = 0
        behind = line.behind(len(line.text) - len(rest), self._unknown if within else 0)
        yield from self._read(behind)
        if self._unknown and not within:
            self._unknown_prompt = self._lines.prompt_behind(line.number)

    def _remark(self, line: Line) -> Iterator[Finding] | None:
        """A remark behind the command: `max-dn 20 ! as many as there are desks`."""
        start = line.text.find(" !")
        if start < 0:
            return None
        before = line.head(start)
        command = match_in(self._chain, before.text)
        return self._with_remark(line, start, before, command) if isinstance(command, Command) else None

    def _with_remark(self, line: Line, start: int, before: Line, command: Command) -> Iterator[Finding]:
        yield self._passed(line.behind(start, 0), "remark", "a remark behind the command: passed over")
        yield from self._apply(before, self._owner(command), command)

    def _wrapped(self, line: Line) -> Iterator[Finding] | None:
        """A line that was cut where the terminal was full, and goes on in the next."""
        text = line.clean
        for count in range(1, _MOST_PIECES):
            following = self._lines.following(line.number + count - 1)
            if following is None or not self._lines.wraps(text, following):
                return None
            for joined in self._lines.joined(text, following):
                command = match_in(self._chain, joined.strip())
                if isinstance(command, Command):
                    return self._as_one(line, line.number + count, joined, command)
            text = self._lines.joined(text, following)[0]
        return None

    def _wrapped_before(self, line: Line) -> Iterator[Finding] | None:
        """The rest of a line before, which was a command without it (a description)."""
        before = self._lines.at(line.number - 1) if line.number > 1 else None
        if before is None or line.depth or before.text[:1] == "!":
            return None
        start = self._joined[1] if self._joined[0] == before.number else before.clean
        if not self._lines.wraps(before.clean, line.clean):
            return None
        for joined in self._lines.joined(start, line.clean):
            command = match_in(self._chain, joined.strip())
            if isinstance(command, Command) and self._was_read(command, before.number):
                return self._as_one(before, line.number, joined, command)
        return None

    def _was_read(self, command: Command, number: int) -> bool:
        entry = self._owner(command).entries.get(command.form.identity(command.words))
        return entry is not None and number - _MOST_PIECES < entry.line <= number and entry.words[-1] != command.words[-1]

    def _as_one(self, line: Line, last: int, joined: str, command: Command) -> Iterator[Finding]:
        """Applies a command put together from lines up to the last one."""
        for _ in range(last - line.number):
            if self._lines.position(self._source) < last:
                next(self._source, None)
        self._joined = (last, joined)
        yield self._passed(line, "wrapped-line", "goes on in the next line: read as one")
        yield from self._apply(line, self._owner(command), command)

    def _two(self, line: Line) -> Iterator[Finding] | None:
        """Two commands on one line: the router would refuse it."""
        found = problem(self._chain, line.text)
        if not isinstance(found.outcome, Invalid) or not found.known:
            return None
        start = found.outcome.column
        first = match_in(self._chain, line.text[:start])
        if not isinstance(first, Command):
            return None
        mode = first.form.rule.directive("enters")
        chain = self.configuration.language.chain(mode) if mode and not first.negative else self._chain
        if not _is_commands(chain, line.text[start:]):
            return None
        second = masked(chain, line.text[start:])
        message = f"two commands on one line: `{second}` must stand on a line of its own"
        return iter([self._kept(line, line.column + start, line.column + len(line.text), "error", "two-commands", message)])

    # Lines that nothing explains

    def _fault(self, line: Line) -> Finding:
        self._leave(line)
        found = problem(self._chain, line.text)
        start = line.column + found.outcome.column
        end = start + max(1, len(found.word)) if found.word else start
        code, message = worded(self.configuration, found, self._chain)
        severity = "error"
        if found.open:
            severity = "warning" if self._is_mistake(found) else "info"
            code, message = (code, f"{message} Kept as it is") if severity == "warning" else ("verbatim", f"{message}: kept as it is")
            self.kept += 1
        fault = self._kept(line, start, end, severity, code, message)
        self._open_unknown(line)
        return fault

    def _is_mistake(self, found: Problem) -> bool:
        """Whether a line of a mode that is not known in full is nevertheless no command of IOS, as far as can be told."""
        misplaced = found.known == 0 and found.mode.name == "global" and ", but of " in worded(self.configuration, found, self._chain)[1]
        return misplaced or bool(slip_of(found, self._chain))

    def _leave(self, line: Line) -> None:
        """Leaves the sections that a line, by its indentation, does not stand in."""
        while (opened := self._opened.get(self.section)) is not None and self._lines.stands_outside(line, opened):
            assert self.section.parent is not None
            self._enter(self.section.parent)

    def _open_unknown(self, line: Line) -> None:
        """The deeper lines that follow belong to a section that is not known."""
        if self._lines.deeper_follows(line):
            self._unknown = line.depth + 1

    def _verbatim(self, line: Line) -> Finding:
        self.kept += 1
        message = "belongs to a section that is not known: kept as it is"
        return self._kept(line, line.column, line.column + len(line.text), "info", "verbatim", message)

    def _kept(self, line: Line, start: int, end: int, severity: str, code: str, message: str) -> Finding:
        """Keeps a line as it is, behind the command that stood before it."""
        depth = 0
        section: Section | None = self.section
        while section is not None and section.parent is not None:
            depth, section = depth + 1, section.parent
        text = line.clean.rstrip() if depth == 0 else " " * depth + line.text
        self.configuration.keep(self.section, self._last, text)
        return Finding(line.number, start, end, severity, code, message, masked(self._chain, line.text))

    def _passed(self, line: Line, code: str, message: str) -> Finding:
        """Something that is no command and means nothing to a router."""
        return Finding(line.number, line.column, line.column + len(line.text), "info", code, message, masked(self._chain, line.text))


def _is_commands(chain: tuple[Mode, ...], text: str) -> bool:
    """Whether a text is a command in full spelling, or several one behind the other."""
    if not any(text.split(None, 1)[0].lower() in mode.root.folded for mode in chain):
        return False
    if isinstance(match_in(chain, text), Command):
        return True
    found = problem(chain, text)
    if not isinstance(found.outcome, Invalid) or not found.known:
        return False
    start = found.outcome.column
    return isinstance(match_in(chain, text[:start]), Command) and _is_commands(chain, text[start:])


def _span(line: Line, word: int) -> tuple[int, int]:
    """Columns of a word of a line; of the whole line where there is no such word."""
    spots = positions(line.text)
    if 0 <= word < len(spots):
        return line.column + spots[word][0], line.column + spots[word][1]
    return line.column, line.column + len(line.text)
