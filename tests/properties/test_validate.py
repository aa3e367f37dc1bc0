"""Properties of `iossim validate` and `iossim format`: no false error, the same judgement as the shell, places in the file, safe fixes."""

from __future__ import annotations

from collections import Counter

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from iossim import Router
from iossim.files.fixes import Edit, Fix
from iossim.validate import Diagnostic, Settings, check_text
from iossim.validate.checking import CheckedFile, lines_of
from iossim.validate.fixing import fix_lines
from iossim.validate.formatting import formatted, is_kept
from iossim.validate.output.full import shown_line
from tests.properties.strategies import configuration
from tests.properties.test_files import mixed_up
from tests.support import examples


def _errors(text: str) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.text) for each in check_text("a.cfg", text) if each.severity == "error")


@settings(max_examples=examples(100))
@example(["controller E1 0/3/0:23", " pri-group timeslots 1 service mgcp voice-dsp"])
@example(["controller E1 50/0/1.1", " pri-group timeslots 1 service mgcp voice-dsp"])
@given(configuration())
def test_what_the_router_printed_gives_no_error(lines: list[str]) -> None:
    """Lines are typed, and what the router prints then is checked."""
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        for part in line.split("\n"):
            session.run(part)
    assert _errors(router.running_config) == Counter()


@settings(max_examples=examples(100))
@given(mixed_up())
def test_every_position_lies_in_the_file(lines: list[str]) -> None:
    """Line and columns name characters of the file, and the carets stand under the line that is shown."""
    text = "\n".join(lines)
    raw = lines_of(text)
    for each in check_text("a.cfg", text):
        assert 1 <= each.line <= len(raw)
        assert 1 <= each.column <= each.end_column <= len(raw[each.line - 1]) + 1, (each, raw[each.line - 1])
        shown = shown_line(each, raw[each.line - 1])
        if shown is not None:
            line, start, length = shown
            assert 0 <= start <= len(line)
            assert 1 <= length <= len(line) - start + 1


@st.composite
def _commented(draw: st.DrawFn) -> str:
    """A configuration with comments."""
    lines = [part for line in draw(configuration()) for part in line.split("\n")]
    for number in draw(st.lists(st.integers(0, 9), max_size=4)):
        at = draw(st.integers(0, len(lines)))
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())] if at < len(lines) else ""
        lines.insert(at, f"{indent}! comment {number}")
    return "\n".join([*lines, "end", ""])


@settings(max_examples=examples(100))
@given(st.one_of(_commented(), mixed_up().map("\n".join)))
def test_format_is_idempotent_and_keeps_the_meaning(text: str) -> None:
    """Formatted text stays as it is, and a router that reads it has the same configuration."""
    router = Router.from_text(text)
    # What is kept in the wrong place may find itself in the right one where it is printed; that is the router's matter.
    assume(Router.from_text(router.running_config).running_config == router.running_config)
    once = formatted(text)
    assert formatted(once) == once
    assert is_kept(text, once)


@st.composite
def _edits(draw: st.DrawFn, count: int) -> tuple[Edit, ...]:
    """Edits of a text with so many lines: some are removed, others replaced by any words."""
    edits, first = [], 1
    for _ in range(draw(st.integers(1, 3))):
        if first > count:
            break
        start = draw(st.integers(first, count))
        last = draw(st.integers(start - 1, min(start + 2, count)))
        words = st.sampled_from((" max-dn 5", " number 1", "ephone-dn 1", "no ip http server", " xyz", "hostname b", " button 1:1"))
        edits.append(Edit(start, last, tuple(draw(st.lists(words, max_size=2)))))
        first = max(start, last) + 1
    return tuple(edits)


@settings(max_examples=examples(60))
@given(st.data())
def test_a_fix_never_adds_an_error(data: st.DataObject) -> None:
    """Whatever edits a rule asks for, only those are applied that add no error."""
    lines = lines_of("\n".join(data.draw(mixed_up())))
    assume(lines)
    fixes = [Fix("change", data.draw(_edits(len(lines)))) for _ in range(data.draw(st.integers(1, 3)))]
    diagnostics = [Diagnostic("a.cfg", 1, 1, 1, "warning", "refused", str(number), "x", fix) for number, fix in enumerate(fixes)]
    fixed = fix_lines(CheckedFile("a.cfg", lines, diagnostics), Settings())
    assert not _errors("\n".join(fixed.lines)) - _errors("\n".join(lines))
