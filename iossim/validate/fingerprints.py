"""Fingerprints of diagnostics: the same after lines were added or removed above them, and different within a file."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from iossim.files.diagnostics import Diagnostic


def subject(diagnostic: Diagnostic) -> str:
    """The line that a diagnostic is about, with single blanks; its message if it is about no line."""
    return " ".join((diagnostic.text or diagnostic.message).split())


def fingerprints(path: str, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Diagnostics of a file, with a fingerprint of path, code, line, and the number of equal ones before.

    Args:
        path: name of the file.
        diagnostics: its diagnostics, in the order of the lines.
    """
    numbers: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        key = diagnostic.code, subject(diagnostic)
        numbers[key] += 1
        content = "\0".join((path, *key, str(numbers[key])))
        yield diagnostic, hashlib.sha256(content.encode("utf-8", "backslashreplace")).hexdigest()[:32]
