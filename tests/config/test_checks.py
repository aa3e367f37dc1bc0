"""Checks that a grammar names: in files, where they report the line, and at the borders of their values."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config.checks.names import pattern
from iossim.config.checks.secrets import wrong_secret
from iossim.config.tree import Configuration
from iossim.language import Command, language, match

ACCEPTED = ["9T", ".T", "T", "^1000$", "+1408.......", "1001$", "9T$", "[2-9]..[2-9]......", "9[01]1T", "(61)+", "74%", "84?", "5+23",
            "*67", "#31", "A1", "BAD.BAD", "F", "9,1408", "3[(01)(12)]", "][", "-", "408-555-1212", ".*"]  # fmt: skip
REFUSED = [
    "9t",
    "a",
    "G1",
    "T9",
    "9T(",
    "1001$2",
    "100$T",
    "k..",
    "678555….",
    "1[1\u20133]..",
    "9_",
    "9!",
    "0x1",
    "\\+1",
    "1\\d",
    "sip:1",
]


@pytest.mark.parametrize(("word", "accepted"), [(word, True) for word in ACCEPTED] + [(word, False) for word in REFUSED])
def test_patterns(word: str, accepted: bool) -> None:
    configuration = Configuration()
    command = match(language().mode("dial_peer"), f"destination-pattern {word}")
    assert isinstance(command, Command)
    assert (not list(pattern(configuration, configuration.root, command))) is accepted


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("enable secret 5 $1$abcd$abcdefghijklmnopqrstuv", False),
        ("enable secret 5 $1$abcd$abcdefghijklmnopqrstu", True),
        ("enable secret 5 $1$abc$abcdefghijklmnopqrstuvw", True),
        ("enable secret 0 zz", False),
        ("enable secret zz", False),
        (f"enable secret 4 {'a' * 43}", False),
        (f"enable secret 4 {'a' * 42}", True),
        (f"username u secret 8 $8${'a' * 14}${'b' * 43}", False),
        (f"username u secret 9 $9${'a' * 14}${'b' * 43}", False),
        (f"username u secret 9 $8${'a' * 14}${'b' * 43}", True),
        ("username u password 7 0822455D0A16", False),
        ("username u password 7 0822455D0A1", True),
        ("username u password 7 zz", True),
        ("username u password 0 zz", False),
        ("no enable secret 5 zz", False),
    ],
)
def test_secrets(line: str, wrong: bool) -> None:
    command = match(language().mode("global"), line)
    assert isinstance(command, Command)
    assert (wrong_secret(command) is not None) is wrong


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("interface Fa0/0\n ip address 10.0.0.0 255.255.255.0", "Bad mask /24 for address 10.0.0.0"),
        ("interface Fa0/0.1\n ip address 10.0.0.1 255.255.255.0", "% Configuring IP routing on a LAN subinterface is only allowed if that "
         "subinterface is already configured as part of an IEEE 802.10, IEEE 802.1Q, or ISL vLAN."),
        ("interface Fa0/0\n ip address 10.0.0.1 255.255.255.0\ninterface Fa0/1\n ip address 10.0.0.2 255.255.255.0",
         "% 10.0.0.0 overlaps with FastEthernet0/0"),
        ("ip route 10.0.0.1 255.255.255.0 10.1.1.1", "%Inconsistent address and mask"),
        ("username u password x\nusername u secret y",
         "ERROR: Can not have both a user password and a user secret. Please choose one or the other."),
        ("username u secret x\nusername u password y",
         "ERROR: Can not have both a user password and a user secret. Please choose one or the other."),
    ],
)  # fmt: skip
def test_a_refused_line_of_a_file_is_reported_and_kept(text: str, message: str) -> None:
    router = Router(text=f"{text}\nend\n")
    assert [(finding.severity, finding.code, finding.message) for finding in router.findings] == [("error", "refused", message)]
    assert text.rsplit("\n", maxsplit=1)[-1].strip() in router.running_config


@pytest.mark.parametrize(
    "text",
    [
        "interface Fa0/0\n ip address 10.0.0.1 255.255.255.0\ninterface Fa0/1\n ip address 10.0.1.1 255.255.255.0",
        "interface Fa0/0\n ip address 10.0.0.1 255.255.255.0\n ip address 10.0.0.2 255.255.255.0 secondary",
        "interface Fa0/0\n ip address 10.0.0.0 255.255.255.254",
        "interface Serial0/0.1\n ip address 10.0.0.1 255.255.255.0",
        "interface Fa0/0\n ip address dhcp",
        "no ip route 10.0.0.0 255.255.255.0 10.1.1.1",
        "ip route 10.0.0.0 255.255.255.0 Null0",
        "ip route vrf X 10.0.0.0 255.255.255.0 10.1.1.1",
        "hostname a_b",
        "line vty 0 4\n login",
        "username u password x\nusername v secret x",
        "username u secret x\nusername u secret y",
        "username u password x\nno username u\nusername u secret x",
    ],
)
def test_a_line_of_a_file_that_is_taken(text: str) -> None:
    assert Router(text=f"{text}\nend\n").findings == []
