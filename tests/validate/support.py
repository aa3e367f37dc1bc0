"""Diagnostics of the codes that a test is about, so that a new validation rule breaks no test but its own."""

from __future__ import annotations

from collections.abc import Iterable

from iossim.validate import Diagnostic, check_text
from iossim.validate.rules import rules


def of_reading(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics that the reader gives, without those of validation rules."""
    names = {rule.name for rule in rules()}
    return [diagnostic for diagnostic in diagnostics if diagnostic.code not in names]


def codes_of(text: str) -> list[str]:
    """Line, column, severity and code of the diagnostics that the reader gives for a text."""
    return [f"{each.line}:{each.column} {each.severity} {each.code}" for each in of_reading(check_text("router.cfg", text))]
