"""Writes diagnostics for people (text) and programs (json)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import TextIO

from iossim.validate.diagnostics import Diagnostic


@dataclass(slots=True)
class Summary:
    """What a run of validation counted."""

    files: int = 0
    lines: int = 0
    errors: int = 0
    warnings: int = 0
    verbatim: int = 0

    def count(self, diagnostic: Diagnostic) -> None:
        """Counts a diagnostic."""
        self.errors += diagnostic.severity == "error"
        self.warnings += diagnostic.severity == "warning"
        self.verbatim += diagnostic.code == "verbatim"

    def __str__(self) -> str:
        return (
            f"{self.files} file{'' if self.files == 1 else 's'}, {self.lines} lines: {self.errors} errors, "
            f"{self.warnings} warnings, {self.verbatim} lines kept verbatim"
        )


def write_text(diagnostics: Iterable[Diagnostic], summary: Summary, out: TextIO, verbose: bool = False) -> None:
    """One line a diagnostic, then the summary; lines kept verbatim only when asked for."""
    for each in diagnostics:
        if verbose or each.severity != "info":
            out.write(f"{each}\n")
    out.write(f"{summary}\n")


def write_json(diagnostics: Iterable[Diagnostic], summary: Summary, out: TextIO) -> None:
    """The documented JSON: diagnostics and summary."""
    import json

    found = [asdict(each) for each in diagnostics]
    json.dump({"diagnostics": found, "summary": asdict(summary)}, out, indent=1, ensure_ascii=False)
    out.write("\n")
