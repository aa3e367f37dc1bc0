"""The pictures of docs/console.md: made from real sessions, and nothing in them is loaded from outside."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pictures = pytest.importorskip("docs.pictures", reason="pseudo-terminals need POSIX")
FILES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))


def test_every_picture_of_the_page_is_there() -> None:
    named = set(re.findall(r"\(pictures/(\w+\.svg)\)", (ROOT / "docs" / "console.md").read_text(encoding="utf-8")))
    assert named == {file.name for file in FILES} == {f"{each.name}.svg" for each in pictures.PICTURES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nothing_is_loaded_from_outside(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert "@font-face" not in text
    assert set(re.findall(r"https?://[^\"' ]+", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"url\((?!#)", text)


def test_a_picture_is_made_anew() -> None:
    (typing,) = (each for each in pictures.PICTURES if each.name == "typing")
    words = unescape(" ".join(re.findall(r">([^<>]+)</text>", pictures.picture(typing)))).replace("\xa0", " ")
    assert "ephon" in words
    assert "unsaved changes" in words
