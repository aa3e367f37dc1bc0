"""Makes of a clean configuration what the field makes of it: the same commands, spoilt in one way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.files.load import Loader
from iossim.language import Command, Mode, match_in
from iossim.language.bodies import Argument, Keyword
from iossim.language.trail import positions


@dataclass(frozen=True)
class Place:
    """One line of a clean configuration.

    Attributes:
        line: as it stands.
        chain: the modes that it is read in; none inside a banner or certificate, and for comments.
        command: what it is.
        prompt: what the router shows in front of it.
    """

    line: str
    chain: tuple[Mode, ...]
    command: Command | None
    prompt: str

    @property
    def ends_in_text(self) -> bool:
        """Whether anything behind the line would belong to it: a description, a name."""
        symbol = self.command.form.places[-1].symbol if self.command is not None else None
        return isinstance(symbol, Argument) and symbol.notation.span != "word"


def places(lines: list[str]) -> list[Place]:
    """The lines of a clean configuration with what they mean where they stand."""
    configuration = Configuration()
    loader = Loader(configuration)
    hostname, found = "Router", []
    for line in lines:
        pending = loader.in_text
        command = match_in(loader.cursor.chain, line.strip()) if line.strip() and not pending else None
        known = command if isinstance(command, Command) else None
        chain = loader.cursor.chain
        list(loader.load([line]))
        mode = _mode(known, chain) if known else None
        prompt = f"{hostname}{mode.prompt if mode else '(config)#'}"
        if known is not None and known.name == "hostname":
            hostname = known.words[-1]
        found.append(Place(line, chain if known else (), known, prompt if known else ""))
    return found


def _mode(command: Command, chain: tuple[Mode, ...]) -> Mode:
    return next(mode for mode in chain if mode.name == command.mode)


def each(lines: list[str], change: Callable[[Place], str]) -> list[str]:
    """The lines, each command changed; comments, banners and certificates are not."""
    return [change(place) if place.command is not None else place.line for place in places(lines)]


def abbreviated(place: Place) -> str:
    """A line with every keyword cut as short as IOS takes it."""
    return _respelled(place, lambda word: [word[:length] for length in range(1, len(word))])


def mixed_case(place: Place) -> str:
    """A line with every keyword in capitals and small letters by turns."""
    return _respelled(place, lambda word: ["".join(c.upper() if i % 2 else c.lower() for i, c in enumerate(word))])


def _respelled(place: Place, spellings: Callable[[str], list[str]]) -> str:
    assert place.command is not None
    text = place.line.strip()
    first = int(place.command.negative)
    for index, at in enumerate(place.command.form.places):
        if isinstance(at.symbol, Keyword):
            spots = positions(text)
            start, end = spots[index + first]
            for spelling in spellings(text[start:end]):
                tried = text[:start] + spelling + text[end:]
                if _same(match_in(place.chain, tried), place.command):
                    text = tried
                    break
    return place.line[: len(place.line) - len(place.line.lstrip())] + text


def _same(outcome: object, command: Command) -> bool:
    return isinstance(outcome, Command) and (outcome.form, outcome.words, outcome.negative) == (
        command.form,
        command.words,
        command.negative,
    )


def prompted(lines: list[str]) -> list[str]:
    """A pasted session: the router's prompt in front of every command."""
    return [f"{place.prompt}{place.line.strip()}" if place.prompt else place.line for place in places(lines)]


def with_remarks(lines: list[str]) -> list[str]:
    """A remark behind every command that does not end in free text."""
    return each(lines, lambda place: place.line if place.ends_in_text or place.line == "end" else f"{place.line} ! as agreed")


def wrapped(lines: list[str], width: int) -> list[str]:
    """Every line cut where a terminal of this width is full."""
    return [line[start : start + width] for line in lines for start in range(0, max(1, len(line)), width)]


def paged(lines: list[str], remains: str, length: int = 22) -> list[str]:
    """What a pager leaves in front of the first line of every page."""
    return [remains + line if index and index % length == 0 else line for index, line in enumerate(lines)]


def between(lines: list[str], inserted: list[str], every: int = 7) -> Iterator[str]:
    """Other lines between those of the configuration."""
    for index, line in enumerate(lines):
        yield line
        if index % every == every - 1:
            yield inserted[index // every % len(inserted)]
