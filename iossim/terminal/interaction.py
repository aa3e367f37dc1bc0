"""A person or a program at a terminal that is fed with characters: echo, editing keys, help, dialogues, pages, log messages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from iossim.config.limits import LONGEST_LINE
from iossim.session import LineResult
from iossim.terminal import keys
from iossim.terminal.editing import EDITING
from iossim.terminal.keys import Key, KeyReader
from iossim.terminal.line_buffer import LineBuffer
from iossim.terminal.more import More, wire
from iossim.terminal.pager import Pager
from iossim.terminal.quotes import open_quote
from iossim.terminal.recall import Recall
from iossim.terminal.running import run_line

_CONFIRM = "[confirm]"
_NEW_LINE = "\r\n"


class Settings(Protocol):
    """The settings of the terminal, which `terminal …` changes."""

    length: int
    width: int


class TerminalSession(Protocol):
    """A session, as far as a terminal needs it."""

    closed: bool

    @property
    def terminal(self) -> Settings:
        """The settings of the terminal."""

    @property
    def prompt(self) -> str:
        """The text before the next line."""

    @property
    def echo(self) -> bool:
        """False if the next line is a password."""

    @property
    def asking(self) -> bool:
        """True if the next line is no command."""

    @property
    def in_configuration(self) -> bool:
        """True in a configuration mode."""

    def open(self) -> str:
        """The text before the first prompt."""

    def run(self, line: str) -> LineResult:
        """Executes a line."""

    def help(self, line: str) -> str:
        """The output of `?`."""

    def complete(self, line: str) -> str:
        """The line after Tab."""

    def history(self) -> list[str]:
        """Earlier lines, oldest first."""

    def messages(self) -> str:
        """The log messages that have arrived."""

    def interrupt(self) -> str:
        """Ctrl-C."""

    def end(self) -> str:
        """Leaves configuration."""


class Interaction:
    """The exchange of characters between a terminal and a session.

    Life: call `open` once, then `feed` with the characters that arrive, and `messages` after log messages. Every call returns the
    characters to send. It is over when `closed` is True. Line ends are CR LF; no escape sequence is sent.

    Args:
        session: the session.
    """

    def __init__(self, session: TerminalSession) -> None:
        self._session = session
        self._reader = KeyReader()
        self._line = LineBuffer()
        self._recall = Recall([])
        self._literal = False
        self._more: More | None = None

    @property
    def closed(self) -> bool:
        """True if the session has ended."""
        return self._session.closed

    def open(self) -> str:
        """The banners and the first prompt."""
        return wire(self._session.open()) + self._ask()

    def feed(self, text: str) -> str:
        """Types characters; returns the characters to send.

        Args:
            text: the characters that arrived.
        """
        shown, at = [], 0
        while at < len(text) and not self._session.closed:
            typed = self._reader.plain(text, at) if self._inserts else ""
            if typed:
                shown.append(self._insert(typed))
            else:
                typed = text[at]
                shown += map(self._press, self._reader.feed(typed))
            at += len(typed)
        return "".join(shown)

    def messages(self) -> str:
        """The log messages that have arrived, with the prompt and the line that is being typed after them; "" if there are none."""
        messages = "" if self._more is not None else self._session.messages()
        return f"{_NEW_LINE}{wire(messages)}{self._again()}" if messages else ""

    @property
    def _inserts(self) -> bool:
        """True if a plain character is inserted into the line."""
        return self._more is None and not self._literal and not self._confirms

    @property
    def _confirms(self) -> bool:
        """True if one key answers a question."""
        return self._session.asking and self._session.prompt.endswith(_CONFIRM)

    # -- keys ----------------------------------------------------------------------------------------------------------------------

    def _press(self, key: Key) -> str:
        if self._more is not None:
            return self._paged(self._more.press(key))
        if self._literal:
            self._literal = False
            return self._insert(key if len(key) == 1 else "")
        if self._confirms:
            return self._confirm(key)
        if len(key) == 1 and not (key == "?" and self._helps()):
            return self._insert(key)
        handler = self._ending(key) or self._editing(key)
        return handler() if handler is not None else ""

    def _helps(self) -> bool:
        return not self._session.asking and not open_quote(self._line.text[: self._line.cursor])

    def _ending(self, key: Key) -> Callable[[], str] | None:
        """The function of a key that ends the line, or shows it again."""
        return {
            keys.ENTER: lambda: self._execute(""),
            "?": self._help,
            keys.TAB: self._complete,
            "ctrl-l": lambda: _NEW_LINE + self._again(),
            "ctrl-r": lambda: _NEW_LINE + self._again(),
            "ctrl-z": lambda: self._execute("^Z"),
            "ctrl-c": self._interrupt,
            keys.ABORT: self._abort,
        }.get(key)

    def _editing(self, key: Key) -> Callable[[], str] | None:
        """The function of a key that edits the line."""
        line = self._line
        function = EDITING.get(key)
        if function is not None:
            return lambda: self._echoed(function(line))
        return {
            "ctrl-p": lambda: self._recalled(-1),
            keys.UP: lambda: self._recalled(-1),
            "ctrl-n": lambda: self._recalled(1),
            keys.DOWN: lambda: self._recalled(1),
            "ctrl-v": self._take_literally,
        }.get(key)

    def _insert(self, text: str) -> str:
        text = text[: LONGEST_LINE + 1 - len(self._line.text)]
        return self._echoed(self._line.insert(text)) if text else ""

    def _echoed(self, shown: str) -> str:
        return shown if self._session.echo else ""

    def _take_literally(self) -> str:
        self._literal = True
        return ""

    def _recalled(self, steps: int) -> str:
        if self._session.asking:
            return ""
        return self._line.replace(self._recall.move(steps, self._line.text))

    # -- lines ---------------------------------------------------------------------------------------------------------------------

    def _execute(self, mark: str) -> str:
        """Executes the line; the mark is shown after it. With a mark, Ctrl-Z was pressed: configuration is left, too."""
        typed = self._line.text
        shown = self._line.move(len(typed)) if self._session.echo else ""
        output = "" if mark and not typed.strip() else run_line(self._session, typed).output
        if mark:
            output += self._session.end()
        return shown + mark + _NEW_LINE + self._show(output + self._session.messages())

    def _help(self) -> str:
        text = self._line.text
        typed = text[: self._line.cursor]
        output = self._session.help(typed)
        return "?" + _NEW_LINE + self._show(output, text, self._line.cursor)

    def _complete(self) -> str:
        if self._session.asking:
            return ""
        cursor = self._line.cursor
        completed = self._session.complete(self._line.text[:cursor])
        self._line = LineBuffer(completed + self._line.text[cursor:], len(completed))
        return _NEW_LINE + self._again()

    def _interrupt(self) -> str:
        return "^C" + _NEW_LINE + self._show(self._session.interrupt() + self._session.messages())

    def _abort(self) -> str:
        if self._session.asking:
            return _NEW_LINE + self._show(self._session.interrupt())
        self._line = LineBuffer()
        return _NEW_LINE + self._ask()

    def _confirm(self, key: Key) -> str:
        """Answers `[confirm]` with one key: RETURN and y mean yes."""
        if key in ("ctrl-c", keys.ABORT):
            return self._interrupt() if key == "ctrl-c" else self._abort()
        shown = key if len(key) == 1 else ""
        answer = "" if key == keys.ENTER else shown or "n"
        return shown + _NEW_LINE + self._show(run_line(self._session, answer).output + self._session.messages())

    # -- output --------------------------------------------------------------------------------------------------------------------

    def _show(self, output: str, text: str = "", cursor: int = 0) -> str:
        """Shows output page by page, then the prompt with the text that the next line begins with."""
        settings = self._session.terminal
        self._line = LineBuffer(text, cursor)
        self._more = More(Pager(output, settings.length, settings.width))
        return self._paged(self._more.start())

    def _paged(self, shown: str) -> str:
        """A page, and the prompt if it was the last one."""
        assert self._more is not None
        if self._more.waiting:
            return wire(shown)
        self._more = None
        return wire(shown) + self._ask()

    def _ask(self) -> str:
        """The prompt of the next line; "" if the session has ended."""
        if self._session.closed:
            return ""
        self._recall = Recall(self._session.history())
        return self._again()

    def _again(self) -> str:
        """The prompt, and the line that is being typed."""
        line = self._line
        text = line.text + "\b" * (len(line.text) - line.cursor) if self._session.echo else ""
        return wire(self._session.prompt) + text
