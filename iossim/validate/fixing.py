"""Fixes: applies the edits of diagnostics to a text, if they are as safe as they claim to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.config.render import render
from iossim.escape import escaped
from iossim.files.diagnostics import Diagnostic
from iossim.files.fixes import Edit, Fix
from iossim.files.lines import TextLines
from iossim.files.load import Loader
from iossim.files.masking import masked
from iossim.language import Mode, language
from iossim.language.speed import at_full_speed
from iossim.validate.checking import CheckedFile, check_content
from iossim.validate.settings import Settings

#: A fix may make another one possible; more rounds than this are never needed.
_MOST_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class FixedText:
    """A text after its fixes.

    Attributes:
        lines: its lines.
        applied: the diagnostics whose fixes were applied.
        refused: the diagnostics whose fixes would have changed more than they say, and were not applied.
    """

    lines: list[str]
    applied: list[Diagnostic]
    refused: list[Diagnostic]


def fix_lines(
    file: CheckedFile, settings: Settings, left_out: Callable[[CheckedFile], CheckedFile] = lambda file: file
) -> FixedText:
    """Applies the fixes of a file one by one, each on the text that the ones before it have left.

    Args:
        file: the file with its diagnostics.
        settings: the settings that it was checked with.
        left_out: returns a checked file without the findings that are not corrected.
    """
    lines, applied = file.lines, list[Diagnostic]()
    for _ in range(_MOST_ROUNDS):
        done, lines = _apply_safely(file.path, lines, _fixable(file), settings)
        if not done:
            break
        applied += done
        file = left_out(check_content(file.path, joined(lines), settings))
    return FixedText(lines, applied, _fixable(file))


def _fixable(file: CheckedFile) -> list[Diagnostic]:
    return [diagnostic for diagnostic in file.diagnostics if diagnostic.fix is not None]


def _apply_safely(path: str, lines: list[str], fixable: list[Diagnostic], settings: Settings) -> tuple[list[Diagnostic], list[str]]:
    """Applies fixes that have no line in common: all at once if that is safe, else the first one that is safe alone."""
    chosen = _apart(fixable)
    for attempt in (chosen, *([diagnostic] for diagnostic in fixable)) if fixable else ():
        edits = [edit for diagnostic in attempt for edit in _edits(diagnostic.fix)]
        after = edited(lines, edits)
        if is_safe(path, lines, after, edits, settings):
            return attempt, after
    return [], lines


def _apart(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first diagnostics whose fixes have no line in common."""
    taken: set[int] = set()
    chosen = []
    for diagnostic in diagnostics:
        numbers = {number for edit in _edits(diagnostic.fix) for number in range(edit.first, max(edit.first, edit.last) + 1)}
        if not numbers & taken:
            taken |= numbers
            chosen.append(diagnostic)
    return chosen


def _edits(fix: Fix | None) -> Sequence[Edit]:
    return fix.edits if fix is not None else ()


def edited(lines: list[str], edits: Iterable[Edit]) -> list[str]:
    """A text after edits that have no line in common.

    Args:
        lines: its lines.
        edits: the edits, in any order.
    """
    after = list(lines)
    for edit in sorted(edits, key=lambda edit: (edit.first, edit.last), reverse=True):
        after[edit.first - 1 : edit.last] = edit.lines
    return after


def joined(lines: Iterable[str]) -> str:
    """Lines as a text."""
    return "".join(f"{line}\n" for line in lines)


def is_safe(path: str, before: list[str], after: list[str], edits: Iterable[Edit], settings: Settings) -> bool:
    """True if edits add no error, and the running-config differs at most in the lines that they remove and add.

    Args:
        path: name of the file.
        before: the lines of the file.
        after: its lines after the edits.
        edits: the edits.
        settings: the settings for the file.
    """
    edits = list(edits)
    if _errors(path, after, settings) - _errors(path, before, settings):
        return False
    old, new = Counter(_printed(before)), Counter(_printed(after))
    removed = {_words(line) for edit in edits for line in before[edit.first - 1 : edit.last] if line.strip()}
    added = {_words(line) for edit in edits for line in edit.lines if line.strip()}
    return _are_named(old - new, removed) and _are_named(new - old, added)


def _are_named(printed: Iterable[str], typed: Collection[str]) -> bool:
    """True if every printed line is a typed one, or one that the router has completed (`create cnf-files version-stamp …`)."""
    return all(any(line == words or line.startswith(f"{words} ") for words in typed) for line in printed)


def _errors(path: str, lines: list[str], settings: Settings) -> Counter[tuple[str, str]]:
    found = check_content(path, joined(lines), settings).diagnostics
    return Counter((diagnostic.code, diagnostic.text) for diagnostic in found if diagnostic.severity == "error")


def _printed(lines: list[str]) -> Iterator[str]:
    """The lines of the running-config of a text, with single blanks; of several routers one after the other."""
    first, whole = 0, TextLines(lines)
    while True:
        loader = Loader(Configuration(), apart=True)
        with at_full_speed():
            list(loader.load(whole, first))
        yield from (_words(line) for line in render(loader.configuration.root) if line.strip(" !"))
        if not loader.rest:
            return
        first = loader.rest


def _words(line: str) -> str:
    return " ".join(line.split())


def difference(path: str, before: list[str], after: list[str]) -> list[str]:
    """The lines of a unified diff, without secrets.

    Args:
        path: name of the file.
        before: its lines.
        after: its new lines.
    """
    chain = (language().mode("global"),)
    from difflib import unified_diff  # a start without --diff does not need it

    lines = unified_diff(before, after, path, path, lineterm="")
    return [escaped(line if line.startswith(("---", "+++", "@@")) else _hidden(chain, line)) for line in lines]


def _hidden(chain: tuple[Mode, ...], line: str) -> str:
    body = line[1:]
    indent = body[: len(body) - len(body.lstrip())]
    return f"{line[:1]}{indent}{masked(chain, body.strip(), language())}" if body.strip() else line
