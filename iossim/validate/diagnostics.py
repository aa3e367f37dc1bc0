"""A diagnostic: what is wrong in a configuration file, and where."""

from __future__ import annotations

from dataclasses import dataclass

from iossim.files.findings import Finding


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One diagnostic of a file.

    Attributes:
        path: the file, as it was named.
        line: from 1; 0 where the whole file is meant.
        column: from 1.
        end_column: just behind what is wrong, from 1.
        severity: "error", "warning" or "info".
        code: the stable name of the kind of fault.
        message: what is wrong, and what would be right.
        text: the line, secrets excepted.
    """

    path: str
    line: int
    column: int
    end_column: int
    severity: str
    code: str
    message: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.severity} {self.code} {self.message}"


def from_finding(path: str, finding: Finding) -> Diagnostic:
    """The diagnostic of something found while a file was read."""
    return Diagnostic(
        path,
        finding.line,
        finding.column,
        finding.end_column,
        finding.severity,
        finding.code,
        finding.message,
        finding.text,
    )
