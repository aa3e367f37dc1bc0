"""The outline of a document: after any edit it is the same as that of a document that is opened with the new text."""

from __future__ import annotations

import random
from typing import Any

import pytest

from iossim.language import language
from iossim.lsp.document import changed
from iossim.lsp.outline import Outline
from iossim.samples import sample_names, sample_path


def outlined(outline: Outline) -> list[Any]:
    return [
        (line.state, line.level, line.start, line.command.text if line.command else None, names_of(outline, index))
        for index, line in enumerate(outline.lines)
    ]


def names_of(outline: Outline, line: int) -> list[Any]:
    """The names in a line, with their places in the document."""
    names = dict.fromkeys(name for column in range(len(outline.raw[line]) + 1) if (name := outline.names.at(line, column)))
    return [(name.kind, name.name, name.start, name.defines, outline.names.places(name.kind, name.name)) for name in names]


@pytest.mark.parametrize("sample", sample_names())
def test_edits_give_the_outline_of_the_new_text(sample: str) -> None:
    chance = random.Random(sample)
    raw = sample_path(sample).read_text(encoding="utf-8").split("\n")[:400]
    outline = Outline(language(), raw)
    for _ in range(25):
        raw, at = list(raw), chance.randrange(len(raw))
        match chance.randrange(3):
            case 0:
                del raw[at : at + chance.randrange(1, 4)]
            case 1:
                raw.insert(at, chance.choice(raw))
            case 2:
                raw[at] = raw[at][: chance.randrange(len(raw[at]) + 1)]
        raw = raw or [""]
        outline.update(raw)
        assert outlined(outline) == outlined(Outline(language(), raw))


def test_an_edit_in_a_section_reads_a_few_lines_only() -> None:
    raw = [line for tag in range(1, 500) for line in (f"ephone-dn {tag}", f" number {tag}", "!")]
    outline = Outline(language(), raw)
    edited = list(raw)
    edited[700] = " name x"
    assert outline.update(edited) == 1
    header = list(edited)
    header[699] = "ephone 250"
    assert outline.update(header) == 4  # the lines of the section, and the next header, before which the mode was another one


def test_a_banner_is_a_text_until_its_delimiter_comes_again() -> None:
    outline = Outline(language(), ["banner motd #", "ephone-dn 1", "#", "ephone-dn 2"])
    assert [line.command.text if line.command else None for line in outline.lines][1:] == [None, None, "ephone-dn 2"]
    outline.update(["banner motd #", "ephone-dn 1", "", "ephone-dn 2"])
    assert [line.command.text if line.command else None for line in outline.lines][1:] == ["ephone-dn 1", None, "ephone-dn 2"]
    outline.update(["banner motd #", "ephone-dn 1", "#", "ephone-dn 2"])
    assert [line.command.text if line.command else None for line in outline.lines][1:] == [None, None, "ephone-dn 2"]


def test_sections_without_indentation() -> None:
    outline = Outline(language(), ["ephone-dn 1", "number 1001", "ephone 1", "button 1:1", "exit", "hostname X"])
    assert [line.level for line in outline.lines] == [0, 1, 0, 1, 1, 0]
    assert list(outline.headers()) == [(0, 1), (2, 4)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", (3, 3, 3)),
        ("abc", "axc", (1, 2, 2)),
        ("abc", "abbc", (2, 2, 3)),
        ("abbc", "abc", (2, 3, 2)),
        ("", "abc", (0, 0, 3)),
        ("abc", "", (0, 3, 0)),
        ("aa", "aaa", (2, 2, 3)),
    ],
)
def test_changed(before: str, after: str, expected: tuple[int, int, int]) -> None:
    first, old, new = changed(list(before), list(after))
    assert (first, old, new) == expected
    assert before[:first] + after[first:new] + before[old:] == after


def test_the_index_follows_an_edit_above_and_a_definition_that_goes() -> None:
    raw = ["ephone-dn 10", "ephone-dn 2", "ephone 1", " button 1:2 2:10"]
    outline = Outline(language(), raw)
    names = outline.names
    assert names.defined("ephone-dn") == ["2", "10"]
    assert [(place.line, place.name.start, place.name.defines) for place in names.places("ephone-dn", "2")] == [
        (1, 10, True), (3, 10, False),
    ]  # fmt: skip
    outline.update(["hostname X", *raw])
    assert names.definition("ephone-dn", "2") == 2
    outline.update(["hostname X", "ephone-dn 10", "ephone 1", " button 1:2 2:10"])
    assert names.defined("ephone-dn") == ["10"]
    assert names.definition("ephone-dn", "2") is None
    assert [place.line for place in names.places("ephone-dn", "2")] == [3]
    assert names.places("ephone", "2") == ()
    assert names.at(7, 0) is None
