"""A configuration as HTML: numbered lines with highlighting, and findings below their lines. All text is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from iossim.files.diagnostics import Diagnostic

_WORD = re.compile(r"(\s*)(no\s+)?(\S+)(.*)", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w.-])(\d[\w.:/-]*)(?![\w-])")


def config_html(lines: Sequence[str], first: int = 1, findings: Iterable[Diagnostic] = ()) -> str:
    """Lines of a configuration.

    Args:
        lines: the lines.
        first: the number of the first one.
        findings: the findings of the whole configuration; those of other lines are left out.
    """
    by_line: dict[int, list[Diagnostic]] = {}
    for finding in findings:
        by_line.setdefault(finding.line, []).append(finding)
    parts: list[str] = []
    for number, line in enumerate(lines, start=first):
        parts.append(f'<div><span class="no">{number}</span>{_highlighted(line)}</div>')
        parts += [_finding(finding) for finding in by_line.get(number, ())]
    return f'<div class="config iossim-mono">{"".join(parts)}</div>'


def difference_html(lines: Iterable[str]) -> str:
    """Lines of a difference: what begins with `+` or `no` and `-` has a colour.

    Args:
        lines: the lines, with a sign or as they would be typed.
    """
    return f'<div class="config iossim-mono">{"".join(_changed(line) for line in lines)}</div>'


def _changed(line: str) -> str:
    word = line.strip()
    removed = word.startswith(("-", "no ", "default "))
    return f'<div class="{"minus" if removed else "plus" if word else ""}">{escape(line)}</div>'


def _highlighted(line: str) -> str:
    if line.lstrip().startswith("!"):
        return f'<span class="comment">{escape(line)}</span>'
    match = _WORD.fullmatch(line)
    if match is None:
        return escape(line)
    blanks, negation, word, rest = match.groups(default="")
    return f'{blanks}<span class="word">{escape(negation + word)}</span>{_numbers(rest)}'


def _numbers(text: str) -> str:
    """The words, with numbers and addresses in a colour."""
    parts = _NUMBER.split(text)
    return "".join(f'<span class="number">{escape(part)}</span>' if at % 2 else escape(part) for at, part in enumerate(parts))


def _finding(finding: Diagnostic) -> str:
    mark = f"{' ' * (finding.column - 1)}^ " if finding.column < 80 else ""
    return f'<div class="{finding.severity}">{mark}{finding.severity}: {escape(finding.message)} [{escape(finding.code)}]</div>'
