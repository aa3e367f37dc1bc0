"""The editing keys of an IOS line, as prompt_toolkit key bindings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Always, Condition, Filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.key_binding.bindings.named_commands import get_by_name
from prompt_toolkit.keys import Keys

from iossim.files.decoding import without_surrogates
from iossim.shell.keys_of_menu import add_menu
from iossim.shell.keys_of_search import add_search
from iossim.shell.menu import Menu
from iossim.shell.search import Search
from iossim.shell.terminal import MARKS, Action, LineInput, LineRequest
from iossim.terminal.quotes import open_quote
from iossim.terminal.recall import Recall

Handler = Callable[[KeyPressEvent], object]

#: The editing function of each key, by its name in Emacs, from which IOS took its keys.
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
#: Keys that have a function in Emacs and none in IOS.
_SILENT = ("c-g", "c-o", "c-q", "c-s", "c-@", "c-]", "c-\\", "c-_")
#: Keys after Esc that have a function in Emacs and none in IOS, such as a number of times for the next key.
_SILENT_AFTER_ESCAPE = (*"0123456789-._#/*<>\\yaet", "c-y", "c-]")
#: Reports of a terminal that nobody has asked for. Pasted text may look like one, and prompt_toolkit fails to read it.
_REPORTS = (Keys.Vt100MouseEvent, Keys.WindowsMouseEvent, Keys.CPRResponse)
_ANYWHERE = Always()


class Editor(Protocol):
    """The line that is being typed.

    Attributes:
        request: the request for the line.
        recall: the history that the arrow keys move through.
        menu: the words that may follow.
        search: the search for an earlier line.
    """

    request: LineRequest
    recall: Recall
    menu: Menu
    search: Search

    @property
    def history(self) -> list[str]:
        """The lines that can be recalled, oldest first."""

    @property
    def suggestion(self) -> str:
        """The rest of the newest line that begins like the one that is typed."""

    def finish(self, line: LineInput) -> None:
        """Ends the input of the line; later keys belong to the next line."""


def key_bindings(editor: Editor) -> KeyBindings:
    """The key bindings of a line.

    Args:
        editor: the line.
    """
    bindings = _Bindings(editor)
    for key, name in _EDITING.items():
        bindings.add(get_by_name(name).handler, key)
    for key in _SILENT:
        bindings.add(lambda _event: None, key)
    for key in _SILENT_AFTER_ESCAPE:
        bindings.known.add("escape", key, eager=True, filter=bindings.plain)(lambda _event: None)
    for key in _REPORTS:
        bindings.known.add(key, eager=True)(lambda _event: None)
    bindings.add(_quote, "c-v")
    _add_endings(bindings, editor)
    _add_recall(bindings, editor)
    _add_suggestion(bindings, editor)
    add_menu(bindings.known, editor, bindings.plain)
    add_search(bindings.known, editor)
    return bindings.known


class _Bindings:
    """Bindings that act at once, even if a longer binding begins with the same key. The key after Ctrl-V is not bound."""

    def __init__(self, editor: Editor) -> None:
        self.known = KeyBindings()
        self.plain = Condition(lambda: not get_app().quoted_insert and not editor.search.active)

    def add(self, handler: Handler, *keys: str, when: Filter = _ANYWHERE) -> None:
        """Binds keys to a handler, as long as a condition holds."""
        for key in keys:
            self.known.add(key, eager=True, filter=self.plain & when)(handler)


def _add_endings(bindings: _Bindings, editor: Editor) -> None:
    """Binds the keys that end the line."""

    def ending(action: Action) -> Handler:
        return lambda event: _finish(editor, event.current_buffer, action)

    def delete_or_close(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.delete()
        else:
            editor.finish(LineInput(Action.CLOSE))

    command = Condition(lambda: editor.request.command)
    unquoted = Condition(lambda: not open_quote(get_app().current_buffer.document.text_before_cursor))
    bindings.add(ending(Action.ENTER), "c-m", "c-j")
    bindings.add(ending(Action.HELP), "?", when=command & unquoted)
    routerlike = Condition(lambda: editor.request.reader is None)
    bindings.add(ending(Action.COMPLETE), "tab", when=command & routerlike)
    bindings.add(lambda _event: None, "tab", when=~command)
    bindings.add(ending(Action.AGAIN), "c-l")
    bindings.add(ending(Action.AGAIN), "c-r", when=routerlike | ~command)
    bindings.add(ending(Action.END), "c-z")
    bindings.add(ending(Action.INTERRUPT), "c-c")
    bindings.add(ending(Action.ABORT), "c-^")
    bindings.add(delete_or_close, "c-d")


def _finish(editor: Editor, buffer: Buffer, action: Action) -> None:
    """Shows the key after the line (`?` at the cursor) and ends the input of the line."""
    # A byte that is not UTF-8 comes as a surrogate. Ctrl-V can insert a line end, which must not split the line.
    line = LineInput(action, without_surrogates(buffer.text.replace("\n", " ").replace("\r", " ")), buffer.cursor_position)
    if action is not Action.HELP:
        buffer.cursor_position = len(buffer.text)
    buffer.insert_text(MARKS.get(action, ""))
    editor.finish(line)


def _add_recall(bindings: _Bindings, editor: Editor) -> None:
    """Binds Ctrl-P, Ctrl-N and the arrow keys to the history."""

    def move(steps: int) -> Handler:
        return lambda event: _replace(event.current_buffer, editor.recall.move(steps, event.current_buffer.text))

    bindings.add(move(-1), "c-p", "up")
    bindings.add(move(1), "c-n", "down")


def _add_suggestion(bindings: _Bindings, editor: Editor) -> None:
    """Binds the keys that move to the right: at the end of the line they take the suggestion."""

    def take(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(editor.suggestion)

    bindings.add(take, "right", "c-f", "c-e", "end", when=Condition(lambda: bool(editor.suggestion)))


def _replace(buffer: Buffer, text: str) -> None:
    buffer.document = Document(text)


def _quote(event: KeyPressEvent) -> None:
    event.app.quoted_insert = True
