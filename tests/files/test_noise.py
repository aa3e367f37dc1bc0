"""What files hold besides commands."""

from __future__ import annotations

import pytest

from iossim.files.noise import command_of, is_exec_command, is_noise, without_marks

NOISE = [
    "Building configuration...",
    "Current configuration : 3781 bytes",
    "Using 3781 out of 262136 bytes",
    "*Nov 23 12:00:00.123: %SYS-5-CONFIG_I: Configured from console by console",
    "Nov 23 2026 12:00:00.123 UTC: %LINK-3-UPDOWN: Interface up",
    "000123: Nov 23 12:00:00: %SYS-5-RESTART: System restarted --",
    "%LINEPROTO-5-UPDOWN: Line protocol on Interface Serial0, changed state to up",
    "Enter configuration commands, one per line.  End with CNTL/Z.",
    "% Invalid input detected at '^' marker.",
    "% Incomplete command.",
    '% Ambiguous command:  "sh r"',
    "^",
    "[OK]",
    "Password:",
    "User Access Verification",
    "Destination filename [startup-config]?",
]

COMMANDS = ["hostname Router", "banner motd #", "description [OK] line", "ip route 0.0.0.0 0.0.0.0 192.0.2.1", "Nov 23", "% x"]


@pytest.mark.parametrize("text", NOISE)
def test_what_a_router_prints_is_no_command(text: str) -> None:
    assert is_noise(text)


@pytest.mark.parametrize("text", COMMANDS)
def test_a_command_is_no_noise(text: str) -> None:
    assert not is_noise(text)
    assert not is_exec_command(text)


@pytest.mark.parametrize("text", ["conf t", "configure terminal", "enable", "write memory", "wr", "show version", "copy run start"])
def test_what_somebody_types_around_the_configuration(text: str) -> None:
    assert is_exec_command(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Router#show clock", ("", "show clock")),
        ("Router>enable", ("", "enable")),
        ("R-1.a_b/c(config-ephone-dn)#number 6001", ("(config-ephone-dn)", "number 6001")),
        ("Router(config)#", ("(config)", "")),
        ("hostname Router", None),
        ("banner motd #hello#", None),
        ("Router (config)#exit", None),
    ],
)
def test_a_prompt_in_front_of_a_command(text: str, found: tuple[str, str] | None) -> None:
    assert command_of(text) == found


@pytest.mark.parametrize(
    ("line", "clean"),
    [
        ("hostname a", "hostname a"),
        ("\ufeffhostname a\r", "hostname a"),
        ("\thostname\ta", " hostname a"),
        ("host\x08tname a", "hostname a".replace("hostname", "hostname")),
        ("hostname a\x00\x07", "hostname a"),
        ("\x1b[Khostname a\x1b[0m", "hostname a"),
        (" --More-- \x08\x08\x08\x08          hostname a", "hostname a"),
        ("hostname --More", "hostname --More"),
        ("name Jürgen", "name Jürgen"),
    ],
)
def test_marks_are_taken_off(line: str, clean: str) -> None:
    assert without_marks(line).strip() == clean.strip()


@pytest.mark.parametrize(
    "text", ["Jan 1 " + "1" * 50_000, "Jan 1 " + ": " * 50_000, "x" * 50_000, "[confirm" * 9_000, "-" * 50_000 + "x"]
)
def test_long_lines_are_judged_at_once(text: str) -> None:
    assert not is_noise(text)
    assert not is_exec_command(text)
    assert command_of(text) is None
