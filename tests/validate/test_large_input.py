"""Lines of a megabyte, which are kept unread, and a million lines, in a time that grows with their number only."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.config.limits import LONGEST_LINE
from iossim.validate import check_text
from tests.support import LONG as AT_LENGTH
from tests.validate.support import counted, of_reading

#: 1,000,000 lines take several seconds: in the gate there are fewer.
MANY = 1_000_000 if AT_LENGTH else 20_000

MEGABYTE = 1_000_000
LONG = "x" * MEGABYTE
NINES = "9" * MEGABYTE
BLANKS = "x y " * (MEGABYTE // 4)

#: A line, and the part of it that is in the running-config.
LONG_LINES = [
    (LONG, LONG),
    ("foo " * 10_000, "foo " * 9_999 + "foo\n"),
    (f"hostname {LONG}", f"hostname {LONG}\n"),
    (f"interface {NINES}", f"interface {NINES}\n"),
    (f"ephone {NINES}", f"ephone {NINES}\n"),
    ("no " * 10_000, "no " * 9_999 + "no\n"),
    (f'banner motd "{LONG}"', f'banner motd "{LONG}"\n'),
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
def test_a_line_of_a_megabyte_is_kept_unread(line: str, kept: str) -> None:
    router = Router.from_text(f"ip forward-protocol nd\n{line}\nno ip http server\nend\n")
    running = router.running_config
    assert kept in running
    assert "ip forward-protocol nd\n" in running
    assert "no ip http server\n" in running
    assert [finding.code for finding in router.findings] == ([] if line.startswith("!") else ["line-too-long"])
    assert all(len(finding.message) < 1000 and len(finding.text) < 1000 for finding in router.findings)


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("start", ["ip host a ", "  description ", "privilege configure level 1 ", "banner motd #", "mystery "])
def test_a_line_may_have_so_many_characters(start: str, more: int) -> None:
    line = start + "x" * (LONGEST_LINE - len(start.lstrip()) + more)
    text = f"interface GigabitEthernet0/0\n{line}\nend\n"
    assert len(line.strip()) == LONGEST_LINE + more
    found = [each for each in check_text("a.cfg", text) if each.code == "line-too-long"]
    depth = len(line) - len(line.lstrip())
    expected = [(2, depth + 1, depth + 1 + len(line.strip()), "error", f"{LONGEST_LINE + 1} characters")] if more else []
    assert [(each.line, each.column, each.end_column, each.severity, each.message[12:27]) for each in found] == expected


def test_the_lines_of_a_section_whose_header_is_too_long_belong_to_none() -> None:
    header = f"ephone-dn 1 {LONG[:LONGEST_LINE]}"
    router = Router.from_text(f"hostname a\n{header}\n number 5001\nephone-dn 2\n number 5002\nend\n")
    assert [(finding.line, finding.code) for finding in router.findings] == [(2, "line-too-long"), (3, "verbatim")]
    assert f"\n{header}\n number 5001\n" in router.running_config
    assert [section.key for section in router.config.sections("ephone_dn")] == [("2",)]


def test_a_text_of_several_lines_goes_on_after_a_line_that_is_too_long() -> None:
    router = Router.from_text(f"banner motd #\nfirst\n{LONG}\nlast#\nhostname a\nend\n")
    assert [(finding.line, finding.code) for finding in router.findings] == [(3, "line-too-long")]
    assert "banner motd ^C\nfirst\nlast^C\n" in router.running_config
    assert router.hostname == "a"


def test_no_part_of_a_secret_is_shown_of_a_line_that_is_too_long() -> None:
    url = f"snmp-server host 10.0.0.1 http://ann:{LONG[:LONGEST_LINE]}@10.0.0.1"
    for text in (url, f"username ann password {LONG[:LONGEST_LINE]}", f"username ann password secret9 {LONG[:LONGEST_LINE]}"):
        (finding,) = Router.from_text(f"{text}\nend\n").findings
        assert "xxx" not in finding.text
        assert "secret9" not in finding.text
        assert finding.text.startswith(text[:12])


def test_very_many_lines(tmp_path: Path) -> None:
    body = "".join(f"ip route 10.{n >> 16}.{n >> 8 & 255}.{n & 255} 255.255.255.255 192.0.2.1\n" for n in range(MANY))
    file = tmp_path / "router.cfg"
    file.write_text(f"hostname a\n{body}ephone-dn\nend\n")
    found, counts = counted([file])
    assert [(each.line, each.severity, each.code) for each in of_reading(found)] == [(MANY + 2, "error", "incomplete-command")]
    assert (counts.lines, counts.errors) == (MANY + 3, 1)


def test_very_many_lines_that_say_nothing(tmp_path: Path) -> None:
    file = tmp_path / "router.cfg"
    file.write_bytes(b"!\n" * MANY + b"\n" * MANY + b"end\n" * MANY)
    found, counts = counted([file])
    assert found == []
    assert counts.lines == 3 * MANY
