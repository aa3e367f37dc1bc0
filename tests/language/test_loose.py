"""Loose commands (`//@ loose`), and words that abbreviate several keywords: which command takes a line, and which mode refuses it."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.language import (
    Ambiguous,
    Command,
    Incomplete,
    Invalid,
    Language,
    belongs_to,
    exact_in,
    is_refused_around,
    language,
    match,
    match_in,
)
from iossim.language.dispatch import fault_in
from iossim.language.trail import MOST_READINGS
from tests.small_language import global_language

GRAMMAR = """
//@ prompt (config)#
//# ip  IP
mode_global: _every_mode | ip_route | ip_routing | port | mac_table | snmp | area | voice | mac | speed_dial

//? route  A route
//? ADDRESS  Its address
ip_route: "ip" "route" ADDRESS
ADDRESS: "A.B.C.D"
//? routing  Routing
ip_routing: "ip" "routing"
//@ enters port; key NUMBER
//? port  Port
//? NUMBER  Its number
port: "port" NUMBER
NUMBER: "<1-9>"
//@ loose
//? mac-table  Table of addresses
//? ARGUMENTS  Anything
mac_table: "mac-table" ARGUMENTS
ARGUMENTS: "LINE"
//@ loose
//? snmp  SNMP
//? ARGUMENTS  Anything
snmp: "snmp" ARGUMENTS
//? area  Area
//? NUMBER  Its number
area: "area" NUMBER
//? voice  Voice
//? ADDRESS  Address
voice: "voice" ADDRESS
//? mac  Address
//? ADDRESS  Address
mac: "mac" ADDRESS
//? speed-dial  Key
//? NUMBER  Number
speed_dial: "speed-dial" NUMBER

//@ prompt (config-port)#
//# ip  IP
mode_port: _every_mode | route_cache | portfast | mac__port | area__port | network | voice_class | voice_port | snmp_trap | speed

//@ loose
//? route-cache  Cache
//? ARGUMENTS  Anything
route_cache: "ip" "route-cache" ARGUMENTS
//@ loose
//? port-id  Identifier
//? ARGUMENTS  Anything
portfast: "port-id" ARGUMENTS
//? mac-address  Address
//? NUMBER  Number
mac__port: "mac-address" NUMBER
//@ loose
//? area  Area
//? ARGUMENTS  Anything
area__port: "area" ARGUMENTS
//@ loose
//? network  Network
//? ARGUMENTS  Anything
network: "network" ARGUMENTS
//? voice-class  Class
//? sip  SIP
//? NUMBER  Number
voice_class: "voice-class" "sip" NUMBER
//? voice-port  Port
//? NUMBER  Number
//? sip  SIP
voice_port: "voice-port" NUMBER ["sip"]
//? snmp-trap  Trap
//? NUMBER  Number
snmp_trap: "snmp-trap" NUMBER
//? speed-limit  Limit
//? speed-most  Limit
//? NUMBER  Number
speed: "speed-limit" NUMBER | "speed-most" NUMBER
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return global_language(tmp_path_factory.mktemp("grammars"), GRAMMAR)


