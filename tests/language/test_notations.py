"""The argument notations: the words that fit, those that do not, and the canonical form that the running-config prints."""

from __future__ import annotations

import pytest

from iossim.errors import GrammarError
from iossim.language.notations import TABLE, WIDEST, Notation, Row, Span, integer_range, notation, unquoted
from iossim.language.notations.addresses import letters_of_address
from iossim.language.notations.interfaces import KINDS

#: Rows that share a rank: spellings of one thing, of which a place in a grammar needs one. All other ranks are unique.
OF_ONE_RANK = [
    ["<A-B>", "<A-NAME>", "<A-Nx-NAME>"],
    ["H.H.H", "h.h.h"],
    ["hh:mm", "hh:mm(23:59)", "h:mm", "h:m"],
    ["TAGS", "TAGS(A-B)", "TAGS(A-NAME)"],
    ["RANGES", "RANGES(A-B)"],
    ["DIGITS(N)", "DIGITS(A-B)", "HEX(N)", "HEX(A-B)"],
]

#: Notations beside the samples of the table, with a word and its canonical form; None: it does not fit.
MORE = [
    ("<-10-5>", "-10", "-10"),
    ("<-10-5>", "-0", "0"),
    ("<-10-5>", "-11", None),
    ("<-10--5>", "-5", "-5"),
    ("<-10--5>", "-4", None),
    ("<-10-5>", "+5", None),
    ("<1-10>", "000000000007", "7"),
    ("<1-10>", "0000000000007", None),
    ("<0-platform>", "0", "0"),
    ("<5-5>", "5", "5"),
    ("<0-4294967295>", "4294967295", "4294967295"),
    ("TAGS(5-5)", "5", "5"),
    ("TAGS(0-0)", "1", None),
    ("RANGES(1-4094)", "1,3-4094", "1,3-4094"),
    ("RANGES(1-4094)", "4095", None),
    ("RANGES(1-4094)", "0-5", None),
    ("RANGES(1-4094)", "1-", None),
    ("RANGES(1-4094)", "1,,2", None),
    ("RANGES(5-5)", "5", "5"),
    ("DIGITS(4-4)", "1234", "1234"),
    ("DIGITS(4-4)", "123", None),
    ("DIGITS(0-4)", "1", "1"),
    ("WORD(16)", "1234567890123456", "1234567890123456"),
    ("WORD(16)", '"12345678901234567"', None),
    ("LIST(1-8)", "1,2", "1, 2"),
    ("h:m", "0:0", "0:0"),
    ("h:mm", "00:00", "0:00"),
    ("h:mm", "2:60", None),
    ("A.B.C.D/nn", "10.1.1.1/0", "10.1.1.1/0"),
    ("A.B.C.D/nn", "10.1.1.1/-1", None),
    ("A.B.C.D/nn", "10.1.1.256/8", None),
    ("A.B.C.D", "10.1..1", None),
    ("A.B.C.D", "0.0.0.00", "0.0.0.0"),
    ("H.H.H", "1.2.3.4", None),
    ("X:X:X:X::X", "fe80::1%eth0", None),
    ("X:X:X:X::X/<0-128>", "::/0", "::/0"),
    ("X:X:X:X::X/<0-128>", "::1/128", "::1/128"),
    ("BUTTON", "123:123456", "123:123456"),
    ("BUTTON", "1234:1", None),
    ("BUTTON", "1:1234567", None),
    ("BUTTON", "1w1", "1w1"),
    ("BUTTON", "1c1,2", "1c1,2"),
    ("BUTTON", "1o" + ",".join(["7"] * 25), "1o" + ",".join(["7"] * 25)),
    ("BUTTON", "1o" + ",".join(["7"] * 26), None),
    ("BUTTON", "1x1234", None),
    ("INTERFACE", "e0/0", "Ethernet0/0"),
    ("INTERFACE", "l0", "Loopback0"),
    ("INTERFACE", "t0", "Tunnel0"),
    ("INTERFACE", "loopback-0", None),
    ("INTERFACE", "port-1", "Port-channel1"),
    ("INTERFACE", "dot11r 0/0.1", "Dot11Radio0/0.1"),
    ("INTERFACE", "se0/0/0/0", "Serial0/0/0/0"),
    ("INTERFACE", "se0/0/0/0/0", None),
    ("INTERFACE", "gi0/0x", None),
    ("INTERFACE", "g0/0", "GigabitEthernet0/0"),
    ("INTERFACE", "s0/0/0", "Serial0/0/0"),
    ("INTERFACE", "vi1", "Virtual-Template1"),
    ("INTERFACE", "f0/0", "FastEthernet0/0"),
    ("INTERFACE", "q0/0", None),
]

