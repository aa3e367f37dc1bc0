"""Pasted lines: they start no editor, their errors stand where they belong, and their number is reported at the end."""

from __future__ import annotations

import asyncio
import itertools
import os
from asyncio import run
from collections.abc import Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import Application
from prompt_toolkit.input import PipeInput, create_input, create_pipe_input

from iossim import Router
from iossim.session import LineResult
from iossim.shell.console import Console
from iossim.shell.keyboard import Keyboard
from iossim.shell.pasting import Paste
from iossim.shell.prompt import PromptTerminal
from iossim.shell.terminal import LineRequest
from tests.shell.screens import shown
from tests.shell.test_prompt import Screen

ACCEPTED, REFUSED = LineResult(True, ""), LineResult(False, "^\n% Invalid\n", "% Invalid")


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


def session(keyboard: PipeInput, typed: str) -> str:
    """The screen of a session in which a text is typed; the terminal is gone afterwards."""
    screen = Screen()
    keyboard.send_text(typed)
    keyboard.close()
    run(Console(Router(), PromptTerminal(keyboard, screen)).run())
    return screen.text


@pytest.mark.parametrize(("start", "end"), [("", ""), ("\x1b[200~", "\x1b[201~")], ids=["typed", "marked"])
def test_the_errors_of_a_paste(keyboard: PipeInput, start: str, end: str) -> None:
    lines = ["enable", "configure terminal", "ephone 1", "buton 1:1", "exit", "hostname R1", "ephone 2 2"]
    shown = session(keyboard, start + "\r".join(lines) + "\r" + end)
    assert "Router(config-ephone)#buton 1:1\n                         ^\n% Invalid input detected at '^' marker.\n" in shown
    report = (
        "! 2 of 7 pasted lines were refused, the first in line 4:\n!   buton 1:1\n!   % Invalid input detected at '^' marker.\n"
    )
    assert report in shown
    assert shown.index(report) > shown.index("ephone 2 2")


def test_a_paste_without_errors_has_no_report(keyboard: PipeInput) -> None:
    assert "pasted" not in session(keyboard, "enable\rconfigure terminal\rhostname R1\r")


