"""The console on a terminal in memory (pyte): keys in, screen out, without a process."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Sequence
from typing import TextIO, cast
from unittest.mock import patch

import pyte
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from iossim import Router
from iossim.shell.console import Console
from iossim.shell.memory import Memory
from iossim.shell.prompt import PromptTerminal
from iossim.shell.terminal import Observer

#: Turns of the event loop after which a key has had its effect.
_TURNS = 400


class Shown:
    """A console that a test types into.

    Attributes:
        screen: the screen.
        router: the router.
    """

    def __init__(self, router: Router, width: int, height: int, memory: Memory | None, colours: bool) -> None:
        self.router = router
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.Stream(self.screen)
        self._written = io.StringIO()
        self._size = Size(rows=height, columns=width)
        self.output = Vt100_Output(
            cast(TextIO, self._written),
            lambda: self._size,
            term="xterm",
            default_color_depth=ColorDepth.DEPTH_4_BIT if colours else ColorDepth.DEPTH_1_BIT,
            enable_cpr=False,
        )
        self.raw = ""
        self.observers: Sequence[Observer] = ()
        self._memory = memory

    def resize(self, width: int, height: int) -> None:
        """Gives the window another size."""
        self._size = Size(rows=height, columns=width)
        self.screen.resize(height, width)

    def run(self, *keys: str | Callable[[], None]) -> list[str]:
        """Types keys, one after the other; returns the rows of the screen without empty ones at its end.

        Args:
            keys: what is typed; a function is called instead.
        """
        with patch("iossim.shell.keyboard.AFTER_PASTE", 0.0):  # what is typed is there at once
            return asyncio.run(self._run(keys))

    async def _run(self, keys: tuple[str | Callable[[], None], ...]) -> list[str]:
        with create_pipe_input() as pipe:
            console = Console(self.router, PromptTerminal(pipe, self.output, self._memory), hints=True, observers=self.observers)
            task = asyncio.create_task(console.run())
            await self._settle()
            for key in keys:
                if isinstance(key, str):
                    pipe.send_text(key)
                else:
                    key()
                await self._settle()
            pipe.close()
            rows = self.rows
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        return rows

    async def _settle(self) -> None:
        for _ in range(_TURNS):
            await asyncio.sleep(0)
        self.raw += self._written.getvalue()
        self._stream.feed(self._written.getvalue().replace("\n", "\r\n"))
        self._written.seek(0)
        self._written.truncate()

    @property
    def rows(self) -> list[str]:
        """The rows of the screen without empty ones at its end."""
        text = "\n".join(row.rstrip() for row in self.screen.display)
        return text.rstrip("\n").split("\n")

    def colour(self, text: str) -> str:
        """The colour of the first character of a text on the screen."""
        for number, row in enumerate(self.screen.display):
            column = row.find(text)
            if column >= 0:
                return str(self.screen.buffer[number][column].fg)
        raise AssertionError(f"{text!r} is not shown in {self.rows}")


def shown(
    router: Router | None = None, width: int = 80, height: int = 24, memory: Memory | None = None, colours: bool = True
) -> Shown:
    """A console on a window.

    Args:
        router: the router; None: a new one.
        width: columns.
        height: rows.
        memory: the history of the user.
        colours: False for a terminal without colours.
    """
    return Shown(router or Router(), width, height, memory, colours)
