"""Every transcript must come out as it is written; `pytest --accept` writes what comes out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.transcripts import ROOT, play

FILES = [
    *sorted((ROOT / "tests" / "transcripts").rglob("*.md")),
    *sorted((ROOT / "docs" / "tutorials").glob("*.md")),
    ROOT / "docs" / "pictures" / "recording.md",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_transcript(path: Path, request: pytest.FixtureRequest) -> None:
    """A transcript is what the router says."""
    text = path.read_text(encoding="utf-8")
    played = play(text)
    if request.config.getoption("--accept"):
        path.write_text(played, encoding="utf-8")
    else:
        assert played == text


def test_there_are_transcripts() -> None:
    """The folder is not empty."""
    assert FILES