def test_no_editor_is_started_for_lines_that_wait(keyboard: PipeInput, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[int] = []
    real = Application.run_async

    def counted(*arguments: object, **options: object) -> object:
        started.append(1)
        return real(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Application, "run_async", counted)
    session(keyboard, "show clock\r" * 200)
    assert len(started) == 1  # for the prompt after them


def test_the_screen_is_not_written_for_each_line_of_a_paste(keyboard: PipeInput) -> None:
    written: list[str] = []

    class Counting(Screen):
        def flush(self) -> None:
            written.append(self.text)

    keyboard.send_text("show clock\r" * 500)
    keyboard.close()
    run(Console(Router(), PromptTerminal(keyboard, Counting())).run())
    longest = max(len(after) - len(before) for before, after in itertools.pairwise(written))
    assert len(written) < 50
    assert longest < 5000, "a long paste must show while it is read"
    assert written[-1].count("Router>show clock") == 500


def test_output_is_shown_when_a_session_fails(keyboard: PipeInput) -> None:
    shown: list[str] = []

    class Flushed(Screen):
        def flush(self) -> None:
            shown.append(self.text)

    keyboard.send_text("one\rtwo\r")
    terminal = PromptTerminal(keyboard, Flushed())

    async def fail() -> None:
        with terminal.in_use():
            await terminal.read(LineRequest("R1#"))
            terminal.write("kept back")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(fail())
    assert shown[-1] == "R1#one\nkept back"


def test_keys_inside_of_a_paste(keyboard: PipeInput) -> None:
    shown = session(keyboard, "show clock\rshow cl?\x15show privilege\r")
    assert "class-map  clns       clock\n" in shown
    assert "Current privilege level is 1\n" in shown


def test_escape_sequences_in_a_paste_are_no_keys(keyboard: PipeInput) -> None:
    shown = session(keyboard, "\x1b[200~show priv\x1b[D\x1b]0;title\x07ilege\r\x03\x1a\x9b31m\x1b[201~")
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_a_paste_that_comes_in_pieces_is_one(keyboard: PipeInput) -> None:
    reader = Keyboard(keyboard)
    keyboard.send_text("one\rtwo\x1b[20")
    assert [reader.line(True), reader.line(True)] == ["one", None]
    keyboard.send_text("0~ three\rfour")
    assert reader.line(True) == "two three"
    assert reader.line(True) is None
    keyboard.send_text("\x1b[201~!\r")
    assert reader.line(True) == "four!"


def test_half_a_character_and_bytes_that_are_not_utf_8(keyboard: PipeInput) -> None:
    reader = Keyboard(keyboard)
    keyboard.send_bytes(b"Z\xc3")
    assert reader.line(True) is None
    keyboard.send_bytes(b"\xbcrich\rZ\xfcrich\r")
    assert reader.line(True) == "Zürich"
    assert reader.line(True) == "Z\udcfcrich"


def test_a_question_mark_is_a_key_where_it_helps(keyboard: PipeInput) -> None:
    reader = Keyboard(keyboard)
    keyboard.send_text("why?\r")
    assert reader.line(helps=True) is None
    assert reader.line(helps=False) == "why?"


def test_one_line_is_no_paste() -> None:
    paste = Paste()
    paste.add("show", REFUSED)
    assert paste.open
    assert paste.report() == ""
    assert not paste.open


def test_every_paste_has_its_own_report() -> None:
    paste = Paste()
    for result in (ACCEPTED, REFUSED):
        paste.add("show", result)
    assert paste.report().startswith("! 1 of 2 pasted lines was refused, the first in line 2:")
    paste.add("show", ACCEPTED)
    paste.add("show", ACCEPTED)
    assert paste.report() == ""


def test_the_first_line_of_a_paste_counts_though_the_editor_takes_it() -> None:
    rows = shown(height=40).run("enable\r", "conf t\r", "\x1b[200~ephone 1\rbuton 1:1\rexit\r\x1b[201~")
    assert "! 1 of 3 pasted lines was refused, the first in line 2:" in rows


PASTED = ["ephone 1", "buton 1:1", "description \x1b[31mred\x1b[0m", "description \x1b[2J", "exit", "ephone 2", "buton 1:2\x07"]


@pytest.mark.parametrize("marks", [("", ""), ("\x1b[200~", "\x1b[201~")])
def test_a_paste_with_escape_sequences_is_one_paste(marks: tuple[str, str]) -> None:
    """Without marks, the sequences arrive as keys; the paste has one report all the same."""
    console = shown(height=60)
    rows = console.run("enable\r", "conf t\r", "\r".join(PASTED).join([marks[0], f"\r{marks[1]}"]))
    assert [row for row in rows if "pasted" in row] == ["! 2 of 7 pasted lines were refused, the first in line 2:"]
    assert " mac-address" not in console.router.running_config
    assert "ephone  2\n" in console.router.running_config


REPORTS = ["\x1b[31m", "\x1b[5;5;5;5m", "\x1b[<0;5;5M", "\x1b[M\xe9\xff ", "\x1b[12;40R"]


@pytest.mark.parametrize("report", REPORTS)
def test_what_looks_like_a_report_of_a_terminal_does_nothing(report: str) -> None:
    rows = shown().run("show pri", f"{report}vilege\r")
    assert "Current privilege level is 1" in rows
    assert not any("xception" in row for row in rows)


@pytest.mark.parametrize("key", [*"09-._#/*<yaet", "\x19", "\x1d"])
def test_keys_of_emacs_that_ios_lacks_do_nothing(key: str) -> None:
    rows = shown().run("show clock\r", f"show \x1b{key}privilege\r")
    assert "Router>show privilege" in rows
    assert "Current privilege level is 1" in rows


def test_a_terminal_that_goes_away_ends_the_session_and_what_was_entered_stays() -> None:
    pty = pytest.importorskip("pty", reason="pseudo-terminals need POSIX")
    master, slave = pty.openpty()
    router = Router()

    async def console() -> None:
        with os.fdopen(slave) as stdin:
            terminal = PromptTerminal(create_input(stdin), Screen())
            os.write(master, b"enable\rconfigure terminal\rhostname R1\rip domain name ha")
            work = asyncio.create_task(Console(router, terminal).run())
            while router.hostname != "R1":
                await asyncio.sleep(0)
            os.close(master)
            await work

    run(console())
    assert router.lines == []
    assert "domain" not in router.running_config


def test_a_terminal_that_goes_away_in_write_memory(keyboard: PipeInput, tmp_path: Path) -> None:
    router = Router(tmp_path / "nvram")
    keyboard.send_text("enable\rconfigure terminal\rhostname R1\rend\rwrite memory\r")
    keyboard.close()
    run(Console(router, PromptTerminal(keyboard, Screen())).run())
    assert "hostname R1" in (tmp_path / "nvram" / "startup-config").read_text()
    assert router.lines == []
