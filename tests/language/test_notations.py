"""The argument notations: what fits, what does not, and the canonical form that the running-config prints."""

from __future__ import annotations

import pytest

from iossim.errors import GrammarError
from iossim.language.notations import STATIC_BOUNDS, notation, unquoted

FITS = [
    ("<1-10>", "1", "1"),
    ("<1-10>", "007", "7"),
    ("<-10-5>", "-10", "-10"),
    ("<-10-5>", "-0", "0"),
    ("<1-max-dn>", "65535", "65535"),
    ("H.H.H", "d.bc80.eb51", "000D.BC80.EB51"),
    ("h.h.h", "000D.BC80.EB51", "000d.bc80.eb51"),
    ("A.B.C.D", "010.1.1.255", "10.1.1.255"),
    ("X:X:X:X::X", "2001:db8:0:0::1", "2001:DB8::1"),
    ("X:X:X:X::X/<0-128>", "2001:db8::/064", "2001:DB8::/64"),
    ("hh:mm", "7:05", "07:05"),
    ("hh:mm", "24:00", "24:00"),
    ("hh:mm(23:59)", "23:59", "23:59"),
    ("h:m", "07:05", "7:5"),
    ("hh:mm:ss", "23:59:59", "23:59:59"),
    ("MONTH", "nov", "November"),
    ("MONTH", "May", "May"),
    ("BUTTON", "1:2", "1:2"),
    ("BUTTON", "2o3,4,5", "2o3,4,5"),
    ("BUTTON", "3x2", "3x2"),
    ("TAGS", "20,21", "20,21"),
    ("TAGS(1-8)", "1,02", "1,2"),
    ("LIST(3-60000)", "5 , 6,7", "5, 6, 7"),
    ("RANGES", "1-4,7", "1-4,7"),
    ("INTERFACE", "gi0/0", "GigabitEthernet0/0"),
    ("INTERFACE", "Vlan10", "Vlan10"),
    ("INTERFACE", "gi0/0.10", "GigabitEthernet0/0.10"),
    ("INTERFACE", "se0/0/0:23", "Serial0/0/0:23"),
    ("SUBINTERFACE", "fa0/1.10", "FastEthernet0/1.10"),
    ("DIGITS(4-8)", "12345678", "12345678"),
    ("HEX(4)", "fF01", "fF01"),
    ("WORD", "Any.thing!", "Any.thing!"),
    ("WORD(3)", "abc", "abc"),
    ("WORD(3)", '"abc"', '"abc"'),
    ("LINE(5)", "a b c", "a b c"),
]

FITS_NOT = [
    ("<1-10>", "0"),
    ("<1-10>", "11"),
    ("<1-10>", "1.5"),
    ("<1-10>", "five"),
    ("<1-10>", "٣"),
    ("<1-10>", "9" * 5000),
    ("<1-max-dn>", "65536"),
    ("H.H.H", "000D-BC80-EB51"),
    ("H.H.H", "000D.BC80"),
    ("H.H.H", "000D.BC80.EB5G"),
    ("H.H.H", "000D0.BC80.EB51"),
    ("A.B.C.D", "10.1.1"),
    ("A.B.C.D", "10.1.1.256"),
    ("A.B.C.D", "10.1.1.٣"),
    ("X:X:X:X::X", "2001:db8"),
    ("X:X:X:X::X/<0-128>", "2001:db8::/129"),
    ("X:X:X:X::X/<0-128>", "2001:db8::/²"),
    ("X:X:X:X::X/<0-128>", "2001:db8::/" + "9" * 5000),
    ("X:X:X:X::X/<0-128>", "2001:db8::/"),
    ("hh:mm", "24:01"),
    ("hh:mm", "7:60"),
    ("hh:mm(23:59)", "24:00"),
    ("hh:mm:ss", "24:00:00"),
    ("MONTH", "no"),
    ("MONTH", "Brumaire"),
    ("BUTTON", "1-2"),
    ("BUTTON", "1:"),
    ("BUTTON", "1:2,3"),
    ("TAGS", "1,,2"),
    ("TAGS(1-8)", "1,9"),
    ("LIST(3-60000)", "2"),
    ("RANGES", "1-"),
    ("INTERFACE", "v0"),
    ("INTERFACE", "Gigabit"),
    ("SUBINTERFACE", "gi0/0"),
    ("DIGITS(4-8)", "123"),
    ("DIGITS(4-8)", "12a4"),
    ("HEX(4)", "12345"),
    ("WORD(3)", "abcd"),
    ("LINE(5)", "a b c d"),
]

