"""Entering, `no` and `default`: what is stored, removed and restored, and what goes with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.config import Transaction, line
from iossim.config.render import ordered
from iossim.language import Language, language
from tests.config.support import Typist


def _phone(typist: Typist, lines: str) -> list[str]:
    typist.types("dn 1\ndn 2\ndn 3\nphone 1\n" + lines)
    shown = typist.lines()
    return [line.strip() for line in shown[shown.index("phone 1") + 1 : -1]]


def test_a_command_takes_the_place_of_the_one_before(typist: Typist) -> None:
    assert typist.types("hostname a\nhostname b").lines() == ["hostname b", "end"]


@pytest.mark.parametrize("undo", ["no hostname", "no hostname a", "no hostname other", "default hostname"])
def test_no_and_default_remove_what_was_entered(typist: Typist, undo: str) -> None:
    assert typist.types(f"hostname a\n{undo}").lines() == ["end"]


def test_no_of_what_is_not_there_changes_nothing(typist: Typist) -> None:
    before = typist.configuration.root.snapshot()
    typist.types("no hostname\nno dn 7\nno phone 2\ndefault lookup")
    assert typist.configuration.root.snapshot() == before


def test_a_toggle_that_is_on_by_default_stores_only_its_negation(typist: Typist) -> None:
    assert typist.types("lookup").lines() == ["end"]
    assert typist.types("no lookup").lines() == ["no lookup", "end"]
    assert typist.types("lookup").lines() == ["end"]
    assert typist.types("no lookup\ndefault lookup").lines() == ["end"]


@pytest.mark.parametrize("undo", ["no fax protocol", "default fax protocol"])
def test_no_of_a_choice_with_a_default_goes_back_to_the_default(undo: str) -> None:
    header = "dial-peer voice 1 voip"
    typist = Typist(language()).types(f"{header}\nfax protocol none")
    assert typist.lines() == [header, " fax protocol none", "end"]
    assert typist.types(undo).lines() == [header, "end"]
    section = typist.types("fax protocol system").section
    assert section.get("fax_protocol") is not None
    assert typist.lines() == [header, "end"]


def test_a_command_declared_so_stores_both_forms(typist: Typist) -> None:
    assert typist.types("feature").lines() == ["feature", "end"]
    assert typist.types("no feature").lines() == ["no feature", "end"]
    assert typist.types("default feature").lines() == ["end"]


def test_no_of_a_value_with_a_default_goes_back_to_the_default(typist: Typist) -> None:
    typist.types("dn 1\norder 3\nno order")
    dn = typist.configuration.section("dn", 1)
    assert dn is not None
    assert dn.get("order") is None
    order = dn.effective("order")
    assert order is not None
    assert order.words == ["order", "0"]


def test_a_command_without_a_no_form_refuses_it_under_its_first_word(typist: Typist) -> None:
    typist.types("version 15.7")
    applied = typist.type("no version")
    assert (applied.accepted, applied.word, applied.refused) == (False, 0, "")
    assert typist.lines() == ["version 15.7", "end"]


def test_commands_that_exclude_each_other(typist: Typist) -> None:
    assert _phone(typist, "fast 3\nslow") == ["slow"]
    assert _phone(typist, "fast 4") == ["fast 4"]


def test_what_the_router_says_although_all_is_well(typist: Typist) -> None:
    typist.types("phone 1")
    assert typist.type("fast 3").says == "speed is 3\n"
    assert typist.type("slow").says == ""


def test_an_action_is_told_and_not_stored(typist: Typist) -> None:
    typist.types("phone 1")
    applied = typist.type("reset")
    assert (applied.action, applied.accepted) == ("reset", True)
    assert typist.lines() == ["phone 1", "end"]


def test_a_repeated_argument_is_many_entries_on_one_line(typist: Typist) -> None:
    assert _phone(typist, "button 2:1\nbutton 1:2 3:3") == ["button  1:2 2:1 3:3"]
    assert _phone(typist, "button 1:1") == ["button  1:1 2:1 3:3"]
    assert _phone(typist, "no button 2:1") == ["button  1:1 3:3"]
    assert _phone(typist, "no button 1:9 3:1") == []


def test_no_without_a_key_removes_all_where_the_grammar_says_so(typist: Typist) -> None:
    assert _phone(typist, "speed 1 11\nspeed 2 22\nno speed 1") == ["speed 2 22"]
    assert _phone(typist, "speed 1 11\nno speed") == []


def test_no_of_a_header_removes_the_section_and_all_below(typist: Typist) -> None:
    typist.types("phone 1\nslow\nline 1\nlabel a\nno phone 1")
    assert typist.lines() == ["end"]
    assert typist.configuration.root.sections == {}


def test_a_section_entered_again_goes_on(typist: Typist) -> None:
    typist.types("phone 1\nslow\nphone 2\nphone 1\nkeys Dnd")
    assert typist.lines() == ["phone 1", " keys Dnd", " slow", "phone 2", "end"]


def test_a_longer_header_replaces_a_shorter_one_and_not_the_other_way_round(typist: Typist) -> None:
    assert typist.types("dn 1\nnumber 5\ndn 1 dual-line").lines() == ["dn  1  dual-line", " number 5", "end"]
    assert typist.types("dn 1").lines() == ["dn  1  dual-line", " number 5", "end"]


def test_what_the_router_would_refuse_to_read_back_goes_with_the_definition(typist: Typist) -> None:
    assert _phone(typist, "button 1:1 2:2 3:3\nno dn 2") == ["button  1:1 3:3"]
    assert _phone(typist, "dn 2\nphone 1\nbutton 2o1,2\nno dn 2") == ["button  1:1 3:3"]


def test_a_reference_that_the_router_accepts_stays(typist: Typist) -> None:
    typist.types("dn 1\nroute 10.0.0.0 192.0.2.1 dn 1\nno dn 1")
    assert typist.lines() == ["route 10.0.0.0 192.0.2.1 dn 1", "end"]


def test_instances_with_several_keys_stand_side_by_side(typist: Typist) -> None:
    typist.types("route 10.0.0.0 192.0.2.2\nroute 10.0.0.0 192.0.2.1\nroute 10.0.0.0 192.0.2.1 dn 4")
    assert typist.lines() == ["route 10.0.0.0 192.0.2.1 dn 4", "route 10.0.0.0 192.0.2.2", "end"]
    assert typist.types("no route 10.0.0.0 192.0.2.1").lines() == ["route 10.0.0.0 192.0.2.2", "end"]


#: The header of a section, the lines in it, a `no`, and the lines that are left.
NEGATED = [
    ("ip dhcp pool P", "network 10.0.0.0 255.255.255.0", "no host", ["network 10.0.0.0 255.255.255.0"]),
    ("ip dhcp pool P", "network 10.0.0.0 255.255.255.0", "no network", []),
    ("ip dhcp pool P", "host 10.0.0.1", "no network", ["host 10.0.0.1"]),
    ("dial-peer voice 1 voip", "voice-class codec 1", "no codec", ["voice-class codec 1  "]),
    ("dial-peer voice 1 voip", "codec g711ulaw", "no voice-class codec 1", ["codec g711ulaw"]),
    ("dial-peer voice 1 voip", "voice-class codec 1", "no voice-class codec 1", []),
    ("telephony-service", "fac custom callfwd all #1", "no fac standard", ["fac custom callfwd all #1"]),
    ("telephony-service", "fac standard", "no fac custom callfwd all", ["fac standard"]),
    ("telephony-service", "fac standard", "no fac standard", []),
    ("interface GigabitEthernet0/0", "ip unnumbered Loopback0", "no ip address", ["no ip address"]),
    ("interface GigabitEthernet0/0", "ip address 10.0.0.1 255.0.0.0", "no ip unnumbered", ["ip address 10.0.0.1 255.0.0.0"]),
    ("voice register global\nsip-oauth", "key-server source-interface Loopback0", "no key-server", []),
    (
        "voice register global\nsip-oauth",
        "key-server ipv4:10.0.0.9 username a password b",
        "no key-server source-interface Loopback0",
        ["key-server ipv4:10.0.0.9 username a password b"],
    ),
    ("ephone-dn 1", "no call-waiting beep accept", "no call-waiting beep", ["no call-waiting beep"]),
    ("ephone-dn 1", "call-waiting beep accept\ncall-waiting beep generate", "no call-waiting beep", ["no call-waiting beep"]),
    ("ephone-dn 1", "no call-waiting beep accept\nno call-waiting beep generate", "call-waiting beep", []),
    ("ephone-dn 1", "no call-waiting beep accept", "no call-waiting ring", ["no call-waiting beep accept"]),
]


@pytest.mark.parametrize(("header", "entered", "undo", "left"), NEGATED)
def test_no_removes_what_its_command_excludes_only_where_the_grammar_says_so(
    header: str, entered: str, undo: str, left: list[str]
) -> None:
    typist = Typist(language()).types(header)
    before = typist.section.snapshot()
    section = typist.types(entered).section
    assert section.snapshot() != before
    typist.types(undo)
    assert [line(command) for _, command in ordered(section)] == left


#: A toggle that is on by default and may be given a word; sections that are there by default.
TOGGLES = """
//@ prompt (config)#
mode_global: lookup | service | set
//@ default lookup
//? lookup  Names are looked up
//? source  From the source
lookup: "lookup" ["source"]
//@ default service; enters service
//? service  A service
service: "service"
//@ default set main; enters service; key NAME; stored
//? set   A set of levels
//? main  The set that is there by default
//? WORD  Name
set: "set" name
name: "main" | WORD
WORD: "WORD"

