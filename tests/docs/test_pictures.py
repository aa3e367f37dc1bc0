"""The pictures of docs/console.md and of the README: made from real sessions, and nothing in them is loaded from outside."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docs import recording

ROOT = Path(__file__).resolve().parents[2]
pictures = pytest.importorskip("docs.pictures", reason="pseudo-terminals need POSIX")
FILES = sorted((ROOT / "docs" / "pictures").glob("*.svg"))


def test_every_picture_of_a_page_is_there() -> None:
    console = set(re.findall(r"\(pictures/(\w+\.svg)\)", (ROOT / "docs" / "console.md").read_text(encoding="utf-8")))
    assert console == {f"{each.name}.svg" for each in pictures.PICTURES}
    readme = set(re.findall(r"\(docs/pictures/([\w-]+\.svg)\)", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert readme == {recording.PICTURE.name}
    assert console | readme == {file.name for file in FILES}


def test_the_recording_is_the_one_of_its_transcript() -> None:
    assert recording.PICTURE.read_text(encoding="utf-8") == recording.drawn(recording.SOURCE.read_text(encoding="utf-8"))


def test_a_recording_shows_every_line_and_types_what_follows_the_prompts() -> None:
    svg = recording.drawn("```ios\nOffice#show <x>\n% Invalid\n  ^\n\nOffice(config)#end\n```\n")
    tree = ElementTree.fromstring(svg)
    texts = ["".join(text.itertext()) for text in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert texts == [recording.TITLE, "Office#", "show <x>", "% Invalid", "  ^", "Office(config)#", "end"]
    delays = [float(delay) for delay in re.findall(r"animation-delay:([\d.]+)s", svg)]
    assert delays[0] == 0
    assert delays == sorted(delays)
    with pytest.raises(ValueError, match="no session"):
        recording.drawn("no session at all")


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
