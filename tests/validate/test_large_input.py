"""Lines of a megabyte, and a million lines: judged like others, in a time that grows with their length only."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.validate import Counts, run
from tests.support import LONG as AT_LENGTH

#: 1,000,000 lines take several seconds: in the gate there are fewer.
MANY = 1_000_000 if AT_LENGTH else 20_000

MEGABYTE = 1_000_000
LONG = "x" * MEGABYTE
NINES = "9" * MEGABYTE
BLANKS = "x y " * (MEGABYTE // 4)

#: A line, and what of it must be in the running-config: entered, or kept as it is.
LONG_LINES = [
    (LONG, LONG),
    ("foo " * 10_000, "foo " * 9_999 + "foo\n"),
    (f"hostname {LONG}", f"hostname {LONG}\n"),
    (f"interface {NINES}", f"interface {NINES}\n"),
    (f"ephone {NINES}", f"ephone {NINES}\n"),
    ("no " * 10_000, "no " * 9_999 + "no\n"),
    (f'banner motd "{LONG}"', f"banner motd ^C{LONG}^C\n"),
    (f"Jan 1 {NINES}", f"Jan 1 {NINES}\n"),
    ("R1(config)#" * (MEGABYTE // 11), "R1(config)#" * (MEGABYTE // 11) + "\n"),
    (f"snmp-server community {LONG}", LONG),
    ("exit " * 2_000, "exit " * 1_999 + "exit\n"),
    (f"!{LONG}", ""),
    ("\x00" * 10 + LONG, LONG),
    (f"ephone-dn 1\n name {BLANKS}", f" name {BLANKS.rstrip()}\n"),
    (f"ephone-dn 1\n number {NINES}", f" number {NINES}\n"),
    ("ephone 1\n button " + "1:1 " * 10_000, " button " + "1:1 " * 9_999 + "1:1\n"),
]


@pytest.mark.parametrize(("line", "kept"), LONG_LINES, ids=[line[:24].strip() for line, _ in LONG_LINES])
def test_a_line_of_a_megabyte_is_judged_like_another(line: str, kept: str) -> None:
    router = Router.from_text(f"ip forward-protocol nd\n{line}\nno ip http server\nend\n")
    running = router.running_config
    assert kept in running
    assert "ip forward-protocol nd\n" in running
    assert "no ip http server\n" in running
    entered = line.startswith(("!", "banner", "snmp", "ephone-dn 1\n name"))
    assert entered == (not router.findings)
    assert all(len(finding.message) < 1000 for finding in router.findings)


def test_very_many_lines(tmp_path: Path) -> None:
    body = "".join(f"ip route 10.{n >> 16}.{n >> 8 & 255}.{n & 255} 255.255.255.255 192.0.2.1\n" for n in range(MANY))
    summary = Counts()
    file = tmp_path / "router.cfg"
    file.write_text(f"hostname a\n{body}ephone-dn\nend\n")
    found = list(run([file], summary))
    assert [(each.line, each.severity, each.code) for each in found] == [(MANY + 2, "error", "incomplete-command")]
    assert (summary.lines, summary.errors) == (MANY + 3, 1)


def test_very_many_lines_that_say_nothing(tmp_path: Path) -> None:
    summary = Counts()
    file = tmp_path / "router.cfg"
    file.write_bytes(b"!\n" * MANY + b"\n" * MANY + b"end\n" * MANY)
    assert list(run([file], summary)) == []
    assert summary.lines == 3 * MANY
