"""The editing keys of an IOS line, as prompt_toolkit key bindings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always, Condition, Filter
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyBindings, KeyPress, KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.keys import Keys

from iossim.files.decoding import without_surrogates
from iossim.shell.terminal import MARKS, Action, Ask, Typed, open_quote

Handler = Callable[[KeyPressEvent], object]

#: What each key does to the line being typed; the words on the right are Emacs's, which IOS took its keys from.
_EDITING = {
    "c-a": "beginning-of-line",
    "c-b": "backward-char",
    "c-e": "end-of-line",
    "c-f": "forward-char",
    "c-k": "kill-line",
    "c-t": "transpose-chars",
    "c-u": "unix-line-discard",
    "c-w": "unix-word-rubout",
    "c-x": "unix-line-discard",
    "c-y": "yank",
}
#: Keys that mean something to Emacs and nothing to IOS.
_SILENT = ("c-g", "c-o", "c-q", "c-s", "c-@", "c-]", "c-\\", "c-_")
_ANYWHERE = Always()


class Recall:
    """Going back and forth through earlier commands, and the line that was being typed.

    Args:
        history: earlier commands, oldest first.
    """

    def __init__(self, history: list[str]) -> None:
        self._lines = [*history, ""]
        self._at = len(history)

    def move(self, steps: int, text: str) -> str:
        """The line so many steps newer (older: below 0), as far as there are any.

        Args:
            steps: how far to go.
            text: the line that is left, which is found again on the way back.
        """
        self._lines[self._at] = text
        self._at = min(max(self._at + steps, 0), len(self._lines) - 1)
        return self._lines[self._at]


class Editor(Protocol):
    """The line being typed."""

    ask: Ask
    recall: Recall

    def finish(self, typed: Typed) -> None:
        """Hands the line over; the keys after it are for the next one."""


def key_bindings(editor: Editor) -> KeyBindings:
    """The keys of a line.

    Args:
        editor: the line, which `ask` tells about and which is handed over with `finish`.
    """
    bindings = _Bindings()
    for key, name in _EDITING.items():
        bindings.add(get_by_name(name).handler, key)
    for key in _SILENT:
        bindings.add(lambda _event: None, key)
    bindings.add(_quote, "c-v")
    bindings.add(_paste, Keys.BracketedPaste)
    _add_endings(bindings, editor)
    _add_recall(bindings, editor)
    return bindings.known


class _Bindings:
    """Bindings that act at once, whatever longer ones begin so, but leave the key after Ctrl-V alone."""

    def __init__(self) -> None:
        self.known = KeyBindings()
        self._plain = Condition(lambda: not get_app().quoted_insert)

    def add(self, handler: Handler, *keys: str, when: Filter = _ANYWHERE) -> None:
        """Binds each of the keys to a handler, while a condition holds."""
        for key in keys:
            self.known.add(key, eager=True, filter=self._plain & when)(handler)


def _add_endings(bindings: _Bindings, editor: Editor) -> None:
    """The keys that hand the line over."""

    def ending(action: Action) -> Handler:
        return lambda event: _hand_over(editor, event.current_buffer, action)

    def delete_or_close(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            editor.finish(Typed(Action.CLOSE))

    command = Condition(lambda: editor.ask.command)
    unquoted = Condition(lambda: not open_quote(get_app().current_buffer.document.text_before_cursor))
    bindings.add(ending(Action.ENTER), "c-m", "c-j")
    bindings.add(ending(Action.HELP), "?", when=command & unquoted)
    bindings.add(ending(Action.COMPLETE), "tab", when=command)
    bindings.add(lambda _event: None, "tab", when=~command)
    bindings.add(ending(Action.AGAIN), "c-l", "c-r")
    bindings.add(ending(Action.END), "c-z")
    bindings.add(ending(Action.INTERRUPT), "c-c")
    bindings.add(ending(Action.ABORT), "c-^")
    bindings.add(delete_or_close, "c-d")


def _hand_over(editor: Editor, buffer: Buffer, action: Action) -> None:
    """Shows the key behind the line (`?` where the cursor is) and hands the line over."""
    # A byte that is not UTF-8 comes as a surrogate. Ctrl-V can bring the end of a line into a line; it must not become two.
    typed = Typed(action, without_surrogates(buffer.text.replace("\n", " ").replace("\r", " ")), buffer.cursor_position)
    if action is not Action.HELP:
        buffer.cursor_position = len(buffer.text)
    buffer.insert_text(MARKS.get(action, ""))
    editor.finish(typed)


def _add_recall(bindings: _Bindings, editor: Editor) -> None:
    """Ctrl-P, Ctrl-N and the arrows: earlier commands."""

    def move(steps: int) -> Handler:
        return lambda event: _replace(event.current_buffer, editor.recall.move(steps, event.current_buffer.text))

    bindings.add(move(-1), "c-p", "up")
    bindings.add(move(1), "c-n", "down")


def _replace(buffer: Buffer, text: str) -> None:
    buffer.document = Document(text)


def _quote(event: KeyPressEvent) -> None:
    event.app.quoted_insert = True


def _paste(event: KeyPressEvent) -> None:
    """Types what was pasted, line by line, as if by hand: each of its lines is a command."""
    event.key_processor.feed_multiple(pressed(event.data), first=True)


def pressed(pasted: str) -> list[KeyPress]:
    """The keys that type a text: RETURN for each end of a line, a blank for a tab, which would complete."""
    keys: list[KeyPress] = []
    text = pasted.replace("\r\n", "\r").replace("\n", "\r").replace("\t", " ").replace("\x1b", "")
    Vt100Parser(keys.append).feed(text)
    return keys
