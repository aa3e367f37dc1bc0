"""Reads a configuration text into the tree, keeps the lines that it does not know, and reports on the lines one by one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice

from iossim.config import PLAIN, Configuration, Section, apply, plan_of
from iossim.config.applied import Applied
from iossim.config.checks.secrets import wrong_secret
from iossim.config.limits import LONGEST_LINE
from iossim.escape import invisible
from iossim.files import explanations
from iossim.files.cursor import Cursor, with_blank
from iossim.files.diagnostics import Diagnostic
from iossim.files.entering import Entering
from iossim.files.explain import (
    Context,
    explain,
    is_text_after_prompt,
    may_hold_remark,
    no_command,
    of_other_section,
    prompt_before,
    remark_after,
    title_like,
    two_commands,
    wrapped_start,
)
from iossim.files.lines import TextLine, TextLines
from iossim.files.modes import title
from iossim.files.negatives import may_vanish
from iossim.files.noise import has_marks, is_certificate, is_noise
from iossim.files.reports import Reports
from iossim.files.wording import Misread, is_mistake, misread_in, title_around, without_end, wording
from iossim.language import Command, Unfinished, exact_in, unfinished
from iossim.language.dispatch import match_closely, match_in
from iossim.language.speed import at_full_speed


def read_lines(configuration: Configuration, lines: Iterable[str], path: str = "") -> list[Diagnostic]:
    """Reads the lines of one file into a configuration.

    Args:
        configuration: the tree to read into.
        lines: the lines without their line ends.
        path: name of the file, for diagnostics.
    """
    with at_full_speed(), configuration.unwatched():
        return list(Loader(configuration, path).load(lines))


class Loader:
    """Reads lines into a configuration, as a router reads a file.

    Life: `load` the lines of a text once; the commands in the tree then know their lines.

    Args:
        configuration: the tree to read into.
        path: name of the file, for diagnostics.
        apart: read the lines of one router only, where a later line names another one; else all lines are read into one router.

    Attributes:
        cursor: the place where the next line belongs.
        rest: number of lines that were read, if the configuration of another router begins after them; else 0.
    """

    def __init__(self, configuration: Configuration, path: str = "", *, apart: bool = False) -> None:
        self.configuration = configuration
        self.path = path
        self.cursor = Cursor(configuration)
        self._entering = Entering(configuration, self.cursor)
        self._reports = Reports(path, configuration, self.cursor)
        self.rest = 0
        self._apart = apart
        self._last = 0
        self._lines = TextLines([])
        self._source: Iterator[tuple[int, str]] = iter(())
        self._joined: explanations.Joined | None = None
        self._ended = False
        self._text: Unfinished | None = None
        self._text_line = 0
        self._spoilt = False
        self._reported_last = 0

    @property
    def in_text(self) -> bool:
        """True inside a banner or a certificate, whose lines are no commands."""
        return self._text is not None

    def load(self, lines: Iterable[str] | TextLines, first: int = 0) -> Iterator[Diagnostic]:
        """Reads the lines of one file; yields the diagnostics in the order of the lines.

        Args:
            lines: the lines without their line ends; carriage returns and byte-order marks may be left on them.
                `TextLines` may be loaded several times.
            first: number of lines to leave out.
        """
        self._lines = lines if isinstance(lines, TextLines) else TextLines(lines)
        named, before = self._lines.another_named(first) if self._apart else (0, 0)
        self._last = before or len(self._lines.raw)
        self._go_on_after(first)
        yield from self._load()
        while self._text is not None:
            yield from self._unterminated()
            yield from self._load()
        self._entering.enter_demanding()
        if named and not self.rest:
            self.rest = before
            yield self._reports.another_named(self._lines.at(named), self._lines.hostnames(first, named)[0])
        number = len(self._lines.raw)
        yield from self._reports.more_hostnames(self._lines.hostnames(first, self.rest or number))
        yield from self._reports.mostly_unknown(self._lines.raw[first : self.rest or number])
        yield from self._reports.no_end((self.rest or number) if not self._ended else 0)
        self._entering.finish()

    def _load(self) -> Iterator[Diagnostic]:  # noqa: C901 (the hot loop: a call would cost more than it explains)
        """The hot loop: stores commands in full spelling, and leaves every other line to slower methods."""
        direct = self.configuration.journal is None
        cursor, at_once, longest, plain = self.cursor, self._entering.at_once, LONGEST_LINE, self._lines.plain
        for number, raw in self._source:
            text = raw.strip()
            if self._text is None:
                unread = cursor.unread
                if not text or text[0] == "!":
                    if unread is not None and text and not raw[: unread.depth].isspace():
                        cursor.unread = None
                    continue
                section = cursor.section
                slowly = (
                    (not plain and (" !" in text or ")#" in text or text[-1] == ">" or not text.isprintable()))
                    or len(text) > longest
                    or (unread is not None and raw[: unread.depth].isspace())
                )
                command = None if slowly else exact_in(cursor.chain, text)
                if (
                    command is not None
                    and raw[0] > " "
                    and section.parent is not None
                    and command.form.mode != "global"
                    and self.cursor.left_by(raw, command, self._lines)
                ):
                    section = cursor.section
                    command = exact_in(cursor.chain, text)
                if command is not None:
                    form = command.form
                    if raw[-1] == " ":
                        with_blank(command, raw)
                    if form.mode != section.mode.name:
                        if raw[0].isspace() or not at_once(number, cursor.owner(command), command):
                            yield from self._read_command(self._lines.at(number), command)
                            if self.rest:
                                return
                        continue
                    if plan_of(form) is PLAIN and not (command.negative or section.members) and direct:
                        identity = form.identity_constant or form.identity(command.words)
                        if identity not in section.entries:
                            section.entries[identity] = command
                            command.line = number
                            cursor.entered_last = command
                            cursor.unread = None
                            continue
                    if not at_once(number, section, command):
                        yield from self._enter(self._lines.at(number), section, command)
                        if self.rest:
                            return
                    continue
            yield from self._read_slowly(number, raw)
            if self.rest:
                return

    def _go_on_after(self, number: int) -> None:
        self._source = enumerate(map(self._lines.raw.__getitem__, range(number, self._last)), number + 1)

    def _skip(self, count: int) -> None:
        """Skips lines that have been read together with the current one."""
        if count > 0:
            deque(islice(self._source, count), maxlen=0)

    # Lines that are not plainly a command of the section

    def _read_slowly(self, number: int, raw: str) -> Iterator[Diagnostic]:
        line = self._lines.at(number)
        at = invisible(raw)
        if at >= 0 and number > self._reported_last:  # the lines of a text without an end are read twice
            self._reported_last = number
            message = f"the line holds the control character U+{ord(raw[at]):04X}: left out"
            yield self._reports.report(line, "warning", "control-character", message, (at + 1, at + 2))
        if len(line.text) > LONGEST_LINE and (self._text is not None or line.text[0] != "!"):
            yield self._keep_long(line)
        elif self._text is not None:
            yield from self._read_text(self._text, line, raw)
        elif line.text and line.text[0] != "!":
            yield from self._read(line)

    def _keep_long(self, line: TextLine) -> Diagnostic:
        """Keeps a line that is longer than any command, without taking it apart."""
        length = len(line.text)
        message = f"the line is {length} characters long, {LONGEST_LINE} at most are read: kept as it is"
        diagnostic = self._reports.keep(line, "error", "line-too-long", message, line.column, line.column + length)
        if self.cursor.unread is None:
            self.cursor.unread = self.cursor.unread_after(self._lines, line, "was refused")
        return diagnostic

    def _read(self, line: TextLine) -> Iterator[Diagnostic]:
        """Reads a line as a command; if it is none, does what the first explanation that fits asks for."""
        if ")#" in line.text and (prompted := prompt_before(line, self._context())) is not None:
            yield from self._read_after_prompt(prompted)
            return
        unread = self.cursor.unread
        if unread is not None and line.depth >= unread.depth and not self.cursor.ends_unread(self._lines, line):
            yield self._reports.keep(line, "info", "verbatim", f"belongs to a section that {unread.reason}: kept as it is")
            return
        outcome = (match_in if line.prompt else match_closely)(self.cursor.chain, line.text)
        if (passed := no_command(line) or title_like(line, outcome)) is not None:
            yield from self._follow(line, passed)
            return
        if (
            isinstance(outcome, Command)
            and outcome.mode == self.cursor.section.mode.name
            and self.cursor.left_by(line.clean, outcome, self._lines)
        ):
            outcome = match_in(self.cursor.chain, line.text)
        if isinstance(outcome, Command):
            with_blank(outcome, line.clean)
        else:
            explanation = explain(line, self._context())
            yield from (
                self._report_unknown(line) if isinstance(explanation, explanations.Unknown) else self._follow(line, explanation)
            )
            return
        section = self.cursor.owner(outcome)
        around = section is not self.cursor.section
        remarked = remark_after(line, self._context()) if around or may_hold_remark(outcome) else None
        if remarked is not None:
            yield from self._follow(line, remarked)
        elif (around and line.depth) or not self._entering.at_once(line.number, section, outcome):
            yield from self._read_command(line, outcome)

    def _context(self) -> Context:
        cursor = self.cursor
        return Context(self.configuration.language, cursor.chain, self._lines, self._joined, cursor.last_command, self._spoilt)

    def _follow(self, line: TextLine, explanation: explanations.Explanation) -> Iterator[Diagnostic]:
        """Acts on the explanation of a line."""
        match explanation:
            case explanations.Dropped(code, message, to_global, last, prose):
                self._skip(last - line.number)
                if to_global:
                    self.cursor.move(self.configuration.root)
                unread = self.cursor.unread
                if unread is not None and line.depth < unread.depth and (prose or line.text[0] in "#`"):
                    self.cursor.unread = None  # another part of the page
                yield self._reports.skipped(line, code, message, prose=prose)
            case explanations.PastedCommand():
                yield from self._read_after_prompt(explanation)
            case explanations.Remarked(command_line, command, remark):
                yield self._reports.skipped(remark, "remark", "a remark after the command: skipped")
                yield from self._read_command(command_line, command)
            case explanations.Joined(first, last, _, command):
                self._skip(last - line.number)
                self.cursor.take_back(first, line, command)
                self._joined = explanation
                yield self._reports.skipped(first, "wrapped-line", "goes on in the next line: read as one")
                yield from self._read_command(first, command)
            case explanations.TwoCommands(start, second):
                self.cursor.leave_before(self._lines, line)
                message = f"two commands on one line: `{second}` must stand on a line of its own"
                yield self._reports.keep(line, "error", "two-commands", message, line.column + start, line.column + len(line.text))
                self.cursor.unread = self.cursor.unread_after(self._lines, line, "was refused")
            case explanations.SpoiltHeader():
                yield from self._read_spoilt_header(line, explanation)
            case explanations.Misplaced(misread):
                yield self._misplaced(line, misread)

    def _read_spoilt_header(self, line: TextLine, spoilt: explanations.SpoiltHeader) -> Iterator[Diagnostic]:
        """Reports the words after a header, and opens its section, whose lines are checked like those of other sections."""
        misread = misread_in((self.configuration.language.mode(spoilt.command.mode),), line.text)
        assert misread is not None, "the header is no command with these words"
        code, message = wording(self.configuration, misread, self.cursor.section)
        start = line.column + spoilt.start
        message += f": the section is read as `{spoilt.command.text}`"
        yield self._reports.report(line, "error", code, message, (start, start + len(misread.word)))
        yield from self._read_command(spoilt.header, spoilt.command)

    def _read_after_prompt(self, prompted: explanations.PastedCommand) -> Iterator[Diagnostic]:
        """Reads the command after a prompt; EXEC commands are skipped, and `(config)` is global configuration."""
        message = "there is a prompt before the command: read as a pasted session"
        yield self._reports.skipped(prompted.prompt, "pasted-prompt", message)
        line, unread = prompted.command, self.cursor.unread
        self._skip(prompted.last - line.number)
        if prompted.mode == "(config)":
            self.cursor.move(self.configuration.root)
        if unread is not None and prompted.mode == unread.prompt:
            line = line.indented(unread.depth)
        else:
            self.cursor.unread = None
        if prompted.configures and line.text and line.text[0] != "!":
            other = of_other_section(line, self._context())
            yield from self._read(line) if other is None else self._follow(line, other)

    def _report_unknown(self, line: TextLine) -> Iterator[Diagnostic]:
        """Reports what is wrong with a line that nothing explains, and keeps it."""
        self.cursor.leave_before(self._lines, line)
        chain = self.cursor.chain
        misread = misread_in(chain, line.text)
        if misread is None:  # it has left a section whose mode does not name the mode around it (`xconnect` of an interface)
            yield from self._read(line)
            return
        span = misread.span(line.column)
        code, message = wording(self.configuration, misread, self.cursor.section)
        severity, reason = "error", "was refused"
        is_text = line.prompt != "" and is_text_after_prompt(line, self._context())
        if misread.open and not misread.is_known_command(self.configuration.language):
            mistake = is_mistake(self.configuration, misread, chain, typed=line.prompt != "")
            severity, code = ("warning", code) if mistake else ("info", "verbatim")
            message, reason = f"{message} ({'skipped' if is_text else 'kept as it is'})", "is not known"
        if is_text:
            yield self._reports.report(line, severity, code, message, span)
        else:
            yield self._reports.keep(line, severity, code, message, *span)
        self.cursor.unread = self.cursor.unread_after(self._lines, line, reason)

    def _misplaced(self, line: TextLine, misread: Misread) -> Diagnostic:
        """Reports a wrong line after the prompt of a mode that nothing enters; it is not kept, since its section is not there."""
        root = self.configuration.root
        code, message = wording(self.configuration, misread, root)
        severity = "error"
        if misread.open:
            mistake = is_mistake(self.configuration, misread, (misread.mode, *self.cursor.chain[-1:]), typed=True)
            severity, code = ("warning", code) if mistake else ("info", "pasted-prompt")
        message += " (nothing before it enters the mode of its prompt: skipped)"
        return self._reports.report(line, severity, code, message, misread.span(line.column))

    def _read_command(self, line: TextLine, command: Command) -> Iterator[Diagnostic]:
        """Enters a command in the section that it belongs to: this one or one around it."""
        cursor, language = self.cursor, self.configuration.language
        section = cursor.owner(command)
        if section is not cursor.section and line.depth and not command.form.rule.enters and cursor.holds(self._lines, line):
            two = two_commands(line, self._context(), cursor.chain[:1])
            if two is not None:
                yield from self._follow(line, two)
                return
            inner, outer = title_around(language, cursor.section, cursor.section.mode), title(language, section.mode)
            yield self._reports.section_left(line, inner, outer)
        yield from self._enter(line, section, command)

    def _enter(self, line: TextLine, section: Section, command: Command) -> Iterator[Diagnostic]:
        """Enters a command in a section; a command that goes on in the next lines waits for them."""
        self.cursor.unread = None
        if command.form.session and not command.negative:
            yield from self._leave(line, command)
            return
        command.line = line.number
        text = unfinished(command)
        if text is not None and text.waits:
            self._text, self._text_line = text, line.number
            return
        vanishes = may_vanish(section, command)
        applied = apply(self.configuration, section, command)
        wrong = wrong_secret(command) if command.form.secret else None
        whole = self._wrapped(line, command) if wrong or not applied.accepted else None
        if whole is not None:
            yield from self._follow(line, whole)
            return
        applied = self._entering.store_refused(section, command, applied)
        if not applied.accepted:
            yield self._keep_refused(line, section, command, applied)
            return
        if text is not None:
            self._text, self._text_line = text, line.number
        self._entering.note(section, command, applied.section, vanishes=vanishes)
        if applied.refusal is not None:
            yield self._reports.taken(self._lines, line, command, applied.refusal)
        if wrong is not None:
            yield self._reports.wrong_secret(line, wrong)

    def _wrapped(self, line: TextLine, command: Command) -> explanations.Joined | None:
        """The whole command, if a line that is refused is the first part of it; half of an encrypted secret is no secret."""
        if self._joined is not None and self._joined.first.number == line.number:
            return None
        joined = wrapped_start(line, self._context())
        return joined if joined is not None and joined.command.name == command.name else None

    def _keep_refused(self, line: TextLine, section: Section, command: Command, applied: Applied) -> Diagnostic:
        """Keeps a line whose command was refused; returns the diagnostic."""
        self.cursor.move(section)
        self._entering.note_refused(section, line, command)
        diagnostic = self._reports.refused(self._lines, line, command, applied)
        self.cursor.unread = self.cursor.unread_after(self._lines, line, "was refused")
        return diagnostic

    def _leave(self, line: TextLine, command: Command) -> Iterator[Diagnostic]:
        """Carries out `exit` or `end`."""
        if command.form.rule.action == "exit":
            self.cursor.leave()
        if command.name != "end":
            return
        first, self._ended = not self._ended, True
        self.cursor.move(self.configuration.root)
        if first and self._lines.another_begins(line.number):
            self.rest = line.number
            yield self._reports.another_begins(line)

    def _read_text(self, text: Unfinished, line: TextLine, raw: str) -> Iterator[Diagnostic]:
        """Reads one more line of a banner or a certificate."""
        if text.verbatim:
            if text.feed(line.clean if has_marks(raw) else raw.rstrip("\r")) is not None:
                self._text = None
            return
        if not text.waits and line.text and not is_certificate(line.text) and line.text.lower() != text.end:
            if is_noise(line.text):
                yield self._reports.skipped(line, "not-configuration", "not a line of configuration: skipped")
                return
            yield from self._unterminated(empty=self._text_line + 1 == line.number)
            yield from self._read_slowly(line.number, raw)
            return
        if not line.text and (text.block or "More" in raw):
            return
        command = text.feed(line.clean if text.block or has_marks(raw) else raw.rstrip("\r"))
        if command is not None:
            self._text = None
            if text.waits:
                yield from self._read_command(self._lines.at(self._text_line), command)

    def _unterminated(self, empty: bool = False) -> Iterator[Diagnostic]:
        """Ends a text or block whose end is missing. The lines of a text are read again, as commands.

        Args:
            empty: nothing of the block has been read: it was only named.
        """
        text, self._text, self._spoilt = self._text, None, True
        assert text is not None
        line = self._lines.at(self._text_line)
        if text.waits:
            yield self._reports.keep(line, "error", "unterminated-text", without_end(text))
            self._go_on_after(line.number)
        elif text.verbatim:
            text.give_up()
            yield self._reports.report(line, "error", "unterminated-text", without_end(text))
            self._go_on_after(line.number)
        elif not empty:
            text.feed(text.end)
            yield self._reports.report(line, "error", "unterminated-text", without_end(text))
