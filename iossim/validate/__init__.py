"""Validation of configuration files: diagnostics with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from iossim.config import Configuration
from iossim.config.findings import masked
from iossim.config.load import Loader
from iossim.language.matching import positions
from iossim.language.speed import at_full_speed
from iossim.validate.diagnostics import Diagnostic, from_finding
from iossim.validate.files import Source, sources
from iossim.validate.output import Summary
from iossim.validate.rules import rules
from iossim.validate.rules.base import Fault, Rule

__all__ = ["Diagnostic", "Summary", "check_text", "run", "validate"]


def validate(paths: Iterable[str | Path] | str | Path) -> list[Diagnostic]:
    """The diagnostics of configuration files, in the order of the files and of their lines.

    Args:
        paths: files, or folders with files; `-` is standard input.
    """
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    return list(run(several, Summary()))


def run(paths: Iterable[str | Path], summary: Summary) -> Iterator[Diagnostic]:
    """The diagnostics of files one after the other, counted in a summary.

    Args:
        paths: files, or folders with files.
        summary: is added to.
    """
    for source in sources(paths):
        summary.files += 1
        for each in _file(source, summary):
            summary.count(each)
            yield each


def check_text(path: str, text: str) -> list[Diagnostic]:
    """The diagnostics of one text.

    Args:
        path: the name to put into them.
        text: the configuration.
    """
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    found: list[Diagnostic] = []
    first = 0
    with at_full_speed():
        while True:
            loader = Loader(Configuration())
            found += [from_finding(path, finding) for finding in loader.load(lines, first)]
            found += [_diagnostic(path, lines, rule, fault) for rule in rules() for fault in rule.check(loader.configuration)]
            if not loader.rest:
                break
            first = loader.rest
    return sorted(found, key=lambda each: (each.line, each.column))


def _file(source: Source, summary: Summary) -> Iterator[Diagnostic]:
    if source.decoded is None:
        yield Diagnostic(source.path, 0, 1, 1, "error", "unreadable", source.problem)
        return
    if source.decoded.bad_line:
        message = "is not UTF-8: read as Latin-1"
        yield Diagnostic(source.path, source.decoded.bad_line, 1, 1, "warning", "encoding", message)
    text = source.decoded.text
    summary.lines += text.count("\n") + (not text.endswith("\n") and bool(text))
    yield from check_text(source.path, text)


def _diagnostic(path: str, lines: list[str], rule: Rule, fault: Fault) -> Diagnostic:
    line = fault.command.line
    raw = lines[line - 1] if 0 < line <= len(lines) else ""
    spots = positions(raw)
    start, end = (len(raw) - len(raw.lstrip()), len(raw.rstrip()))
    if 0 <= fault.word < len(spots):
        start, end = spots[fault.word]
    shown = masked([fault.command.form.owner_mode], raw.strip())
    return Diagnostic(path, line, start + 1, end + 1, rule.severity, rule.name, fault.message, shown)