FAULTY = [
    ("NUMBER", "unknown argument notation 'NUMBER'; docs/grammar.md lists them"),
    ("<1-10", "unknown argument notation '<1-10'"),
    ("<1-10)", "unknown argument notation"),
    ("<10>", "unknown argument notation"),
    ("<A-B>", "unknown argument notation"),
    ("WORD(N)", "unknown argument notation"),
    ("WORD(3-5)", "unknown argument notation"),
    ("", "unknown argument notation ''"),
    ("<1-10>x", "unknown argument notation"),
    ("<1--dn>", "unknown argument notation"),
    ("WORD(3-)", "unknown argument notation"),
    ("TAGS(1-3x-max-dn)", "unknown argument notation"),
    ("WRD", "unknown argument notation 'WRD', did you mean 'WORD'?"),
    ("WORD()", "unknown argument notation 'WORD()'"),
    ("LIST(1-max-dn)", "unknown argument notation"),
    ("<1-٣>", "unknown argument notation"),
    ("<60-5>", "the range <60-5> ends before it begins"),
    ("TAGS(8-1)", "the range of TAGS(8-1) ends before it begins"),
    ("WORD(0)", "WORD(0) accepts no word"),
    ("LINE(0)", "LINE(0) accepts no word"),
    ("HEX(0)", "HEX(0) accepts no word"),
    ("DIGITS(8-4)", "DIGITS(8-4) accepts no word"),
    ("DIGITS(-1-4)", "DIGITS(-1-4) accepts no word"),
]


def name(value: object) -> str:
    """The name of a parameter of a test, short enough to be read."""
    return value.text if isinstance(value, Row) else str(value)[:20]


def of(row: Row) -> Notation:
    """The notation of a row, or of the sample of its family."""
    return notation(row.sample or row.text)


@pytest.mark.parametrize(("row", "word", "canonical"), [(row, *pair) for row in TABLE for pair in row.fits.items()], ids=name)
def test_a_sample_fits_and_gets_its_canonical_form(row: Row, word: str, canonical: str) -> None:
    assert of(row).check(word) == canonical
    assert of(row).check(canonical) == canonical


@pytest.mark.parametrize(("row", "word"), [(row, word) for row in TABLE for word in row.refused], ids=name)
def test_a_counter_sample_does_not_fit(row: Row, word: str) -> None:
    assert of(row).check(word) is None


@pytest.mark.parametrize("row", TABLE, ids=name)
def test_a_row_is_complete(row: Row) -> None:
    assert row.sentence.endswith(".")
    assert row.fits
    assert row.refused or row.text in ("WORD", "LINE", "TEXT")
    assert (of(row).rank, of(row).span) == (row.rank, row.span)


@pytest.mark.parametrize("row", TABLE, ids=name)
def test_the_samples_of_a_notation_are_canonical(row: Row) -> None:
    assert of(row).samples
    assert [of(row).check(sample) for sample in of(row).samples] == list(of(row).samples)


