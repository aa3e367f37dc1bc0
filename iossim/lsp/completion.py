"""Completion: the words that `?` of a router shows at a place of a document, and the names that are defined in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lsprotocol import types

from iossim.config.limits import LONGEST_LINE
from iossim.language import Mode, follow
from iossim.language.bodies import Argument
from iossim.language.help import choices
from iossim.language.notations import Notation
from iossim.language.places import Place
from iossim.lsp.bounds import bound
from iossim.lsp.document import Document
from iossim.lsp.outline import Outline
from iossim.lsp.symbols import detail

#: Names that are proposed at most; an editor asks again for the others while the name is typed.
_MOST_NAMES = 200


def complete(document: Document, outline: Outline, line: int, column: int) -> types.CompletionList:
    """The words that may stand at a place of a document.

    Args:
        document: the document.
        outline: its outline.
        line: index of the line.
        column: index of the character before which the word ends.
    """
    items: dict[str, types.CompletionItem] = {}
    raw = document.raw[line]
    here = outline.lines[line]
    typed = raw[:column]
    if here.state.text or typed.lstrip().startswith("!") or len(raw) > LONGEST_LINE:
        return types.CompletionList(is_incomplete=False, items=[])
    start = here.start if here.command is not None and here.start <= column else len(typed) - len(typed.lstrip())
    word = "" if typed[-1:].isspace() or len(typed) <= start else typed.split()[-1]
    before = typed[start : len(typed) - len(word)]
    more = False
    for rank, mode in enumerate(here.state.at_depth(len(raw) - len(raw.lstrip()) if raw.strip() else column).chain):
        following = choices(mode, before, None, lambda name: bound(outline, name))
        area = document.range(line, column - len(word), column)
        if isinstance(following, tuple):
            keywords = {*follow(mode, before).node.children(), "no", "default"}
            for label, help_ in following[0]:
                item = _item(label, help_, word, area, rank, is_keyword=label in keywords)
                if item is not None:
                    items.setdefault(label, item)
        proposed = list(islice(_names(outline, mode, before, word), _MOST_NAMES + 1))
        more = more or len(proposed) > _MOST_NAMES
        for index, (text, kind, at) in enumerate(proposed[:_MOST_NAMES]):
            items.setdefault(text, _name_item(outline, text, kind, at, area, f"{rank}0{index:04}"))
    return types.CompletionList(is_incomplete=more, items=list(items.values()))


def _item(label: str, help_: str, word: str, area: types.Range, rank: int, *, is_keyword: bool) -> types.CompletionItem | None:
    """The item of a line of help; None for a keyword that does not begin with the word that is typed."""
    if not is_keyword:
        # An argument has no text that could be put in: the item shows what is accepted.
        edit = types.TextEdit(area, word)
        return types.CompletionItem(
            label,
            detail=help_,
            kind=types.CompletionItemKind.Value,
            filter_text=word or label,
            sort_text=f"{rank}2{label}",
            text_edit=edit,
        )
    if not label.lower().startswith(word.lower()):
        return None
    kind = types.CompletionItemKind.Keyword
    return types.CompletionItem(label, detail=help_, kind=kind, sort_text=f"{rank}1{label}", text_edit=types.TextEdit(area, label))


def _name_item(outline: Outline, text: str, kind: str, at: int, area: types.Range, rank: str) -> types.CompletionItem:
    about = detail(outline, at)
    return types.CompletionItem(
        text,
        detail=f"{kind}{f': {about}' if about else ''}",
        kind=types.CompletionItemKind.Reference,
        sort_text=rank,
        text_edit=types.TextEdit(area, text),
    )


def _names(outline: Outline, mode: Mode, before: str, word: str) -> Iterator[tuple[str, str, int]]:
    """The names that may stand after a text: the whole word, the kind, and the line that defines the name."""
    trail = follow(mode, before)
    if trail.problem is not None:
        return
    for notation, child in trail.node.arguments:
        for kind in {kind for place in child.places for kind in _kinds(place)}:
            for name in outline.names.defined(kind):
                text = _with_name(word, name, notation)
                at = outline.names.definition(kind, name) if text else None
                if at is not None:
                    yield text, kind, at


def _kinds(place: Place) -> Iterator[str]:
    if isinstance(place.symbol, Argument):
        for record in (*place.command.refers, *place.command.demands):
            if record[1] == place.symbol.field:
                yield record[0]


def _with_name(word: str, name: str, notation: Notation) -> str:
    """A word that begins with another one and ends with a name: `1:5` for the beginning `1:`; "" if the notation has none."""
    prefix = word.rstrip("0123456789") if name.isdigit() else ""
    text = f"{prefix}{name}"
    return text if text.startswith(word) and notation.check(text) is not None and name in notation.tags(text) else ""
