"""Code actions: the fix of a diagnostic, and a comment that allows it."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from iossim.files.diagnostics import Diagnostic
from iossim.files.fixes import Fix
from iossim.lsp.document import Document

#: Codes about comments and files, which no comment allows.
_NEVER_ALLOWED = {"unreadable", "unused-allow", "unknown-allow", "allow-without-reason"}


def actions(document: Document, diagnostics: list[Diagnostic], first: int, last: int) -> Iterator[types.CodeAction]:
    """The actions for the diagnostics of some lines: fixes first.

    Args:
        document: the document.
        diagnostics: its diagnostics.
        first: index of the first line.
        last: index of the last line.
    """
    here = [each for each in diagnostics if first <= max(each.line - 1, 0) <= last]
    for diagnostic in here:
        if diagnostic.fix is not None:
            yield types.CodeAction(
                f"Fix: {diagnostic.fix.description}",
                types.CodeActionKind.QuickFix,
                diagnostics=[shown(document, diagnostic)],
                is_preferred=True,
                edit=_edit(document, fix_edits(document, diagnostic.fix)),
            )
    for diagnostic in here:
        if diagnostic.line and diagnostic.code not in _NEVER_ALLOWED:
            raw = document.raw[diagnostic.line - 1]
            comment = f"{raw[: len(raw) - len(raw.lstrip())]}! iossim: allow {diagnostic.code} "
            yield types.CodeAction(
                f"Allow {diagnostic.code} here (then write the reason)",
                types.CodeActionKind.QuickFix,
                diagnostics=[shown(document, diagnostic)],
                edit=_edit(document, [document.replaced(diagnostic.line - 1, diagnostic.line - 1, [comment])]),
            )


def fix_edits(document: Document, fix: Fix) -> list[types.TextEdit]:
    """The edits of a fix, as the protocol has them."""
    return [document.replaced(edit.first - 1, edit.last, edit.lines) for edit in fix.edits]


def _edit(document: Document, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    return types.WorkspaceEdit(changes={str(document.uri): edits})


def shown(document: Document, diagnostic: Diagnostic) -> types.Diagnostic:
    """A diagnostic, as the protocol has it."""
    line = min(max(diagnostic.line - 1, 0), len(document.raw) - 1)
    area = document.range(line, max(diagnostic.column - 1, 0), max(diagnostic.end_column - 1, 0))
    severity = _SEVERITIES[diagnostic.severity]
    return types.Diagnostic(area, diagnostic.message, severity, code=diagnostic.code, source="iossim")


_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
