"""The tab with a terminal: one more line of the router."""

from __future__ import annotations

import contextlib
from typing import Any

from nicegui import ui

from iossim.remote.line import RemoteLine
from iossim.router.terminal_lines import vty_count
from iossim.web.site import View

#: Characters that are kept until the line is open.
_MOST_AHEAD = 1024
#: Columns or rows of the largest window.
_MOST_CELLS = 1000
#: Shift+Tab belongs to the browser: it moves to the tabs, as Tab is a key of the router.
_LEAVES = "event => !(event.key === 'Tab' && event.shiftKey)"
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
        self._ahead: str | None = ""
        options = {"cursorBlink": True, "scrollback": 5000, "screenReaderMode": True}
        self.element = ui.xterm(options, on_data=lambda event: self._typed(str(event.data)))
        self.element.on("resize", self._resized)

    def open(self) -> None:
        """Opens a line, with its banner and prompt."""
        view = self._view
        lines = view.shared.lines
        line = RemoteLine(view.shared.router, self._free_number(), view.visitor.name, view.address, self._write, self._ended)
        self._line = line
        lines.add(line)
        line.open(*self._size)
        ahead, self._ahead = self._ahead, None
        if ahead:
            line.receive(ahead.encode("utf-8", "replace"))

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
            if self._ahead is not None:
                self._ahead = (self._ahead + text)[:_MOST_AHEAD]
            elif "\r" in text:
                self.open()
            return
        self._line.receive(text.encode("utf-8", "replace"))

    def _resized(self, event: Any) -> None:
        self._size = _size(event.args)
        if self._line is not None:
            self._line.resize(*self._size)

    def _write(self, data: bytes) -> None:
        self.element.write(data.decode("utf-8", "replace"))

    def _ended(self) -> None:
        if self._line is not None:
            self._view.shared.lines.discard(self._line)
            self._line = None
            self.element.write(_AGAIN)


def _size(sent: Any) -> tuple[int, int]:
    """Columns and rows as the browser sends them; 0 for a size that cannot be."""
    values = (sent.get("cols"), sent.get("rows")) if isinstance(sent, dict) else (0, 0)
    width, length = (value if isinstance(value, int) and 0 < value <= _MOST_CELLS else 0 for value in values)
    return width, length


def console_tab(view: View) -> None:
    """Fills the tab.

    Args:
        view: the router in the browser.
    """
    terminal = Terminal(view)
    terminal.element.classes("iossim-console")
    ui.element("q-resize-observer").on("resize", terminal.element.fit, throttle=0.2)
    client = ui.context.client
    client.on_delete(terminal.close)

    async def begin() -> None:
        await client.connected()
        with contextlib.suppress(TimeoutError):  # the browser is slow, or has gone
            await terminal.element.fit()
        if not client.is_deleted:
            terminal.element.run_terminal_method(":attachCustomKeyEventHandler", _LEAVES)
            terminal.element.run_terminal_method("focus")
            terminal.open()

    ui.timer(0, begin, once=True)
