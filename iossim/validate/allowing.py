"""Comments that allow findings: `! iossim: allow NAME reason`, on a line or above it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from iossim.files.diagnostics import Diagnostic
from iossim.validate.codes import WITHOUT_CHECK, codes, unknown_code

_COMMENT = re.compile(r"!\s*iossim:\s*allow\b[ \t]*(?P<names>[\w-]+(?:\s*,\s*[\w-]+)*)?[ \t]*(?P<reason>.*)", re.IGNORECASE)
_NAME = re.compile(r"[\w-]+")
#: The fewest characters of a comment; most files have none, and one look for them is enough.
_MARK = re.compile(r"!\s*iossim:", re.IGNORECASE)


@dataclass(slots=True)
class Allowance:
    """A comment that allows findings.

    Attributes:
        line: the line of the comment.
        column: the column of its `!`, from 1.
        text: the comment.
        lines: the lines whose findings it allows: its own, and the next one if it stands alone on its line.
        names: the names in it, with their columns.
        reason: the rest of it.
        used: the names that have allowed a finding.
    """

    line: int
    column: int
    text: str
    lines: tuple[int, ...]
    names: dict[str, int]
    reason: str
    used: set[str] = field(default_factory=set)


def apply_allowances(
    path: str, lines: list[str], diagnostics: list[Diagnostic], reported: frozenset[str]
) -> tuple[list[Diagnostic], int]:
    """Removes the findings that comments allow, and adds findings about the comments.

    Args:
        path: name of the file.
        lines: the lines of the file.
        diagnostics: its findings, in the order of the lines.
        reported: the codes that are reported at all; a comment for another one is not called unused.

    Returns:
        The findings that are left, in the order of the lines, and the number of those that were removed.
    """
    allowances = list(_allowances(lines))
    if not allowances:
        return diagnostics, 0
    own = {allowance.line for allowance in allowances}
    left = [
        diagnostic
        for diagnostic in diagnostics
        if not (diagnostic.code == "remark" and diagnostic.line in own) and not _allowed(diagnostic, allowances)
    ]
    removed = len(diagnostics) - len(left)
    left += [found for allowance in allowances for found in _about(path, allowance, reported) if found.code in reported]
    return sorted(left, key=lambda diagnostic: (diagnostic.line, diagnostic.column)), removed


def _allowances(lines: list[str]) -> Iterator[Allowance]:
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line) if "!" in line and _MARK.search(line) else None
        if match is None:
            continue
        start, names = match.start("names"), match["names"] or ""
        columns = {name[0].lower(): start + name.start() + 1 for name in _NAME.finditer(names)}
        alone = not line[: match.start()].strip()
        covered = (number, _next_command(lines, number)) if alone else (number,)
        yield Allowance(number, match.start() + 1, match[0].rstrip(), covered, columns, match["reason"].strip())


def _next_command(lines: list[str], number: int) -> int:
    """The number of the next line after a line that is neither empty nor a comment; 0 if there is none."""
    after = (index + 1 for index in range(number, len(lines)) if (text := lines[index].strip()) and not text.startswith("!"))
    return next(after, 0)


def _allowed(diagnostic: Diagnostic, allowances: list[Allowance]) -> bool:
    for allowance in allowances:
        if diagnostic.code in allowance.names and diagnostic.line in allowance.lines and diagnostic.code not in WITHOUT_CHECK:
            allowance.used.add(diagnostic.code)
            return True
    return False


def _about(path: str, allowance: Allowance, reported: frozenset[str]) -> Iterator[Diagnostic]:
    """The findings about a comment."""
    end = allowance.column + len(allowance.text)
    for name, column in allowance.names.items():
        code, message = "", ""
        if name not in codes():
            code, message = "unknown-allow", unknown_code(name)
        elif name not in allowance.used and name in reported:
            code, message = "unused-allow", f"there is no {name} to allow here"
        if code:
            yield Diagnostic(path, allowance.line, column, column + len(name), "warning", code, message, allowance.text)
    if not allowance.names:
        message = "the comment names no rule or code; `iossim rules` lists them"
        yield Diagnostic(path, allowance.line, allowance.column, end, "warning", "unknown-allow", message, allowance.text)
    elif not allowance.reason:
        message = f"no reason is given for allowing {', '.join(allowance.names)}"
        yield Diagnostic(path, allowance.line, allowance.column, end, "warning", "allow-without-reason", message, allowance.text)
