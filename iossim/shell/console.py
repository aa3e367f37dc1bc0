"""The router's console: reads lines from a terminal, executes them in a session, shows the output."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from iossim.failures import described, place
from iossim.session.regex import ios_regex, literal_regex
from iossim.shell.pager import ERASE, MORE, Pager
from iossim.shell.terminal import Action, LineInput, LineRequest, LineSource

if TYPE_CHECKING:
    from iossim.session import Session

WELCOME = "! Simulated router: ? helps at any point, Ctrl-D on an empty line leaves.\n"
LEAVE = "! RETURN opens the console again, Ctrl-D leaves the simulator.\n"

_LEAVING_WORDS = frozenset({"exit", "logout", "quit"})


class ConsoleRouter(Protocol):
    """The part of a router that a console uses."""

    @property
    def hostname(self) -> str:
        """The router's name."""

    def session(self, privilege: int = ..., user: str | None = ..., line: str = ...) -> Session:
        """A new session."""


class Console:
    """The console line: runs one session after another until the user leaves.

    Args:
        router: the router.
        terminal: reads lines and shows output.
    """

    def __init__(self, router: ConsoleRouter, terminal: LineSource) -> None:
        self._router = router
        self._terminal = terminal

    def run(self) -> None:
        """Runs sessions until the user leaves or the input ends."""
        if self._terminal.person:
            self._terminal.write(WELCOME)
        first: str | None = ""
        with suppress(EOFError):
            while first is not None:
                self._run_session(first)
                first = self._wait_for_return()

    def _run_session(self, first: str) -> None:
        session = self._router.session(privilege=1, user=None, line="console")
        try:
            _SessionLoop(session, self._terminal).run(first)
        finally:
            if not session.closed:
                session.close()

    def _wait_for_return(self) -> str | None:
        """Waits for RETURN on the closed line; returns the first line of the next session, or None to leave.

        A router ignores text that is typed before RETURN, and so does a terminal with keys, which does not show it either.
        A line of a file must not get lost without a trace: it becomes the first line of the next session.
        """
        self._terminal.write(f"\n{self._router.hostname} con0 is now available\n\nPress RETURN to get started.\n")
        if self._terminal.person:
            self._terminal.write(LEAVE)
        line = self._terminal.read(LineRequest("", echo=not self._terminal.keys))
        if line.action in (Action.CLOSE, Action.INTERRUPT) or line.text.strip().lower() in _LEAVING_WORDS:
            return None
        return "" if self._terminal.keys else line.text


class _SessionLoop:
    """The loop of one session: read a line, execute it, show the output."""

    def __init__(self, session: Session, terminal: LineSource) -> None:
        self._session = session
        self._terminal = terminal

    def run(self, first: str) -> None:
        """Executes lines until the session is closed.

        Args:
            first: a line to execute before others are read; "": none.
        """
        self._terminal.write(self._session.open())
        if first.strip():
            self._terminal.write(f"{self._session.prompt}{first if self._session.echo else ''}\n")
            self._process(LineInput(Action.ENTER, first))
        begun = LineInput(Action.AGAIN)
        while not self._session.closed:
            self._terminal.write(self._session.messages())
            line = self._read(begun)
            if line.action is Action.CLOSE:
                self._session.close()
            begun = self._process(line)
        self._terminal.write(self._session.messages())

    def _read(self, begun: LineInput) -> LineInput:
        """Reads a line that begins with text that is already typed."""
        *above, prompt = self._session.prompt.split("\n")
        self._terminal.write("".join(f"{line}\n" for line in above))
        if self._terminal.keys and prompt.endswith("[confirm]"):
            return self._confirm(prompt)
        command = not self._session.asking
        return self._terminal.read(
            LineRequest(
                prompt,
                echo=self._session.echo,
                command=command,
                configuration=self._session.in_configuration,
                history=self._session.history() if command else [],
                text=begun.text,
                cursor=begun.cursor,
            )
        )

    def _confirm(self, prompt: str) -> LineInput:
        """Reads the one key that answers `[confirm]`: RETURN and y mean yes."""
        self._terminal.write(prompt)
        key = self._terminal.key()
        self._terminal.write(f"{key if key.isprintable() else ''}\n")
        if key in ("\x03", "\x1e"):
            return LineInput(Action.INTERRUPT)
        return LineInput(Action.ENTER, "" if key in ("\r", "\n") else key if key.isprintable() else "n")

    def _process(self, line: LineInput) -> LineInput:
        """Does what the user asked for by the key that ended a line; returns the text that the next line begins with."""
        session = self._session
        match line.action:
            case Action.HELP:
                self._show(session.help(line.text[: line.cursor]))
                return line
            case Action.COMPLETE:
                return _completed(session, line)
            case Action.ENTER | Action.END:
                self._show(self._execute(session.end if line.action is Action.END else session.execute, line.text))
            case Action.INTERRUPT:
                self._show(session.interrupt())
            case Action.ABORT if session.asking:
                self._show(session.interrupt())
            case Action.AGAIN:
                return line
        return LineInput(Action.AGAIN)

    def _execute(self, method: Callable[[str], str], text: str) -> str:
        """The output of a line. A mistake in iossim ends a script; a person reads of it, and can still save the configuration."""
        try:
            return method(text)
        except Exception as error:
            if not self._terminal.person:
                raise
            return f"% This command failed because of a mistake in iossim{place(error)}: {described(error)}\n"

    def _show(self, output: str) -> None:
        """Shows output, page by page if the terminal has keys."""
        settings = self._session.terminal
        pager = Pager(output, settings.length if self._terminal.keys else 0, settings.width)
        self._terminal.write(pager.start())
        while pager.waiting:
            self._terminal.write(MORE)
            key = self._terminal.key()
            self._terminal.write(ERASE)
            self._terminal.write(self._search(pager) if key == "/" else pager.press(key))

    def _search(self, pager: Pager) -> str:
        """Asks for an expression and searches for it; text that is no valid expression is searched for as it stands."""
        line = self._terminal.read(LineRequest("/"))
        if line.action is not Action.ENTER:
            return pager.press("q")
        return "filtering...\n" + pager.search(ios_regex(line.text) or literal_regex(line.text))


def _completed(session: Session, line: LineInput) -> LineInput:
    completed = session.complete(line.text[: line.cursor])
    return LineInput(Action.AGAIN, completed + line.text[line.cursor :], len(completed))
