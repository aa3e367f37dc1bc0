"""Hover: the help of the word at a place of a document, the syntax of its command, and the definition of a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lsprotocol import types

from iossim.config.limits import LONGEST_LINE
from iossim.files.masking import masked
from iossim.files.modes import title as title_of
from iossim.language import Mode, Rule, Trail, follow
from iossim.language.bodies import Keyword
from iossim.language.notations import Notation
from iossim.language.reference import Entry, entry
from iossim.language.trail import positions
from iossim.lsp.bounds import bound
from iossim.lsp.document import Document
from iossim.lsp.names import mode_of
from iossim.lsp.outline import Outline
from iossim.lsp.symbols import detail, title


def hover(document: Document, outline: Outline, line: int, column: int) -> types.Hover | None:
    """The help at a place of a document; None if there is nothing to say.

    Args:
        document: the document.
        outline: its outline.
        line: index of the line.
        column: index of a character of the word.
    """
    raw, here = document.raw[line], outline.lines[line]
    if here.state.text or len(raw) > LONGEST_LINE or not raw.strip() or raw.lstrip().startswith("!"):
        return None
    text = raw[here.start :]
    spots = [(here.start + start, here.start + end) for start, end in positions(text)]
    at = next((index for index, (start, end) in enumerate(spots) if start <= column <= end), -1)
    if at < 0:
        return None
    modes = [mode_of(here, here.command)] if here.command is not None else list(here.state.at_depth(here.start).chain)
    trail = max((follow(mode, text) for mode in modes), key=lambda trail: len(trail.steps))
    lines = list(_about_word(outline, trail, at))
    if not lines:
        return None
    lines += _about_command(outline, trail)
    lines += _about_name(outline, line, column)
    value = "\n\n".join(lines)
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, value), document.range(line, *spots[at]))


def _about_word(outline: Outline, trail: Trail, at: int) -> Iterator[str]:
    if at < trail.first:
        yield "`no`: negate a command or set its defaults" if trail.negative else "`default`: set a command to its defaults"
        return
    for step in trail.steps:
        if step.at <= at < step.at + step.length:
            symbol = step.node.symbol
            assert symbol is not None, "a word of a line has a symbol"
            shown = symbol.text if isinstance(symbol, Keyword) else _notation(outline, symbol.notation)
            yield f"`{shown}`: {trail.mode.help(step.node.places[0])}"


def _notation(outline: Outline, notation: Notation) -> str:
    return notation.shown_to(bound(outline, notation.bound_name))


def _about_command(outline: Outline, trail: Trail) -> Iterator[str]:
    if trail.problem is not None or not trail.steps:
        return
    about = _entry(trail.mode, trail.node.places[0].command)
    yield "```\n" + "\n".join(about.syntax) + "\n```"
    yield " ".join([f"Mode: {title_of(outline.language, trail.mode)}.", *about.notes])


@lru_cache(maxsize=256)
def _entry(mode: Mode, rule: Rule) -> Entry:
    return entry(mode, rule)


def _about_name(outline: Outline, line: int, column: int) -> Iterator[str]:
    """The definition of a name that is referred to."""
    name = outline.names.at(line, column)
    if name is None or name.defines:
        return
    at = outline.names.definition(name.kind, name.name)
    if at is None:
        yield f"{name.kind} {name.name} is not configured."
        return
    header, about = outline.lines[at].command, detail(outline, at)
    inside = outline.language.chain(header.form.rule.enters) if header is not None and header.form.rule.enters else ()
    shown = masked(inside, about) if about else ""
    yield f"Line {at + 1}: `{title(outline, at)}`{f', `{shown}`' if shown else ''}"
