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
    return [(line.state, line.level, line.start, line.command.text if line.command else None) for line in outline.lines]


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
