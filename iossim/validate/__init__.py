"""Validation of configuration files: diagnostics with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from iossim.config import Configuration
from iossim.config.platforms import platform as platform_of
from iossim.files.findings import masked
from iossim.files.lines import Lines
from iossim.files.load import Loader
from iossim.language import language
from iossim.language.trail import positions
from iossim.language.speed import at_full_speed
from iossim.versions import Version
from iossim.validate.diagnostics import Diagnostic, from_finding
from iossim.validate.files import Source, sources
from iossim.validate.options import Options
from iossim.validate.output import Summary
from iossim.validate.rules import rules
from iossim.validate.rules.base import Fault, Rule

__all__ = ["Diagnostic", "Options", "Summary", "check_text", "run", "validate"]


def validate(
    paths: Iterable[str | Path] | str | Path, *, cme_version: str | None = None, platform: str | None = None
) -> list[Diagnostic]:
    """The diagnostics of configuration files, in the order of the files and of their lines.

    Args:
        paths: files, or folders with files; `-` is standard input.
        cme_version: warn of commands that this version of Unified CME does not have, like `8.6`.
        platform: hold the files against the limits of this router model, like `2811`.

    Raises:
        ValueError: no such version, or a platform whose limits are not known.
    """
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    options = Options(
        Version.of(cme_version) if cme_version is not None else None,
        platform_of(platform) if platform is not None else None,
    )
    return list(run(several, Summary(), options))


def run(paths: Iterable[str | Path], summary: Summary, options: Options | None = None) -> Iterator[Diagnostic]:
    """The diagnostics of files one after the other, counted in a summary.

    Args:
        paths: files, or folders with files.
        summary: is added to.
        options: the router that they are meant for.
    """
    for source in sources(paths):
        summary.files += 1
        for each in _file(source, summary, options or Options()):
            summary.count(each)
            yield each


def check_text(path: str, text: str, options: Options | None = None) -> list[Diagnostic]:
    """The diagnostics of one text.

    Args:
        path: the name to put into them.
        text: the configuration.
        options: the router that it is meant for.
    """
    options = options or Options()
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    found: list[Diagnostic] = []
    first, whole = 0, Lines(lines)
    with at_full_speed():
        while True:
            loader = Loader(Configuration(platform=options.platform))
            found += [from_finding(path, finding) for finding in loader.load(whole, first)]
            faults = [(rule, fault) for rule in rules() for fault in rule.check(loader.configuration, options)]
            found += [_diagnostic(path, lines, rule, fault) for rule, fault in faults]
            if not loader.rest:
                break
            first = loader.rest
    return sorted(found, key=lambda each: (each.line, each.column))


def _file(source: Source, summary: Summary, options: Options) -> Iterator[Diagnostic]:
    if source.decoded is None:
        yield Diagnostic(source.path, 0, 1, 1, "error", "unreadable", source.problem)
        return
    if source.decoded.bad_line:
        message = "is not UTF-8: read as Latin-1"
        yield Diagnostic(source.path, source.decoded.bad_line, 1, 1, "warning", "encoding", message)
    text = source.decoded.text
    summary.lines += text.count("\n") + (not text.endswith("\n") and bool(text))
    yield from check_text(source.path, text, options)


def _diagnostic(path: str, lines: list[str], rule: Rule, fault: Fault) -> Diagnostic:
    line = fault.command.line
    raw = lines[line - 1] if 0 < line <= len(lines) else ""
    spots = positions(raw)
    start, end = (len(raw) - len(raw.lstrip()), len(raw.rstrip()))
    if 0 <= fault.word < len(spots):
        start, end = spots[fault.word]
    shown = masked((language().mode(fault.command.mode),), raw.strip())
    return Diagnostic(path, line, start + 1, end + 1, fault.severity or rule.severity, rule.name, fault.message, shown)
