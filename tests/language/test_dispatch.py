"""The mode that a line belongs to: the submode, a mode around it, or global configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import Ambiguous, Command, Incomplete, Invalid, Language, Node, exact_in, language, match_in, match_typed
from iossim.language.form import Form
from iossim.language.trail import Access
from tests.small_language import global_language, small_language

#: The mode that a line is typed in, the line, the mode that it belongs to, the command.
BELONGS = [
    ("ephone_dn", "number 6001", "ephone_dn", "number 6001"),
    ("ephone_dn", "ephone-dn 2", "global", "ephone-dn 2"),
    ("ephone_dn", "ephone-dn 2 dual", "global", "ephone-dn 2 dual-line"),
    ("ephone_dn", "ephone-dn-template 3", "ephone_dn", "ephone-dn-template 3"),
    ("ephone_dn", "ephone-dn-t 3", "ephone_dn", "ephone-dn-template 3"),
    ("ephone_dn", "no ephone-dn 2", "global", "no ephone-dn 2"),
    ("ephone_dn", "default ephone-dn 2", "global", "default ephone-dn 2"),
    ("ephone_dn", "EPHONE-DN 2", "global", "ephone-dn 2"),
    ("ephone_dn", "log 3", "global", "log 3"),
    ("ephone_dn", "h", "ephone_dn", "huntstop"),
    ("ephone_dn", "ho Office", "global", "hostname Office"),
    ("ephone_dn", "number__x", "", ""),
    ("ephone", "presence", "global", "presence"),
    ("ephone", "presence call-list", "ephone", "presence call-list"),
    ("ephone", "pres", "global", "presence"),
    ("ephone", "pres call", "ephone", "presence call-list"),
    ("ephone", "no presence", "ephone", "no presence"),
    ("ephone", "ephone 2", "global", "ephone 2"),
    ("ephone", "exit", "ephone", "exit"),
    ("global", "ephone 2", "global", "ephone 2"),
]


@pytest.mark.parametrize(("mode", "line", "belongs", "text"), BELONGS)
def test_a_line_belongs_to_a_mode(small: Language, mode: str, line: str, belongs: str, text: str) -> None:
    outcome = match_in(small.chain(mode), line)
    if not belongs:
        assert not isinstance(outcome, Command)
    else:
        assert isinstance(outcome, Command)
        assert (outcome.mode, outcome.text) == (belongs, text)


def test_the_first_line_of_all_belongs_to_the_same_mode_as_later_ones(tmp_path: Path) -> None:
    chain = small_language(tmp_path).chain("ephone_dn")
    for _ in range(2):
        outcome = match_in(chain, "ephone-dn 2")
        assert isinstance(outcome, Command)
        assert outcome.mode == "global"


def test_a_mode_that_no_line_has_been_read_in_is_not_passed_over(tmp_path: Path) -> None:
    language = small_language(tmp_path)
    match_in(language.chain("global"), "no presence")
    assert exact_in(language.chain("ephone"), "no presence") is None
    outcome = match_in(language.chain("ephone"), "no presence")
    assert isinstance(outcome, Command)
    assert outcome.mode == "ephone"


@pytest.mark.parametrize("line", ["", " ", "\t  "])
def test_a_line_without_words_is_incomplete(small: Language, line: str) -> None:
    assert match_in(small.chain("ephone"), line) == Incomplete(0, 0)
    assert match_in(small.chain("ephone"), line, _Only("type")) == Incomplete(0, 0)


#: The mode that a line in full spelling is typed in, the line, the mode that it belongs to.
FAST = [
    ("ephone_dn", "number 6001", "ephone_dn"),
    ("ephone_dn", "ephone-dn 2", "global"),
    ("ephone_dn", "ephone-dn 2 dual-line", "global"),
    ("ephone_dn", "ephone-dn-template 3", "ephone_dn"),
    ("ephone_dn", "no ephone-dn 2", "global"),
    ("ephone_dn", "no huntstop", "ephone_dn"),
    ("ephone_dn", "log 3", "global"),
    ("ephone_dn", "hostname Office", "global"),
    ("ephone", "presence call-list", "ephone"),
    ("ephone", "ephone 2", "global"),
    ("ephone", "exit", "ephone"),
    ("ephone", "no presence", "ephone"),
    ("line", "button 1:1", "phone"),
    ("line", "phone 2", "global"),
    ("global", "ephone 2", "global"),
]


@pytest.mark.parametrize(("mode", "line", "belongs"), FAST)
def test_a_line_in_full_spelling_takes_the_fast_path(small: Language, mode: str, line: str, belongs: str) -> None:
    careful = match_typed(small.mode(belongs), line)
    command = exact_in(small.chain(mode), line)
    assert command is not None
    assert isinstance(careful, Command)
    assert (command.mode, command.text, command.form.rule) == (belongs, line, careful.form.rule)


@pytest.mark.parametrize(
    ("mode", "line"),
    [("ephone", "presence"), ("ephone_dn", "snr"), ("ephone_dn", "EPHONE-DN 2"), ("ephone_dn", "h"),
     ("ephone_dn", "default huntstop"), ("ephone_dn", "no"), ("ephone_dn", "number")],
)  # fmt: skip
def test_the_fast_path_does_not_pass_over_a_mode_that_has_the_word(small: Language, mode: str, line: str) -> None:
    match_in(small.chain(mode), line)
    assert exact_in(small.chain(mode), line) is None


def test_the_fast_path_does_not_pass_over_a_mode_that_it_does_not_know(tmp_path: Path) -> None:
    small = small_language(tmp_path)
    chain = small.chain("ephone_dn")
    line = "ephone-dn-template 3"
    outer = match_in((small.mode("global"),), line)
    assert isinstance(outer, Command)
    assert outer.mode == "global"
    assert exact_in(chain, line) is None
    inner = match_in(chain, line)
    assert isinstance(inner, Command)
    assert inner.mode == "ephone_dn"


def test_where_no_mode_takes_the_line_the_submode_that_has_its_first_word_reports_it(small: Language) -> None:
    chain = small.chain("ephone_dn")
    incomplete = match_in(chain, "ephone-dn")
    bad_tag = match_in(chain, "ephone-dn 99")
    bad_value = match_in(chain, "snr 5 delay 99")
    further_around = match_in(chain, "rou 10.0.0.0 x")
    assert isinstance(further_around, Invalid)
    assert (further_around.column, further_around.words) == (13, 2)
    unknown = match_in(chain, "foo")
    several = match_in(chain, "e")
    abbreviated = match_in(chain, "ho Office now")
    assert isinstance(abbreviated, Invalid)
    assert (abbreviated.column, abbreviated.words) == (10, 2)
    assert isinstance(incomplete, Incomplete)
    assert isinstance(bad_tag, Invalid)
    assert (bad_tag.column, bad_tag.expected) == (10, ("<1-15>",))
    assert isinstance(bad_value, Invalid)
    assert bad_value.column == 12
    assert isinstance(unknown, Invalid)
    assert "number" in unknown.expected
    assert isinstance(several, Ambiguous)
    assert set(several.candidates) == {"end", "exit", "ephone-dn-template"}


def test_the_modes_around_a_mode(small: Language) -> None:
    assert [mode.name for mode in small.chain("ephone_dn")] == ["ephone_dn", "global"]
    assert [mode.name for mode in small.chain("global")] == ["global"]


def test_a_parent_stands_between_a_mode_and_global_configuration() -> None:
    chain = language().chain("voice_class_dualtone")
    assert [mode.name for mode in chain] == ["voice_class_dualtone", "voice_class_custom_cptone", "global"]


class _Only(Access):
    """Sees the commands that begin with a word, and no other."""

    def __init__(self, word: str) -> None:
        self.word = word

    def visible(self, node: Node) -> frozenset[str]:
        return frozenset(node.children()) if node.symbol else frozenset({self.word})

    def permits(self, form: Form) -> bool:
        return form.literal[0] == self.word

    def reaches(self, node: Node) -> bool:
        return True


def test_what_may_not_be_seen_does_not_claim_a_line(small: Language) -> None:
    chain = small.chain("ephone")
    assert isinstance(match_in(chain, "ephone 2", _Only("type")), Invalid)
    seen = match_in(chain, "t 7960", _Only("type"))
    assert isinstance(seen, Command)
    assert seen.text == "type 7960"
    ambiguous_for_others = match_in(chain, "s 3 4", _Only("speed-dial"))
    assert isinstance(ambiguous_for_others, Command)


NESTED = """
//@ prompt (config)#
mode_global: _every_mode | area | log | speed
//@ enters area
//? area  Area
area: "area"
//? log  Log
//? NUMBER  How much
log: "log" NUMBER
//? Speed  Speed
//? NUMBER  How much
speed: "Speed" NUMBER
NUMBER: "<1-9>"

