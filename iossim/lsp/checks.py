"""The diagnostics of a document while it is typed: those of the last whole check, and of the section that has changed since then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import msgspec

from iossim.config.limits import LONGEST_LINE
from iossim.errors import ConfigurationError
from iossim.files.diagnostics import Diagnostic
from iossim.files.fixes import Edit, Fix
from iossim.lsp.document import changed
from iossim.lsp.outline import Outline
from iossim.validate.baseline import Baseline
from iossim.validate.checking import CheckedFile, check_content
from iossim.validate.codes import codes
from iossim.validate.fixing import fix_lines, joined
from iossim.validate.settings import Settings

#: Codes of the reader that depend on other lines of the file: only a check of the whole file can give them.
_OF_THE_FILE = {
    "refused", "no-end", "mostly-unknown", "several-routers", "encoding", "unreadable", "unterminated-text", "wrapped-line",
    "unused-allow",
}  # fmt: skip
#: More lines than this are not read again at once.
_MOST_LINES = 1500


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked as a whole.

    Attributes:
        raw: its lines.
        diagnostics: its diagnostics, in the order of the lines.
    """

    raw: Sequence[str] = ()
    diagnostics: Sequence[Diagnostic] = ()


def check_whole(path: str, text: str, settings: Settings) -> list[Diagnostic]:
    """The diagnostics of a whole document, without those that a baseline knows.

    Args:
        path: name of the file.
        text: its text.
        settings: the settings for it.
    """
    return [_without_text(each) for each in _without_known(check_content(path, text, settings), settings).diagnostics]


def fixed(path: str, text: str, settings: Settings, only: tuple[str, int] | None = None) -> str | None:
    """A document after the fixes that are as safe as they claim to be, as `iossim validate --fix` writes it; None if there is none.

    Args:
        path: name of the file.
        text: its text.
        settings: the settings for it.
        only: the code and the line of the one diagnostic that is fixed; None: all are.
    """
    file = _without_known(check_content(path, text, settings), settings)
    if only is None:
        result = fix_lines(file, settings, lambda file: _without_known(file, settings))
    else:
        chosen = [each for each in file.diagnostics if (each.code, each.line) == only]
        result = fix_lines(CheckedFile(path, file.lines, chosen), settings, lambda file: CheckedFile(path, file.lines))
    if not result.applied:
        return None
    return joined(result.lines) if text.endswith("\n") else "\n".join(result.lines)


def _without_known(file: CheckedFile, settings: Settings) -> CheckedFile:
    """A checked file without the findings that its baseline knows."""
    if not settings.baseline:
        return file
    try:
        return Baseline.read(Path(settings.folder) / settings.baseline).without_known(file)
    except ConfigurationError as error:
        file.diagnostics.insert(0, Diagnostic(file.path, 0, 1, 1, "warning", "unreadable", str(error)))
        return file


def _without_text(diagnostic: Diagnostic) -> Diagnostic:
    """A diagnostic without the text of its line: an editor has it, and hiding the secrets of thousands of lines takes long."""
    each = diagnostic
    return Diagnostic(each.path, each.line, each.column, each.end_column, each.severity, each.code, each.message, "", each.fix)


def present(path: str, outline: Outline, settings: Settings, checked: Checked) -> list[Diagnostic] | None:
    """The diagnostics of a document that has changed since it was checked; None if so much has changed that a new check is quicker.

    The changed sections are read again. The other diagnostics are those of the check, on the lines where they stand now.

    Args:
        path: name of the file.
        outline: the outline of the present text.
        settings: the settings for the file.
        checked: the last check of the whole file.
    """
    first, old, new = changed(checked.raw, outline.raw)
    if first == old == new:
        return list(checked.diagnostics)
    start, end = outline.parts(first, new)
    part = outline.raw[start:end]
    if end - start > _MOST_LINES or sum(map(len, part)) > _MOST_LINES * LONGEST_LINE / 16:
        return None
    moved = new - old
    line_codes = codes_of_lines()
    kept = list(_moved(checked.diagnostics, first + 1, old, moved))
    kept = [each for each in kept if not (start < each.line <= end and each.code in line_codes)]
    wanted = tuple(line_codes & settings.reported(path))
    if not wanted:
        return kept
    found = check_content(path, "".join(f"{line}\n" for line in part), msgspec.structs.replace(settings, select=wanted)).diagnostics
    return sorted([*kept, *(shifted(each, start) for each in found)], key=lambda each: (each.line, each.column))


@cache
def codes_of_lines() -> frozenset[str]:
    """The codes that a line has by itself and by the section that it stands in."""
    return frozenset(name for name, code in codes().items() if not code.is_rule) - _OF_THE_FILE


def _moved(diagnostics: Iterable[Diagnostic], first: int, last: int, lines: int) -> Iterator[Diagnostic]:
    """Diagnostics on the lines where they stand after an edit, without those of the edited lines.

    Args:
        diagnostics: the diagnostics.
        first: number of the first edited line.
        last: number of the last edited line, before the edit.
        lines: number of lines that the edit has added.
    """
    for diagnostic in diagnostics:
        if diagnostic.line < first:
            yield diagnostic
        elif diagnostic.line > last:
            yield shifted(diagnostic, lines)


def shifted(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    """A diagnostic so many lines further down. The edits of its fix move with it."""
    if not lines:
        return diagnostic
    fix = diagnostic.fix
    if fix is not None:
        numbers = [edit.first + lines for edit in fix.edits]
        whole = all(number > 0 for number in numbers)
        fix = Fix(fix.description, tuple(map(partial(_shifted_edit, lines=lines), fix.edits))) if whole else None
    each = diagnostic
    return Diagnostic(
        each.path, each.line + lines, each.column, each.end_column, each.severity, each.code, each.message, lambda: each.text, fix
    )


def _shifted_edit(edit: Edit, lines: int) -> Edit:
    return Edit(edit.first + lines, edit.last + lines, edit.lines)
