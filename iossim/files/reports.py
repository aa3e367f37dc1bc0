"""Makes the diagnostics of the lines of one file, and keeps the lines that are not read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from iossim.config import Configuration, Section
from iossim.config.applied import Applied
from iossim.config.checks.secrets import WrongSecret
from iossim.config.limits import LONGEST_LINE
from iossim.config.refusal import Refusal
from iossim.config.section import printed_place
from iossim.files.cursor import Cursor
from iossim.files.diagnostics import Diagnostic
from iossim.files.lines import TextLine, TextLines
from iossim.files.masking import beginning, masked
from iossim.files.wording import names_words, reason_for
from iossim.language import Command, Identity

#: Fewer unknown lines than this are no reason to doubt that a text is a configuration.
_FEWEST_UNKNOWN = 3


class Reports:
    """The diagnostics of the lines of one file.

    Args:
        path: name of the file.
        configuration: the tree that keeps the lines that are not read.
        cursor: the place in the tree where the current line belongs.
    """

    def __init__(self, path: str, configuration: Configuration, cursor: Cursor) -> None:
        self._path = path
        self._configuration = configuration
        self._cursor = cursor
        self._unknown = 0
        self._prose = 0
        self._skipped = 0

    def keep(
        self, line: TextLine, severity: str, code: str, message: str, start: int = 0, end: int = 0, refusal: Applied | None = None
    ) -> Diagnostic:
        """Keeps a line as it stands, after the command before it.

        Args:
            line: the line.
            severity: of the diagnostic.
            code: of the diagnostic.
            message: of the diagnostic.
            start: first column of the part that is wrong; 0: the whole line is wrong.
            end: the column after it.
            refusal: the result of the command in the line, if it was refused.

        Returns:
            The diagnostic.
        """
        cursor = self._cursor
        self._unknown += severity != "error"
        depth = cursor.depth + (max(0, line.depth - cursor.unread.depth + 1) if cursor.unread is not None else 0)
        after = cursor.place
        if refusal is not None and refusal.refusal is not None:
            after = _later(cursor.section, after, refusal.refusal.blocker)
            cursor.entered_last = cursor.section.entries[after] if after is not None else None
        self._configuration.keep(cursor.section, after, " " * depth + line.text, refusal.refusing if refusal is not None else ())
        return self.report(line, severity, code, message, (start, end) if start else None)

    def skipped(self, line: TextLine, code: str, message: str, *, prose: bool = False) -> Diagnostic:
        """The diagnostic for text that was skipped because it is no configuration; prose is the text of people, not of a router."""
        self._skipped += code in ("not-configuration", "exec-command")
        self._prose += prose
        return self.report(line, "info", code, message, anywhere=code in ("remark", "wrapped-line"))

    def report(
        self,
        line: TextLine,
        severity: str,
        code: str,
        message: str,
        span: tuple[int, int] | None = None,
        anywhere: bool = True,
    ) -> Diagnostic:
        """A diagnostic for a line.

        Args:
            line: the line.
            severity: of the diagnostic.
            code: of the diagnostic.
            message: of the diagnostic.
            span: first column, and the column after the last one; None: the whole line.
            anywhere: hide the secrets of all modes, not only of the modes around the line.
        """
        shown = line.text if len(line.text) <= LONGEST_LINE else beginning(line.text)
        text = partial(masked, self._cursor.chain, shown, self._configuration.language if anywhere else None)
        return Diagnostic(self._path, line.number, *(span or line.span()), severity, code, message, text)

    def refused(self, lines: TextLines, line: TextLine, command: Command, applied: Applied) -> Diagnostic:
        """Keeps a line whose command is refused; returns the diagnostic.

        Args:
            lines: all lines.
            line: the line.
            command: its command.
            applied: the result of the command.
        """
        message = reason_for(self._configuration, self._cursor.owner(command), command, applied.refused, applied.word)
        word = applied.word + (command.negative or command.reset) if applied.word >= 0 else -1
        severity = "warning" if names_words(command, applied.word) else "error"
        if command.form.rule.demands and self._cursor.lacks_telephony_service(lines):
            severity, message = "info", f"{message}: may stand elsewhere, since there is no telephony-service"
        return self.keep(line, severity, "refused", message, *line.span(word), applied)

    def wrong_secret(self, line: TextLine, wrong: WrongSecret) -> Diagnostic:
        """The diagnostic for a secret that does not have the form of its kind."""
        message = f"this is no secret of type {wrong.kind}: a router refuses the line"
        return self.report(line, "error", "wrong-secret", message, line.span(wrong.word))

    def taken(self, lines: TextLines, line: TextLine, command: Command, refusal: Refusal) -> Diagnostic:
        """The diagnostic for a command that a router refuses, and that took effect because it stands in a file.

        It is an info if the command lacks a line that may stand elsewhere: no running-config is read, and no later line has it.

        Args:
            lines: all lines.
            line: the line.
            command: its command.
            refusal: the reason.
        """
        severity, message = (
            "error",
            reason_for(self._configuration, self._cursor.owner(command), command, refusal.message, refusal.word),
        )
        whole = self._configuration.root.get("version") is not None
        if refusal.lacks and not whole and not lines.has_after(line, refusal.lacks):
            severity, message = "info", f"{message.rstrip('.')}: may stand elsewhere"
        return self.report(line, severity, "refused", message, line.span(refusal.word))

    def mostly_unknown(self, lines: list[str]) -> Iterator[Diagnostic]:
        """The diagnostic for a text of which most lines are not known, or that has no command beside its prose; else none.

        Args:
            lines: the lines of the text.
        """
        if self._unknown + self._prose < _FEWEST_UNKNOWN:
            return
        total = len([line for line in lines if line.strip(" !\r\t")]) - self._skipped
        unknown = self._unknown
        if total == unknown:
            total, unknown = total + self._prose, unknown + self._prose
        if unknown >= _FEWEST_UNKNOWN and 2 * unknown > total:
            message = f"{unknown} of {total} lines are not known: is this the configuration of a router?"
            yield Diagnostic(self._path, 1, 1, 1, "warning", "mostly-unknown", message)

    def no_end(self, number: int) -> Iterator[Diagnostic]:
        """The diagnostic for a text without `end`; none if it is no whole configuration, which has its version.

        Args:
            number: the number of its last line, from 1; 0 if the text has an end, or no lines.
        """
        if number and self._configuration.root.get("version") is not None:
            message = "the file does not end with `end`: it may have been cut short"
            yield Diagnostic(self._path, number, 1, 1, "warning", "no-end", message)

    def another_begins(self, line: TextLine) -> Diagnostic:
        """The diagnostic for an `end` after which another configuration begins."""
        message = "another configuration begins after this `end`: a router loads the first, `validate` checks each alone"
        return self.report(line, "warning", "several-routers", message, line.span(0))

    def section_left(self, line: TextLine, inner: str, outer: str) -> Diagnostic:
        """The diagnostic for a command that ends its section, since it belongs to a mode around it.

        Args:
            line: the line.
            inner: the title of the section's mode.
            outer: the title of the other mode.
        """
        message = f"no command of {inner}, but of {outer}: taken as that, and the section ends here"
        return self.report(line, "warning", "section-left", message, line.span(0), anywhere=False)

    def another_named(self, line: TextLine, first: tuple[TextLine, str]) -> Diagnostic:
        """The diagnostic for the line that names another router, whose configuration is read by itself.

        Args:
            line: the line.
            first: the line that names the router before it, and its name.
        """
        first_line, first_name = first
        message = f"another router, after {first_name} in line {first_line.number}: its lines are checked by themselves"
        return self.report(line, "warning", "several-routers", message)

    def more_hostnames(self, names: list[tuple[TextLine, str]]) -> Iterator[Diagnostic]:
        """The diagnostics for the lines that give the router another name than the first such line.

        Args:
            names: the lines with `hostname`, and the name in each.
        """
        for line, name in names[1:]:
            first_line, first_name = names[0]
            if name != first_name:
                message = f"a second hostname, after {first_name} in line {first_line.number}: all lines are read into one router"
                yield self.report(line, "warning", "several-routers", message)


def _later(section: Section, after: Identity | None, blocker: Identity) -> Identity | None:
    """The entry that is printed last: the one before a line, or the one that is in its way, so that it still is in a printed text."""
    entries = [(identity, section.entries[identity]) for identity in (after, blocker) if identity in section.entries and identity]
    return max(entries, key=printed_place)[0] if entries else None
