"""Keys of a terminal, read from the characters that it sends."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: A printable character, or the name of a key: `enter`, `up`, `ctrl-a`, `esc-b`.
Key = str

ENTER, BACKSPACE, TAB, DELETE = "enter", "backspace", "tab", "delete"
UP, DOWN, LEFT, RIGHT, HOME, END = "up", "down", "left", "right", "home", "end"
#: Ctrl-Shift-6.
ABORT = "abort"

_ESCAPE = "\x1b"
_CONTROLS = {"\x08": BACKSPACE, "\x7f": BACKSPACE, "\t": TAB, "\x1e": ABORT}
#: The keys that end in a letter after `ESC [` or `ESC O`.
_LETTERS = {"A": UP, "B": DOWN, "C": RIGHT, "D": LEFT, "H": HOME, "F": END}
#: The keys that are a number and a tilde after `ESC [`.
_NUMBERS = {"1": HOME, "3": DELETE, "4": END, "7": HOME, "8": END}
#: Characters that are keys themselves. `?` asks for help.
_PLAIN = re.compile(r"[ ->@-~]*")
#: A sequence of more characters is no key; what follows is read as new keys.
_LONGEST = 32


class KeyReader:
    """Reads keys from pieces of text; a sequence may be divided between two pieces.

    CR, LF, CR LF and CR NUL are one Enter. NUL alone is no key. Sequences that are no key of a router, such as the marks around
    pasted text, are passed over.
    """

    def __init__(self) -> None:
        self._sequence = ""
        self._after_return = False

    def feed(self, text: str) -> Iterator[Key]:
        """The keys that a piece of text completes.

        Args:
            text: the characters that arrived.
        """
        for character in text:
            key = self._next(character)
            if key:
                yield key

    def plain(self, text: str, at: int) -> str:
        """The characters from an index on that are keys themselves, without `?`; "" in the middle of a sequence.

        They are read by this; they are not fed.

        Args:
            text: the characters that arrived.
            at: the index.
        """
        if self._sequence:
            return ""
        match = _PLAIN.match(text, at)
        assert match is not None
        self._after_return = self._after_return and not match[0]
        return match[0]

    def _next(self, character: str) -> Key:
        """The key that a character completes; "" if it completes none."""
        if self._sequence:
            self._sequence += character
            return self._escaped()
        after_return, self._after_return = self._after_return, character == "\r"
        if character == _ESCAPE:
            self._sequence = character
            return ""
        if character == "\r" or (character == "\n" and not after_return):
            return ENTER
        if character in "\n\0":
            return ""
        if character in _CONTROLS:
            return _CONTROLS[character]
        if character < " ":
            return f"ctrl-{chr(ord(character) + 96)}"
        return character if character.isprintable() else ""

    def _escaped(self) -> Key:
        """The key of the characters since Esc; "" while the key is not complete."""
        sequence = self._sequence
        introducer, last = sequence[1], sequence[-1]
        if introducer not in "[O":
            self._sequence = ""
            return _after_escape(introducer)
        if len(sequence) == 2 or (introducer == "[" and not "@" <= last <= "~" and len(sequence) < _LONGEST):
            return ""
        self._sequence = ""
        if last == "~":
            return _NUMBERS.get(sequence[2:-1], "")
        return _LETTERS.get(last, "")


def _after_escape(character: str) -> Key:
    if character in _CONTROLS:
        return f"esc-{_CONTROLS[character]}"
    return f"esc-{character.lower()}" if character.isalnum() else ""
