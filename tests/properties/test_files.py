"""Whatever a file holds, it is read to its end, and no line of it is lost."""

import string
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from iossim import Router
from iossim.validate import check_text

FOLDER = Path(__file__).resolve().parent.parent.parent / "sample-configs"
_JUNK = st.text(string.ascii_letters + string.digits + ' \t!"#%()*,-./:<>?@[]^_`{|}~\x03\x08\x1b\r\xa0\ufeffé', max_size=60)


@cache
def lines() -> tuple[str, ...]:
    names = ("sccp-office", "sip-office", "b-acd", "night-service", "secure-signalling", "video")
    return tuple(line for name in names for line in FOLDER.joinpath(f"{name}.cfg").read_text().splitlines())


@st.composite
def mixed_up(draw: st.DrawFn) -> list[str]:
    """Runs of lines of real files, spoilt here and there, junk between them."""
    found: list[str] = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(lines()) - 1))
        found += lines()[start : start + draw(st.integers(1, 12))]
        found.append(draw(_JUNK))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(found) - 1))
        cut = draw(st.integers(0, len(found[at])))
        found[at] = found[at][:cut] + draw(_JUNK) + found[at][cut:]
    return found


@given(mixed_up())
def test_any_file_is_read_to_its_end(found: list[str]) -> None:
    text = "\n".join(found)
    for each in check_text("router.cfg", text):
        assert 0 < each.line <= len(found)
        assert 0 < each.column <= each.end_column
    printed = Router.from_text(text).running_config
    assert printed.endswith("end\n")


@given(st.lists(st.sampled_from(lines()), max_size=30))
def test_what_was_printed_comes_back_the_same(found: list[str]) -> None:
    router = Router.from_text("\n".join(found))
    if any(", but of " in each.message for each in router.findings):
        return  # what is kept in the wrong place may find itself in the right one where it is printed
    assert Router.from_text(router.running_config).running_config == router.running_config


@given(st.lists(st.text(string.ascii_lowercase, min_size=5, max_size=12).map(lambda word: f"zq{word} {word}"), max_size=20))
def test_unknown_lines_are_kept_in_their_order(found: list[str]) -> None:
    text = "\n".join(["hostname A", "!", *found, "!", "interface Loopback0", " no ip address", "!", "end"])
    printed = Router.from_text(text).running_config.splitlines()
    assert [line for line in printed if line.startswith("zq")] == found
