"""Code actions: the fix of a diagnostic, the fixes of the whole document, and a comment that allows a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsprotocol import types

from iossim.files.diagnostics import Diagnostic
from iossim.lsp.document import Document

#: Codes about comments and files, which no comment allows.
_NEVER_ALLOWED = {"unreadable", "unchecked", "unused-allow", "unknown-allow", "allow-without-reason"}


#: The kind of the action that fixes all: editors can be told to run it whenever a document is saved.
FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.iossim"


def actions(document: Document, diagnostics: list[Diagnostic], first: int, last: int) -> Iterator[types.CodeAction]:
    """The actions for the diagnostics of some lines: fixes first. The edits of a fix are not in them: see `fix_of`.

    Args:
        document: the document.
        diagnostics: its diagnostics.
        first: index of the first line.
        last: index of the last line.
    """
    here = [each for each in diagnostics if first <= max(each.line - 1, 0) <= last and each.line <= len(document.raw)]
    for diagnostic in here:
        if diagnostic.fix is not None:
            yield types.CodeAction(
                f"Fix: {diagnostic.fix.description}",
                types.CodeActionKind.QuickFix,
                diagnostics=[shown(document, diagnostic)],
                is_preferred=True,
                data={"uri": document.uri, "version": document.version, "code": diagnostic.code, "line": diagnostic.line},
            )
    if any(each.fix is not None for each in diagnostics):
        yield types.CodeAction("Fix all that iossim can fix", FIX_ALL, data={"uri": document.uri, "version": document.version})
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


def is_wanted(action: types.CodeAction, only: Sequence[str] | None) -> bool:
    """True if an editor wants an action of this kind; without a list of kinds it wants those for the lines where the user is."""
    kind = str(getattr(action.kind, "value", action.kind))
    if only is None:
        return kind != FIX_ALL
    return any(f"{kind}.".startswith(f"{getattr(wanted, 'value', wanted)}.") or not wanted for wanted in only)


def fix_of(data: Mapping[str, Any]) -> tuple[str, int] | None:
    """The diagnostic that an action fixes, by its code and line; None for all."""
    return (str(data["code"]), int(data["line"])) if "code" in data else None


def replacing(document: Document, text: str) -> types.WorkspaceEdit:
    """The edit that gives a document another text; it has the lines that differ."""
    return _edit(document, document.changes(text))


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
