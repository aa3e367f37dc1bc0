"""The keys and pasted lines of a terminal, in the order in which they were typed."""

from __future__ import annotations

import asyncio
import codecs
import os
import re
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyPress

#: Seconds after which Esc is a key of its own and no longer the beginning of another key.
ESCAPE = 0.1
#: Seconds without input after which a paste is over: one without marks, and one whose end mark does not come.
AFTER_PASTE = 0.05
_LOST_MARK = 1.0
_START, _END = "\x1b[200~", "\x1b[201~"
#: Bytes that are read at once, and characters that are given to the editor at once.
_READ = 1 << 16
_CHUNK = 1 << 10
#: Characters that are read ahead at most; the terminal keeps the others.
_MOST = 1 << 20
_LINE = re.compile("([^\x00-\x1f\x7f-\x9f]*)(?:\r\n?|\n)")
_LINE_END = re.compile("[\r\n]")
#: Control characters of pasted text, which must not act as keys. A line end is one RETURN.
_CONTROLS = re.compile("[\x00-\x0c\x0e-\x1f\x7f-\x9f]")


def typed_text(pasted: str) -> str:
    """The text that types a pasted text: RETURN for a line end, a blank for a tab, and no other control characters."""
    return _CONTROLS.sub("", pasted.replace("\r\n", "\r").replace("\n", "\r").replace("\t", " "))


class Keyboard(Input):
    """The keys of a terminal. Whole lines that wait are given out as lines, so that a long paste costs little.

    A paste between marks is read as if it were typed.

    Args:
        source: the terminal.
        text: text that was read from it before.
    """

    def __init__(self, source: Input, text: str = "") -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._keys: list[KeyPress] = []
        self._parser = Vt100Parser(self._keys.append)
        self._text = text
        self._mark = ""
        self._half = False
        self._pasting = False
        self._closed = False
        self._ready: Callable[[], None] | None = None

    # -- lines ---------------------------------------------------------------------------------------------------------------------

    def line(self, helps: bool) -> str | None:
        """Takes the next line, if all of it waits and no character of it acts as a key; else None.

        Args:
            helps: `?` acts as a key.
        """
        self._flush_parser()
        if len(self._text) < _MOST and _LINE.match(self._text) is None:
            self._text += self._arrived()
        match = _LINE.match(self._text)
        if match is None or (helps and "?" in match[1]):
            return None
        self._text = self._text[match.end() :]
        return match[1]

    @property
    def waiting(self) -> bool:
        """True if a whole line waits that was read already, also one with keys in it."""
        return _LINE_END.search(self._text) is not None

    async def ahead(self) -> bool:
        """Waits a moment for the next line of a paste; returns False if the paste is over."""
        while not self.waiting:
            before = self._text
            self._text += self._arrived()
            if self._text == before and not await self._wait(_LOST_MARK if self._pasting else AFTER_PASTE):
                self._pasting = False
                return False
        return True

    async def key(self) -> str:
        """Reads one key.

        Raises:
            EOFError: the terminal is gone.
        """
        while True:
            keys = self.read_keys()
            if not keys and self._half:
                if await self._wait(ESCAPE):
                    continue
                keys = self.flush_keys()
            if keys:
                self.give_back(keys[1:])
                return keys[0].data
            if self._closed:
                raise EOFError
            await self._wait(None)

    def give_back(self, keys: list[KeyPress]) -> None:
        """Takes keys back that nobody has used."""
        self._text = "".join(key.data for key in keys) + self._text

    def take_back(self) -> None:
        """Takes the keys back that an application of prompt_toolkit has read and not used."""
        self.give_back(get_typeahead(self))

    # -- an input of prompt_toolkit ------------------------------------------------------------------------------------------------

    def read_keys(self) -> list[KeyPress]:
        """The next keys that wait."""
        if not self._text:
            self._text = self._arrived()
        chunk, self._text = self._text[:_CHUNK], self._text[_CHUNK:]
        self._parser.feed(chunk)
        if self._text and self._ready is not None:
            asyncio.get_running_loop().call_soon(self._ready)
        keys = self._parsed()
        self._half = not keys and bool(chunk or self._mark or self._half)
        return keys

    def flush_keys(self) -> list[KeyPress]:
        """The keys of characters that may begin another key, such as Esc."""
        self._parser.feed(self._mark)
        self._mark, self._half = "", False
        self._parser.flush()
        return self._parsed()

    @contextmanager
    def _attached(self, ready: Callable[[], None]) -> Iterator[None]:
        before, self._ready = self._ready, ready
        try:
            with self._source.attach(ready):
                if self._text:
                    asyncio.get_running_loop().call_soon(ready)
                yield
        finally:
            self._ready = before

    def attach(self, input_ready_callback: Callable[[], None]) -> AbstractContextManager[None]:
        """Calls a function when keys wait, for the length of a block."""
        return self._attached(input_ready_callback)

    def detach(self) -> AbstractContextManager[None]:
        """Calls no function for the length of a block."""
        return self._source.detach()

    def fileno(self) -> int:
        """The number of the terminal's file."""
        return self._source.fileno()

    def typeahead_hash(self) -> str:
        """The name of this terminal among all."""
        return f"iossim-{id(self)}"

    @property
    def closed(self) -> bool:
        """True if the terminal is gone, and all keys are read."""
        return self._closed and not self._text

    def raw_mode(self) -> AbstractContextManager[None]:
        """The terminal sends every key, and echoes none, for the length of a block."""
        return self._source.raw_mode()

    def cooked_mode(self) -> AbstractContextManager[None]:
        """The terminal edits lines itself for the length of a block."""
        return self._source.cooked_mode()

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _parsed(self) -> list[KeyPress]:
        keys = list(self._keys)
        self._keys.clear()
        return keys

    def _flush_parser(self) -> None:
        """Takes characters back that the parser holds as the beginning of a key."""
        self._parser.flush()
        self.give_back(self._parsed())

    async def _wait(self, seconds: float | None) -> bool:
        """Waits until something arrives; returns False if nothing does in so many seconds."""
        arrived = asyncio.Event()
        with self._source.attach(arrived.set):
            try:
                async with asyncio.timeout(seconds):
                    await arrived.wait()
            except TimeoutError:
                return False
        return not self._closed

    def _arrived(self) -> str:
        """The text that has arrived, with pasted text as it would be typed."""
        if sys.platform == "win32":
            return "".join(key.data for key in self._source.read_keys())
        text = self._mark + self._decoder.decode(self._bytes())
        self._mark = ""
        parts = []
        while text:
            mark = _END if self._pasting else _START
            before, found, text = text.partition(mark)
            if not found:
                before, self._mark = _without_half(before, mark)
            parts.append(typed_text(before) if self._pasting else before)
            if found:
                self._pasting = not self._pasting
        return "".join(parts)

    def _bytes(self) -> bytes:
        data = b""
        while len(data) < _MOST and not self._closed and select.select([self.fileno()], [], [], 0)[0]:
            try:
                piece = os.read(self.fileno(), _READ)
            except InterruptedError:
                continue
            except OSError:  # the terminal has gone
                piece = b""
            self._closed = not piece
            data += piece
        return data


def _without_half(text: str, mark: str) -> tuple[str, str]:
    """A text without the beginning of a mark at its end, and that beginning."""
    for length in range(len(mark) - 1, 0, -1):
        if text.endswith(mark[:length]):
            return text[:-length], mark[:length]
    return text, ""
