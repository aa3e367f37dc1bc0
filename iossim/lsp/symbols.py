"""The sections of a document: symbols, folding, and a short description of a section."""

from __future__ import annotations

from collections.abc import Generator

from lsprotocol import types

from iossim.files.masking import masked
from iossim.lsp.document import Document
from iossim.lsp.outline import Outline

#: Sections after which others may have an answer.
_A_SLICE = 200
#: The commands that say most of a section, the best first.
_SAYING = ("name", "label", "description", "number", "ip_address", "mac_address", "destination_pattern", "type")


def symbols(document: Document, outline: Outline) -> Generator[None, None, list[types.DocumentSymbol]]:
    """The sections of a document, those inside of others below them. It pauses many times in a long document.

    Args:
        document: the document.
        outline: its outline.

    Returns:
        The symbols of the outermost sections.
    """
    made: dict[int, types.DocumentSymbol] = {}
    around: dict[int, int] = {}
    open_: list[tuple[int, int]] = []
    sections = sorted(outline.headers())
    for count, (header, last) in enumerate(sections, 1):
        if count % _A_SLICE == 0:
            yield
        while open_ and open_[-1][1] < header:
            open_.pop()
        if open_:
            around[header] = open_[-1][0]
        open_.append((header, last))
        start, length = outline.lines[header].start, len(document.raw[header])
        made[header] = types.DocumentSymbol(
            title(outline, header),
            types.SymbolKind.Object if outline.lines[header].level == 0 else types.SymbolKind.Field,
            types.Range(document.position(header, 0), document.position(last, len(document.raw[last]))),
            document.range(header, start, length),
            detail=detail(outline, header),
            children=[],
        )
    for header, outer in around.items():
        children = made[outer].children
        assert isinstance(children, list)
        children.append(made[header])
    return [symbol for header, symbol in made.items() if header not in around]


def folding(outline: Outline) -> list[types.FoldingRange]:
    """The sections of a document, and the texts over several lines, as an editor folds them."""
    ranges = [types.FoldingRange(header, last) for header, last in sorted(outline.headers()) if last > header]
    first = -1
    for index, line in enumerate(outline.lines):
        if line.state.text and first < 0:
            first = index - 1
        elif not line.state.text and first >= 0:
            ranges.append(types.FoldingRange(first, index - 1))
            first = -1
    return ranges


def title(outline: Outline, header: int) -> str:
    """The header of a section without its secrets."""
    line = outline.lines[header]
    text = outline.raw[header][line.start :].strip()
    return " ".join(masked(line.state.chain, text).split())


def detail(outline: Outline, header: int) -> str:
    """A short description of a section: the text of its name, label, description, number or address; "" if it has none.

    Args:
        outline: the document.
        header: index of the line that opens the section.
    """
    level, best, text = outline.lines[header].level, len(_SAYING), ""
    for index in range(header + 1, min(header + 100, len(outline.lines))):
        line = outline.lines[index]
        if line.command is None:
            continue
        if line.level <= level:
            break
        command = line.command
        if line.level == level + 1 and not command.negative and command.name in _SAYING[:best] and not command.form.secret:
            best, text = _SAYING.index(command.name), command.text
    return text
