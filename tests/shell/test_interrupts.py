"""Ctrl-C as a signal: it waits while the router works, and drops a line or ends a script where one is read."""

import io
import signal
from asyncio import run
from collections.abc import Iterator

import pytest

from iossim.session import LineResult
from iossim.shell.console import Console
from iossim.shell.interrupts import Interrupts
from iossim.shell.lines import LineTerminal, ReadyLines
from tests.shell.fakes import FakeRouter, FakeSession


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_it_waits_for_the_next_line() -> None:
    interrupts, before = Interrupts(), signal.getsignal(signal.SIGINT)
    with interrupts.held():
        press()
        press()
        with pytest.raises(KeyboardInterrupt):
            interrupts.let_through()
        interrupts.let_through()
        interrupts.hold()
        press()
    assert signal.getsignal(signal.SIGINT) is before


def test_it_interrupts_a_line_once() -> None:
    interrupts = Interrupts()
    with interrupts.held():
        interrupts.let_through()
        with pytest.raises(KeyboardInterrupt):
            press()
        press()


class Pressed(FakeSession):
    """Ctrl-C comes in the middle of each `slow`."""

    def run(self, line: str) -> LineResult:
        if line == "slow":
            press()
        return super().run(line)


def terminal(lines: Iterator[str], person: bool) -> tuple[FakeRouter, LineTerminal, io.StringIO]:
    router, out = FakeRouter(), io.StringIO()
    router.session = lambda privilege=15, user=None, line="": Pressed("Router")  # type: ignore[assignment,return-value]
    return router, LineTerminal(ReadyLines(lines), out, person=person), out


def test_a_person_s_line_is_finished_and_the_next_one_dropped() -> None:
    router, lines, out = terminal(iter(["slow", "fast"]), person=True)
    with lines.in_use():
        run(Console(router, lines).run())
    assert out.getvalue().endswith("Router>slow\n<slow>\nRouter>\nRouter>fast\n<fast>\nRouter>\n")


def test_a_script_ends_after_the_line() -> None:
    router, lines, out = terminal(iter(["slow", "fast"]), person=False)
    with lines.in_use(), pytest.raises(KeyboardInterrupt):
        run(Console(router, lines).run())
    assert out.getvalue() == "Router>slow\n<slow>\nRouter>"
