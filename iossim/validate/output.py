"""Writes diagnostics for people (text) and programs (JSON)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TextIO

from iossim.escape import escaped
from iossim.files.diagnostics import Diagnostic


@dataclass(slots=True)
class Counts:
    """Numbers of a run of validation."""

    files: int = 0
    lines: int = 0
    errors: int = 0
    warnings: int = 0
    verbatim: int = 0

    def add(self, diagnostic: Diagnostic) -> None:
        """Counts a diagnostic."""
        self.errors += diagnostic.severity == "error"
        self.warnings += diagnostic.severity == "warning"
        self.verbatim += diagnostic.code == "verbatim"

    def __str__(self) -> str:
        return (
            f"{_counted(self.files, 'file')}, {_counted(self.lines, 'line')}: {_counted(self.errors, 'error')}, "
            f"{_counted(self.warnings, 'warning')}, {_counted(self.verbatim, 'line')} kept verbatim"
        )


def _counted(number: int, noun: str) -> str:
    """A number with its noun in the singular or plural: `1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def write_text(diagnostics: Iterable[Diagnostic], counts: Counts, out: TextIO, verbose: bool = False) -> None:
    """Writes one line for each diagnostic, then the numbers.

    Args:
        diagnostics: the diagnostics.
        counts: the numbers of the run.
        out: where to write.
        verbose: also write the diagnostics of severity "info".
    """
    for diagnostic in diagnostics:
        if verbose or diagnostic.severity != "info":
            out.write(f"{diagnostic}\n")
    out.write(f"{counts}\n")


def write_json(diagnostics: Iterable[Diagnostic], counts: Counts, out: TextIO) -> None:
    """Writes diagnostics and numbers as one JSON object (docs/diagnostics.md); control characters are escaped."""
    import json

    listed = [diagnostic.as_dict() for diagnostic in diagnostics]  # the numbers are complete after the last one
    content = {"diagnostics": listed, "summary": asdict(counts)}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    out.write("".join(f"{escaped(line)}\n" for line in text.split("\n")))
