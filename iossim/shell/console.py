"""The router's console: asks for lines, hands them to the session, shows what comes of it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from iossim.session.regex import ios_regex
from iossim.shell.pager import ERASE, MORE, Pager
from iossim.shell.terminal import Action, Ask, LineSource, Typed

if TYPE_CHECKING:
    from iossim.session import Session

WELCOME = "! Simulated router: ? helps at any point, Ctrl-D on an empty line leaves.\n"
LEAVE = "! RETURN opens the console again, Ctrl-D leaves the simulator.\n"

_LEAVING_WORDS = frozenset({"exit", "logout", "quit"})


class ConsoleRouter(Protocol):
    """What a console needs of a router."""

    @property
    def hostname(self) -> str:
        """The router's name."""

    def session(self, privilege: int = ..., user: str | None = ..., line: str = ...) -> Session:
        """A new session."""


class Console:
    """A console line: one session after another, until whoever types leaves.

    Args:
        router: the router it belongs to.
        terminal: where lines come from and output goes to.
    """

    def __init__(self, router: ConsoleRouter, terminal: LineSource) -> None:
        self._router = router
        self._terminal = terminal

    def run(self) -> None:
        """Serves the line until its user leaves or its input ends."""
        if self._terminal.person:
            self._terminal.write(WELCOME)
        first: str | None = ""
        with suppress(EOFError):
            while first is not None:
                self._serve(first)
                first = self._wait()

    def _serve(self, first: str) -> None:
        session = self._router.session(privilege=1, user=None, line="console")
        try:
            _Attendance(session, self._terminal).serve(first)
        finally:
            if not session.closed:
                session.close()

    def _wait(self) -> str | None:
        """Waits for RETURN on the closed line: the first line of the next session, None to leave.

        A router drops what is typed here, and so does a terminal with keys, which does not show it either. In a file
        a line would vanish unseen: it becomes the next session's first.
        """
        self._terminal.write(f"\n{self._router.hostname} con0 is now available\n\nPress RETURN to get started.\n")
        if self._terminal.person:
            self._terminal.write(LEAVE)
        typed = self._terminal.read(Ask("", echo=not self._terminal.keys))
        if typed.action in (Action.CLOSE, Action.INTERRUPT) or typed.text.strip().lower() in _LEAVING_WORDS:
            return None
        return "" if self._terminal.keys else typed.text


class _Attendance:
    """A session and the terminal that it is used from."""

    def __init__(self, session: Session, terminal: LineSource) -> None:
        self._session = session
        self._terminal = terminal

    def serve(self, first: str) -> None:
        """Takes lines until the session is closed.

        Args:
            first: a line to begin with, as if typed; empty: none.
        """
        self._terminal.write(self._session.open())
        if first.strip():
            self._terminal.write(f"{self._session.prompt}{first if self._session.echo else ''}\n")
            self._carry_out(Typed(Action.ENTER, first))
        again = Typed(Action.AGAIN)
        while not self._session.closed:
            self._terminal.write(self._session.messages())
            typed = self._ask(again)
            if typed.action is Action.CLOSE:
                self._session.close()
            again = self._carry_out(typed)
        self._terminal.write(self._session.messages())

    def _ask(self, again: Typed) -> Typed:
        *above, prompt = self._session.prompt.split("\n")
        self._terminal.write("".join(f"{line}\n" for line in above))
        if self._terminal.keys and prompt.endswith("[confirm]"):
            return self._confirm(prompt)
        command = not self._session.asking
        return self._terminal.read(
            Ask(
                prompt,
                echo=self._session.echo,
                command=command,
                configuration=self._session.in_configuration,
                history=self._session.history() if command else [],
                text=again.text,
                cursor=again.cursor,
            )
        )

    def _confirm(self, prompt: str) -> Typed:
        """One key answers: RETURN and y mean yes."""
        self._terminal.write(prompt)
        key = self._terminal.key()
        self._terminal.write(f"{key if key.isprintable() else ''}\n")
        if key in ("\x03", "\x1e"):
            return Typed(Action.INTERRUPT)
        return Typed(Action.ENTER, "" if key in ("\r", "\n") else key if key.isprintable() else "n")

    def _carry_out(self, typed: Typed) -> Typed:
        """Does what the user wants of a line, and gives what stands on the next one to begin with."""
        session = self._session
        match typed.action:
            case Action.HELP:
                self._show(session.help(typed.text[: typed.cursor]))
                return typed
            case Action.COMPLETE:
                return _completed(session, typed)
            case Action.ENTER | Action.END:
                self._show((session.end if typed.action is Action.END else session.execute)(typed.text))
            case Action.INTERRUPT:
                self._show(session.interrupt())
            case Action.ABORT if session.asking:
                self._show(session.interrupt())
            case Action.AGAIN:
                return typed
        return Typed(Action.AGAIN)

    def _show(self, output: str) -> None:
        """Shows output, page by page where the terminal has keys."""
        settings = self._session.terminal
        pager = Pager(output, settings.length if self._terminal.keys else 0, settings.width)
        self._terminal.write(pager.start())
        while pager.waiting:
            self._terminal.write(MORE)
            key = self._terminal.key()
            self._terminal.write(ERASE)
            self._terminal.write(self._search(pager) if key == "/" else pager.press(key))

    def _search(self, pager: Pager) -> str:
        typed = self._terminal.read(Ask("/"))
        if typed.action is not Action.ENTER:
            return pager.press("q")
        return "filtering...\n" + pager.search(ios_regex(typed.text) or re.compile(re.escape(typed.text)))


def _completed(session: Session, typed: Typed) -> Typed:
    done = session.complete(typed.text[: typed.cursor])
    return Typed(Action.AGAIN, done + typed.text[typed.cursor :], len(done))