#: From narrow to wide: where several fit a word, the one that stands first here is meant.
NARROW_TO_WIDE = [
    "<1-10>", "H.H.H", "A.B.C.D", "X:X:X:X::X", "X:X:X:X::X/<0-128>", "hh:mm", "hh:mm:ss", "MONTH", "BUTTON", "TAGS", "RANGES",
    "SUBINTERFACE", "INTERFACE", "DIGITS(4-8)", "WORD(16)", "WORD", "LIST(1-8)", "LINE(30)", "LINE", "TEXT",
]  # fmt: skip

FAULTY = [
    ("NUMBER", "unknown argument notation 'NUMBER'"),
    ("<1-10", "unknown argument notation '<1-10'"),
    ("", "unknown argument notation ''"),
    ("WORD()", "unknown argument notation 'WORD()'"),
    ("<1-max-tags>", "unknown bound 'max-tags'"),
    ("TAGS(1-max-tags)", "unknown bound 'max-tags'"),
]


@pytest.mark.parametrize(("text", "word", "canonical"), FITS)
def test_a_word_that_fits_gets_its_canonical_form(text: str, word: str, canonical: str) -> None:
    assert notation(text).check(word) == canonical


@pytest.mark.parametrize(("text", "word"), FITS_NOT)
def test_a_word_that_does_not_fit_is_refused(text: str, word: str) -> None:
    assert notation(text).check(word) is None


@pytest.mark.parametrize(("text", "word", "canonical"), FITS)
def test_a_canonical_form_is_its_own(text: str, word: str, canonical: str) -> None:
    assert notation(text).check(canonical) == canonical


@pytest.mark.parametrize("text", NARROW_TO_WIDE)
def test_samples_fit_their_notation(text: str) -> None:
    each = notation(text)
    assert each.samples
    assert [sample for sample in each.samples if each.check(sample) is None] == []


def test_notations_are_ranked_from_narrow_to_wide() -> None:
    ranks = [notation(text).rank for text in NARROW_TO_WIDE]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)


@pytest.mark.parametrize(("text", "message"), FAULTY)
def test_an_unknown_notation_is_a_fault_of_the_grammar(text: str, message: str) -> None:
    with pytest.raises(GrammarError, match="unknown") as caught:
        notation(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("WORD(16)", "WORD"), ("LINE(30)", "LINE"), ("DIGITS(4)", "WORD"), ("TAGS(1-8)", "WORD"), ("hh:mm(23:59)", "hh:mm"),
     ("h.h.h", "H.H.H"), ("BUTTON", "LINE"), ("<1-15>", "<1-15>"), ("<1-max-dn>", "<1-65535>"), ("TEXT", "LINE")],
)  # fmt: skip
def test_help_shows_the_notation_as_the_router_does(text: str, shown: str) -> None:
    assert notation(text).shown == shown


def test_a_range_bounded_by_another_command_says_by_which() -> None:
    assert notation("<1-max-ephones>").bound_name == "max-ephones"
    assert notation("<1-max-ephones>").bounds == (1, STATIC_BOUNDS["max-ephones"])
    assert notation("<1-max-ephones>").shown_to(24) == "<1-24>"
    assert notation("<1-10>").bound_name == ""


@pytest.mark.parametrize(
    ("text", "word", "key", "tags"),
    [("BUTTON", "2o3,4", "2", ["3", "4"]), ("BUTTON", "3x2", "3", []), ("BUTTON", "1:7", "1", ["7"]),
     ("TAGS", "1,2", "1,2", ["1", "2"]), ("LIST(1-9)", "1, 2", "1, 2", ["1", "2"]), ("WORD", "a", "a", ["a"])],
)  # fmt: skip
def test_some_words_have_a_key_and_name_others(text: str, word: str, key: str, tags: list[str]) -> None:
    assert (notation(text).key(word), notation(text).tags(word)) == (key, tags)


@pytest.mark.parametrize(("word", "bare"), [('"a b"', "a b"), ('"', '"'), ("a", "a"), ('"a', '"a'), ('""', "")])
def test_quotation_marks_around_a_word_are_no_part_of_it(word: str, bare: str) -> None:
    assert unquoted(word) == bare
