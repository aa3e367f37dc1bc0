"""Messages for lines that are not accepted: the word at fault, what is expected in its place, and how sure the mistake is."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim.config import Configuration
from iossim.files.load import read_lines
from iossim.language import Language
from iossim.validate import check_text
from tests.config.support import read
from tests.small_language import global_language

VALUES = """
//@ prompt (config)#
mode_global: _every_mode | tags | numbers | label | code | level | peer | ports
//? tags  Tags
//? TAGS  Numbers
tags: "tags" TAGS
TAGS: "TAGS(1-8)"
//? numbers  Numbers
//? NUMBERS  Numbers
numbers: "numbers" NUMBERS
NUMBERS: "LIST(1-8)"
//? label  Label
//? TEXT   Text
label: "label" TEXT
TEXT: "LINE(5)"
//? code  Code
//? CODE  Digits
//? HEX   Numbers
code: "code" (CODE | HEX)
CODE: "DIGITS(4)"
HEX: "TAGS"
//? level  Level
//? LEVEL  Level
//? any    Any level
level: "level" (LEVEL | "any")
LEVEL: "<1-9>"
//? peer  Peer
//? ID    Number
//? HOST  Address
peer: "peer" (ID | HOST)
ID: "<1-9>"
HOST: "A.B.C.D"
//? ports  Ports
//? PORTS  Ports
ports: "ports" PORTS
PORTS: "INTERFACES"
"""

#: A line, the word at fault (its first column and the one after it), code and message.
VALUE_FAULTS = [
    ("tags x", (6, 7), "wrong-value", "`x` does not fit here; expected a list of <1-8>"),
    ("numbers 1, 9", (12, 13), "wrong-value", "`9` does not fit here; expected a list of <1-8>"),
    ("numbers 1, x 2", (12, 13), "wrong-value", "`x` does not fit here; expected a list of <1-8>"),
    ("label abcdef", (7, 13), "too-long",
     "`abcdef` is 6 characters long, 5 at most are accepted; expected LINE of 5 characters at most"),
    ("code abc", (6, 9), "wrong-value", "`abc` does not fit here; expected WORD"),
    ("code", (5, 5), "incomplete-command", "the command is incomplete; expected WORD"),
    ("level 10", (7, 9), "out-of-range", "`10` is out of range; expected any, <1-9>"),
    ("level -1", (7, 9), "out-of-range", "`-1` is out of range; expected any, <1-9>"),
    ("level ten", (7, 10), "wrong-value", "`ten` is no number; expected any, <1-9>"),
    ("level ani", (7, 10), "invalid-input", "`ani` is not accepted here; did you mean `any`?"),
    ("level 5 5", (9, 10), "invalid-input", "`5` is more than the command takes"),
    ("peer ten", (6, 9), "wrong-value", "`ten` does not fit here; expected <1-9>, A.B.C.D"),
    ("ports Fa0/1 \u2013 4", (13, 14), "wrong-value", "`\u2013` does not fit here; expected interfaces, or a range like Fa0/1 - 4"),
    ("ports Fa0/1-4 , zz", (17, 19), "wrong-value", "`zz` does not fit here; expected interfaces, or a range like Fa0/1 - 4"),
    ("ports Fa0/4 - 1", (15, 16), "wrong-value", "`1` does not fit here; expected interfaces, or a range like Fa0/1 - 4"),
    (f"level {'x' * 64}", (7, 71), "wrong-value", f"`{'x' * 64}` is no number; expected any, <1-9>"),
    (f"level {'x' * 65}", (7, 72), "wrong-value", f"`{'x' * 64}…` is no number; expected any, <1-9>"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "span", "code", "message"), VALUE_FAULTS)
def test_a_value_that_does_not_fit(tmp_path: Path, line: str, span: tuple[int, int], code: str, message: str) -> None:
    (diagnostic,) = read(global_language(tmp_path, VALUES), line)[1]
    assert (diagnostic.column, diagnostic.end_column) == span
    assert (diagnostic.code, diagnostic.message) == (code, message)


#: A text, the severity and the message of its last line.
PLACES = [
    ("number 5", "error", "`number` is no command of global configuration, but of dn, ephone-dn"),
    ("slow", "error", "`slow` is no command of global configuration, but of phone"),
    ("no number 5", "error", "`no number` is no command of global configuration, but of dn, ephone-dn"),
    ("presence call-list", "error", "`presence call-list` is no command of global configuration, but of ephone"),
    ("description hush", "error", "`description` is no command of global configuration, but of ephone"),
    ("dn 1\n ordr 5", "error", "`ordr` is no command of dn; did you mean `order`?"),
    ("phone 1\n spede 1 5", "warning", "`spede` is no command of phone; did you mean `speed`? (kept as it is)"),
    ("phone 1\n hostnmae b", "warning", "`hostnmae` is no command of phone; did you mean `hostname`? (kept as it is)"),
    ("phone 1\n mystery 5", "info", "`mystery` is no command of phone (kept as it is)"),
    ("phone 1\n keys Hold Hold", "error", "`Hold` is given twice"),
    ("no version", "error", "`version` has no `no` form"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "severity", "message"), PLACES)
def test_a_line_in_the_wrong_place_or_misspelt(trees: Language, text: str, severity: str, message: str) -> None:
    (diagnostic,) = read(trees, text)[1]
    assert (diagnostic.severity, diagnostic.message) == (severity, message)


#: The same for the language of iossim, where global configuration is one of the modes of IOS at large.
MODES_AT_LARGE = [
    ("number 5001", "warning",
     "`number` is no command of global configuration, but of ephone-dn, voice register dn (kept as it is)"),
    ("ip routng", "warning", "`routng` is not accepted here; did you mean `routing`? (kept as it is)"),
    ("ip access-list standard 5\n 99999999999 permit any", "info",
     "`99999999999` is no command of ip access-list standard (kept as it is)"),
    ("telephony service", "warning", "`service` is not accepted here; did you mean `telephony-service`? (kept as it is)"),
    ("no Telephony Service", "warning", "`Service` is not accepted here; did you mean `telephony-service`? (kept as it is)"),
    ("dial-peer voice 1 pots\n preference 1 2 telephony service", "warning", None),
    ("telephony servant", "info", "`servant` is not accepted here; expected setup (kept as it is)"),
    ("dial-peer voice 1 pots\n destination pattern 734....", "warning",
     "`pattern` is not accepted here; did you mean `destination-pattern`? (kept as it is)"),
    ("dial-peer voice 1 pots\n digit collect kpml", "warning", "`collect` is more than the command takes (kept as it is)"),
    ("dial-peer voice 1 pots\n unheard of", "info", "`unheard` is no command of dial-peer voice (kept as it is)"),
    ("crypto isakmp policy 1\n group 3", "warning",
     "`3` is not accepted here; expected 1, 2, 5, 14, 15, 16, 19, 20, 21, 24 (kept as it is)"),
    ("ip unheard", "info", None),
    ("interface Loopback0\n ip unheard of", "info", None),
    ("interface Loopback0.1\n ip unheard of", "info", None),
    ("telephony-service\n max-ephones 2\nvoice user-profile 7", "error", "`7` is out of range: max-ephones is 6"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "severity", "message"), MODES_AT_LARGE)
def test_a_line_of_a_mode_that_the_grammars_know_in_part(text: str, severity: str, message: str | None) -> None:
    (diagnostic,) = read_lines(Configuration(), text.split("\n"))
    assert diagnostic.severity == severity
    assert message is None or diagnostic.message == message


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("ip address 192.0.2.1 255.255.255.0", "warning"),
        ("no ip proxy-arp", "warning"),
        ("ip add 192.0.2.1 255.255.255.0", "warning"),
        ("ip unheard", "info"),
        ("ip address", "info"),
    ],
)
def test_a_command_of_an_interface_outside_of_it(text: str, severity: str) -> None:
    """Global configuration has other commands that begin with `ip`; a router refuses this one there."""
    (diagnostic,) = read_lines(Configuration(), [text])
    assert diagnostic.severity == severity


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("router ospf 1\n network192.0.2.0 0.0.0.255 area 0", "warning"),
        ("ip dhcp pool A\n default 192.0.2.1", "warning"),
        ("interface vlan <NUMBER>", "warning"),
        ("router bgp 1\n unheard192.0.2.0 0.0.0.255", "info"),
        ("realm default", "info"),
        ("network 192.0.2.0", "warning"),
        ("ip route NETWORK MASK NEXT-HOP", "warning"),
        ("ip unheard MASK", "info"),
        ("network-clock unheard", "info"),
        ('interface "name|number"', "warning"),
    ],
)
def test_lines_that_no_command_begins_like(text: str, severity: str) -> None:
    (diagnostic,) = read_lines(Configuration(), text.split("\n"))
    assert diagnostic.severity == severity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ephone-dn 5\ntelephony-service\n max-dn 3\nend", "`3` is below 5, the highest tag in use"),
        ("ephone-dn 5\ntelephony-service\n max-dn 5\nend", ""),
        ("telephony-service\n max-dn 3\nephone-dn 5\nend", "`5` is out of range: max-dn is 3"),
        (
            "username u password x\nusername u secret c\nend",
            "ERROR: Can not have both a user password and a user secret. Please choose one or the other.",
        ),
        ("interface Loopback0\n duplex full\nend", "`duplex` is no command of `interface Loopback0`"),
    ],
)
def test_the_reason_of_a_refusal_names_what_is_in_the_way(text: str, message: str) -> None:
    assert [finding.message for finding in check_text("", text) if finding.code == "refused"] == ([message] if message else [])


def test_a_long_header_is_cut_in_a_message() -> None:
    header = "interface range " + " , ".join(f"Loopback{number}" for number in range(20))
    (message,) = [finding.message for finding in check_text("", f"{header}\n duplex full\nend") if finding.code == "refused"]
    assert message.startswith("`duplex` is no command of `interface range Loopback0")
    assert len(message) < len(header)
