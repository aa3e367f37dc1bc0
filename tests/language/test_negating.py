"""`no` and `default` before a command: the words that they need, and the command that they mean."""

from __future__ import annotations

import pytest

from iossim.language import (
    Ambiguous,
    Command,
    Form,
    Incomplete,
    Invalid,
    Language,
    Mode,
    Node,
    language,
    match,
    match_exact,
    match_in,
    match_typed,
)
from tests.small_language import global_language

#: Mode, line, the rule that it negates or resets, the command in canonical spelling.
UNDERSTOOD = [
    ("ephone_dn", "no number", "number", "no number"),
    ("ephone_dn", "no number 6001", "number", "no number 6001"),
    ("ephone_dn", "no number 6001 secondary 6002", "number", "no number 6001 secondary 6002"),
    ("ephone_dn", "no snr", "snr", "no snr"),
    ("ephone_dn", "no snr 5 delay", "snr", "no snr 5 delay"),
    ("ephone_dn", "no snr ring", "snr_ring_stop", "no snr ring-stop"),
    ("ephone_dn", "no huntstop", "huntstop", "no huntstop"),
    ("ephone_dn", "no huntstop ch", "huntstop_channel", "no huntstop channel"),
    ("ephone_dn", "no park", "park_slot", "no park-slot"),
    ("ephone_dn", "no park timeout 5", "park_slot", "no park-slot timeout 5"),
    ("ephone_dn", "NO hunt", "huntstop", "no huntstop"),
    ("ephone_dn", "default huntstop", "huntstop", "default huntstop"),
    ("ephone_dn", "def num", "number", "default number"),
    ("ephone", "no speed-dial 3", "speed_dial", "no speed-dial 3"),
    ("ephone", "no speed-dial 3 4100", "speed_dial", "no speed-dial 3 4100"),
    ("ephone", "no button 1:1", "button", "no button 1:1"),
    ("ephone", "no softkeys", "softkeys_idle", "no softkeys"),
    ("phone", "no speed", "speed", "no speed"),
    ("phone", "no speed 3", "speed", "no speed 3"),
    ("global", "no span 1 9 red", "span", "no span 1 9 red"),
]

#: Mode, line, column and end of the word that is not accepted.
INVALID = [
    ("ephone_dn", "no foo", 3, 6),
    ("ephone_dn", "no number 6001 third", 15, 20),
    ("ephone_dn", "default foo", 8, 11),
    ("ephone_dn", "def foo", 4, 7),
    ("ephone_dn", "de huntstop", 0, 2),
    ("ephone_dn", "defaults huntstop", 0, 8),
    ("ephone_dn", "no no huntstop", 3, 5),
]

#: Mode, line, column just after the last word.
INCOMPLETE = [
    ("ephone_dn", "no", 2),
    ("ephone_dn", "no  ", 2),
    ("ephone_dn", "default", 7),
    ("ephone", "no speed-dial", 13),
    ("ephone", "no button", 9),
    ("global", "no route 10.0.0.0", 17),
    ("global", "no span 1", 9),
    ("global", "no span 1 9", 11),
]


@pytest.mark.parametrize(("mode", "line", "rule", "text"), UNDERSTOOD)
def test_no_and_default_need_only_what_identifies_the_command(small: Language, mode: str, line: str, rule: str, text: str) -> None:
    outcome = match(small.mode(mode), line)
    assert isinstance(outcome, Command)
    assert (outcome.form.rule.name, outcome.text) == (rule, text)
    assert (outcome.negative, outcome.reset) == (text.startswith("no "), text.startswith("default "))


@pytest.mark.parametrize(("mode", "line", "column", "end"), INVALID)
def test_a_word_after_no_or_default_that_is_not_accepted(small: Language, mode: str, line: str, column: int, end: int) -> None:
    outcome = match(small.mode(mode), line)
    assert isinstance(outcome, Invalid)
    assert (outcome.column, outcome.end) == (column, end)


@pytest.mark.parametrize(("mode", "line", "column"), INCOMPLETE)
def test_no_and_default_need_the_key(small: Language, mode: str, line: str, column: int) -> None:
    outcome = match(small.mode(mode), line)
    assert outcome == Incomplete(column, len(line.split()))


def test_a_mode_that_is_no_configuration_resets_nothing() -> None:
    outcome = match(language().mode("exec"), "default clock")
    assert isinstance(outcome, Invalid)
    assert (outcome.column, outcome.end) == (0, 7)


def test_a_word_after_no_that_begins_several_keywords(small: Language) -> None:
    outcome = match(small.mode("ephone"), "no s")
    assert isinstance(outcome, Ambiguous)
    assert (outcome.column, outcome.end) == (3, 4)
    assert set(outcome.candidates) == {"speed-dial", "speed-label", "softkeys"}


