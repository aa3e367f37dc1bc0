"""What files hold besides commands."""

from __future__ import annotations

import re

import pytest

from iossim.files.noise import EXEC, OUTPUT, command_of, is_exec_command, is_noise, without_marks

NOISE = [
    *[sample for _, sample in OUTPUT],
    "Nov 23 2026 12:00:00.123 UTC: %LINK-3-UPDOWN: Interface up",
    "000123: Nov 23 12:00:00: %SYS-5-RESTART: System restarted --",
    "% Incomplete command.",
    '% Ambiguous command:  "sh r"',
    "Password:",
    "Using 3781 bytes",
]

COMMANDS = [
    "hostname Router",
    "banner motd #",
    "description [OK] line",
    "ip route 0.0.0.0 0.0.0.0 192.0.2.1",
    "Nov 23",
    "% x",
    "cnf-file location flash:",
    "Router",
    "Interface GigabitEthernet0/0",
    "Enable secret 5 x.y",
]


@pytest.mark.parametrize("text", NOISE)
def test_what_a_router_prints_is_no_command(text: str) -> None:
    assert is_noise(text)


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_no_noise(text: str) -> None:
    assert not is_noise(text)
    assert not is_exec_command(text)


@pytest.mark.parametrize(("pattern", "sample"), [*OUTPUT, *EXEC])
def test_a_pattern_accepts_its_own_sample(pattern: str, sample: str) -> None:
    assert re.fullmatch(pattern, sample, re.IGNORECASE)


@pytest.mark.parametrize("text", [*[sample for _, sample in EXEC], "conf", "configure terminal", "enable", "wr", "wr t", "sh run"])
def test_what_somebody_types_around_the_configuration(text: str) -> None:
    assert is_exec_command(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Router#show clock", ("", "show clock")),
        ("Router>enable", ("", "enable")),
        ("R-1.a_b/c(config-ephone-dn)#number 6001", ("(config-ephone-dn)", "number 6001")),
        ("Router(config)#", ("(config)", "")),
        ("(config-if)#shutdown", ("(config-if)", "shutdown")),
        ("(cfg-tls)#", ("(cfg-tls)", "")),
        ("(note)#shutdown", None),
        ("#shutdown", None),
        ("hostname Router", None),
        ("banner motd #hello#", None),
        ("Router (config)#exit", ("(config)", "exit")),
        ("Router (note)#exit", None),
        ("Router#(config-ephone)# button 1:1", ("(config-ephone)", "button 1:1")),
        ("Router#(note)#exit", ("", "(note)#exit")),
    ],
)
def test_a_prompt_in_front_of_a_command(text: str, found: tuple[str, str] | None) -> None:
    assert command_of(text) == found


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("hostname a", "hostname a"),
        ("  no shutdown  ", "  no shutdown  "),
        ("\ufeffhostname a\r", "hostname a"),
        ("\thostname\ta", " hostname a"),
        ("host\x08tname a", "hostname a"),
        ("hostname a\x00\x07", "hostname a"),
        ("\x1b[Khostname a\x1b[0m", "hostname a"),
        (" --More-- \x08\x08\x08\x08 hostname a", " hostname a"),
        (" --More-- \r          \r no shutdown", " no shutdown"),
        (" --More--" + " " * 9 + "hostname a", "hostname a"),
        (" --More--" + " " * 10 + "no shutdown", " no shutdown"),
        (" --More--" + " " * 5 + "hostname a", "hostname a"),
        ("<--- More --->\r              \r no shutdown", " no shutdown"),
        ("\x08\x08hostname a", "hostname a"),
        ("hostname b\x08a", "hostname a"),
        (" --More--  --More-- hostname a", "hostname a"),
        ("hostname --More", "hostname --More"),
        ("name Jürgen", "name Jürgen"),
    ],
)
def test_marks_are_taken_off(line: str, clean: str) -> None:
    assert without_marks(line) == clean


@pytest.mark.parametrize(
    "text", ["Jan 1 " + "1" * 50_000, "Jan 1 " + ": " * 50_000, "x" * 50_000, "[confirm" * 9_000, "-" * 50_000 + "x"]
)
def test_long_lines_are_judged_at_once(text: str) -> None:
    assert not is_noise(text)
    assert not is_exec_command(text)
    assert command_of(text) is None
