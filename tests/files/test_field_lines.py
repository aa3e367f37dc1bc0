"""Faulty lines of real files: headers with remarks, spoilt addresses, titles of modes."""

from __future__ import annotations

import pytest

from iossim.validate import check_text
from tests.files.support import ALWAYS_PRINTED, printed
from tests.validate.support import codes_of, of_reading


def codes(*lines: str) -> list[str]:
    return codes_of("\n".join(lines) + "\n")


@pytest.mark.parametrize("remark", ["# reception", "// reception", "(reception)", "<- reception", "reception"])
def test_the_section_of_a_header_with_a_remark_is_checked(remark: str) -> None:
    lines = ["voice register pool 7 " + remark, " number 1 dn 1", " nmber 2"]
    assert codes(*lines, "end") == ["1:23 error invalid-input", "3:2 error unknown-command"]
    assert "voice register pool  7" in printed(*lines, "end")


def test_the_header_with_a_remark_is_an_error_of_its_own() -> None:
    (diagnostic,) = of_reading(check_text("", "ephone 1  # reception\n type 7960\nend\n"))
    assert diagnostic.message == "`#` is more than the command takes: the section is read as `ephone 1`"
    assert (diagnostic.column, diagnostic.severity) == (11, "error")


def test_a_line_of_its_section_with_a_wrong_end_is_no_shorter_header() -> None:
    lines = ["sip-ua", " credentials number 12 username 9 password 7 realm sip.example.com", " sip-server dns:sip.example.com"]
    assert codes(*lines, "end") == ["2:52 warning invalid-input"]


def test_a_header_with_a_misspelt_word_opens_no_section() -> None:
    assert codes("ephone-hunt 1 circular", " nmber 2", "end") == ["1:15 error invalid-input", "2:2 info verbatim"]
    assert codes("ephone-dn 1 dual-lane", " nmber 2", "end") == ["1:13 error invalid-input", "2:2 info verbatim"]


def test_a_remark_after_a_command_that_opens_nothing_is_an_error_and_the_line_is_kept() -> None:
    assert codes("telephony-service", " max-dn 5 # five", "end") == ["2:11 error invalid-input"]
    assert printed("telephony-service", " max-dn 5 # five", "end") == ["telephony-service", " max-dn 5 # five", *ALWAYS_PRINTED]


def test_the_negative_form_of_a_header_opens_no_section() -> None:
    assert printed("no telephony-service # gone", "end") == ["no telephony-service # gone"]


@pytest.mark.parametrize("address", ["xxx.xxx.xxx.xxx", "x.x.x.x", "10.x.0.1", "10.0.0.300", "10.0.0.", "198.51..1", "A.B.C.D"])
@pytest.mark.parametrize(
    "lines",
    [
        ("interface GigabitEthernet0/0", " ip address {} 255.255.255.0"),
        ("ip local pool P {} 10.0.0.9",),
        ("ip dhcp pool P", " network {} 255.255.255.0"),
        ("ip dhcp excluded-address {}",),
        ("telephony-service", " ip source-address {} port 2000"),
    ],
)
def test_a_spoilt_address_has_the_same_severity_everywhere(lines: tuple[str, ...], address: str) -> None:
    diagnostics = [(item.severity, item.code) for item in of_reading(check_text("", "\n".join(lines).format(address) + "\nend\n"))]
    assert diagnostics == [("error", "wrong-value")]


@pytest.mark.parametrize("word", ["secondary-x", "x", "pool.x", "dhcp-x"])
def test_an_unknown_word_in_place_of_an_address_is_kept(word: str) -> None:
    assert "error" not in {item.severity for item in check_text("", f"interface GigabitEthernet0/0\n ip address {word}\nend\n")}


@pytest.mark.parametrize("header", ["voice class tenant 1", "voice class h323 1", "voice service pots", "ephone 1"])
def test_a_message_names_the_section_by_its_own_header(header: str) -> None:
    (diagnostic,) = of_reading(check_text("", f"{header}\n zzzz\nend\n"))
    title = header.removesuffix(" 1")
    assert diagnostic.message.startswith(f"`zzzz` is no command of {title}")


SIP_LINES = ["handle-replaces", "no referto-passing", "block 183 sdp present", "options-ping 60", "tcp-retry nolimit"]


@pytest.mark.parametrize("line", SIP_LINES)
@pytest.mark.parametrize(("header", "blanks"), [("sip-ua", " "), ("voice class tenant 1", "  ")])
def test_sip_commands_of_border_elements(header: str, blanks: str, line: str) -> None:
    lines = [header, f" {line}", "end"]
    assert codes(*lines) == []
    assert f"{blanks}{line}" in printed(*lines)


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        (["dial-peer voice 1 voip", " voice-class sip srtp negotiate cisco"], 0),
        (["dial-peer voice 1 voip", " voice-class sip srtp negotiate"], 1),
        (["dial-peer voice 1 voip", " voice-class sip srtp-crypto 1"], 0),
        (["voice service voip", " trace", "  memory-limit 100"], 0),
        (["voice service voip", " trace", "  memory-limit 5000"], 1),
        (["sip-ua", " block"], 1),
        (["voice class tenant 1", " options-ping 10"], 1),
        (
            ["aaa attribute list L", ' attribute type addr-pool "P"', "username d password 0 x", "username d aaa attribute list L"],
            0,
        ),
        (["username d aaa attribute list L"], 0),
        (["username d aaa attribute"], 1),
    ],
)
def test_commands_of_gateways_and_the_same_with_a_wrong_word(lines: list[str], faults: int) -> None:
    severities = [item.severity for item in of_reading(check_text("", "\n".join([*lines, "end"]) + "\n"))]
    assert len([severity for severity in severities if severity != "info"]) == faults
    assert faults or printed(*printed(*lines)) == printed(*lines)


