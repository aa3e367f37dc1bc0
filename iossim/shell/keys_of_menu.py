"""The keys of the menu: Tab opens it and goes through it, RETURN takes the word, Esc closes it."""

from __future__ import annotations

from typing import Protocol

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.key_binding import KeyBindings

from iossim.shell.menu import Menu
from iossim.shell.terminal import LineRequest


class Editor(Protocol):
    """The line that is being typed, as far as the menu needs it."""

    request: LineRequest
    menu: Menu


def add_menu(bindings: KeyBindings, editor: Editor, plain: Filter) -> None:
    """Adds the keys of the menu.

    Args:
        bindings: the bindings of the line.
        editor: the line.
        plain: keys have their usual meaning.
    """
    menu = editor.menu
    is_open = Condition(lambda: menu.open)
    reads = Condition(lambda: editor.request.reader is not None and editor.request.command)

    bindings.add("tab", eager=True, filter=plain & reads & ~is_open)(lambda event: _complete(editor, event.current_buffer))
    for key in ("tab", "down", "c-n"):
        bindings.add(key, eager=True, filter=plain & is_open)(lambda _event: menu.move(1))
    for key in ("s-tab", "up", "c-p"):
        bindings.add(key, eager=True, filter=plain & is_open)(lambda _event: menu.move(-1))
    for key in ("c-m", "c-j"):
        bindings.add(key, eager=True, filter=plain & is_open)(lambda event: _take(menu, event.current_buffer))
    for key in ("escape", "c-g"):
        bindings.add(key, filter=plain & is_open)(lambda _event: menu.close())


def _complete(editor: Editor, buffer: Buffer) -> None:
    """Completes the word if only one begins so; else opens the menu."""
    assert editor.request.reader is not None
    before = buffer.document.text_before_cursor
    completed = editor.request.reader.complete(before)
    if completed != before:
        _put(buffer, completed)
    else:
        editor.menu.show(editor.request.reader.words(before))


def _take(menu: Menu, buffer: Buffer) -> None:
    """Takes the chosen word."""
    word, before = menu.chosen, buffer.document.text_before_cursor
    menu.close()
    if word:
        begun = "" if not before or before[-1].isspace() else before.split()[-1]
        _put(buffer, f"{before.removesuffix(begun)}{word} ")


def _put(buffer: Buffer, text: str) -> None:
    """Puts a text in place of the text before the cursor."""
    buffer.delete_before_cursor(len(buffer.document.text_before_cursor))
    buffer.insert_text(text)
