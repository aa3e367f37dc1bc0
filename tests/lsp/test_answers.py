"""Completion, hover and symbols in detail, asked for without a server."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types
from pygls.workspace import PositionCodec

from iossim.language import language
from iossim.lsp.bounds import bound
from iossim.lsp.completion import complete
from iossim.lsp.document import Document
from iossim.lsp.hover import hover
from iossim.lsp.outline import Outline
from iossim.lsp.symbols import folding, symbols


class Opened:
    """A document with its outline."""

    def __init__(self, text: str) -> None:
        self.document = Document(types.TextDocumentItem("file:///a.cfg", "ios", 1, text), PositionCodec())
        self.outline = Outline(language(), self.document.raw)

    def place(self, mark: str) -> tuple[int, int]:
        """The place of `|` in a text that stands in the document without it."""
        before, _, after = mark.partition("|")
        line = next(index for index, raw in enumerate(self.document.raw) if before + after in raw)
        return line, self.document.raw[line].index(before + after) + len(before)

    def complete(self, mark: str) -> types.CompletionList:
        return complete(self.document, self.outline, *self.place(mark))

    def labels(self, mark: str) -> list[str]:
        return [item.label for item in self.complete(mark).items]

    def hover(self, mark: str) -> str:
        found = hover(self.document, self.outline, *self.place(mark))
        assert found is None or isinstance(found.contents, types.MarkupContent)
        return found.contents.value if found is not None else ""

    def symbols(self) -> Sequence[types.DocumentSymbol]:
        making = symbols(self.document, self.outline)
        while True:
            try:
                next(making)
            except StopIteration as done:
                return list(done.value)


def dns(count: int) -> str:
    return "".join(f"ephone-dn  {tag}\n number {1000 + tag}\n!\n" for tag in range(1, count + 1))


def test_no_more_than_two_hundred_names_are_proposed_at_once() -> None:
    opened = Opened(f"{dns(250)}ephone  1\n button  1:\n button  2:24\n")
    found = opened.complete(" button  1:|")
    assert found.is_incomplete
    names = [item.label for item in found.items if item.kind is types.CompletionItemKind.Reference]
    assert names == [f"1:{tag}" for tag in range(1, 201)]
    found = opened.complete(" button  2:24|")
    assert not found.is_incomplete
    names = [item.label for item in found.items if item.kind is types.CompletionItemKind.Reference]
    assert names == ["2:24", *(f"2:{tag}" for tag in range(240, 250))]
    exactly = Opened(f"{dns(200)}ephone  1\n button  1:\n").complete(" button  1:|")
    assert not exactly.is_incomplete


def test_keywords_in_any_case_and_the_words_before_a_command() -> None:
    opened = Opened("ephone-dn  1\n CALL-F\n n\n d\n no call\nend\n")
    assert opened.labels(" CALL-F|") == ["call-forward"]
    (no,) = [item for item in opened.complete(" n|").items if item.label == "no"]
    assert no.kind is types.CompletionItemKind.Keyword
    assert "default" in opened.labels(" d|")
    assert "call-forward" in opened.labels(" no call|")
    assert "no" not in opened.labels(" no call|")


def test_the_words_of_the_section_come_before_those_around_it() -> None:
    opened = Opened("ephone-dn  1\n \nend\n")
    items = complete(opened.document, opened.outline, 1, 1).items
    order = sorted(items, key=lambda item: item.sort_text or "")
    labels = [item.label for item in order]
    assert labels.index("number") < labels.index("hostname")


def test_no_proposals_after_a_wrong_word_and_in_a_banner() -> None:
    opened = Opened("banner motd #\nephone-dn \n#\nephone-dn  1\n nonsense wo\n number  1\n")
    assert complete(opened.document, opened.outline, 1, 10).items == []
    assert "wo" not in opened.labels(" nonsense wo|")


def test_hover_at_both_ends_of_a_word_and_between_words() -> None:
    opened = Opened("ephone-dn  1\n number 1001  secondary 1002\n")
    for mark in (" |number", " num|ber", " number| 1001"):
        assert opened.hover(mark).startswith("`number`"), mark
    assert opened.hover("1001 | secondary") == ""
    assert opened.hover("|ephone-dn").startswith("`ephone-dn`")


def test_hover_on_a_name() -> None:
    opened = Opened("ephone-dn  1\n number 1001\n!\nephone  1\n button  1:1 2:5\n!\nusername anna password 0 TopSecret\n")
    assert "Line 1: `ephone-dn 1`, `number 1001`" in opened.hover("button  1:|1")
    assert "ephone-dn 5 is not configured." in opened.hover("2:|5")
    assert "Line" not in opened.hover("ephone-dn  |1")
    assert "TopSecret" not in opened.hover("Top|Secret")


def test_hover_on_no_and_default() -> None:
    opened = Opened("ephone-dn  1\n no huntstop\n default huntstop\n")
    assert opened.hover(" n|o huntstop").startswith("`no`: negate a command")
    assert opened.hover(" def|ault huntstop").startswith("`default`: set a command to its defaults")
    assert opened.hover(" no hunt|stop").startswith("`huntstop`")


def test_all_forms_of_a_command_are_shown() -> None:
    text = Opened("voice register pool  1\n id ip 10.0.0.1 mask 255.255.255.255\n").hover(" i|d ip")
    assert len(text.split("```")[1].strip().split("\n")) == 5


def test_the_bound_is_that_of_the_last_line_which_sets_it() -> None:
    assert bound(Opened("hostname X\n").outline, "max-dn") is None
    assert bound(Opened("telephony-service\n max-dn 20\n max-dn 30\n").outline, "max-dn") == 30
    assert bound(Opened("telephony-service\n max-dn 20\n no max-dn\n").outline, "max-dn") == 20
    assert bound(Opened("telephony-service\n max-ephones 20\n").outline, "max-dn") is None
    assert bound(Opened("hostname X\n").outline, "nonsense") is None


def test_symbols_of_a_long_document_stand_in_its_order() -> None:
    found = Opened(dns(650)).symbols()
    assert [symbol.name for symbol in found] == [f"ephone-dn {tag}" for tag in range(1, 651)]
    assert {symbol.detail for symbol in found} == {f"number {1000 + tag}" for tag in range(1, 651)}


def test_sections_inside_of_sections_and_their_details() -> None:
    opened = Opened(
        "router bgp 1\n address-family ipv4\n  redistribute connected\n exit-address-family\n!\nephone-dn  1\n!\nephone-dn  2\n name Anna\n"
    )
    outer, first, second = opened.symbols()
    assert [symbol.name for symbol in outer.children or ()] == ["address-family ipv4"]
    assert outer.range.end.line >= 2
    assert (first.detail, second.detail) == ("", "name Anna")  # the name of the next section is none of this one


def test_a_header_is_shown_without_its_secrets() -> None:
    opened = Opened(
        "crypto keyring K\n pre-shared-key address 0.0.0.0 0.0.0.0 key TopSecret\nkey chain K\n key 1\n  key-string TopSecret\n"
    )
    assert "TopSecret" not in str(opened.symbols())


def test_texts_over_several_lines_are_folded() -> None:
    ranges = folding(Opened("banner motd #\none\ntwo\n#\nephone-dn  1\n number 1\n").outline)
    assert [(fold.start_line, fold.end_line) for fold in ranges] == [(4, 5), (0, 3)]