@pytest.mark.parametrize(
    ("text", "samples"),
    [("<5-5>", ("5",)), ("<1-2>", ("1", "2")), ("<1-9>", ("1", "2", "4")), ("WORD(2)", ("ab", "x")), ("DIGITS(4)", ("1", "2222"))],
)  # fmt: skip
def test_the_samples_of_a_narrow_notation_fit(text: str, samples: tuple[str, ...]) -> None:
    assert notation(text).samples == samples
    assert [notation(text).check(sample) for sample in samples] == list(samples)


#: The kinds without ports, and the lowest and highest number of each.
NUMBERED = {
    "BVI": (1, 255), "Dialer": (0, 255), "Loopback": (0, 2147483647), "Multilink": (1, 2147483647), "Null": (0, 0),
    "Port-channel": (1, 512), "Tunnel": (0, 2147483647), "Virtual-Template": (1, 4095), "Vlan": (1, 4094),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_an_interface_of_every_kind_fits(kind: str) -> None:
    check = notation("INTERFACE").check
    low, high = NUMBERED.get(kind, (1, 1))
    assert check(f"{kind.lower()} {low}") == f"{kind}{low}"
    assert check(f"{kind.lower()} {high}") == f"{kind}{high}"
    assert check(f"{kind}0/1") == (None if kind in NUMBERED else f"{kind}0/1")
    assert kind not in NUMBERED or check(f"{kind}{high + 1}") is None
    assert low == 0 or kind not in NUMBERED or check(f"{kind}{low - 1}") is None


def test_the_number_of_a_subinterface_has_ten_digits_at_most() -> None:
    assert notation("INTERFACE").check("gi0/0.4294967295") == "GigabitEthernet0/0.4294967295"
    assert notation("INTERFACE").check("gi0/0.42949672950") is None


def test_the_table_stands_in_the_order_of_the_ranks() -> None:
    assert [row.rank for row in TABLE] == sorted(row.rank for row in TABLE)


def test_no_text_stands_twice() -> None:
    assert len({row.text for row in TABLE}) == len(TABLE)


def test_a_rank_is_unique_except_among_spellings_of_one_thing() -> None:
    ranks: dict[int, list[str]] = {}
    for row in TABLE:
        ranks.setdefault(row.rank, []).append(row.text)
    assert [texts for texts in ranks.values() if len(texts) > 1] == OF_ONE_RANK


def test_a_word_comes_before_the_rest_of_the_line() -> None:
    assert all(one.rank < two.rank for one in TABLE for two in TABLE if one.text == "WORD" and two.span in (Span.REST, Span.TEXT))


@pytest.mark.parametrize(("text", "word", "canonical"), MORE)
def test_more_words(text: str, word: str, canonical: str | None) -> None:
    assert notation(text).check(word) == canonical


@pytest.mark.parametrize(("text", "message"), FAULTY)
def test_a_notation_that_does_not_exist_is_a_fault_of_the_grammar(text: str, message: str) -> None:
    with pytest.raises(GrammarError) as caught:
        notation(text)
    assert message in caught.value.message


def test_a_notation_is_made_once() -> None:
    assert notation("<1-7>") is notation("<1-7>")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("WORD(16)", "WORD"), ("LINE(30)", "LINE"), ("DIGITS(4)", "WORD"), ("TAGS(1-8)", "WORD"), ("hh:mm(23:59)", "hh:mm"),
     ("h.h.h", "H.H.H"), ("BUTTON", "LINE"), ("<1-15>", "<1-15>"), ("<1-max-dn>", "<1-65535>"), ("TEXT", "LINE")],
)  # fmt: skip
def test_help_shows_the_notation_as_the_router_does(text: str, shown: str) -> None:
    assert notation(text).shown == shown


