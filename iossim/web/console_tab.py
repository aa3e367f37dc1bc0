"""The tab with a terminal: one more line of the router."""

from __future__ import annotations

import contextlib
from typing import Any

from nicegui import ui

from iossim.remote.line import RemoteLine
from iossim.router.terminal_lines import vty_count
from iossim.web.site import View

_AGAIN = "\r\nThe line is closed. Press Enter for a new one.\r\n"


class Terminal:
    """A terminal in a browser, and its line of the router.

    Life: `open` opens the line; it ends with `close`. A line that the router closes is opened anew by a key.

    Args:
        view: the router in the browser.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._line: RemoteLine | None = None
        self._size = (0, 0)
        options = {"cursorBlink": True, "scrollback": 5000, "screenReaderMode": True}
        self.element = ui.xterm(options, on_data=lambda event: self._typed(event.data), on_resize=self._resized)

    def open(self) -> None:
        """Opens a line, with its banner and prompt."""
        view = self._view
        lines = view.shared.lines
        line = RemoteLine(view.shared.router, self._free_number(), view.visitor.name, view.address, self._write, self._ended)
        self._line = line
        lines.add(line)
        line.open(*self._size)

    def close(self) -> None:
        """Ends the line: the browser has gone."""
        if self._line is not None:
            self._view.shared.lines.discard(self._line)
            self._line.lost()
            self._line = None

    def _free_number(self) -> int:
        """A number after the vty lines of the configuration: browsers take no line away from SSH and telnet."""
        taken = {line.number for line in self._view.shared.router.lines}
        number = vty_count(self._view.shared.router.config)
        while number in taken:
            number += 1
        return number

    def _typed(self, text: str) -> None:
        if self._line is None:
            if "\r" in text:
                self.open()
            return
        self._line.receive(text.encode("utf-8", "replace"))

    def _resized(self, event: Any) -> None:
        self._size = (int(event.cols), int(event.rows))
        if self._line is not None:
            self._line.resize(*self._size)

    def _write(self, data: bytes) -> None:
        self.element.write(data.decode("utf-8", "replace"))

    def _ended(self) -> None:
        if self._line is not None:
            self._view.shared.lines.discard(self._line)
            self._line = None
            self.element.write(_AGAIN)


def console_tab(view: View) -> None:
    """Fills the tab.

    Args:
        view: the router in the browser.
    """
    terminal = Terminal(view)
    terminal.element.classes("iossim-console")
    client = ui.context.client
    client.on_delete(terminal.close)

    async def begin() -> None:
        await client.connected()
        with contextlib.suppress(TimeoutError):  # the browser is slow, or has gone
            await terminal.element.fit()
        if not client.is_deleted:
            terminal.open()

    ui.timer(0, begin, once=True)
