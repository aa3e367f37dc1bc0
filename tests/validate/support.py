"""Diagnostics of the codes that a test is about, so that a new validation rule breaks no test but its own."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from iossim.validate import Diagnostic, Settings, check_text
from iossim.validate.checking import CheckedFile, checked_files
from iossim.validate.counts import Counts
from iossim.validate.output import writer
from iossim.validate.output.writer import Style
from iossim.validate.rules import rules
from iossim.validate.sources import find_files

PLAIN = Style()


def of_reading(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that the reader gives, without those of validation rules."""
    names = {rule.name for rule in rules()}
    return [diagnostic for diagnostic in diagnostics if diagnostic.code not in names]


def codes_of(text: str) -> list[str]:
    """Line, column, severity and code of the diagnostics that the reader gives for a text."""
    return [f"{each.line}:{each.column} {each.severity} {each.code}" for each in of_reading(check_text("router.cfg", text))]


def counted(paths: Iterable[str | Path]) -> tuple[list[Diagnostic], Counts]:
    """The diagnostics of files, and the numbers of their check."""
    counts = Counts()
    diagnostics: list[Diagnostic] = []
    for file in checked_files(find_files(paths), lambda _: Settings()):
        counts.files += 1
        counts.lines += len(file.lines)
        for diagnostic in file.diagnostics:
            counts.add(diagnostic)
        diagnostics += file.diagnostics
    return diagnostics, counts


def written(format_: str, file: CheckedFile, style: Style = PLAIN) -> str:
    """The output of a format for the diagnostics of one file."""
    out, counts = io.StringIO(), Counts(files=1, lines=len(file.lines))
    format_writer = writer(format_, out, style)
    format_writer.begin()
    for diagnostic in file.diagnostics:
        counts.add(diagnostic)
    format_writer.file(file)
    format_writer.end(counts)
    return out.getvalue()
