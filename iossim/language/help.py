"""The answers to `?` and Tab, from the same tree as the matcher."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.language.mode import Mode
from iossim.language.outcome import Outcome
from iossim.language.trail import Access, Trail, follow, positions

#: A line of help: the word as shown and its text.
HelpLine = tuple[str, str]
#: The number that bounds an argument now, by the name of the bound; None: none does.
LiveBound = Callable[[str], int | None]

#: Commands that every configuration mode has; a mode with no others has no use for `no` and `default`.
_COMMON = 4
_NEGATIONS = [("default", "Set a command to its defaults"), ("no", "Negate a command or set its defaults")]


def choices(
    mode: Mode, text: str, access: Access | None = None, live_bound: LiveBound | None = None
) -> tuple[list[HelpLine], bool] | Outcome:
    """The words that may follow a line, with their help, and whether the line may end here; or the line's problem.

    Args:
        mode: the current mode.
        text: the line so far, without the word that is being typed.
        access: what the user may see.
        live_bound: the number that bounds arguments; without it the widest bounds are shown.
    """
    trail = follow(mode, text, access)
    if trail.problem is not None:
        return trail.problem
    lines = sorted(_keywords(trail), key=_folded) + list(_arguments(trail, live_bound))
    if not trail.steps and trail.first == 0 and mode.negates and len(lines) > _COMMON:
        lines = sorted([*lines, *_NEGATIONS], key=_folded)
    return lines, bool(trail.steps) and trail.ending() is not None


def begun(mode: Mode, text: str, word: str, access: Access | None = None) -> list[str] | Outcome:
    """The keywords that begin with a word after a line, sorted; or the line's problem.

    Args:
        mode: the current mode.
        text: the line before the word.
        word: the word as far as it was typed.
        access: what the user may see.
    """
    trail = follow(mode, text, access)
    if trail.problem is not None:
        return trail.problem
    keywords = [keyword for keyword, _ in _keywords(trail)]
    if not trail.words and mode.negates and len(keywords) + len(trail.node.arguments) > _COMMON:
        keywords += [keyword for keyword, _ in _NEGATIONS]
    return sorted((keyword for keyword in keywords if keyword.lower().startswith(word.lower())), key=str.lower)


def complete(mode: Mode, text: str, access: Access | None = None) -> str:
    """The line with its last word completed and a blank added, where only one keyword begins so; else the line unchanged."""
    if not text or text[-1].isspace():
        return text
    start = positions(text)[-1][0]
    keywords = begun(mode, text[:start], text[start:], access)
    return text[:start] + keywords[0] + " " if isinstance(keywords, list) and len(keywords) == 1 else text


def _folded(line: HelpLine) -> str:
    return line[0].lower()


def _keywords(trail: Trail) -> Iterator[HelpLine]:
    visible = None if trail.access is None else trail.access.visible(trail.node)
    for text, child in trail.node.children().items():
        if child.hidden or (visible is not None and text not in visible):
            continue
        place = next((place for place in child.places if not place.command.hidden), child.places[0])
        yield text, trail.mode.help(place)


def _arguments(trail: Trail, live_bound: LiveBound | None) -> Iterator[HelpLine]:
    for notation, child in trail.node.arguments:
        if trail.access is not None and not trail.access.reaches(child):
            continue
        high = live_bound(notation.bound_name) if live_bound is not None else None
        yield notation.shown_to(high), trail.mode.help(child.places[0])
