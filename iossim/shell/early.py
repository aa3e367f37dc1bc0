"""Keys that are typed before the first prompt: the terminal has echoed them already, and the editor will show them again."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_READ = 1 << 16


@contextmanager
def early_keys() -> Iterator[str]:
    """Stops the echo of the terminal of standard input as early as possible, for the length of a block.

    Yields:
        The text that was typed before; its echo is removed from the screen. "" without a terminal.
    """
    if sys.platform == "win32" or not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        yield ""
        return
    import termios

    try:
        terminal = sys.stdin.fileno()
        before, silent = termios.tcgetattr(terminal), termios.tcgetattr(terminal)
    except (OSError, termios.error):
        yield ""
        return
    silent[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(terminal, termios.TCSANOW, silent)
    try:
        waits = select.select([terminal], [], [], 0)[0]
        text = os.read(terminal, _READ).decode("utf-8", "surrogateescape") if waits else ""
        if text:
            sys.stdout.write(erasing(text, os.get_terminal_size(terminal).columns))
            sys.stdout.flush()
        yield text
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def erasing(text: str, columns: int) -> str:
    """The characters that remove the echo of a text from a screen.

    Args:
        text: the text; the cursor stood at the beginning of a row before it.
        columns: columns of the screen.
    """
    *whole, last = text.replace("\r", "\n").split("\n")
    rows = sum(_rows(line, columns) for line in whole) + _rows(last, columns) - 1
    return "\r" + (f"\x1b[{rows}A" if rows else "") + "\x1b[J"


def _rows(line: str, columns: int) -> int:
    """The rows that the echo of a line takes; a control character is echoed as two characters."""
    width = sum(2 if character < " " else 1 for character in line)
    return max(1, -(-width // columns)) if columns else 1