//@ prompt (config-service)#
mode_service: level
//? level  Level
//? LEVEL  Number
level: "level" LEVEL
LEVEL: "<1-9>"
"""


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("lookup", []),
        ("lookup source", ["lookup source"]),
        ("lookup source\nlookup", []),
        ("no lookup\nlookup source", ["lookup source"]),
        ("no lookup", ["no lookup"]),
        ("service\nlevel 3", ["service", " level 3"]),
        ("service\nlevel 3\nno service", []),
        ("no service", []),
        ("no set main", ["no set main"]),
        ("no set other", []),
        ("set main\nlevel 3\nno set main", ["no set main"]),
        ("no set main\nset main\nlevel 3", ["set main", " level 3"]),
        ("no set main\ndefault set main", []),
        ("set main", ["set main"]),
    ],
)
def test_defaults_of_several_words_and_of_sections(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, left: list[str]
) -> None:
    (tmp_path / "global.lark").write_text(TOGGLES, encoding="utf-8")
    assert Typist(Language(tmp_path)).types(typed).lines() == [*left, "end"]


#: Settings, each with a value behind its keywords, for each WHO.
SETTINGS = """
//@ prompt (config)#
mode_global: tune
//@ key WHO SETTING; settings SETTING
//? tune  Tune it
//? WHO   Number
tune: "tune" WHO setting
WHO: "<1-9>"
//? rate   Rate
//? RATE   Rate
//? limit  Highest rate
//? mode   Mode
//? fast   Fast
//? slow   Slow
//? now    At once
//? trace  Trace
setting: "rate" RATE | "rate" "limit" RATE | "mode" ("fast" | "slow") ["now"] | "trace"
RATE: "<1-99>"
"""


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("tune 1 rate 5\ntune 1 rate 6", ["tune 1 rate 6"]),
        ("tune 1 rate 5\ntune 2 rate 6", ["tune 1 rate 5", "tune 2 rate 6"]),
        ("tune 1 rate limit 5\ntune 1 rate 6\ntune 1 rate limit 7", ["tune 1 rate 6", "tune 1 rate limit 7"]),
        ("tune 1 mode fast now\ntune 1 mode slow", ["tune 1 mode slow"]),
        ("tune 1 trace\ntune 1 trace", ["tune 1 trace"]),
        ("tune 1 rate 5\nno tune 1 rate", []),
        ("tune 1 rate 5\nno tune 1 rate 6", []),
        ("tune 1 mode fast\nno tune 1 mode", []),
        ("tune 1 mode fast\ntune 1 trace\ndefault tune 1 mode slow", ["tune 1 trace"]),
    ],
)
def test_settings(tmp_path: Path, typed: str, left: list[str]) -> None:
    (tmp_path / "global.lark").write_text(SETTINGS, encoding="utf-8")
    assert Typist(Language(tmp_path)).types(typed).lines() == [*left, "end"]


_USER = "telephony-service\nxml user cisco password s3cret 15\n"


@pytest.mark.parametrize(
    ("undo", "left"),
    [
        ("no xml user nobody password s3cret 15", True),
        ("no xml user nobody", True),
        ("no xml user Cisco", True),
        ("default xml user nobody", True),
        ("no xml user", False),
        ("no xml user cisco", False),
        ("no xml user cisco password s3cret 15", False),
        ("no xml user cisco password other 3", False),
        ("no xml user cisco password 0 s3cret 15", False),
        ("default xml user", False),
    ],
)
def test_no_with_a_name_removes_only_the_entry_of_that_name(undo: str, left: bool) -> None:
    lines = Typist(language()).types(_USER + undo).lines()
    assert (" xml user cisco password s3cret 15" in lines) == left


def test_the_user_of_sip_phones_is_removed_by_name_too() -> None:
    typist = Typist(language()).types("voice register global\nxml user cisco password 6 s3cret 15\nno xml user other password x 1")
    assert " xml user cisco password 6 s3cret 15" in typist.lines()
    assert typist.types("no xml user cisco password x 1").lines() == ["voice register global", "end"]


def test_a_name_without_an_entry_changes_nothing() -> None:
    assert Typist(language()).types("telephony-service\nno xml user cisco").section.entries == {}


def _numbers(typist: Typist) -> list[tuple[int, str]]:
    section = typist.configuration.section("telephony_service")
    assert section is not None
    return [(command.number, command.words[-1]) for command in section.all("call_forward_pattern")]


def test_numbered_entries_keep_their_numbers() -> None:
    typist = Typist(language()).types("telephony-service\ncall-forward pattern 3\ncall-forward pattern 1\ncall-forward pattern 2")
    assert _numbers(typist) == [(1, "3"), (2, "1"), (3, "2")]
    assert _numbers(typist.types("no call-forward pattern 1\ncall-forward pattern 2")) == [(1, "3"), (3, "2")]
    assert _numbers(typist.types("call-forward pattern 9\ncall-forward pattern 8")) == [(1, "3"), (2, "9"), (3, "2"), (4, "8")]
    assert [line.split()[-1] for line in typist.lines() if "pattern" in line] == ["3", "9", "2", "8"]


def test_a_transaction_that_is_undone_leaves_the_numbers() -> None:
    typist = Typist(language()).types("telephony-service\ncall-forward pattern 3\ncall-forward pattern 1")
    with Transaction(typist.configuration) as transaction:
        typist.types("no call-forward pattern 3\ncall-forward pattern 7")
        assert _numbers(typist) == [(1, "7"), (2, "1")]
        transaction.abort()
    assert _numbers(typist) == [(1, "3"), (2, "1")]


def test_entries_stand_as_they_were_entered_for_readers_too() -> None:
    typist = Typist(language()).types("telephony-service\nauto assign 7 to 9\nauto assign 1 to 3\nauto assign 7 to 9 type anl")
    section = typist.configuration.section("telephony_service")
    assert section is not None
    assert [command.words[2] for command in section.all("auto_assign")] == ["7", "1"]
    assert [line for line in typist.lines() if "assign" in line] == [" auto assign 7 to 9 type anl", " auto assign 1 to 3"]
    assert _assigned(typist.types("no auto assign 7 to 9\nauto assign 7 to 9")) == ["1", "7"]


def _assigned(typist: Typist) -> list[str]:
    return [line.split()[2] for line in typist.lines() if "assign" in line]
