"""The work for a line of each kind of `benchmarks/kinds.py`, counted and not timed: the calls, and the walks through command trees."""

from __future__ import annotations

import runpy
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

from iossim.language import Trail
from iossim.validate import check_text

KINDS = runpy.run_path(str(Path(__file__).resolve().parents[2] / "benchmarks" / "kinds.py"))
#: Lines of a file that are looked at: more than the lines that a cache remembers.
LINES = 200
#: Walks through a command tree for one line, at most: in its mode, and in the mode around it.
MOST_WALKS = 2


def work(text: str) -> Counter[str]:
    """The calls of functions, and the trails that are made, while a text is validated."""
    count: Counter[str] = Counter()
    made = Trail.__init__.__code__

    def note(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            count["calls"] += 1
            count["walks"] += frame.f_code is made

    check_text("", text)  # the trees of the modes are made, and the plans of the forms
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        check_text("", text)
    finally:
        sys.setprofile(before)
    return count


@pytest.fixture(scope="module")
def plain() -> int:
    """The calls for a plain line."""
    return work(KINDS["text_of"](KINDS["PLAIN"], LINES))["calls"]


@pytest.mark.parametrize("kind", KINDS["KINDS"])
def test_no_kind_of_line_takes_ten_times_the_calls_of_a_plain_one(kind: str, plain: int) -> None:
    count = work(KINDS["text_of"](kind, LINES))
    assert 0 < count["calls"] <= KINDS["MOST"] * plain
    assert count["walks"] <= MOST_WALKS * LINES


def test_the_calls_are_counted() -> None:
    """A kind that is looked at word by word takes a walk a line at least."""
    assert work(KINDS["text_of"]("wrong value", LINES))["walks"] >= LINES
    assert work(KINDS["text_of"](KINDS["PLAIN"], LINES))["walks"] == 0
