"""`iossim format`: the text of the router, with every comment before its command, and files that are written only if they mean the same."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from iossim import Router
from iossim.cli import main
from iossim.validate.formatting import formatted, is_kept

SAMPLES = sorted((Path(__file__).resolve().parents[2] / "sample-configs").rglob("*.cfg"))

UNTIDY = """\
! the office
version 15.7
!
! its name
hostname a   ! really
! phones
tele
 ! as many as we have
 max-ephones 5
 mystery 3
 ! numbers
 max-dn   5
ephone 1
 ! Ann
 button 1:1
 mac-address 1.2.3 ! on the desk
banner motd ^C
! no comment
^C
interface GigabitEthernet0/0
 ! unknown
 unheard-of 1
 ! addr
 ip addr 10.0.0.1 255.0.0.0
! at the end
end
"""
TIDY = """\
! the office
version 15.7
!
! its name
! really
hostname a
!
interface GigabitEthernet0/0
 ! unknown
 unheard-of 1
 ! addr
 ip address 10.0.0.1 255.0.0.0
!
! phones
telephony-service
 ! as many as we have
 max-ephones 5
 mystery 3
 ! numbers
 max-dn 5
 max-conferences 8 gain -6
 transfer-system full-consult
!
ephone  1
 ! Ann
 button 1:1
 device-security-mode none
 ! on the desk
 mac-address 0001.0002.0003
!
banner motd ^C
! no comment
^C
!
! at the end
end
"""


def test_the_router_prints_it_and_comments_stay_before_their_commands() -> None:
    assert formatted(UNTIDY) == TIDY


def test_without_comments_it_is_what_a_router_prints() -> None:
    text = Router.from_text("hostname a\ntelephony-service\n max-dn 3\n").running_config
    assert formatted(text) == text


@pytest.mark.parametrize(
    "path", [path for path in SAMPLES if "large" not in path.name], ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_a_formatted_sample_means_the_same_and_has_all_comments(path: Path) -> None:
    text = path.read_text(encoding="utf-8", errors="replace")
    printed = formatted(text)
    assert formatted(printed) == printed
    assert is_kept(text, printed)
    comments = [line.strip() for line in text.splitlines() if line.strip().startswith("!") and line.strip("! \t")]
    assert sorted(line.strip() for line in printed.splitlines() if line.strip() in comments) == sorted(comments)


def test_another_meaning_is_noticed() -> None:
    assert is_kept("hostname a\n", "! comment\nhostname  a\n")
    assert not is_kept("hostname a\n", "hostname b\n")
    assert not is_kept("hostname a\nend\nhostname b\nend\n", "hostname a\nend\n")


def test_several_routers_stay_several() -> None:
    text = "version 15.7\nhostname a\n! one\nip http server\nend\nversion 15.7\nhostname b\n! two\nno ip http server\nend\n"
    printed = formatted(text)
    assert printed.count("\nend\n") == 2
    first, _, second = printed.partition("\nend\n")
    assert "hostname a" in first
    assert "! one\nip http server" in first
    assert "hostname b" in second
    assert "! two" in second


def test_routers_without_an_end_are_printed_one_by_one() -> None:
    text = "hostname a\nip http server\n! second\nversion 15.6\nhostname b\nno ip http server\n"
    printed = formatted(text)
    assert printed == "hostname a\n!\nip http server\n!\nend\n! second\nversion 15.6\n!\nhostname b\n!\nno ip http server\n!\nend\n"
    assert formatted(printed) == printed
    assert is_kept(text, printed)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.cfg"
    path.write_text(UNTIDY)
    return path


def test_a_file_is_rewritten(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "a.cfg"]) == 0
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("reformatted: a.cfg\n", "1 file reformatted, 0 files unchanged\n")
    assert file.read_text() == TIDY
    assert main(["format", "a.cfg"]) == 0
    assert capsys.readouterr().err == "0 files reformatted, 1 file unchanged\n"


def test_check_names_the_file_and_leaves_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "--check", "."]) == 1
    assert capsys.readouterr().out == "would be reformatted: a.cfg\n"
    assert file.read_text() == UNTIDY
    file.write_text(TIDY)
    assert main(["format", "--check", "."]) == 0


def test_diff_shows_the_changes_and_leaves_the_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["format", "--diff", "a.cfg"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("--- a.cfg\n+++ a.cfg\n")
    assert "-tele\n" in out
    assert "+telephony-service\n" in out
    assert file.read_text() == UNTIDY


def test_standard_input_is_printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode())))
    assert main(["format", "-"]) == 0
    assert capsys.readouterr().out == TIDY


@pytest.mark.parametrize("data", [None, b"\x00\x01", b"hostname K\xfcche\n"])
def test_what_cannot_be_read_or_written_is_status_2(file: Path, capsys: pytest.CaptureFixture[str], data: bytes | None) -> None:
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    assert main(["format", "a.cfg"]) == 2
    assert capsys.readouterr().err.startswith("iossim: a.cfg: ")
    assert data is None or file.read_bytes() == data
