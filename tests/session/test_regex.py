"""Regular expressions of IOS: their meaning, and the limits that keep a search short."""

from __future__ import annotations

import re
import subprocess
import sys
import time
import warnings

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iossim import Router
from iossim.session.regex import LONGEST, ios_regex, literal_regex


@pytest.mark.parametrize(
    ("regex", "matches", "not_matches"),
    [
        ("^interface", ["interface X"], [" interface"]),
        ("shut$", ["no shut"], ["shutdown"]),
        ("a.c", ["abc", "a c"], ["ac"]),
        ("ab*c", ["ac", "abbc"], ["adc"]),
        ("ab+c", ["abc"], ["ac"]),
        ("ab?c", ["ac", "abc"], ["abbc"]),
        ("[a-c]1", ["b1"], ["d1"]),
        ("[^a-c]1", ["d1"], ["a1"]),
        ("a|b", ["xa", "xb"], ["c"]),
        ("(ab)+$", ["abab"], ["aba"]),
        (r"10\.1", ["10.1"], ["1001"]),
        (r"\_x", ["_x"], [" x"]),
        ("_65001_", ["65001", " 65001 ", "{65001}", "(65001)", "1,65001,2", "65000 65001"], ["650010", "165001"]),
        ("^_", ["", " x", "x"], []),
        ("[_]", ["a_b"], ["a b"]),
        ("[a_b]", ["_"], [" "]),
        ("a{2}", ["a{2}"], ["aa"]),
        ("[[]", ["["], ["]"]),
        ("[[a]", ["[", "a"], ["b"]),
        ("IP", ["IP"], ["ip"]),
        ("%", ["100%"], ["100"]),
        ("a\\", ["a"], ["b"]),
        ("[]_]", ["]", "_"], [" ", ","]),
        ("[^]]", ["a"], ["]"]),
        (r"[\]a]", ["]", "a"], ["\\"]),
        ("[[:alpha:]]", ["a]", ":]", "[]"], ["a", "b]"]),
        (r"\1", ["1"], ["2"]),
        (r"\1(a)", ["1a"], ["a", "aa"]),
        (r"(a)\2", ["a2"], ["a", "aa"]),
        (r"\d", ["d"], ["1"]),
        (r"\(?", ["", "("], []),
        (".", ["é", "\u20ac"], [""]),
        ("^.$", ["é", "\U0001f600"], ["éé"]),
        ("[ä-ü]", ["ö"], ["o"]),
    ],
)
def test_ios_regular_expressions(regex: str, matches: list[str], not_matches: list[str]) -> None:
    compiled = ios_regex(regex)
    assert compiled is not None
    assert [text for text in matches if not compiled.matches(text)] == []
    assert [text for text in not_matches if compiled.matches(text)] == []


@pytest.mark.parametrize("regex", ["*", "(", ")", "[", "+", "?", "a)", "(" * 5000, "[b-a]", "[]", "[^]", "a**", "a|*"])
def test_what_is_no_regular_expression(regex: str) -> None:
    assert ios_regex(regex) is None


@pytest.mark.parametrize("regex", [r"(a)\1", r"((a)b)\2", r"(.)(.)x\1\2"])
def test_a_back_reference_is_refused(regex: str) -> None:
    assert ios_regex(regex) is None
    result = Router.from_text("hostname Office").session().run(f"show running-config | include {regex}")
    assert not result.accepted
    assert result.message == "% Invalid input detected at '^' marker."


@pytest.mark.parametrize("regex", ["(?i)a", "(?:a)", "(?=a)", "(?P<n>a)", "a(?#b)"])
def test_extensions_of_perl_are_refused(regex: str) -> None:
    assert ios_regex(regex) is None


def test_the_longest_expression() -> None:
    assert ios_regex("a" * LONGEST) is not None
    assert ios_regex("a" * (LONGEST + 1)) is None


