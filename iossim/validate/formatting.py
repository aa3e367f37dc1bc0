"""`iossim format`: a configuration as the router prints it, with its comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration, Section
from iossim.config.platforms import Platform
from iossim.config.render import Printing, render
from iossim.files.lines import TextLines
from iossim.files.load import Loader
from iossim.language import Command, Identity
from iossim.language.speed import at_full_speed
from iossim.versions import NEWEST

#: The place of a command in a tree: the identities of the sections around it, from the outermost, and its own.
_Place = tuple[Identity, ...]


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment, and the line of the text before which it stands.

    Attributes:
        line: number of its own line; the comment belongs to the next command, or to the one on this line.
        text: the comment, from its `!` on.
    """

    line: int
    text: str


def formatted(text: str, version: str = NEWEST, platform: Platform | None = None) -> str:
    """A configuration as the router prints it; a comment stands before the command that it stood before.

    Args:
        text: the configuration, or those of several routers one after the other.
        version: the version of Unified CME that prints it.
        platform: the router model that sets the limits; None: the widest limits.
    """
    lines = text.split("\n")
    whole, first = TextLines(lines), 0
    printed: list[str] = []
    while True:
        loader = _loaded(whole, first, platform)
        last = loader.loader.rest or len(lines)
        printed += _with_comments(loader, whole, first, last, Printing(version=version))
        if not loader.loader.rest:
            break
        first = loader.loader.rest
    return "".join(f"{line}\n" for line in printed)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A text that was read.

    Attributes:
        loader: has the tree.
        remarks: the remarks after commands.
    """

    loader: Loader
    remarks: list[_Comment]


def _loaded(lines: TextLines, first: int, platform: Platform | None) -> _Loaded:
    loader = Loader(Configuration(platform=platform), apart=True)
    with at_full_speed():
        found = [each for each in loader.load(lines, first) if each.code == "remark"]
    texts = [lines.raw[each.line - 1][each.column - 1 : each.end_column - 1] for each in found]
    remarks = [
        _Comment(each.line, text if text.startswith("!") else f"! {text.lstrip('# ')}")
        for each, text in zip(found, texts, strict=True)
    ]
    return _Loaded(loader, remarks)


def _with_comments(loaded: _Loaded, lines: TextLines, first: int, last: int, printing: Printing) -> list[str]:
    """The printed lines of one configuration, with the comments of its text.

    Args:
        loaded: the text that was read.
        lines: the lines of the whole text.
        first: number of lines before the configuration.
        last: number of its last line.
        printing: the commands that are printed.
    """
    root = loaded.loader.configuration.root
    printed = [part for line in render(root, printing) for part in line.split("\n")]
    inside = set(_text_lines(root))
    outside = [number for number in range(first + 1, last + 1) if number not in inside]
    alone = [_Comment(number, text) for number in outside if (text := _comment(lines.raw[number - 1]))]
    comments = sorted([*alone, *loaded.remarks], key=lambda comment: comment.line)
    own = {line.strip() for line in printed if line.lstrip().startswith("! ")}  # the router's own are printed already
    comments = [comment for comment in comments if comment.text.strip() not in own]
    if not comments:
        return printed
    kept = {text.strip() for section in root.walk() for below in section.kept.values() for text in below}
    anchors = _anchors(root, lines, printed, kept)
    before: dict[int, list[str]] = {}
    for comment in comments:
        place = next((anchors[number] for number in range(comment.line, last + 1) if number in anchors), len(printed) - 1)
        # A comment right after a header that is not known would hide that the lines after it belong to it.
        while printed[place - 1].strip() in kept and _indent(printed[place - 1]) < _indent(printed[place]):
            place -= 1
        before.setdefault(place, []).append(comment.text)
    return list(_inserted(printed, before))


def _inserted(printed: list[str], before: dict[int, list[str]]) -> Iterator[str]:
    """The printed lines, with comments before some of them, indented as they are."""
    for index, line in enumerate(printed):
        yield from (f"{' ' * _indent(line)}{comment}" for comment in before.get(index, ()))
        yield line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _comment(line: str) -> str:
    """The comment of a line that holds nothing else, from its `!` on; "" if it has none, or is a separator."""
    text = line.strip()
    return text if text.startswith("!") and text.strip("! \t\r") else ""


def _text_lines(root: Section) -> Iterator[int]:
    """The numbers of the lines inside of banners and certificates, which are no comments."""
    for section in root.walk():
        for command in section.entries.values():
            count = command.words[-1].count("\n") if command.line else 0
            yield from range(command.line + 1, command.line + count + 1)


def _anchors(root: Section, lines: TextLines, printed: list[str], kept: set[str]) -> dict[int, int]:
    """The index of the printed line of each line of the text that has one.

    The printed text is read again: a command has the same place in both trees. A line that is kept unread is found by its words.

    Args:
        root: the tree of the text.
        lines: the lines of the text.
        printed: the printed lines.
        kept: the lines that are kept unread.
    """
    again = Loader(Configuration())
    with at_full_speed():
        list(again.load(printed))
    places = {place: command.line - 1 for place, command in _placed(again.configuration.root) if command.line}
    anchors = {command.line: places[place] for place, command in _placed(root) if command.line and place in places}
    indices: dict[str, list[int]] = {}
    for index, line in enumerate(printed):
        indices.setdefault(line.strip(), []).append(index)
    for number in range(1, len(lines.raw) + 1):
        text = lines.at(number).text
        if number not in anchors and text in kept and text in indices:
            anchors[number] = indices[text].pop(0) if len(indices[text]) > 1 else indices[text][0]
    return anchors


def _placed(section: Section, around: _Place = ()) -> Iterator[tuple[_Place, Command]]:
    """The commands of a section and those below it, with their places."""
    for identity, command in section.entries.items():
        place = (*around, identity)
        yield place, command
        child = section.sections.get(identity)
        if child is not None:
            yield from _placed(child, place)


def is_kept(before: str, after: str) -> bool:
    """True if two texts mean the same: a router that reads one of them prints the same as one that reads the other.

    Args:
        before: the one text.
        after: the other one.
    """
    return _plain(before) == _plain(after)


def _plain(text: str) -> list[str]:
    whole, first = TextLines(text.split("\n")), 0
    printed: list[str] = []
    while True:
        loaded = _loaded(whole, first, None)
        printed += render(loaded.loader.configuration.root)
        if not loaded.loader.rest:
            return printed
        first = loaded.loader.rest
