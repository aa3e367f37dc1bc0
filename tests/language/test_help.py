"""The answers to `?` and Tab: from the same nodes as the matcher."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import Ambiguous, Command, Form, Invalid, Language, Mode, Node, language, match
from iossim.language.help import begun, choices, complete
from tests.small_language import global_language


def _choices(mode: Mode, line: str) -> tuple[list[str], bool]:
    answer = choices(mode, line)
    assert isinstance(answer, tuple)
    return [shown for shown, _ in answer[0]], answer[1]


@pytest.mark.parametrize(
    ("mode", "line", "words", "ends"),
    [
        ("ephone_dn", "number ", ["WORD"], False),
        ("ephone_dn", "number 6001 ", ["no-reg", "secondary"], True),
        ("ephone_dn", "num 6001 no ", ["both", "primary"], True),
        ("ephone_dn", "snr ", ["ring-stop", "WORD"], False),
        ("ephone_dn", "snr 5 delay ", ["<0-10>"], False),
        ("ephone_dn", "huntstop ", ["channel"], True),
        ("ephone_dn", "no snr ", ["ring-stop", "WORD"], True),
        ("ephone_dn", "park-slot ", ["directed", "recall", "retry", "timeout"], True),
        ("ephone", "type ", ["7940", "7941GE", "7960", "WORD"], False),
        ("ephone", "softkeys idle ", ["Cfwdall", "Newcall", "Redial"], False),
        ("ephone", "button 1:1 ", ["LINE"], True),
        ("ephone", "speed-label ", [], True),
        ("ephone", "no speed-dial ", ["<1-33>"], False),
        ("global", "logging ", ["host", "A.B.C.D"], False),
    ],
)
def test_what_may_follow(small: Language, mode: str, line: str, words: list[str], ends: bool) -> None:
    assert _choices(small.mode(mode), line) == (words, ends)


def test_every_word_has_its_help(small: Language) -> None:
    assert choices(small.mode("ephone"), "speed-dial 3 4100 ") == ([("label", "Text beside the button")], True)
    models = [("7940", "Cisco 7940"), ("7941GE", "Cisco 7941GE"), ("7960", "Cisco 7960"), ("WORD", "Any other model")]
    assert choices(small.mode("ephone"), "type ") == (models, False)
    for mode in small.modes():
        lines = choices(mode, "")
        assert isinstance(lines, tuple)
        assert [shown for shown, text in lines[0] if not text] == []


def test_alone_it_lists_the_mode_s_commands_no_and_default_among_them(small: Language) -> None:
    words, ends = _choices(small.mode("ephone"), "")
    assert words == sorted(words, key=str.lower)
    assert {"default", "no", "end", "exit", "type", "button"} <= set(words)
    assert not ends
    assert "ephone" not in words


def test_a_hidden_command_is_accepted_and_not_shown(small: Language) -> None:
    ephone = small.mode("ephone")
    assert isinstance(match(ephone, "silent"), Command)
    assert "silent" not in _choices(ephone, "")[0]
    assert begun(ephone, "", "si") == []
    assert complete(ephone, "si") == "si"


def test_a_problem_before_the_word_is_handed_on(small: Language) -> None:
    assert isinstance(choices(small.mode("ephone"), "foo "), Invalid)
    assert isinstance(choices(small.mode("ephone"), "speed "), Ambiguous)
    assert isinstance(begun(small.mode("ephone"), "speed ", "3"), Ambiguous)


@pytest.mark.parametrize(
    ("mode", "before", "word", "keywords"),
    [
        ("ephone", "", "s", ["softkeys", "speed-dial", "speed-label"]),
        ("ephone", "", "SP", ["speed-dial", "speed-label"]),
        ("ephone", "no ", "ty", ["type"]),
        ("ephone", "", "n", ["no"]),
        ("ephone", "no ", "n", []),
        ("ephone", "default ", "d", ["description"]),
        ("ephone", "softkeys idle ", "r", ["Redial"]),
        ("ephone", "type ", "79", ["7940", "7941GE", "7960"]),
        ("ephone", "", "x", []),
        ("ephone_dn", "number ", "W", []),
        ("ephone_dn", "number ", "6", []),
        ("ephone_dn", "snr 5 delay ", "<", []),
    ],
)
def test_what_begins_so(small: Language, mode: str, before: str, word: str, keywords: list[str]) -> None:
    assert begun(small.mode(mode), before, word) == keywords


@pytest.mark.parametrize(
    ("mode", "line", "completed"),
    [
        ("ephone_dn", "hun", "huntstop "),
        ("ephone_dn", "huntstop", "huntstop "),
        ("ephone_dn", "  num 6001  SEC", "  num 6001  secondary "),
        ("ephone_dn", "no sn", "no snr "),
        ("ephone_dn", "snr 5", "snr 5"),
        ("ephone_dn", "e", "e"),
        ("ephone_dn", "ephone-dn", "ephone-dn-template "),
        ("ephone_dn", "number ", "number "),
        ("ephone_dn", "", ""),
        ("ephone_dn", "  ", "  "),
        ("ephone_dn", "hun\t", "hun\t"),
        ("ephone_dn", "foo ba", "foo ba"),
        ("global", "lo", "lo"),
        ("global", "logg", "logging "),
        ("global", "log", "log"),
    ],
)
def test_tab_completes_a_word_that_one_keyword_alone_begins_with(small: Language, mode: str, line: str, completed: str) -> None:
    assert complete(small.mode(mode), line) == completed


def test_help_and_tab_show_only_the_current_mode(small: Language) -> None:
    assert complete(small.mode("ephone"), "hostn") == "hostn"
    assert begun(small.mode("ephone"), "", "host") == []


MODES = """
//@ prompt (config)#
mode_global: _every_mode | four | five | values | one

