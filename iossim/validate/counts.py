"""The numbers of a run of validation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from iossim.files.diagnostics import Diagnostic
from iossim.validate.codes import WITHOUT_CHECK


@dataclass(slots=True)
class Counts:
    """Numbers of a run of validation.

    Attributes:
        files: files that were read, or could not be read.
        lines: their lines.
        errors: diagnostics of severity "error".
        warnings: diagnostics of severity "warning".
        verbatim: lines that are not known, and were kept unchecked.
        fixable: diagnostics with a fix.
        unchecked: files that could not be read, or not be checked.
        codes: diagnostics by code.
        grave: the codes of diagnostics that are errors or warnings.
    """

    files: int = 0
    lines: int = 0
    errors: int = 0
    warnings: int = 0
    verbatim: int = 0
    fixable: int = 0
    unchecked: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    grave: set[str] = field(default_factory=set)

    def add(self, diagnostic: Diagnostic) -> None:
        """Counts a diagnostic."""
        self.errors += diagnostic.severity == "error"
        self.warnings += diagnostic.severity == "warning"
        self.verbatim += diagnostic.code == "verbatim"
        self.fixable += diagnostic.fix is not None
        self.unchecked += diagnostic.code in WITHOUT_CHECK
        self.codes[diagnostic.code] += 1
        if diagnostic.severity != "info":
            self.grave.add(diagnostic.code)

    def as_dict(self) -> dict[str, int]:
        """The numbers of the summary, as JSON has them."""
        return {name: getattr(self, name) for name in ("files", "lines", "errors", "warnings", "verbatim")}

    def __str__(self) -> str:
        return (
            f"{counted(self.files, 'file')}, {counted(self.lines, 'line')}: {counted(self.errors, 'error')}, "
            f"{counted(self.warnings, 'warning')}, {counted(self.verbatim, 'line')} kept verbatim"
        )


def counted(number: int, noun: str) -> str:
    """A number with its noun in the singular or plural: `1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
