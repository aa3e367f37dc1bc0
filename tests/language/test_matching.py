"""The outcome of a line of one mode: abbreviations, ambiguity, arguments, and the column of a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import Ambiguous, Command, Form, Incomplete, Invalid, Language, Node, language, match, match_exact, match_typed
from iossim.language.trail import MOST_WORDS, positions, split
from tests.small_language import global_language, small_language

#: Mode, line, the command in canonical spelling, the rule that says so.
UNDERSTOOD = [
    ("ephone_dn", "number 6001", "number 6001", "number"),
    ("ephone_dn", "  num   6001\tsec 6002 ", "number 6001 secondary 6002", "number"),
    ("ephone_dn", "NUMBER 6001 NO-REG Pri", "number 6001 no-reg primary", "number"),
    ("ephone_dn", "n 6001 no both", "number 6001 no-reg both", "number"),
    ("ephone_dn_template", "number inh", "number inherit", "number__template"),
    ("ephone_dn", "snr 5 d 10", "snr 5 delay 10", "snr"),
    ("ephone_dn", "snr ring", "snr ring-stop", "snr_ring_stop"),
    ("ephone_dn", "snr 5ring delay 10", "snr 5ring delay 10", "snr"),
    ("ephone_dn", "hunt", "huntstop", "huntstop"),
    ("ephone_dn", "hunt ch 08", "huntstop channel 8", "huntstop_channel"),
    ("ephone_dn", "park", "park-slot", "park_slot"),
    ("ephone_dn", "park rec", "park-slot recall", "park_slot"),
    ("ephone_dn", "park dir t 5 l 3 rec ret 9", "park-slot directed timeout 5 limit 3 recall retry 9", "park_slot"),
    ("ephone", "type 7960", "type 7960", "type"),
    ("ephone", "type 7941", "type 7941", "type"),
    ("ephone", "type 7941ge", "type 7941GE", "type"),
    ("ephone", "type 7960 add 1 7914 2 7915-12", "type 7960 addon 1 7914 2 7915-12", "type"),
    ("ephone", "speed-dial 3 4100 label Front  desk", "speed-dial 3 4100 label Front  desk", "speed_dial"),
    ("ephone", "softkeys idle r new CF", "softkeys idle Redial Newcall Cfwdall", "softkeys_idle"),
    ("ephone", "button 1:1 2o2,3", "button 1:1 2o2,3", "button"),
    ("ephone", 'description "a  b" c ', 'description "a  b" c', "description"),
    ("ephone", "description a  b \t", "description a  b", "description"),
    ("ephone", 'speed-dial 3 "4 1" label x  y', 'speed-dial 3 "4 1" label x  y', "speed_dial"),
    ("global", "log 3", "log 3", "log"),
    ("global", "logg 192.0.2.1", "logging 192.0.2.1", "logging"),
    ("global", 'hostname "a b"', 'hostname "a b"', "hostname"),
    ("global", "zone 03", "zone 3", "zone"),
    ("global", "zone 8", "zone 8", "zone"),
    ("global", "ports 1,2 ,3 ", "ports 1, 2, 3", "ports"),
]

#: Mode, line, column and end of the word that fails, what is expected there (None: any command of the mode).
INVALID = [
    ("ephone_dn", "foo", 0, 3, None),
    ("ephone_dn", "  number 12345678901234567", 9, 26, ("WORD",)),
    ("ephone_dn", "number 6001 third", 12, 17, ("secondary", "no-reg")),
    ("ephone_dn", "number 6001 no-reg neither", 19, 26, ("both", "primary")),
    ("ephone_dn", "snr 5 delay 11", 12, 14, ("<0-10>",)),
    ("ephone_dn", "huntstop now", 9, 12, ("channel",)),
    ("ephone_dn", "park recall directed", 12, 20, ("retry",)),
    ("ephone", "type 7960 addon 7", 16, 17, ("1",)),
    ("ephone", "type 7960 addon 1 7915", 18, 22, ("7914", "7915-12")),
    ("ephone", "type 7960 extra", 10, 15, ("addon",)),
    ("ephone", "softkeys idle Redial Hold", 21, 25, ("Redial", "Newcall", "Cfwdall")),
    ("ephone", "speed-label on", 12, 14, ()),
    ("ephone", "foo", 0, 3, None),
    ("global", "ports 10", 6, 8, ("LIST(1-9)",)),
    ("global", "ports 1 , 10, 3", 10, 13, ("LIST(1-9)",)),
]

AMBIGUOUS = [
    ("ephone", "  speed", 2, 7, {"speed-dial", "speed-label"}),
    ("global", "lo", 0, 2, {"log", "logging", "lookup"}),
    ("global", "ephone-", 0, 7, {"ephone-dn", "ephone-dn-template"}),
    ("ephone_dn", "e", 0, 1, {"end", "exit", "ephone-dn-template"}),
]

INCOMPLETE = [
    ("ephone_dn", "number", 6),
    ("ephone_dn", "number ", 6),
    ("ephone_dn", "snr 5 delay", 11),
    ("ephone_dn", "park timeout", 12),
    ("ephone_dn", "", 0),
    ("ephone_dn", " \t ", 0),
    ("ephone_dn", "number \t", 6),
    ("ephone", "button", 6),
    ("ephone", "speed-dial 3", 12),
]


@pytest.mark.parametrize(("mode", "line", "text", "rule"), UNDERSTOOD)
def test_a_line_that_is_understood(small: Language, mode: str, line: str, text: str, rule: str) -> None:
    for _ in range(2):  # the second time, the tree knows the line
        outcome = match(small.mode(mode), line)
        assert isinstance(outcome, Command)
        assert (outcome.text, outcome.form.rule.name, outcome.mode) == (text, rule, mode)


@pytest.mark.parametrize(("mode", "line", "text", "rule"), UNDERSTOOD)
def test_every_command_in_full_spelling_takes_the_fast_path(small: Language, mode: str, line: str, text: str, rule: str) -> None:
    careful = match_typed(small.mode(mode), text)
    exact = match_exact(small.mode(mode), text)
    assert isinstance(careful, Command)
    assert exact is not None
    assert (careful.text, exact.text) == (text, text)
    assert (exact.form.rule, exact.form.places) == (careful.form.rule, careful.form.places)


#: Lines whose meaning takes a closer look than the fast path's.
CAREFUL = [
    ("ephone_dn", "num 6001"),
    ("ephone_dn", "Number 6001"),
    ("ephone_dn", "number 12345678901234567"),
    ("ephone_dn", "number"),
    ("ephone_dn", "default huntstop"),
    ("ephone", "presence"),
    ("ephone", "type 7941ge"),
    ("ephone", "softkeys idle Re"),
    ("ephone_dn", "snr r delay 5"),
    ("ephone_dn", "snr ri delay 5"),
    ("ephone_dn", "snr ring-sto delay 5"),
    ("ephone_dn", "snr ring-stop delay 5"),
    ("global", "banner #a"),
]


@pytest.mark.parametrize(("mode", "line"), CAREFUL)
def test_the_fast_path_leaves_all_other_lines_alone(small: Language, mode: str, line: str) -> None:
    match_typed(small.mode(mode), line)
    assert match_exact(small.mode(mode), line) is None


def test_a_mode_that_no_line_has_been_read_in_has_no_fast_path(tmp_path: Path) -> None:
    mode = small_language(tmp_path).mode("ephone_dn")
    assert match_exact(mode, "number 6001") is None
    assert isinstance(match(mode, "number 6001"), Command)
    assert match_exact(mode, "number 6001") is not None


@pytest.mark.parametrize(("mode", "line", "column", "end", "expected"), INVALID)
def test_a_word_that_is_not_accepted(
    small: Language, mode: str, line: str, column: int, end: int, expected: tuple[str, ...] | None
) -> None:
    outcome = match(small.mode(mode), line)
    assert isinstance(outcome, Invalid)
    assert (outcome.column, outcome.end) == (column, end)
    commands = {word for word in small.mode(mode).root.children() if not small.mode(mode).root.folded[word.lower()].hidden}
    assert set(outcome.expected) == (commands if expected is None else set(expected))


@pytest.mark.parametrize(("mode", "line", "column", "end", "candidates"), AMBIGUOUS)
def test_a_word_that_begins_several_keywords(
    small: Language, mode: str, line: str, column: int, end: int, candidates: set[str]
) -> None:
    outcome = match(small.mode(mode), line)
    assert isinstance(outcome, Ambiguous)
    assert (outcome.column, outcome.end, set(outcome.candidates)) == (column, end, candidates)


@pytest.mark.parametrize(("mode", "line", "column"), INCOMPLETE)
def test_a_line_that_ends_too_early(small: Language, mode: str, line: str, column: int) -> None:
    outcome = match(small.mode(mode), line)
    assert outcome == Incomplete(column, len(line.split()))


def test_what_is_expected_tells_keywords_from_values(small: Language) -> None:
    for mode, line, arguments_only in (
        ("ephone_dn", "snr 5 delay 11", True),
        ("ephone_dn", "number 6001 third", False),
        ("global", "logging 999", False),
        ("ephone", "speed-label on", False),
        ("global", "ports 10", True),
        ("ephone_dn", "foo", False),
    ):
        outcome = match(small.mode(mode), line)
        assert isinstance(outcome, Invalid)
        assert outcome.arguments_only == arguments_only, line


def test_a_keyword_that_starts_with_a_digit_is_never_abbreviated(small: Language) -> None:
    outcome = match(small.mode("ephone"), "type 796")
    assert isinstance(outcome, Command)
    assert outcome.words == ["type", "796"]


def test_fields_and_keywords_of_a_command(small: Language) -> None:
    phone = match(small.mode("ephone"), "type 7960 addon 1 7914")
    dial = match(small.mode("ephone"), "speed-dial 3 4100 label Front desk")
    buttons = match(small.mode("ephone"), "button 1:1 2:2")
    assert isinstance(phone, Command)
    assert isinstance(dial, Command)
    assert isinstance(buttons, Command)
    assert phone.fields == {"phone_type": "7960", "addon": "7914"}
    assert dial.fields == {"tag": "3", "number": "4100", "label": "Front desk"}
    assert buttons.fields == {"button": ["1:1", "2:2"]}
    keys, both = match(small.mode("ephone"), "softkeys idle r n"), match(small.mode("ephone"), "type 7960 addon 1 7914 2 7915-12")
    assert isinstance(keys, Command)
    assert isinstance(both, Command)
    assert keys.fields == {"softkey": "Redial Newcall"}
    assert both.fields == {"phone_type": "7960", "addon": "7914 7915-12"}
    assert dial.keywords == {"speed-dial", "label"}
    assert dial.form.identity(dial.words) == ("speed_dial", "3")


def test_a_secret_is_not_seen_in_the_command_s_own_description(small: Language) -> None:
    ephone = small.mode("ephone")
    assert repr(match(ephone, "description hidden words")) == "Command(ephone: description *)"
    assert repr(match(ephone, "no description hidden words")) == "Command(ephone: no description *)"
    assert repr(match(ephone, "type 7960")) == "Command(ephone: type 7960)"


def test_a_typed_command_has_no_line_of_a_file(small: Language) -> None:
    for line in ("type 7960", "ty 7960", "no type"):
        outcome = match(small.mode("ephone"), line)
        assert isinstance(outcome, Command)
        assert outcome.line == 0


@pytest.mark.parametrize(
    ("line", "words"), [("gi 0/1", "GigabitEthernet0/1"), ("gi0/1", "GigabitEthernet0/1"), ("gi0/ 1", None), ("gi 0/ 1", None)]
)
def test_an_interface_is_two_words_where_the_first_is_its_kind_alone(line: str, words: str | None) -> None:
    outcome = match(language().mode("global"), f"interface {line}")
    assert words is None if not isinstance(outcome, Command) else outcome.words == ["interface", words]


def test_the_kind_of_an_interface_alone_is_incomplete_and_before_another_word_invalid() -> None:
    mode = language().mode("global")
    assert match(mode, "interface gi") == Incomplete(12, 2)
    other = match(mode, "interface gi foo")
    assert isinstance(other, Invalid)
    assert (other.column, other.end) == (10, 12)


def test_a_text_keeps_the_blanks_at_its_end(small: Language) -> None:
    for line in ("banner #a ", "banner #a  b\t"):
        outcome = match(small.mode("global"), line)
        assert isinstance(outcome, Command)
        assert outcome.words == ["banner", line.removeprefix("banner ")]


@pytest.mark.parametrize(
    ("text", "words"),
    [("a  b", ["a", "b"]), ('label "Front Desk" x', ["label", '"Front Desk"', "x"]), ('a "b', ["a", '"b']), ('a"b c"', ['a"b', 'c"']),
     ('"a b"c d', ['"a b"c', "d"]), (" ", []), ('""', ['""'])],
)  # fmt: skip
def test_a_quoted_argument_is_one_word(text: str, words: list[str]) -> None:
    assert split(text) == words
    assert [text[start:end] for start, end in positions(text)] == words


class _Restricted:
    """The access of a user for whom some keywords exist, and no argument."""

    def __init__(self, *keywords: str) -> None:
        self.keywords = frozenset(keywords)

    def visible(self, node: Node) -> frozenset[str]:
        return self.keywords

    def permits(self, form: Form) -> bool:
        return True

    def reaches(self, node: Node) -> bool:
        return False


def test_what_does_not_exist_for_a_user_is_not_expected(small: Language) -> None:
    ephone = small.mode("ephone")
    assert match_typed(ephone, "type 8000", _Restricted("type", "7940")) == Invalid(5, 1, 9, ("7940",))
    assert match_typed(ephone, "type 7960", _Restricted("type", "7940")) == Invalid(5, 1, 9, ("7940",))
    assert match_typed(ephone, "typ", _Restricted("7940")) == Invalid(0, 0, 3)
    assert isinstance(match_typed(ephone, "type 7940", _Restricted("type", "7940")), Command)


def test_a_line_of_very_many_words_is_refused_not_followed(small: Language) -> None:
    outcome = match(small.mode("ephone"), "button " + "1:1 " * (MOST_WORDS + 10))
    assert isinstance(outcome, Invalid)
    assert outcome.words == MOST_WORDS
    assert (outcome.expected, outcome.arguments_only) == ((), False)


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("interface GigabitEthernet 0/0", "interface GigabitEthernet0/0"),
        ("interface gi 0/0", "interface GigabitEthernet0/0"),
        ("interface gi0/0", "interface GigabitEthernet0/0"),
        ("interface gi", (12, 12)),
        ("interface gi x", (10, 12)),
        ("interface gi0/ 0", (10, 14)),
        ("interface gi 0/0 x", (17, 18)),
    ],
)
def test_an_argument_of_two_words(line: str, outcome: str | tuple[int, int]) -> None:
    """The command in canonical spelling, or the column and the end of the word that is missing or wrong."""
    result = match(language().mode("global"), line)
    if isinstance(outcome, str):
        assert isinstance(result, Command)
        assert result.text == outcome
    elif outcome[0] == outcome[1]:
        assert isinstance(result, Incomplete)
        assert result.column == outcome[0]
    else:
        assert isinstance(result, Invalid)
        assert (result.column, result.end) == outcome


@pytest.mark.parametrize(
    ("line", "column", "end"),
    [("list 1, 9", 8, 9), ("list 9, 1", 5, 7), ("list 1,2,  xy", 11, 13), ("no list 1, 9", 11, 12), ("list 1,", 7, 7)],
)
def test_a_mistake_in_the_rest_of_a_line_is_where_it_stands(tmp_path: Path, line: str, column: int, end: int) -> None:
    text = '//@ prompt (config)#\nmode_global: _every_mode | list\nlist: "list" NUMBERS\nNUMBERS: "LIST(1-8)"'
    outcome = match(global_language(tmp_path, text).mode("global"), line)
    assert isinstance(outcome, Invalid)
    assert (outcome.column, outcome.end) == (column, end)
    assert (outcome.expected, outcome.arguments_only) == (("LIST(1-8)",), True)
