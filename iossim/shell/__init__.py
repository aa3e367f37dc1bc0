"""The shell: the router's console, used from a terminal, a pipe or a script file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Coroutine
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from iossim.errors import IossimError
from iossim.files.decoding import DecodedLines, decode
from iossim.shell.console import Console, ConsoleRouter
from iossim.shell.lines import LineTerminal, ReadyLines, waiting_lines

if TYPE_CHECKING:
    from iossim.shell.prompt import PromptTerminal

__all__ = ["run"]


def run(router: ConsoleRouter, *, script: str | None = None, plain: bool = False, until_refused: bool = False) -> int:
    """Runs a router's console until the user leaves or the input ends; returns the exit status: 1 if a refused line ended it.

    Args:
        router: the router.
        script: a file with the lines to execute; None: standard input.
        plain: read whole lines, without editing keys, even on a terminal.
        until_refused: end with the first line that the router refuses.

    Raises:
        IossimError: the script cannot be read.
    """
    _accept_any_text(sys.stdout)
    if script is not None:
        terminal: LineTerminal | PromptTerminal = LineTerminal(ReadyLines(_script(script)), sys.stdout)
    elif not sys.stdin.isatty():
        terminal = LineTerminal(ReadyLines(DecodedLines(sys.stdin.buffer)), sys.stdout)
    elif plain or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        echo = not sys.stdout.isatty()
        terminal = LineTerminal(ReadyLines(DecodedLines(sys.stdin.buffer)), sys.stdout, echo, person=True, secret=getpass)
    else:
        terminal = _terminal_with_keys()
    console = Console(router, terminal, until_refused, hints=terminal.keys)
    with terminal.in_use():
        completed = _finished(console.run()) if isinstance(terminal, LineTerminal) else _waited_for(console.run())
    sys.stdout.flush()
    return 0 if completed else 1


async def attend(router: ConsoleRouter, *, plain: bool = False) -> None:
    """Runs a router's console in an event loop that serves others, until the user leaves or the input ends.

    Args:
        router: the router.
        plain: read whole lines, without editing keys, even on a terminal.
    """
    _accept_any_text(sys.stdout)
    if sys.stdin.isatty() and sys.stdout.isatty() and not plain:
        keys = _terminal_with_keys()
        with keys.in_use():
            await Console(router, keys, hints=True).run()
        return
    await Console(router, LineTerminal(await waiting_lines(), sys.stdout)).run()
    sys.stdout.flush()


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


def _terminal_with_keys() -> PromptTerminal:
    # Imported here so that scripts and pipes start without prompt_toolkit.
    from iossim.shell.memory import user_memory
    from iossim.shell.prompt import PromptTerminal

    return PromptTerminal(memory=user_memory())


def _script(path: str) -> list[str]:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise IossimError(f"cannot read {path}: {error.strerror}") from error
    decoded = decode(data)
    if decoded is None:
        raise IossimError(f"{path} is not a text file (it holds NUL bytes)")
    lines = decoded.text.removesuffix("\n").split("\n") if decoded.text else []
    return [line.rstrip("\r") for line in lines]


def _accept_any_text(stream: TextIO) -> None:
    """Makes a stream write `?` in place of a character that its encoding lacks, instead of raising an error."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
