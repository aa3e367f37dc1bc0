"""The keys of the search for an earlier line: Ctrl-R begins it and goes on, RETURN executes, Ctrl-C and Ctrl-G give up."""

from __future__ import annotations

from typing import Protocol

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from iossim.shell.menu import Menu
from iossim.shell.search import Search
from iossim.shell.terminal import Action, LineInput, LineRequest


class Editor(Protocol):
    """The line that is being typed, as far as the search needs it."""

    request: LineRequest
    menu: Menu
    search: Search

    @property
    def history(self) -> list[str]:
        """The lines that can be recalled, oldest first."""

    def finish(self, line: LineInput) -> None:
        """Ends the input of the line."""


def add_search(bindings: KeyBindings, editor: Editor) -> None:
    """Adds the keys of the search.

    Args:
        bindings: the bindings of the line.
        editor: the line.
    """
    search = editor.search
    active = Condition(lambda: search.active)
    may = Condition(
        lambda: editor.request.reader is not None and editor.request.command and not search.active and not get_app().quoted_insert
    )

    def begin(event: KeyPressEvent) -> None:
        editor.menu.close()
        search.begin(list(editor.history), event.current_buffer.text)

    def type_key(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            _show(event.current_buffer, search.type(event.data))
        else:
            search.end()

    def give_up(event: KeyPressEvent) -> None:
        search.end()
        _show(event.current_buffer, search.before)

    def execute(event: KeyPressEvent) -> None:
        search.end()
        text = event.current_buffer.text
        editor.finish(LineInput(Action.ENTER, text, len(text)))

    bindings.add("c-r", eager=True, filter=may)(begin)
    bindings.add("c-r", eager=True, filter=active)(lambda event: _show(event.current_buffer, search.older()))
    bindings.add(Keys.Any, eager=True, filter=active)(type_key)
    for key in ("backspace", "c-h"):
        bindings.add(key, eager=True, filter=active)(lambda event: _show(event.current_buffer, search.delete()))
    for key in ("c-c", "c-g"):
        bindings.add(key, eager=True, filter=active)(give_up)
    for key in ("c-m", "c-j"):
        bindings.add(key, eager=True, filter=active)(execute)


def _show(buffer: Buffer, line: str | None) -> None:
    if line is not None:
        buffer.document = Document(line)
