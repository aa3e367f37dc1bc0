"""The editing keys of an IOS line."""

from __future__ import annotations

from collections.abc import Callable

from iossim.terminal import keys
from iossim.terminal.keys import Key
from iossim.terminal.line_buffer import LineBuffer

#: The function of each key; it returns the characters that change the screen.
EDITING: dict[Key, Callable[[LineBuffer], str]] = {
    "ctrl-a": lambda line: line.move(-line.cursor),
    keys.HOME: lambda line: line.move(-line.cursor),
    "ctrl-e": lambda line: line.move(len(line.text)),
    keys.END: lambda line: line.move(len(line.text)),
    "ctrl-b": lambda line: line.move(-1),
    keys.LEFT: lambda line: line.move(-1),
    "ctrl-f": lambda line: line.move(1),
    keys.RIGHT: lambda line: line.move(1),
    keys.BACKSPACE: lambda line: line.delete(-1),
    keys.DELETE: lambda line: line.delete(1),
    "ctrl-d": lambda line: line.delete(1),
    "ctrl-k": lambda line: line.delete(len(line.text), keep=True),
    "ctrl-u": lambda line: line.delete(-line.cursor, keep=True),
    "ctrl-x": lambda line: line.delete(-line.cursor, keep=True),
    "ctrl-w": lambda line: line.delete(-line.typed_before(), keep=True),
    "ctrl-y": LineBuffer.restore,
    "ctrl-t": LineBuffer.swap,
    "esc-b": lambda line: line.move(-line.before()),
    "esc-f": lambda line: line.move(line.after()),
    "esc-d": lambda line: line.delete(line.after(), keep=True),
    "esc-backspace": lambda line: line.delete(-line.before(), keep=True),
    "esc-c": lambda line: line.change_word("capitalize"),
    "esc-u": lambda line: line.change_word("upper"),
    "esc-l": lambda line: line.change_word("lower"),
}