@pytest.mark.parametrize("text", ["", "a.c", "([", "*", r"\1", "a{2}", "_", "é\u20ac", "\x00", "a b", "^$", "x" * 10_000])
def test_a_literal_text_matches_only_itself(text: str) -> None:
    regex = literal_regex(text)
    assert regex.matches(f"<{text}>")
    assert not text or not regex.matches("abc aa [ é( ]+1 ,")


# -- against Python's expressions --------------------------------------------------------------------------------------------------


def in_python(text: str) -> re.Pattern[str] | None:
    """The expression as Python reads it, where `_`, braces and escaped characters are rewritten; None if it is invalid."""
    parts: list[str] = []
    escaped = in_class = False
    for character in text:
        if escaped:
            parts.append(re.escape(character))
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "_" and not in_class:
            parts.append(r"(?:^|$|[ ,{}()])")
        elif character in "{}":
            parts.append("\\" + character)
        else:
            parts.append(character)
            in_class = character == "[" or (in_class and character != "]")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return re.compile("".join(parts))
        except re.error:
            return None


_EXPRESSIONS = st.text("ab1_*+?.[]()^$|\\ -{},:é", min_size=1, max_size=10)
_LINES = st.lists(st.text("ab1_ ,[]()-{}:é\\^", max_size=8), min_size=1, max_size=20)
#: Possessive repetition exists in Python only; Perl's extensions and back references are refused; the last is a `]` that Python's
#: reader takes for a part of the class and `in_python` for its end.
_DIFFERENT = re.compile(r"[*+?]\+|\(\?|\)[^\\]*\\1|\[\^?\]")


@given(_EXPRESSIONS, _LINES)
def test_it_matches_what_python_matches(text: str, lines: list[str]) -> None:
    assume(_DIFFERENT.search(text) is None)
    theirs, ours = in_python(text), ios_regex(text)
    if theirs is not None:
        assert ours is not None
        assert [ours.matches(line) for line in lines] == [theirs.search(line) is not None for line in lines]


# -- hostile expressions -----------------------------------------------------------------------------------------------------------

HOSTILE = [
    "(.*)*x",
    "(a+)+$b",
    ".*" * 20 + "x",
    ".*" * 126 + "x",
    "a{1000}{1000}",
    "(a*)*" * 50,
    "((((((((((a*)*)*)*)*)*)*)*)*)*b",
    "(a|a)*" * 40 + "b",
    "[ab]*a" + "[ab]" * 60 + "x",
    "[ab]*a" + "." * 240,
    "(x+x+)+y",
    "_*" * 127,
    "[\u0100-\uffff]*" * 50,
]


@pytest.mark.parametrize("regex", HOSTILE)
def test_a_hostile_expression_takes_time_in_proportion_to_the_text(regex: str) -> None:
    """20,000 lines of 60 characters: about one second of processor time at the worst, where backtracking would need years."""
    lines = ["a" * 60, "ab" * 30] * 10_000
    compiled = ios_regex(regex)
    started = time.process_time()
    if compiled is not None:
        for line in lines:
            compiled.matches(line)
    assert time.process_time() - started < 20


@pytest.mark.parametrize("regex", HOSTILE)
def test_a_hostile_expression_is_answered(regex: str) -> None:
    session = Router.from_text("ephone 1\n description aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa").session()
    for name in ("include", "exclude", "begin", "section", "section exclude", "count"):
        session.execute(f"show running-config | {name} {regex}")


def test_re2_writes_nothing_and_is_loaded_by_the_first_filter() -> None:
    program = """if True:
        import sys
        from iossim import Router, validate
        validate([])
        session = Router.from_text("hostname a").session()
        session.execute("show running-config")
        assert "re2" not in sys.modules
        for regex in ("(", "[", "(.*)*x", "a{1000}{1000}", "*", ".*" * 120):
            session.execute(f"show running-config | include {regex}")
        assert "re2" in sys.modules
    """
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
