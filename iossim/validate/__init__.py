"""Validation of configuration files: diagnostics with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from iossim.config import Configuration
from iossim.config.platforms import platform as platform_of
from iossim.config.tree import Notes
from iossim.files.diagnostics import Diagnostic
from iossim.files.lines import TextLines
from iossim.files.load import Loader
from iossim.files.masking import masked
from iossim.language import Command
from iossim.language.speed import at_full_speed
from iossim.language.trail import positions
from iossim.validate.output import Counts
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.sources import ConfigurationFile, configuration_files
from iossim.validate.target import Target
from iossim.versions import Version

__all__ = ["Counts", "Diagnostic", "Target", "check_text", "run", "validate"]


def validate(
    paths: Iterable[str | Path] | str | Path, *, cme_version: str | None = None, platform: str | None = None
) -> list[Diagnostic]:
    """The diagnostics of configuration files, in the order of the files and of their lines.

    Args:
        paths: files, or folders with files; `-` is standard input.
        cme_version: warn of commands that this version of Unified CME does not have, such as `8.6`.
        platform: apply the limits of this router model, such as `2811`.

    Raises:
        ValueError: the version or the platform is not known.
    """
    several = [paths] if isinstance(paths, str | Path) else list(paths)
    target = Target(
        Version.of(cme_version) if cme_version is not None else None,
        platform_of(platform) if platform is not None else None,
    )
    return list(run(several, Counts(), target))


def run(paths: Iterable[str | Path], counts: Counts, target: Target | None = None) -> Iterator[Diagnostic]:
    """Validates files one after the other; yields their diagnostics.

    Args:
        paths: files, or folders with files.
        counts: files, lines and diagnostics are added to it.
        target: the router that the files are meant for.
    """
    for file in configuration_files(paths):
        counts.files += 1
        for diagnostic in _of_file(file, counts, target or Target()):
            counts.add(diagnostic)
            yield diagnostic


def check_text(path: str, text: str, target: Target | None = None) -> list[Diagnostic]:
    """The diagnostics of one text, in the order of its lines.

    Args:
        path: name of the file, for diagnostics.
        text: the configuration, or the configurations of several routers one after the other.
        target: the router that it is meant for.
    """
    target = target or Target()
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    diagnostics: list[Diagnostic] = []
    first, whole = 0, TextLines(lines)
    with at_full_speed():
        while True:
            loader = Loader(_noting(target), path)
            diagnostics += loader.load(whole, first)
            for rule in rules():
                violations = rule.check(loader.configuration, target)
                diagnostics += [_of_violation(path, lines, loader.configuration, rule, violation) for violation in violations]
            _take_apart(loader.configuration)
            if not loader.rest:
                break
            first = loader.rest
    return sorted(diagnostics, key=lambda diagnostic: (diagnostic.line, diagnostic.column))


def _noting(target: Target) -> Configuration:
    """An empty configuration that also notes what rules ask about and the tree does not keep."""
    configuration = Configuration(platform=target.platform)
    configuration.notes = Notes()
    return configuration


def _take_apart(configuration: Configuration) -> None:
    """Lets the sections of a tree that is not needed any more forget the section around them.

    Python then frees the tree at once; a tree whose sections refer to each other waits for the cycle collector, which looks at all of it.
    """
    for section in list(configuration.root.walk()):
        section.parent = None


def _of_file(file: ConfigurationFile, counts: Counts, target: Target) -> Iterator[Diagnostic]:
    if file.decoded is None:
        yield Diagnostic(file.path, 0, 1, 1, "error", "unreadable", file.problem)
        return
    if file.decoded.bad_line:
        yield Diagnostic(file.path, file.decoded.bad_line, 1, 1, "warning", "encoding", "is not UTF-8: read as Latin-1")
    text = file.decoded.text
    counts.lines += text.count("\n") + (not text.endswith("\n") and bool(text))
    yield from check_text(file.path, text, target)


def _of_violation(
    path: str, lines: list[str], configuration: Configuration, rule: ValidationRule, violation: Violation
) -> Diagnostic:
    command = violation.command
    raw = lines[command.line - 1] if 0 < command.line <= len(lines) else ""
    start, end = _span(raw, command, violation.word)
    severity = violation.severity or rule.severity
    text = partial(masked, (configuration.language.mode(command.mode),), raw.strip())
    return Diagnostic(path, command.line, start + 1, end + 1, severity, rule.name, violation.message, text, violation.fix)


def _span(raw: str, command: Command, word: int) -> tuple[int, int]:
    """The columns, from 0, of a word of a command in its line; of the whole line for -1."""
    spots = positions(raw)
    if word >= 0 and command.form.merges:  # several entries on one line: `button 1:1 2:2`
        word = next((index for index, (start, end) in enumerate(spots) if raw[start:end] == command.words[word]), -1)
    elif word >= 0:
        word += command.negative
    if 0 <= word < len(spots):
        return spots[word]
    return len(raw) - len(raw.lstrip()), len(raw.rstrip())
