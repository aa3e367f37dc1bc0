"""What `?` and Tab answer, from the same nodes as the matcher."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.language.definition import Argument
from iossim.language.matching import Access, Path, _prefix, positions
from iossim.language.mode import Mode
from iossim.language.outcomes import Ambiguous, Outcome

#: A line of help: the word as shown and its text.
Line = tuple[str, str]
#: The number that bounds an argument now, by the rule of its command, the bound's name and the argument's field; None: none does.
LiveBound = Callable[[str, str, str], int | None]


def choices(
    mode: Mode, text: str, access: Access | None = None, live_bound: LiveBound | None = None
) -> tuple[list[Line], bool] | Outcome:
    """What may follow a line: (keywords and arguments with their help, whether the line may end here); or the line's problem.

    Args:
        mode: the current mode.
        text: the line so far, without the word that is being typed.
        access: what the user may see.
        live_bound: what bounds arguments; without it the widest bounds are shown.
    """
    path, first, problem = _follow(mode, text, access)
    if problem is not None:
        return problem
    lines = sorted(_keywords(path), key=lambda line: line[0].lower()) + list(_arguments(path, live_bound))
    if path.node is mode.root and first == 0 and mode.prompt and mode.name != "exec":
        lines = sorted([*lines, *_negations(lines)], key=lambda line: line[0].lower())
    ends = path.node is not mode.root and (path.form() is not None if first == 0 else path.negated() is not None)
    return lines, ends


def begun(mode: Mode, text: str, word: str, access: Access | None = None) -> list[str] | Outcome:
    """The keywords that begin with a word behind a line, sorted; or the line's problem."""
    found = choices(mode, text, access)
    if not isinstance(found, tuple):
        return found
    return [shown for shown, _ in found[0] if shown.lower().startswith(word.lower()) and not _is_notation(shown)]


def complete(mode: Mode, text: str, access: Access | None = None) -> str:
    """The line with its last word completed and a blank added, where only one keyword begins so; else the line unchanged."""
    if not text or text[-1].isspace():
        return text
    start = positions(text)[-1][0]
    found = begun(mode, text[:start], text[start:], access)
    return text[:start] + found[0] + " " if isinstance(found, list) and len(found) == 1 else text


def ambiguous_line(text: str, outcome: Ambiguous) -> str:
    """The line up to and with the word that is ambiguous, as the router quotes it."""
    return text[: outcome.end].lstrip()


def _follow(mode: Mode, text: str, access: Access | None) -> tuple[Path, int, Outcome | None]:
    spots = positions(text)
    words = [text[start:end] for start, end in spots]
    first, _, _ = _prefix(mode, words, access)
    path = Path(mode, access)
    at = first
    while at < len(words):
        problem = path.take(text, words, spots, at)
        if problem is not None:
            return path, first, problem
        at += path.taken
    return path, first, None


def _keywords(path: Path) -> Iterator[Line]:
    visible = None if path.access is None else path.access.visible(path.node)
    for text, child in path.node.children().items():
        if child.hidden or (visible is not None and text not in visible):
            continue
        place = next((each for each in child.places if each.command.directive("hidden") is None), child.places[0])
        yield text, place.owner.help.get(text, "")


def _arguments(path: Path, live_bound: LiveBound | None) -> Iterator[Line]:
    path.node.children()
    for notation, child in path.node.arguments:
        if path.access is not None and not path.access.reaches(child):
            continue
        place = child.places[0]
        assert isinstance(child.symbol, Argument)
        high = None
        if live_bound is not None and notation.bound_name:
            high = live_bound(place.command.base, notation.bound_name, child.symbol.field)
        yield notation.shown_to(high), place.owner.help.get(child.symbol.name, "")


def _negations(lines: list[Line]) -> list[Line]:
    """`no` and `default`, wherever the mode has commands of its own beyond those of every mode."""
    return [("default", "Set a command to its defaults"), ("no", "Negate a command or set its defaults")] if len(lines) > 4 else []


def _is_notation(shown: str) -> bool:
    return shown[0] == "<" or (shown.isupper() and shown in ("WORD", "LINE", "INTERFACE", "H.H.H", "A.B.C.D")) or shown == "hh:mm"