#: The mode that a line is typed in, the line, the mode that it belongs to, the command.
TAKEN = [
    # A described command in full goes before everything else, in a mode around the submode too.
    ("port", "ip route 10.0.0.1", "global", "ip route 10.0.0.1"),
    ("port", "area 3", "global", "area 3"),
    ("port", "no area 3", "global", "no area 3"),
    ("port", "no ip route 10.0.0.1", "global", "no ip route 10.0.0.1"),
    ("port", "IP Route 10.0.0.1", "global", "ip route 10.0.0.1"),
    # Then one with abbreviations, the submode first.
    ("port", "ip rou 10.0.0.1", "global", "ip route 10.0.0.1"),
    ("port", "por 3", "global", "port 3"),
    ("port", "mac 3", "port", "mac-address 3"),
    ("port", "mac 10.0.0.1", "global", "mac 10.0.0.1"),
    ("port", "snmp 3", "port", "snmp-trap 3"),
    ("port", "voi 10.0.0.1", "global", "voice 10.0.0.1"),
    # A word that abbreviates several keywords: the words after it decide.
    ("port", "voi s 3", "port", "voice-class sip 3"),
    ("port", "voi 3", "port", "voice-port 3"),
    ("port", "voi 3 s", "port", "voice-port 3 sip"),
    ("port", "no voi s 3", "port", "no voice-class sip 3"),
    ("global", "spe 3", "global", "speed-dial 3"),
    # Then a loose command in full, the submode first.
    ("port", "ip route-cache 10.0.0.1", "port", "ip route-cache 10.0.0.1"),
    ("port", "area 3 stub", "port", "area 3 stub"),
    ("port", "area 10", "port", "area 10"),
    ("port", "network 10.0.0.0", "port", "network 10.0.0.0"),
    ("port", "mac-table x", "global", "mac-table x"),
    ("port", "snmp x", "global", "snmp x"),
    ("port", "no snmp x", "global", "no snmp x"),
    # Last an abbreviated loose command, of the submode alone.
    ("port", "netw 10.0.0.0", "port", "network 10.0.0.0"),
    ("port", "port-i x", "port", "port-id x"),
    ("port", "port 10", "port", "port-id 10"),  # no port has this number
    ("port", "ip route-c x", "port", "ip route-cache x"),
    ("port", "ip rout x", "port", "ip route-cache x"),
    ("global", "mac-t x", "global", "mac-table x"),
    ("global", "sn x", "global", "snmp x"),
]


@pytest.mark.parametrize(("mode", "line", "belongs", "text"), TAKEN)
def test_the_command_that_takes_a_line(small: Language, mode: str, line: str, belongs: str, text: str) -> None:
    outcome = match_in(small.chain(mode), line)
    assert isinstance(outcome, Command)
    assert (outcome.mode, outcome.text) == (belongs, text)
    assert fault_in(small.chain(mode), line) is None
    again = exact_in(small.chain(mode), line)
    assert again is None or (again.mode, again.text) == (belongs, text)


#: The mode that a line is typed in, the line, the mode that refuses it, the column, the words expected there.
REFUSED = [
    ("port", "mac-address x", "port", 12, ("<1-9>",)),
    ("port", "mac-address 10", "port", 12, ("<1-9>",)),
    ("port", "mac-t x", "global", 6, None),
    ("port", "snmp-trap x", "port", 10, ("<1-9>",)),
    ("port", "voice-class sip x", "port", 16, ("<1-9>",)),
    ("port", "voi x", "port", 4, ("sip",)),
    ("port", "speed-dial 10", "global", 11, ("<1-9>",)),
    ("port", "x 3", "port", 0, None),
    ("global", "port-id 3", "global", 0, None),
]


@pytest.mark.parametrize(("mode", "line", "by", "column", "expected"), REFUSED)
def test_the_mode_that_refuses_a_line(
    small: Language, mode: str, line: str, by: str, column: int, expected: tuple[str, ...] | None
) -> None:
    fault = fault_in(small.chain(mode), line)
    assert fault is not None
    assert isinstance(fault.outcome, Invalid)
    assert (fault.mode.name, fault.outcome.column) == (by, column)
    assert expected is None or fault.outcome.expected == expected
    assert match_in(small.chain(mode), line) == fault.outcome


@pytest.mark.parametrize(
    ("mode", "line", "word", "candidates"),
    [
        ("port", "spe 3", "spe", {"speed-limit", "speed-most"}),
        ("port", "no spe 3", "spe", {"speed-limit", "speed-most"}),
        ("port", "voi", "voi", {"voice-class", "voice-port"}),
        ("global", "ip r", "r", {"route", "routing"}),
        ("port", "e", "e", {"end", "exit"}),
    ],
)
def test_an_ambiguous_line(small: Language, mode: str, line: str, word: str, candidates: set[str]) -> None:
    outcome = match_in(small.chain(mode), line)
    assert isinstance(outcome, Ambiguous)
    assert (line[outcome.column : outcome.end], set(outcome.candidates)) == (word, candidates)