FORWARDING = """
//@ prompt (config)#
mode_global: _every_mode | busy | all | night | pool | pool_all | key_server | station | station_name | track
    | quiet | quiet_hours | tone | tone_all | record | record__tag | _more

//? forward  Forward calls
//? busy     When the line is busy
//? NUMBER   To this number
busy: "forward" "busy" NUMBER
//? forward  Forward calls
//? all      All calls
//? NUMBER   To this number
all: "forward" "all" NUMBER
NUMBER: "WORD"
//? night    Night service
//? bell     Ring
//? NUMBER   This number
night: "night" "bell" NUMBER
//@ key NAME
//? pool   Pool
//? NAME   Its name
pool: "pool" NAME
NAME: "WORD"
//@ key TAG; no all
//? pool   Pool
//? every  All with a tag
//? TAG    Tag
pool_all: "pool" "every" TAG
TAG: "<1-9>"
//@ alias key-servers key-server
//? key-server   Server of keys
//? key-servers  Server of keys
//? TAG          Its tag
key_server: ("key-server" | "key-servers") TAG
//@ key TAG
//? station  Station
//? TAG      Its tag
//? VALUE    Its value
//? name     Text
//? TEXT     The text
station: "station" TAG VALUE ["name" TEXT]
VALUE: "WORD"
TEXT: "WORD"
//? station  Station
//? names    Show names
station_name: "station" "names"
//@ key TAG
//? track  Track
//? TAG    Its tag
track: "track" [TAG]
//@ only-no
//? quiet  Quiet
//? TAG    Tag
quiet: "quiet" TAG
//? quiet  Quiet
//? TAG    Tag
//? hours  Hours
quiet_hours: "quiet" TAG "hours"
//? tone  Tone
tone: "tone" note
//? low   Low
//? high  High
note: "low" | "high"
//? tone   Tone
//? every  All tones
tone_all: "tone" "every"
//? record  Record
//? NAME    Name
record: "record" NAME
//@ key TAG; no all
//? record  Record
//? TAG     Tag
record__tag: "record" TAG
//? depth   Depth
//? NUMBER  Number
depth: "depth" NUMBER
//@ key TAG
//? depth   Depth
//? NUMBER  Number
//? second  Second depth
//? TAG     Its tag
depth_second: "depth" NUMBER "second" TAG
//@ key TAG NAME; no list
//? chain  Chain
//? TAG    Its tag
//? link   Link
//? NAME   Its name
chain: "chain" TAG "link" NAME
_more: depth | depth_second | chain | calm | calmer | melody | melody_stop | store | store__tagged | slot
//@ hidden
//? calm-a  Calm
calm: "calm-a"
//@ hidden
//? calm-b  Calmer
calmer: "calm-b"
//? melody  Melody
melody: "melody" tune
//@ alias loudly loud
//? loud    Loud
//? loudly  Loud
//? soft    Soft
tune: "loud" | "loudly" | "soft"
//? melody  Melody
//? stop    Stop it
melody_stop: "melody" "stop"
//? store  Store
//? NAME   Its name
store: "store" NAME
//@ key TAG; no all
//? store  Store
//? TAG    Its tag
//? NAME   Its name
store__tagged: "store" TAG NAME
//@ key TAG
//? slot  Slot
//? TAG   Its tag
slot: "slot" [TAG]
"""


@pytest.fixture(scope="module")
def forwarding(tmp_path_factory: pytest.TempPathFactory) -> Mode:
    return global_language(tmp_path_factory.mktemp("grammars"), FORWARDING).mode("global")


def test_no_before_the_beginning_of_several_commands_is_incomplete(forwarding: Mode) -> None:
    assert isinstance(match(forwarding, "no forward"), Incomplete)
    assert isinstance(match(forwarding, "default forward"), Incomplete)


def test_no_before_the_beginning_of_one_command_means_it(forwarding: Mode) -> None:
    outcome = match(forwarding, "no forward busy")
    assert isinstance(outcome, Command)
    assert outcome.name == "busy"
    night = match(forwarding, "no night")
    assert isinstance(night, Command)
    assert (night.name, night.words) == ("night", ["night"])


def test_no_means_the_command_that_a_choice_continues(forwarding: Mode) -> None:
    for line, name in (("no melody", "melody"), ("no melody soft", "melody"), ("no melody stop", "melody_stop")):
        outcome = match(forwarding, line)
        assert isinstance(outcome, Command)
        assert outcome.name == name


def test_no_means_the_variant_that_it_removes_all_of(forwarding: Mode) -> None:
    outcome = match(forwarding, "no store")
    assert isinstance(outcome, Command)
    assert outcome.form.rule.name == "store__tagged"


def test_no_before_a_whole_command_means_it_also_without_a_key_that_it_may_leave_out(forwarding: Mode) -> None:
    for line in ("slot", "slot 3"):
        positive, negative = match(forwarding, line), match(forwarding, f"no {line}")
        assert isinstance(positive, Command)
        assert isinstance(negative, Command)
        assert (negative.form, negative.words) == (positive.form, positive.words)


def test_no_without_the_key_means_the_command_that_allows_it(forwarding: Mode) -> None:
    outcome = match(forwarding, "no pool every")
    assert isinstance(outcome, Command)
    assert outcome.name == "pool_all"


def test_no_is_incomplete_where_a_command_that_goes_on_needs_its_key(forwarding: Mode) -> None:
    assert match(forwarding, "no pool") == Incomplete(7, 2)