//@ enters four
//? four  Four commands
four: "four"
//@ enters five
//? five  Five commands
five: "five"
//@ enters values
//? values  Four commands and a value
values: "values"
//@ enters one
//? one  One command
one: "one"

//@ prompt (config-four)#
mode_four: _every_mode | alpha | beta
//? alpha  First
alpha: "alpha"
//? Beta  Second
beta: "Beta"

//@ prompt (config-five)#
mode_five: _every_mode | alpha | beta | hidden_word | word
//@ hidden
//? gamma  Hidden
//? deep   Deep
hidden_word: "gamma" "deep"
//? gamma  Third
//? TEXT   Text
word: "gamma" TEXT
TEXT: "<1-max-texts>"

//@ prompt (config-values)#
mode_values: _every_mode | alpha | beta | value
//? TEXT  Text
value: TEXT

//@ prompt (config-one)#
mode_one: alpha
"""


@pytest.fixture(scope="module")
def modes(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return global_language(tmp_path_factory.mktemp("grammars"), MODES)


@pytest.mark.parametrize(
    ("mode", "words"),
    [
        ("four", ["alpha", "Beta", "end", "exit"]),
        ("five", ["alpha", "Beta", "default", "end", "exit", "gamma", "no"]),
        ("values", ["<1-65535>", "alpha", "Beta", "default", "end", "exit", "no"]),
    ],
)
def test_no_and_default_are_shown_where_a_mode_has_more_than_the_common_commands(
    modes: Language, mode: str, words: list[str]
) -> None:
    assert _choices(modes.mode(mode), "") == (words, False)
    assert begun(modes.mode(mode), "", "") == [word for word in words if word[0] != "<"]


def test_words_after_no_are_sorted_without_regard_to_case_and_no_alone_is_no_command(modes: Language) -> None:
    assert _choices(modes.mode("five"), "no ") == (["alpha", "Beta", "end", "exit", "gamma"], False)
    assert _choices(modes.mode("one"), "no ") == (["alpha"], False)
    assert _choices(modes.mode("one"), "no alpha ") == ([], True)


def test_the_help_of_a_word_is_not_that_of_a_hidden_command(modes: Language) -> None:
    found = choices(modes.mode("five"), "")
    assert isinstance(found, tuple)
    assert dict(found[0])["gamma"] == "Third"


@pytest.mark.parametrize(("bound", "shown"), [(None, "<1-65535>"), (7, "<1-7>")])
def test_an_argument_is_shown_with_its_bound_now(modes: Language, bound: int | None, shown: str) -> None:
    found = choices(modes.mode("values"), "", live_bound=lambda name: bound if name == "max-texts" else 0)
    assert isinstance(found, tuple)
    assert (shown, "Text") in found[0]


class _Keywords:
    """The access of a user for whom a word exists, and no argument."""

    def __init__(self, word: str) -> None:
        self.word = word

    def visible(self, node: Node) -> frozenset[str]:
        return frozenset({self.word})

    def permits(self, form: Form) -> bool:
        return True

    def reaches(self, node: Node) -> bool:
        return False


def test_what_does_not_exist_for_a_user_is_not_shown(modes: Language) -> None:
    mode = modes.mode("values")
    assert choices(mode, "", _Keywords("alpha")) == ([("alpha", "First")], False)
    assert begun(mode, "", "", _Keywords("alpha")) == ["alpha"]
    assert complete(mode, "e", _Keywords("end")) == "end "
    assert complete(mode, "e") == "e"


#: Lines of the grammars that came with iossim whose last word begins like the notation of the argument that stands there.
NOTATIONS = [
    ("exec", "clock set h"),
    ("exec", "clock set 10:00:00 1 M"),
    ("exec", "clock set 10:00:00 1 MONTH"),
    ("global", "ntp server x"),
    ("global", "ntp server X:"),
    ("global", "ip name-server x"),
    ("global", "ip host a x"),
    ("global", "hostname W"),
    ("global", "ephone-dn <"),
    ("ephone", "mac-address h"),
    ("ephone", "mac-address H.H.H"),
]


@pytest.mark.parametrize(("mode", "line"), NOTATIONS)
def test_tab_never_inserts_a_notation(mode: str, line: str) -> None:
    assert complete(language().mode(mode), line) == line


def _samples(mode: Mode) -> list[tuple[str, Node]]:
    """A line for every node of a mode that differs from the ones before in the words that may follow, and the node."""
    lines = [("", mode.root)]
    known = set()
    for line, node in lines:
        node.children()
        words = frozenset(child.text for child in node.folded.values()), tuple(notation.text for notation, _ in node.arguments)
        if words in known:
            continue
        known.add(words)
        lines += [(f"{line}{child.text} ", child) for child in node.exact.values()]
        lines += [
            (f"{line}{notation.samples[0]} ", child) for notation, child in node.arguments if notation.span in ("word", "two")
        ]
    return lines


@pytest.mark.parametrize("name", language().mode_names)
def test_only_keywords_begin_with_what_was_typed(name: str) -> None:
    mode = language().mode(name)
    for line, node in _samples(mode):
        keywords = begun(mode, line, "")
        if isinstance(keywords, list):
            negations = {"no", "default"} if not line else set()
            assert set(keywords) - negations <= {child.text for child in node.exact.values()}, line


def test_a_mode_of_few_commands_has_no_use_for_no_and_default(small: Language) -> None:
    chain = small.mode("chain")
    assert _choices(chain, "")[0] == ["certificate", "end", "exit"]
    assert begun(chain, "", "n") == begun(chain, "", "d") == []
    assert _choices(small.mode("global"), "")[0].count("no") == 1


SHARED_HELP = """
//@ prompt (config)#
//# ip        Internet protocol
//# ip route  Static routes
mode_global: _every_mode | ip_route | ip_name | name

//? NETWORK  Network
ip_route: "ip" "route" NETWORK
NETWORK: "A.B.C.D"
//? name  Name of the router
ip_name: "ip" "name"
//? name  Names
//? ip    By address
name: "name" "ip"
"""


def test_help_above_a_list_is_of_the_words_that_lines_begin_with(tmp_path: Path) -> None:
    mode = global_language(tmp_path, SHARED_HELP).mode("global")
    lines = choices(mode, "")
    assert isinstance(lines, tuple)
    assert ("ip", "Internet protocol") in lines[0]
    assert choices(mode, "ip ") == ([("name", "Name of the router"), ("route", "Static routes")], False)
    assert choices(mode, "name ") == ([("ip", "By address")], False)


def test_before_the_first_word_a_line_never_ends(tmp_path: Path) -> None:
    mode = global_language(tmp_path, '//@ prompt (config)#\nmode_global: a\n//? a  A\na: "a"\n').mode("global")
    assert choices(mode, "no ") == ([("a", "A")], False)
    assert choices(mode, "") == ([("a", "A")], False)
    assert choices(mode, "no a ") == ([], True)
