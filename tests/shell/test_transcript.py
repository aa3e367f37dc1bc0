"""Recorded sessions, in the format of the transcripts, and scripts that are transcripts."""

from __future__ import annotations

import io
from asyncio import run
from pathlib import Path
from typing import Any

import pytest

from iossim import Router
from iossim.errors import IossimError
from iossim.router import Clock
from iossim.shell import options_of
from iossim.shell import run as run_shell
from iossim.shell.console import Console
from iossim.shell.lines import LineTerminal, ReadyLines
from tests.router.support import Time
from tests.shell.screens import shown
from tests.transcripts import play

LINES = [
    "enable",
    "s3cret",
    "show privilege",
    "configure terminal",
    "ephone-dn ?",
    "ephone-dn 1",
    " number 2001",
    "bogus 1",
    "banner motd #",
    "Hello",
    "#",
    "hostname R1^Z",
    "copy running-config startup-config",
    "",
    "exit",
    "",
    "show clock",
]
START = "enable secret 0 s3cret\nend\n"


def recorded(tmp_path: Path) -> tuple[str, str]:
    """The transcript of a session, and what its terminal showed."""
    screen = io.StringIO()
    router = Router.from_text(START, clock=Clock(Time()))
    options = options_of(router, record=str(tmp_path / "session.md"))
    terminal = LineTerminal(ReadyLines(LINES), screen)
    run(Console(router, terminal, observers=options.observers).run())
    return (tmp_path / "session.md").read_text(encoding="utf-8"), screen.getvalue()


def test_a_recorded_session_is_a_transcript(tmp_path: Path) -> None:
    text, _ = recorded(tmp_path)
    assert text.count("```ios") == 2
    assert "Password: <s3cret>" in text
    assert play(text) == text


def test_a_recorded_session_is_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, screen = recorded(tmp_path)
    router = Router.from_text(START, clock=Clock(Time()))
    assert run_shell(router, script=str(tmp_path / "session.md")) == 0
    assert capsys.readouterr().out.strip() == screen.strip()


def test_it_is_complete_after_every_line(tmp_path: Path) -> None:
    router = Router(clock=Clock(Time()))
    (recorder,) = options_of(router, record=str(tmp_path / "a.md")).observers
    session = router.session(privilege=1, line="console")
    recorder.opened(session)
    recorder.typed("Router>", "show privilege", session.execute("show privilege"))
    text = (tmp_path / "a.md").read_text()
    assert text.endswith("Router>show privilege\nCurrent privilege level is 1\n```\n")
    assert play(text) == text


def test_hints_are_no_part_of_it(tmp_path: Path) -> None:
    console = shown(Router(clock=Clock(Time())))
    console.observers = options_of(console.router, record=str(tmp_path / "a.md")).observers
    rows = console.run("shw clock\r")
    assert "! did you mean 'show'?" in rows
    text = (tmp_path / "a.md").read_text()
    assert "did you mean" not in text
    assert play(text) == text


def test_a_file_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(IossimError, match="cannot write"):
        options_of(Router(), record=str(tmp_path / "missing" / "a.md"))


def test_a_transcript_of_the_tests_is_played(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    script = tmp_path / "a.md"
    script.write_text(
        "# T\n\n```ios console user\nRouter>show privilege\nanything\nRouter>ena<TAB>\nRouter>enable \nRouter>enable\n```\n"
    )
    assert run_shell(Router(), script=str(script)) == 0
    assert "Router>show privilege\nCurrent privilege level is 1\n" in capsys.readouterr().out


KEYS = (
    *("enable\r", "configure terminal\r", "banner motd ^C\r", "first ^Z\r", "second ^C\r", "ephone-dn 1\r", "name why\x16?\r"),
    *("hostname half\x03", "copy running-config startup-config\r", "\x1e", "copy running-config startup-config\r", "\x03"),
    *("show cl?", "ock\r", "configure terminal\r", "hostname R2\x1a", "show clock\x1a", "\x04", "\r"),
    *("show privilege\r", "enable\r", "reload\r", "no\r", "n", "exit\r", "\r", "show users\r", "\x04", "\x04"),
)


def test_every_key_is_played_as_it_was_pressed(tmp_path: Path) -> None:
    def record(name: str) -> tuple[Router, dict[str, Any]]:
        router = Router(clock=Clock(Time()))
        return router, {"options": options_of(router, record=str(tmp_path / name))}

    router, options = record("first.md")
    console = shown(router, height=100)
    console.observers = options["options"].observers
    console.run(*KEYS)
    first = (tmp_path / "first.md").read_text(encoding="utf-8")
    assert first.count("```ios console user") == 3
    assert "banner motd ^C<RETURN>\n" in first
    assert "second ^C<RETURN>\n" in first
    assert "#hostname half^C\n" in first
    assert "#name why?<RETURN>\n" in first
    again, options = record("second.md")
    assert run_shell(again, script=str(tmp_path / "first.md"), **options) == 0
    assert (tmp_path / "second.md").read_text(encoding="utf-8") == first
    assert again.running_config == router.running_config
    assert "banner motd ^C\nfirst ^Z\nsecond ^C\n" in again.running_config
    assert play(first) == first