def test_an_ambiguity_of_a_mode_around_is_not_reported(small: Language) -> None:
    """`m 3` is `mac-address 3` in the submode; `mac` and `mac-table` of global configuration do not count."""
    assert isinstance(match(small.mode("global"), "m"), Ambiguous)
    assert match_in(small.chain("port"), "m") == Incomplete(1, 1)


def test_only_one_of_several_readings_goes_on(small: Language) -> None:
    assert match_in(small.chain("port"), "voi s") == Incomplete(5, 2)


def test_a_loose_command_takes_the_fast_path_where_no_other_mode_has_the_word(small: Language) -> None:
    chain = small.chain("port")
    port, around = chain
    assert match_in(chain, "network x") is not None
    assert exact_in(chain, "network x") is not None
    assert exact_in(chain, "area 3 stub") is None
    assert belongs_to(port, chain, "network")
    assert not belongs_to(port, chain, "area")
    assert not belongs_to(around, chain, "mac")
    assert belongs_to(around, (around,), "mac")


MANY = """
//@ prompt (config)#
mode_global: _every_mode | keys

//? keys  Keys
keys: "keys" key+
//? aa  A key
//? ab  A key
//? ac  A key
//? z   A key
key: "aa" | "ab" | "ac" | "z"
"""


@pytest.mark.parametrize("line", ["keys " + "a " * 500, "keys " + "a " * 500 + "x", "keys " + "a " * 10 + "z"])
def test_a_line_with_very_many_readings_is_ambiguous(tmp_path: Path, line: str) -> None:
    assert MOST_READINGS < 3**5
    outcome = match_in(global_language(tmp_path, MANY).chain("global"), line)
    assert isinstance(outcome, Ambiguous)
    assert outcome.column == 5


#: A line that no mode of a chain takes, and whether it may be a wrong line of the mode around.
AROUND = [
    ("port", "mac-address x", False),  # a keyword of the port alone; around it `mac-table` would not take it either
    ("port", "mac-t x", False),  # global configuration would take it as `mac-table`, abbreviated
    ("port", "snmp-trap x", False),
    ("port", "speed-dial 10", True),  # a keyword of global configuration alone
    ("port", "x 3", True),  # a keyword of no mode
    ("port", "ip x", True),  # a keyword of both
]


@pytest.mark.parametrize(("mode", "line", "around"), AROUND)
def test_a_refused_line_may_be_one_of_the_mode_around(small: Language, mode: str, line: str, around: bool) -> None:
    assert fault_in(small.chain(mode), line) is not None
    assert is_refused_around(small.chain(mode), line) is around


#: The mode that a line is typed in, and the line: its first word is one of global configuration, or of several modes.
NO_LINE_OF_GLOBAL = [
    *(("interface", f"{word} zz") for word in ("vtp", "mac", "power", "fax", "monitor", "flow", "track", "bridge", "macro")),
    *(("dial_peer", f"{word} zz") for word in ("fax", "mgcp", "call", "ccm-manager", "snmp-server", "logging event")),
    *(("line", f"{word} zz") for word in ("monitor", "modem", "exception", "kron", "radius-server", "tacacs-server")),
    *(
        ("ephone", f"{word} zz")
        for word in ("mac", "boot", "license", "clock", "network-clock-select", "crypto", "ipv6", "dialer-list")
    ),
    *(("ephone_dn", f"ip {word} zz") for word in ("http", "ssh", "tcp", "inspect", "igmp", "pim", "flow-export", "dhcp", "arp")),
    ("telephony_service", "aaa accounting zz"),
    ("telephony_service", "mls qos zz"),
    ("telephony_service", "event manager zz"),
    ("voice_port", "parameter-map type zz"),
    ("archive", "path"),
]


@pytest.mark.parametrize(("mode", "line"), NO_LINE_OF_GLOBAL)
def test_wrong_words_are_refused_in_a_mode(mode: str, line: str) -> None:
    """No command of global configuration takes a line with wrong words from a mode."""
    assert not isinstance(match_in(language().chain(mode), line), Command)
