"""A terminal of whole lines: a file, a pipe, or a person without editing keys (`--plain`)."""

from __future__ import annotations

import contextlib
import io
import os
import re
import stat
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TextIO

from iossim.escape import escaped
from iossim.files.decoding import DecodedLines
from iossim.shell.interrupts import Interrupts
from iossim.shell.terminal import MARKS, Action, LineInput, LineRequest
from iossim.terminal.pager import Expression
from iossim.terminal.quotes import open_quote

if TYPE_CHECKING:
    from asyncio import StreamReader

#: Bytes of the longest line that is read.
_LONGEST = 1 << 20
_END = "\x1a"
_INTERRUPT = "\x03"
_LITERALLY = "\x16"


class ReadyLines:
    """Lines that are read without waiting for the event loop. Not a generator: Ctrl-C would end a generator for good.

    Args:
        lines: the lines.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        try:
            return next(self._lines)
        except StopIteration:
            raise StopAsyncIteration from None


async def waiting_lines() -> AsyncIterator[str]:
    """The lines of standard input; others are served while a pipe or a terminal has none."""
    import asyncio

    if not stat.S_ISREG(os.fstat(sys.stdin.fileno()).st_mode):
        reader = asyncio.StreamReader(limit=_LONGEST)
        with contextlib.suppress(OSError, ValueError):  # such as /dev/null, which is read at once
            await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin.buffer)
            return _WaitingLines(reader)
    return ReadyLines(DecodedLines(sys.stdin.buffer))


class _WaitingLines:
    """The lines of a stream, decoded one by one."""

    def __init__(self, reader: StreamReader) -> None:
        self._reader = reader

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        try:
            raw = await self._reader.readline()
        except ValueError:  # a line longer than the limit: what has arrived of it is dropped
            return ""
        if not raw:
            raise StopAsyncIteration
        return next(DecodedLines(io.BytesIO(raw)))


class LineTerminal:
    """Reads whole lines and writes plain text: no colours, no cursor movement.

    Args:
        lines: the lines to read.
        out: the stream to write to.
        echo: write the lines that were read, too; a person's terminal does it by itself.
        person: a person types.
        secret: shows a prompt and reads a line without echo; None: passwords are read like other lines.
    """

    keys = False
    extras = False

    def __init__(
        self,
        lines: AsyncIterator[str],
        out: TextIO,
        echo: bool = True,
        person: bool = False,
        secret: Callable[[str], str] | None = None,
    ) -> None:
        self.person = person
        self._lines = lines
        self._out = out
        self._echo = echo
        self._secret = secret
        self._rest: deque[str] = deque()
        self._interrupts = Interrupts()

    def in_use(self) -> AbstractContextManager[None]:
        """Makes Ctrl-C wait while a line is executed."""
        return self._interrupts.held()

    def write(self, text: str) -> None:
        """Writes text to the screen."""
        self._out.write(text)

    async def read(self, request: LineRequest) -> LineInput:
        """Reads a line. The text of a line that ended with `?` is only shown again: the next line does not begin with it.

        Raises:
            EOFError: there are no more lines.
        """
        if request.text:
            self._out.write(f"{request.prompt}{request.text}\n")
        if self._echo or not self._hides(request):
            self._out.write(request.prompt)
        self._out.flush()
        try:
            self._interrupts.let_through()
            line = await self._next(request)
            self._interrupts.hold()
        except (EOFError, StopAsyncIteration):
            self._interrupts.hold()
            self._out.write("\n")
            raise EOFError from None
        except KeyboardInterrupt:
            if not self.person:
                raise
            self._out.write("\n")
            return LineInput(Action.INTERRUPT)
        line_input, rest = self._understand(line, request)
        if rest:
            self._rest.append(rest)
        if self._echo:
            self._out.write((_visible(line_input.text) if request.echo else "") + MARKS.get(line_input.action, "") + "\n")
        return line_input

    async def key(self) -> str:
        """The first character of the next line; RETURN if the line is empty. The rest of the line is read later.

        Raises:
            EOFError: there are no more lines.
        """
        self._out.flush()
        try:
            line = self._rest.popleft() if self._rest else await anext(self._lines)
        except StopAsyncIteration:
            raise EOFError from None
        if len(line) > 1:
            self._rest.appendleft(line[1:])
        return line[:1] or "\r"

    async def ahead(self) -> bool:
        """False: no line of a file or a pipe is part of a paste."""
        return False

    def size(self) -> tuple[int, int]:
        """Unknown: the router's own settings count."""
        return 0, 0

    def mark(self, expression: Expression | None) -> None:
        """Does nothing: all lines are plain."""

    async def _next(self, request: LineRequest) -> str:
        if self._rest:
            return self._rest.popleft()
        if self._secret is not None and self._hides(request):
            return self._secret(request.prompt)
        return await anext(self._lines)

    def _understand(self, line: str, request: LineRequest) -> tuple[LineInput, str]:
        return understand(line, request)

    def _hides(self, request: LineRequest) -> bool:
        return self._secret is not None and not request.echo


def understand(line: str, request: LineRequest) -> tuple[LineInput, str]:
    """The meaning of a whole line, and the rest of it after Ctrl-Z, which is the next line.

    Keys are written as their characters: Ctrl-Z (or `^Z` at the end of a command), Ctrl-C on a line of its own, Ctrl-V before a
    character that is not to act as a key. `?` asks for help only at the end of a command.

    Args:
        line: the line as it was read.
        request: the request for it.
    """
    line, pressed, rest = line.partition(_END)
    if not pressed and request.command and (line.strip() == "^Z" or (request.configuration and line.endswith("^Z"))):
        line, pressed = line.rstrip()[:-2], _END
    if pressed:
        return LineInput(Action.END, _literal(line), len(line)), rest
    if line.strip(" ") == _INTERRUPT:
        return LineInput(Action.INTERRUPT), ""
    if request.command and line.endswith("?") and not line.endswith(_LITERALLY + "?") and not open_quote(line):
        text = _literal(line[:-1])
        return LineInput(Action.HELP, text, len(text)), ""
    text = _literal(line)
    return LineInput(Action.ENTER, text, len(text)), ""


def _literal(line: str) -> str:
    return re.sub(_LITERALLY + "(.)", r"\1", line)


def _visible(text: str) -> str:
    """The text with control characters as a terminal echoes them (`^C`); the others, which it would obey, are escaped."""
    parts = re.split(r"([\x00-\x1f])", text)
    return "".join(part if part == "\t" else f"^{chr(ord(part) + 64)}" if part and part < " " else escaped(part) for part in parts)
