"""A person's terminal that shows what a router shows (`--plain`): its keys, its echo, no colour, no escape sequences."""

from __future__ import annotations

import asyncio
import codecs
import os
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from iossim.config.limits import LONGEST_LINE
from iossim.files.decoding import without_surrogates
from iossim.shell.terminal import MARKS, Action, LineInput, LineRequest
from iossim.terminal import keys
from iossim.terminal.editing import EDITING
from iossim.terminal.keys import Key, KeyReader
from iossim.terminal.line_buffer import LineBuffer
from iossim.terminal.pager import Expression
from iossim.terminal.quotes import open_quote
from iossim.terminal.recall import Recall

#: The keys that end a line.
_ENDINGS = {
    keys.ENTER: Action.ENTER,
    "ctrl-z": Action.END,
    "ctrl-c": Action.INTERRUPT,
    "ctrl-l": Action.AGAIN,
    "ctrl-r": Action.AGAIN,
    keys.ABORT: Action.ABORT,
}
_OLDER, _NEWER = ("ctrl-p", keys.UP), ("ctrl-n", keys.DOWN)
_READ = 1 << 16
#: The characters of keys that answer a question or turn a page.
_CHARACTERS = {keys.ENTER: "\r", "ctrl-c": "\x03", keys.ABORT: "\x1e", "ctrl-d": "\x04", "ctrl-z": "\x1a"}


class PlainTerminal:
    """A terminal with the keys of a router.

    Args:
        source: the file number of the terminal.
        out: the screen.
        typed: text that was read from it before.
    """

    person = True
    keys = True
    extras = False

    def __init__(self, source: int, out: TextIO, typed: str = "") -> None:
        self._source = source
        self._out = out
        self._reader = KeyReader()
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._ahead: deque[Key] = deque(self._reader.feed(without_surrogates(typed)))
        self._line = LineBuffer()
        self._recall = Recall([])
        self._literal = False

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Puts the terminal into raw mode: it does not echo keys, and no key stops the program."""
        import termios

        try:
            before = termios.tcgetattr(self._source)
        except termios.error:  # no terminal
            yield
            return
        raw = termios.tcgetattr(self._source)
        raw[0] &= ~(termios.ICRNL | termios.INLCR | termios.IGNCR | termios.IXON | termios.IXOFF)
        raw[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        termios.tcsetattr(self._source, termios.TCSANOW, raw)
        try:
            yield
        finally:
            with suppress(termios.error):  # the terminal has gone
                termios.tcsetattr(self._source, termios.TCSANOW, before)

    def write(self, text: str) -> None:
        """Writes text to the screen."""
        self._out.write(text)
        self._out.flush()

    def mark(self, expression: Expression | None) -> None:
        """Does nothing: all lines are plain."""

    def size(self) -> tuple[int, int]:
        """Columns and rows of the window."""
        try:
            columns, rows = os.get_terminal_size(self._source)
        except OSError:
            return 0, 0
        return columns, rows

    async def read(self, request: LineRequest) -> LineInput:
        """Reads a line.

        Raises:
            EOFError: the terminal is gone.
        """
        self._line = LineBuffer(request.text, min(request.cursor, len(request.text)))
        self._recall = Recall(request.history)
        self._literal = False
        shown = request.text + "\b" * (len(request.text) - self._line.cursor) if request.echo else ""
        self.write(request.prompt + shown)
        waited = bool(self._ahead)
        while True:
            line = self._press(await self._key(), request)
            if line is not None:
                return LineInput(line.action, line.text, line.cursor, waited and line.action is Action.ENTER)

    async def key(self) -> str:
        """Reads one key without showing it.

        Raises:
            EOFError: the terminal is gone.
        """
        key = await self._key()
        return key if len(key) == 1 else _CHARACTERS.get(key, "\x1b")

    async def ahead(self) -> bool:
        """True if the next line of a paste is there."""
        if keys.ENTER not in self._ahead:
            self._ahead.extend(self._arrived(0.05))
        return keys.ENTER in self._ahead

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _press(self, key: Key, request: LineRequest) -> LineInput | None:
        """The line, if a key ends it."""
        action = None if self._literal else self._ending(key, request)
        if action is not None:
            return self._end(action, request)
        shown = self._edit(key, request)
        if request.echo:
            self.write(shown)
        return None

    def _edit(self, key: Key, request: LineRequest) -> str:
        """Does what a key does to the line; returns the characters that change the screen."""
        line = self._line
        literal, self._literal = self._literal, key == "ctrl-v" and not self._literal
        if len(key) == 1:
            return line.insert(key) if len(line.text) <= LONGEST_LINE else ""
        if literal:
            return ""
        if key in EDITING:
            return EDITING[key](line)
        if request.command and key in (*_OLDER, *_NEWER):
            return line.replace(self._recall.move(-1 if key in _OLDER else 1, line.text))
        return ""

    def _ending(self, key: Key, request: LineRequest) -> Action | None:
        """The action of a key that ends the line; None for other keys."""
        if key == "ctrl-d" and not self._line.text:
            return Action.CLOSE
        if key == "?" and request.command and not open_quote(self._line.text[: self._line.cursor]):
            return Action.HELP
        if key == keys.TAB and request.command:
            return Action.COMPLETE
        return _ENDINGS.get(key)

    def _end(self, action: Action, request: LineRequest) -> LineInput:
        line, cursor = self._line, self._line.cursor
        moved = line.move(len(line.text)) if action is not Action.HELP and request.echo else ""
        self.write(f"{moved}{MARKS.get(action, '')}\n")
        return LineInput(action, line.text, cursor)

    async def _key(self) -> Key:
        loop = asyncio.get_running_loop()
        while not self._ahead:
            ready = asyncio.Event()
            loop.add_reader(self._source, ready.set)
            try:
                await ready.wait()
            finally:
                loop.remove_reader(self._source)
            self._ahead.extend(self._arrived(0))
        return self._ahead.popleft()

    def _arrived(self, seconds: float) -> list[Key]:
        """The keys that arrive in so many seconds.

        Raises:
            EOFError: the terminal is gone.
        """
        import select

        if not select.select([self._source], [], [], seconds)[0]:
            return []
        try:
            data = os.read(self._source, _READ)
        except OSError:  # the terminal has gone
            data = b""
        if not data:
            raise EOFError
        return list(self._reader.feed(without_surrogates(self._decoder.decode(data))))