//@ prompt (config-area)#
mode_area: _every_mode | log__area | logging | speed__area
//@ privilege 15
//? log  Log
//? NUMBER  How much
log__area: "log" NUMBER
//? logging  Logging
//? NUMBER  How much
logging: "logging" NUMBER
//? speed  Speed
//? NUMBER  How much
speed__area: "speed" NUMBER
"""


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return global_language(tmp_path_factory.mktemp("grammars"), NESTED)


class _Without(Access):
    """Sees all words but one at the beginning of a line in one mode."""

    def __init__(self, root: Node, word: str) -> None:
        self.root = root
        self.word = word

    def visible(self, node: Node) -> frozenset[str]:
        words = frozenset(node.children())
        return words - {self.word} if node is self.root else words

    def permits(self, form: Form) -> bool:
        return form.literal[0] != self.word or form.mode != self.root.tree.mode

    def reaches(self, node: Node) -> bool:
        return True


def test_a_word_that_may_not_be_seen_leaves_the_line_to_the_mode_around(nested: Language) -> None:
    chain = nested.chain("area")
    for access, mode in ((None, "area"), (_Without(chain[0].root, "logging"), "area"), (_Without(chain[0].root, "log"), "global")):
        outcome = match_in(chain, "log 3", access)
        assert isinstance(outcome, Command)
        assert (outcome.mode, outcome.text) == (mode, "log 3")


def test_the_case_of_a_word_does_not_choose_the_mode(nested: Language) -> None:
    around = match_in(nested.chain("global"), "Speed 3")
    assert isinstance(around, Command)
    assert around.text == "Speed 3"
    for line in ("speed 3", "Speed 3", "SPEED 3"):
        outcome = match_in(nested.chain("area"), line)
        assert isinstance(outcome, Command)
        assert (outcome.mode, outcome.text) == ("area", "speed 3")


def test_default_in_full_is_no_abbreviation_of_a_longer_command() -> None:
    chain = language().chain(next(name for name in language().mode_names if "dhcp_pool" in name or name == "ip_dhcp"))
    reset = match_in(chain, "default dns-server")
    router = match_in(chain, "default-router 192.0.2.1")
    assert isinstance(reset, Command)
    assert (reset.reset, reset.name) == (True, "dns_server")
    assert isinstance(router, Command)
    assert router.name == "default_router"