def test_no_means_the_command_without_a_key_beside_one_that_needs_it(forwarding: Mode) -> None:
    outcome = match(forwarding, "no depth")
    assert isinstance(outcome, Command)
    assert outcome.name == "depth"


def test_no_with_a_number_means_all_lines_of_the_list(forwarding: Mode) -> None:
    outcome = match(forwarding, "no chain 5")
    assert isinstance(outcome, Command)
    assert outcome.name == "chain"
    assert match(forwarding, "no chain") == Incomplete(8, 2)
    assert match(forwarding, "no chain 5 link") == Incomplete(15, 4)
    assert isinstance(match(forwarding, "no chain 5 link iron"), Command)


def test_the_fast_path_takes_a_negative_line_as_the_careful_match_does(forwarding: Mode) -> None:
    assert isinstance(match(forwarding, "no pool"), Incomplete)
    for line in ("no pool every", "no pool", "no forward", "no track", "no slot", "no"):
        careful, exact = match_typed(forwarding, line), match_exact(forwarding, line)
        assert isinstance(careful, Command) == (exact is not None)
        if isinstance(careful, Command) and exact is not None:
            assert (exact.form, exact.words, exact.negative) == (careful.form, careful.words, True)
    match_typed(forwarding, "no pool alpha")
    exact = match_exact(forwarding, "no pool alpha")
    assert exact is not None
    assert (exact.name, exact.negative) == ("pool", True)


def test_a_word_that_begins_several_hidden_keywords(forwarding: Mode) -> None:
    outcome = match(forwarding, "calm")
    assert isinstance(outcome, Ambiguous)
    assert set(outcome.candidates) == {"calm-a", "calm-b"}
    assert isinstance(match(forwarding, "calm-b"), Command)


@pytest.mark.parametrize(
    ("line", "stored"),
    [("key-servers 3", "key-server 3"), ("no key-servers 3", "key-server 3"), ("key-server 3", "key-server 3"),
     ("melody loudly", "melody loud"), ("melody soft", "melody soft")],
)  # fmt: skip
def test_an_alias_is_stored_in_its_other_spelling(forwarding: Mode, line: str, stored: str) -> None:
    for _ in range(2):  # the second time, the tree knows the line
        outcome = match_in((forwarding,), line)
        assert isinstance(outcome, Command)
        assert outcome.words == stored.split()


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("station 3 alpha", 2),
        ("station 3 alpha name beta", 2),
        ("station names", 2),
        ("pool every 4", 3),
        ("forward busy 5", 2),
        ("chain 5 link iron", 4),
        ("depth 5 second 3", 4),
    ],
)
def test_a_stored_no_keeps_the_words_before_the_first_value(forwarding: Mode, line: str, kept: int) -> None:
    outcome = match(forwarding, line)
    assert isinstance(outcome, Command)
    assert outcome.form.identifying == kept


def test_a_command_with_a_negative_form_only(forwarding: Mode) -> None:
    negative = match(forwarding, "no quiet 3")
    assert isinstance(negative, Command)
    assert (negative.name, negative.negative) == ("quiet", True)
    assert isinstance(match(forwarding, "quiet 3"), Incomplete)
    assert match_exact(forwarding, "quiet 3") is None


def test_no_prefers_the_command_that_a_choice_continues(forwarding: Mode) -> None:
    outcome = match(forwarding, "no tone")
    assert isinstance(outcome, Command)
    assert outcome.name == "tone"


def test_of_two_forms_of_one_name_no_prefers_the_one_that_negates_all(forwarding: Mode) -> None:
    outcome = match(forwarding, "no record")
    assert isinstance(outcome, Command)
    assert outcome.form.rule.name == "record__tag"


@pytest.mark.parametrize("line", ["no speed-dial 3 4100 label Front  desk", "no description no  label", 'no description "a  b"'])
def test_the_fast_path_keeps_the_rest_of_a_negative_line(small: Language, line: str) -> None:
    mode = small.mode("ephone")
    match_typed(mode, line)
    exact = match_exact(mode, line)
    assert exact is not None
    assert exact.text == line


class _Without:
    """The access of a user for whom one command does not exist."""

    def __init__(self, name: str) -> None:
        self.name = name

    def visible(self, node: Node) -> frozenset[str]:
        return frozenset(node.children())

    def permits(self, form: Form) -> bool:
        return form.name != self.name

    def reaches(self, node: Node) -> bool:
        return True


def test_no_means_no_command_that_the_user_may_not_enter(forwarding: Mode, small: Language) -> None:
    assert isinstance(match_typed(forwarding, "no night", _Without("night")), Incomplete)
    assert isinstance(match_typed(forwarding, "no night bell 5", _Without("night")), Incomplete)
    assert isinstance(match_typed(forwarding, "no night", _Without("busy")), Command)
    left = match_typed(forwarding, "no forward", _Without("busy"))
    assert isinstance(left, Command)
    assert left.name == "all"
    assert isinstance(match_typed(small.mode("ephone_dn"), "no huntstop", _Without("huntstop")), Command)