def test_a_range_bounded_by_another_command_says_by_which() -> None:
    phones, users, plain = notation("<1-max-ephones>"), notation("<1-3x-max-ephones>"), notation("<1-10>")
    assert (phones.bound_name, phones.bound_factor, phones.bounds) == ("max-ephones", 1, (1, WIDEST))
    assert (users.bound_name, users.bound_factor, users.bounds) == ("max-ephones", 3, (1, 3 * WIDEST))
    assert (plain.bound_name, plain.bound_factor, plain.bounds) == ("", 1, (1, 10))
    assert (phones.shown_to(24), phones.shown_to(0), phones.shown_to(None)) == ("<1-24>", "<1-0>", "<1-65535>")
    assert (users.shown_to(24), notation("WORD").shown_to(24)) == ("<1-72>", "WORD")


@pytest.mark.parametrize(
    ("text", "remark"),
    [("WORD(16)", "at most 16 characters"), ("LINE(30)", "at most 30 characters"), ("DIGITS(4-8)", "4 to 8 digits"),
     ("DIGITS(1-4)", "1 to 4 digits"), ("DIGITS(4)", "at most 4 digits"),
     ("HEX(4)", "at most 4 hexadecimal digits"), ("hh:mm(23:59)", "up to 23:59"),
     ("TAGS(1-8)", "numbers from 1 to 8, commas between them"), ("TAGS(1-max-dn)", "numbers from 1 to max-dn, commas between them"),
     ("RANGES(1-8)", "numbers from 1 to 8, and ranges of them, commas between them"),
     ("<1-platform>", "the platform of the router"), ("<1-platform-ports>", ""), ("WORD", ""), ("<1-10>", ""), ("<1-max-dn>", "")],
)  # fmt: skip
def test_a_remark_says_what_help_does_not_show(text: str, remark: str) -> None:
    assert notation(text).remark == remark


@pytest.mark.parametrize(
    ("text", "word", "key", "tags"),
    [("BUTTON", "2o3,4", "2", ["3", "4"]), ("BUTTON", "3x2", "3", []), ("BUTTON", "12:7", "12", ["7"]),
     ("TAGS", "1,2", "1,2", ["1", "2"]), ("LIST(1-9)", "1, 2", "1, 2", ["1", "2"]), ("WORD", "A,b", "A,b", ["A,b"])],
)  # fmt: skip
def test_some_words_have_a_key_and_name_others(text: str, word: str, key: str, tags: list[str]) -> None:
    assert (notation(text).key(word), notation(text).tags(word)) == (key, tags)


@pytest.mark.parametrize(("word", "column"), [("1, 9", 3), ("9, 1", 0), ("1,  x", 4), ("1,", 2), ("1, 2, 9", 6)])
def test_the_fault_of_a_list_is_its_first_wrong_number(word: str, column: int) -> None:
    assert notation("LIST(1-8)").check(word) is None
    assert notation("LIST(1-8)").fault(word) == column


def test_the_fault_of_any_other_word_is_its_beginning() -> None:
    assert notation("<1-10>").fault("eleven") == 0


def test_a_number_in_canonical_form_is_the_word_itself() -> None:
    # The hot loop stores the canonical form only where it is another object.
    word = "5001"
    assert integer_range(1, 9999)(word) is word


@pytest.mark.parametrize(("word", "bare"), [('"a b"', "a b"), ('"', '"'), ("a", "a"), ('"a', '"a'), ('""', "")])
def test_quotation_marks_around_a_word_are_no_part_of_it(word: str, bare: str) -> None:
    assert unquoted(word) == bare


@pytest.mark.parametrize(
    ("word", "letters"),
    [("10.1.1.300", 9), ("10.355.1.1", 5), ("10.1.x.1", 5), ("10.1..1", 5), ("10.1.1.1.1", 8), ("1000.1.1.1", 3), (".1", 0), ("x", 0),
     ("10.1.1", 0), ("10.1.1.1", 0), ("10.1.1.", 0), ("", 0), ("10.1.٣.1", 5)],
)  # fmt: skip
def test_an_address_is_right_up_to_a_letter(word: str, letters: int) -> None:
    assert letters_of_address(word) == letters
