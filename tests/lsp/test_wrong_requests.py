"""Positions outside of the document, addresses of no document, messages that are none, and characters of two UTF-16 units."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from tests.lsp.wire import Wire

TEXT = "ephone-dn  1\n name Anna\n!\nephone  1\n button  1:1\n!\nend\n"
_NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def wire() -> Iterator[Wire]:
    with Wire() as made:
        made.request("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        made.notify("initialized", {})
        yield made
    assert made.process.returncode == 0


def opened(wire: Wire, text: str, uri: str = "") -> dict[str, str]:
    """Opens a document; returns its identifier."""
    document = {"uri": uri or f"untitled:office-{next(_NUMBERS)}"}
    wire.notify("textDocument/didOpen", {"textDocument": {**document, "languageId": "ios", "version": 1, "text": text}})
    return document


def edited(wire: Wire, document: dict[str, str], version: int, *changes: dict[str, Any]) -> None:
    wire.notify("textDocument/didChange", {"textDocument": {**document, "version": version}, "contentChanges": list(changes)})


def span(line: int, start: int, last: int, end: int) -> dict[str, Any]:
    return {"start": {"line": line, "character": start}, "end": {"line": last, "character": end}}


def diagnostics(wire: Wire, document: dict[str, str], version: int) -> list[tuple[int, int, int, str]]:
    """The diagnostics of a version of a document: line, start, end, code."""

    def wanted(content: dict[str, Any]) -> bool:
        params = content.get("params") or {}
        return "diagnostics" in params and (params["uri"], params.get("version")) == (document["uri"], version)

    found = wire.wait(wanted).content["params"]["diagnostics"]
    return [(each["range"]["start"]["line"], each["range"]["start"]["character"], each["range"]["end"]["character"], each["code"])
            for each in found]  # fmt: skip


_OTHERS: dict[str, dict[str, Any]] = {
    "completion": {},
    "hover": {},
    "definition": {},
    "references": {"context": {"includeDeclaration": True}},
    "prepareRename": {},
}


@pytest.mark.parametrize(("line", "character"), [(99, 0), (0, 9999), (4, 9999), (2**31 - 1, 2**31 - 1), (7, 0), (6, 3)])
@pytest.mark.parametrize("method", _OTHERS)
def test_a_position_after_the_end_is_the_end(wire: Wire, method: str, line: int, character: int) -> None:
    document = opened(wire, TEXT)
    position = {"line": line, "character": character}
    answer = wire.answer(f"textDocument/{method}", {"textDocument": document, "position": position, **_OTHERS[method]})
    assert "error" not in answer
    if (line, character) == (4, 9999) and method == "references":
        assert [place["range"]["start"]["line"] for place in answer["result"]] == [0, 4]


@pytest.mark.parametrize(
    "position", [{"line": -1, "character": 0}, {"line": 0, "character": -5}, {"line": "x", "character": 0}, {}, None]
)
def test_a_position_that_is_none_is_refused(wire: Wire, position: Any) -> None:
    document = opened(wire, TEXT)
    answer = wire.answer("textDocument/hover", {"textDocument": document, "position": position})
    assert answer["error"]["code"] == -32602
    assert wire.request("textDocument/hover", {"textDocument": document, "position": {"line": 0, "character": 1}})


_ALL: dict[str, dict[str, Any]] = {
    **{method: {"position": {"line": 0, "character": 0}, **more} for method, more in _OTHERS.items()},
    "rename": {"position": {"line": 0, "character": 0}, "newName": "5"},
    "documentSymbol": {},
    "foldingRange": {},
    "formatting": {"options": {"tabSize": 1, "insertSpaces": True}},
    "codeAction": {"range": span(0, 0, 0, 0), "context": {"diagnostics": []}},
}


@pytest.mark.parametrize("uri", ["file:///no/such.cfg", "", "nonsense", "file:///%zz", "http://[", "untitled:\U0001f600"])
@pytest.mark.parametrize("method", _ALL)
def test_a_document_that_is_not_open_is_named(wire: Wire, method: str, uri: str) -> None:
    answer = wire.answer(f"textDocument/{method}", {"textDocument": {"uri": uri}, **_ALL[method]})
    assert answer["error"] == {"code": -32602, "message": "the document is not open"}


@pytest.mark.parametrize(
    "uri", ["file:///%zz", "http://[::1]:x/a.cfg", "untitled:\U0001f600", "file:///c%3A/a%20b.cfg", "", "nonsense"]
)
def test_a_document_with_a_strange_address(wire: Wire, uri: str) -> None:
    document = opened(wire, "ephone-dn  1\n nubmer 1\n", uri)
    assert diagnostics(wire, document, 1) == [(1, 1, 7, "unknown-command")]
    edited(wire, document, 2, {"range": span(1, 1, 1, 7), "text": "number"})
    assert diagnostics(wire, document, 2) == []
    wire.notify("textDocument/didClose", {"textDocument": document})


def test_notifications_about_a_document_that_is_not_open(wire: Wire) -> None:
    document = {"uri": "file:///no/such.cfg"}
    edited(wire, document, 2, {"text": "x"})
    wire.notify("textDocument/didClose", {"textDocument": document})
    wire.notify("textDocument/didSave", {"textDocument": document})
    assert wire.request("textDocument/foldingRange", {"textDocument": opened(wire, TEXT)})


def test_edits_outside_of_the_document(wire: Wire) -> None:
    document = opened(wire, "ephone-dn  1\n nubmer 1")
    assert diagnostics(wire, document, 1)
    edited(wire, document, 2, {"range": span(50, 0, 60, 0), "text": "\n name X"})
    edited(
        wire, document, 3, {"range": span(1, 1, 1, 7), "text": "number"}, {"range": span(0, 9999, 0, 9999), "text": " dual-line"}
    )
    assert diagnostics(wire, document, 3) == []
    symbols = wire.request("textDocument/documentSymbol", {"textDocument": document})
    assert [(symbol["name"], symbol["range"]["end"]["line"]) for symbol in symbols] == [("ephone-dn 1 dual-line", 2)]


def test_an_edit_whose_end_stands_before_its_beginning(wire: Wire) -> None:
    document = opened(wire, TEXT)
    edited(wire, document, 2, {"range": span(4, 3, 1, 2), "text": "x"})
    assert wire.request("textDocument/hover", {"textDocument": document, "position": {"line": 0, "character": 1}})


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(wire: Wire, end: str) -> None:
    document = opened(wire, TEXT.replace("\n", end))
    edited(wire, document, 2, {"range": span(1, 1, 2, 0), "text": f"nubmer 1{end}"})
    assert diagnostics(wire, document, 2) == [(1, 1, 7, "unknown-command")]
    found = wire.request(
        "textDocument/references", {"textDocument": document, "position": {"line": 4, "character": 11}, **_OTHERS["references"]}
    )
    assert [place["range"] for place in found] == [span(0, 11, 0, 12), span(4, 11, 4, 12)]


#: A name of three characters and four UTF-16 units.
FACE = "a\U0001f600b"


def test_characters_of_two_units(wire: Wire) -> None:
    text = (
        f"voice translation-profile {FACE}\n translate called 1\ndial-peer voice 1 voip\n translation-profile incoming {FACE} ! x\n"
        " destination-pattern 1\n session target ipv4:10.0.0.1\nvoice translation-rule 1\n rule 1 /1/ /2/\n"
        f"ephone-dn  1\n nubmer {FACE}\nend\n"
    )
    document = opened(wire, text)
    assert diagnostics(wire, document, 1) == [(9, 1, 7, "unknown-command")]
    at = len(" translation-profile incoming ")
    for column in (at, at + 1, at + 3, at + 4):
        params = {"textDocument": document, "position": {"line": 3, "character": column}}
        (place,) = wire.request("textDocument/definition", params)
        assert place["range"] == span(0, 26, 0, 30)
        assert wire.request("textDocument/hover", params)["range"] == span(3, at, 3, at + 4)
        edits = wire.request("textDocument/rename", {**params, "newName": "c"})["changes"][document["uri"]]
        assert [edit["range"] for edit in edits] == [span(0, 26, 0, 30), span(3, at, 3, at + 4)]
    params = {"textDocument": document, "position": {"line": 3, "character": at + 5}}
    assert wire.request("textDocument/definition", params) == []
    edited(wire, document, 2, {"range": span(9, 8, 9, 12), "text": FACE * 2})  # the whole name, by its units
    edited(wire, document, 3, {"range": span(9, 1, 9, 7), "text": "description"})
    assert diagnostics(wire, document, 3) == []
    (symbol, *_) = wire.request("textDocument/documentSymbol", {"textDocument": document})
    assert symbol["selectionRange"] == span(0, 0, 0, 30)


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00", "\\u0000", "\\u2028"])
def test_halves_of_characters(wire: Wire, half: str) -> None:
    name = half.encode().decode("unicode_escape")
    document = opened(wire, f"ephone-dn  1\n name {name}x\n nubmer 1\n")
    assert (2, 1, 7, "unknown-command") in diagnostics(wire, document, 1)
    assert wire.answer("textDocument/hover", {"textDocument": document, "position": {"line": 1, "character": 7}})


def test_an_unknown_method(wire: Wire) -> None:
    assert wire.answer("textDocument/nonsense", {"textDocument": {"uri": "a"}})["error"]["code"] == -32601


@pytest.mark.parametrize("content", [{"id": 7}, {"method": "initialized", "params": 5}, {"result": None, "id": "nobody"}])
def test_messages_that_are_no_requests(wire: Wire, content: dict[str, Any]) -> None:
    wire.send(content)
    assert wire.request("textDocument/foldingRange", {"textDocument": opened(wire, TEXT)})


def test_a_document_that_is_opened_twice_and_closed_while_it_is_checked(wire: Wire) -> None:
    text = "".join(f"ephone-dn  {tag}\n nubmer 1\n" for tag in range(1, 3000))
    document = opened(wire, text, "untitled:twice")
    opened(wire, "ephone-dn  1\n nubmer 1\n", "untitled:twice")
    wire.notify("textDocument/didClose", {"textDocument": document})
    answer = wire.answer("textDocument/foldingRange", {"textDocument": document})
    assert answer["error"]["message"] == "the document is not open"
    other = opened(wire, "ephone-dn  1\n nubmer 1\n")
    assert diagnostics(wire, other, 1) == [(1, 1, 7, "unknown-command")]
