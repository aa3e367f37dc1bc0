"""The shell: the router's console, used from a terminal, a pipe or a script file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Coroutine
from contextlib import AbstractContextManager
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from iossim.errors import IossimError
from iossim.files.decoding import DecodedLines, decode
from iossim.shell.console import Console, ConsoleRouter
from iossim.shell.early import early_keys
from iossim.shell.lines import LineTerminal, ReadyLines, waiting_lines
from iossim.shell.terminal import LineSource, Observer
from iossim.shell.transcript import TranscriptTerminal, typed_lines

if TYPE_CHECKING:
    from iossim.shell.tour import TourRouter

__all__ = ["Options", "attend", "early_keys", "options_of", "run"]


class Terminal(LineSource, Protocol):
    """A terminal that a console uses.

    Attributes:
        extras: it shows more than a router does.
    """

    extras: bool

    def in_use(self) -> AbstractContextManager[None]:
        """Prepares the terminal for the length of a block."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a console.

    Attributes:
        plain: show what a router shows: no colours, no menu, no suggestion.
        typed: text that was read from the terminal before.
        observers: follow what is typed and shown.
    """

    plain: bool = False
    typed: str = ""
    observers: tuple[Observer, ...] = ()


def options_of(
    router: TourRouter, *, plain: bool = False, record: str | None = None, tour: bool = False, typed: str = ""
) -> Options:
    """The options of a console on a router.

    Args:
        router: the router.
        plain: show what a router shows.
        record: the file of a transcript to write; None: none is written.
        tour: lead through the first steps.
        typed: text that was read from the terminal before.

    Raises:
        IossimError: the transcript cannot be written.
    """
    observers: list[Observer] = []
    if record is not None:
        from iossim.shell.transcript import Recorder

        observers.append(Recorder(Path(record), router.running_config))
    if tour:
        from iossim.shell.tour import Tour

        observers.append(Tour(router))
    return Options(plain, typed, tuple(observers))


def run(router: ConsoleRouter, options: Options | None = None, *, script: str | None = None, until_refused: bool = False) -> int:
    """Runs a router's console until the user leaves or the input ends; returns the exit status: 1 if a refused line ended it.

    Args:
        router: the router.
        options: the options of the console.
        script: a file with the lines to execute, or a transcript; None: standard input.
        until_refused: end with the first line that the router refuses.

    Raises:
        IossimError: the script cannot be read.
    """
    options = options or Options()
    _accept_any_text(sys.stdout)
    terminal = _script(script) if script is not None else _person(options) or LineTerminal(_piped(), sys.stdout)
    console = Console(router, terminal, until_refused, hints=terminal.extras, observers=options.observers)
    with terminal.in_use():
        completed = _finished(console.run()) if isinstance(terminal, LineTerminal) else _waited_for(console.run())
    sys.stdout.flush()
    return 0 if completed else 1


async def attend(router: ConsoleRouter, options: Options | None = None) -> None:
    """Runs a router's console in an event loop that serves others, until the user leaves or the input ends.

    Args:
        router: the router.
        options: the options of the console.
    """
    options = options or Options()
    _accept_any_text(sys.stdout)
    terminal = _person(options)
    if terminal is None or isinstance(terminal, LineTerminal):
        terminal = LineTerminal(await waiting_lines(), sys.stdout)
    with terminal.in_use():
        await Console(router, terminal, hints=terminal.extras, observers=options.observers).run()
    sys.stdout.flush()


def _person(options: Options) -> Terminal | None:
    """The terminal of a person; None if standard input is none."""
    if not sys.stdin.isatty():
        return None
    if not sys.stdout.isatty() or (sys.platform == "win32" and options.plain):
        echo = not sys.stdout.isatty()
        return LineTerminal(_piped(), sys.stdout, echo, person=True, secret=getpass)
    if options.plain or os.environ.get("TERM") == "dumb":
        from iossim.shell.plain import PlainTerminal

        return PlainTerminal(sys.stdin.fileno(), sys.stdout, options.typed)
    # Imported here so that scripts and pipes start without prompt_toolkit.
    from iossim.shell.memory import user_memory
    from iossim.shell.prompt import PromptTerminal

    return PromptTerminal(memory=user_memory(), text=options.typed)


def _piped() -> ReadyLines:
    return ReadyLines(DecodedLines(sys.stdin.buffer))


def _finished(work: Coroutine[object, object, bool]) -> bool:
    """The result of a coroutine that waits for nothing; the start of an event loop would cost a script time."""
    try:
        work.send(None)
    except StopIteration as end:
        return bool(end.value)
    raise AssertionError("the console waits for something else than lines")


def _waited_for(work: Coroutine[object, object, bool]) -> bool:
    import asyncio

    return asyncio.run(work)


def _script(path: str) -> LineTerminal:
    """The terminal that types the lines of a script, or of a transcript."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise IossimError(f"cannot read {path}: {error.strerror}") from error
    decoded = decode(data)
    if decoded is None:
        raise IossimError(f"{path} is not a text file (it holds NUL bytes)")
    lines = typed_lines(decoded.text)
    if lines is not None:
        return TranscriptTerminal(lines, sys.stdout)
    return LineTerminal(
        ReadyLines(line.rstrip("\r") for line in decoded.text.removesuffix("\n").split("\n") if decoded.text), sys.stdout
    )


def _accept_any_text(stream: TextIO) -> None:
    """Makes a stream write `?` in place of a character that its encoding lacks, instead of raising an error."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