def test_the_lines_of_a_user_are_printed_one_by_one() -> None:
    lines = ["username d password 0 x", "username d aaa attribute list L"]
    assert printed(*lines) == lines
    assert printed(*lines, "no username d aaa attribute list L") == lines[:1]


@pytest.mark.parametrize(
    ("lines", "warned"),
    [
        (["- The phones are on", "- the first floor and", "- need a number each"], True),
        (["hostname A", "mystery 1", "mystery 2", "mystery 3"], True),
        (["hostname A", "ip cef", "interface Loopback0", "mystery 1", "mystery 2", "mystery 3"], False),
        (["mystery 1", "mystery 2"], False),
        (["! a remark", "!", "", "mystery 1", "mystery 2", "mystery 3"], True),
        (["Building configuration...", "[OK]", "hostname A", "ip cef", "mystery 1"], False),
        (["Access denied", "[OK]", "Password:"], False),
    ],
)
def test_a_file_of_unknown_lines_gets_a_warning(lines: list[str], warned: bool) -> None:
    assert ("1:1 warning mostly-unknown" in codes(*lines)) == warned


@pytest.mark.parametrize(("line", "read_as"), [("sip", " sip"), ("sip-ua", "sip-ua "), ("si", "sip-ua ")])
def test_a_keyword_of_the_section_is_not_taken_for_an_abbreviation_around_it(line: str, read_as: str) -> None:
    lines = printed("voice service voip", " redirect ip2ip", line, " redirect contact order best-match", "end")
    assert {" sip", "sip-ua "} & set(lines) == {read_as}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("switchport host", "`switchport` is no command of global configuration, but of interface"),
        ("router-id 192.0.2.1", "`router-id` is no command of global configuration, but of ipv6 router, router ospf"),
        ("ip address 192.0.2.1 255.255.255.0", "`ip address` is no command of global configuration, but of interface"),
        ("network 192.0.2.0 0.0.0.255 area 0", "`network 192.0.2.0` is no command of global configuration, but of router ospf"),
    ],
)
def test_a_command_of_another_mode_in_global_configuration(line: str, said: str) -> None:
    (diagnostic,) = of_reading(check_text("", f"{line}\nend\n"))
    assert (diagnostic.severity, diagnostic.message[: len(said)]) == ("warning", said)


def test_a_command_of_a_dial_peer_in_another_section() -> None:
    assert codes("controller T1 1/0", " destination-pattern 1000", "end") == ["2:2 warning unknown-command"]
    assert codes("controller T1 1/0", " destination-pattrn 1000", "end") == ["2:2 info verbatim"]


@pytest.mark.parametrize("line", ["access-list ACL-NUMBER remark DESK", "ip route NETWORK MASK 192.0.2.1"])
def test_a_word_in_capital_letters_for_a_value(line: str) -> None:
    assert [item.severity for item in of_reading(check_text("", f"{line}\nend\n"))] == ["warning"]


def test_a_header_with_a_remark_that_is_a_sentence() -> None:
    lines = ["interface GigabitEthernet0/0.10    # The number need not be that of the VLAN.", " encapsulation dot1Q 10"]
    assert codes(*lines, "end") == ["1:36 error invalid-input"]
    assert printed(*lines, "end") == ["interface GigabitEthernet0/0.10", " encapsulation dot1Q 10"]


@pytest.mark.parametrize("line", ["                  v o i c e G a t e w a y", "_Voice gateways_ connect telephones"])
def test_a_drawing_and_emphasised_words_are_no_command(line: str) -> None:
    assert printed("hostname B", line) == ["hostname B"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("interface FastEthernet0/1\n ip summary address eigrp 1 192.0.2.0 255.255.255.0", "did you mean `summary-address`?"),
        ("ntp-server 192.0.2.1", "`ntp-server` is no command of global configuration"),
        ("switchport trunk native vlan <vlan-number>", "`switchport` is no command of global configuration"),
        ("crypto pki enroll A Router(config)#crypto pki export A", "`Router(config)#crypto` is more than the command takes"),
        ("voice-port 0/0/0\n no direct-inward-dial", "`no direct-inward-dial` is no command of voice-port, but of dial-peer voice"),
        ("ip dhcp exclude-address 192.0.2.1", "did you mean `excluded-address`?"),
    ],
)
def test_a_line_that_is_very_probably_a_mistake(line: str, said: str) -> None:
    (diagnostic,) = of_reading(check_text("", f"{line}\nend\n"))
    assert said in diagnostic.message
    assert diagnostic.severity in ("warning", "error")


@pytest.mark.parametrize(
    "line", ["Call Entry(Context=0x1E)", "End Digit=8, Mode=CC", "or", "test voice port 0/1/0 inject-tone local sweep 200 0 0"]
)
def test_other_lines_that_are_no_commands(line: str) -> None:
    header = [
        "controller E1 0/0/0",
        " ds0-group 0 timeslots 1-15 type r2-digital r2-compelled",
        " cas-custom 0",
        "  country brazil",
    ]
    assert printed(*header, f"   {line}") == header


def test_a_drawing_in_another_language_is_skipped_to_the_end_of_its_block() -> None:
    assert printed("```", "graph TD", "    Router --> Switch", "    end", "```", "hostname B") == ["hostname B"]
    assert printed("graph TX", "hostname B") == ["graph TX", "hostname B"]
