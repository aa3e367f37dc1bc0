"""The router's console: reads lines from a terminal, executes them in a session, shows the output."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from iossim.session.regex import ios_regex, literal_regex
from iossim.shell.pasting import Paste
from iossim.shell.reading import LineReader
from iossim.shell.remarks import remark
from iossim.shell.terminal import MARKS, Action, LineInput, LineRequest, LineSource, Observer
from iossim.terminal.pager import ERASE, MORE, SEARCHES, Pager
from iossim.terminal.running import run_line

if TYPE_CHECKING:
    from iossim.session import Session

WELCOME = "Simulated router: ? helps at any point, Ctrl-D on an empty line leaves."
LEAVE = "RETURN opens the console again, Ctrl-D leaves the simulator."

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
        until_refused: end with the first line that the router refuses.
        hints: show more than a router does: lines are read while they are typed, and a refused line gets a hint.
        observers: follow what is typed and shown.
    """

    def __init__(
        self,
        router: ConsoleRouter,
        terminal: LineSource,
        until_refused: bool = False,
        hints: bool = False,
        observers: Sequence[Observer] = (),
    ) -> None:
        self._observers = observers
        self._router = router
        self._terminal = terminal
        self._until_refused = until_refused
        self._hints = hints

    async def run(self) -> bool:
        """Runs sessions until the user leaves or the input ends; returns False if a refused line ended it."""
        if self._terminal.person:
            self._terminal.write(remark(WELCOME, self._terminal.size()[0]))
        first: str | None = ""
        with suppress(EOFError):
            while first is not None:
                if not await self._run_session(first):
                    return False
                first = await self._wait_for_return()
        return True

    async def _run_session(self, first: str) -> bool:
        session = self._router.session(privilege=1, user=None, line="console")
        try:
            reader = LineReader(session) if self._hints else None
            return await _SessionLoop(session, self._terminal, self._until_refused, reader, self._observers).run(first)
        finally:
            if not session.closed:
                session.close()

    async def _wait_for_return(self) -> str | None:
        """Waits for RETURN on the closed line; returns the first line of the next session, or None to leave.

        A router ignores text that is typed before RETURN, and so does a terminal with keys, which does not show it either.
        A line of a file must not get lost without a trace: it becomes the first line of the next session.
        """
        self._terminal.write(f"\n{self._router.hostname} con0 is now available\n\nPress RETURN to get started.\n")
        if self._terminal.person:
            self._terminal.write(remark(LEAVE, self._terminal.size()[0]))
        line = await self._terminal.read(LineRequest("", echo=not self._terminal.keys, closed=True))
        if line.action in (Action.CLOSE, Action.INTERRUPT) or line.text.strip().lower() in _LEAVING_WORDS:
            return None
        return "" if self._terminal.keys else line.text


class _SessionLoop:
    """The loop of one session: read a line, execute it, show the output."""

    def __init__(
        self, session: Session, terminal: LineSource, until_refused: bool, reader: LineReader | None, observers: Sequence[Observer]
    ) -> None:
        self._observers = observers
        self._asked = LineRequest("")
        self._hint = ""
        self._session = session
        self._reader = reader
        self._size = (0, 0)
        self._terminal = terminal
        self._until_refused = until_refused
        self._refused = False
        self._paste = Paste()

    async def run(self, first: str) -> bool:
        """Executes lines until the session is closed; returns False if a refused line ended it.

        Args:
            first: a line to execute before others are read; "": none.
        """
        self._terminal.write(self._session.open())
        self._measure()
        self._terminal.write("".join(observer.opened(self._session) for observer in self._observers))
        if first.strip():
            self._terminal.write(f"{self._session.prompt}{first if self._session.echo else ''}\n")
            await self._process(LineInput(Action.ENTER, first))
        begun = LineInput(Action.AGAIN)
        while not self._session.closed and not (self._refused and self._until_refused):
            self._terminal.write(self._session.messages())
            if self._paste.open and not await self._terminal.ahead():
                self._terminal.write(self._paste.report())
            line = await self._read(begun)
            if line.action is Action.CLOSE:
                self._session.close()
            begun = await self._process(line)
        self._terminal.write(self._session.messages() + self._paste.report())
        return not (self._refused and self._until_refused)

    async def _read(self, begun: LineInput) -> LineInput:
        """Reads a line that begins with text that is already typed."""
        *above, prompt = self._session.prompt.split("\n")
        self._terminal.write("".join(f"{line}\n" for line in above))
        self._asked = self._request(prompt)
        if self._terminal.keys and prompt.endswith("[confirm]"):
            return await self._confirm(prompt)
        return await self._terminal.read(replace(self._asked, text=begun.text, cursor=begun.cursor))

    def _request(self, prompt: str) -> LineRequest:
        """The request for an empty line."""
        session, command = self._session, not self._session.asking
        return LineRequest(
            prompt,
            echo=session.echo,
            command=command,
            configuration=session.in_configuration,
            history=session.history() if command else [],
            reader=self._reader if command else None,
        )

    def _measure(self) -> None:
        """Takes the size of the window as that of the terminal when it changes; a length that was typed stays."""
        size = self._terminal.size()
        if size != self._size:
            self._size = size
            settings = self._session.terminal
            settings.width = size[0]
            if not settings.length_typed:
                settings.length = size[1]

    async def _confirm(self, prompt: str) -> LineInput:
        """Reads the one key that answers `[confirm]`: RETURN and y mean yes."""
        self._terminal.write(prompt)
        key = await self._terminal.key()
        self._terminal.write(f"{key if key.isprintable() else ''}\n")
        if key in ("\x03", "\x1e"):
            return LineInput(Action.INTERRUPT)
        return LineInput(Action.ENTER, "" if key in ("\r", "\n") else key if key.isprintable() else "n")

    async def _process(self, line: LineInput) -> LineInput:
        """Does what the user asked for by the key that ended a line; returns the text that the next line begins with."""
        session = self._session
        self._measure()
        match line.action:
            case Action.HELP:
                text = line.text[: line.cursor]
                await self._show(self._observed(text, session.help(text), MARKS[Action.HELP]))
                return line
            case Action.COMPLETE:
                return _completed(session, line)
            case Action.ENTER:
                await self._show(self._observed(line.text, self._execute(line.text, line.waited)))
            case Action.END:
                output = self._execute(line.text) if line.text.strip() else ""
                await self._show(self._observed(line.text, output + session.end(), MARKS[Action.END]))
            case Action.INTERRUPT:
                await self._show(self._observed(line.text, session.interrupt() + session.messages(), MARKS[Action.INTERRUPT]))
            case Action.ABORT if session.asking:
                await self._show(self._observed(line.text, session.interrupt(), MARKS[Action.INTERRUPT]))
            case Action.AGAIN:
                return line
        return LineInput(Action.AGAIN)

    def _execute(self, text: str, pasted: bool = False) -> str:
        """The output of a line. A mistake in iossim ends a script; a person reads of it, and can still save the configuration."""
        command = not self._session.asking
        result = run_line(self._session, text) if self._terminal.person else self._session.run(text)
        if pasted:
            self._paste.add(text, result)
        if command and not result.accepted and self._reader is not None:
            self._hint = self._reader.hint(text)
        self._refused = self._refused or not result.accepted
        return result.output + self._session.messages()

    def _observed(self, typed: str, output: str, mark: str = "") -> str:
        """The output for a line, with a hint before its empty line, and what the observers say to it."""
        asked = self._asked
        hint, self._hint = self._hint, ""
        shown = f"{output[:-1]}! {hint}\n\n" if hint and output.endswith("\n\n") else output
        return shown + "".join(observer.typed(asked.prompt, typed, output, asked.echo, mark) for observer in self._observers)

    async def _show(self, output: str) -> None:
        """Shows output, page by page if a person types, or if the length of a page was set in this session."""
        settings = self._session.terminal
        paged = self._terminal.keys or settings.length_typed
        pager = Pager(output, settings.length if paged else 0, settings.width)
        self._terminal.write(pager.start())
        while pager.waiting:
            self._terminal.write(MORE)
            try:
                key = await self._terminal.key()
            except EOFError:
                self._terminal.write(ERASE + pager.rest())
                raise
            self._terminal.write(ERASE)
            self._terminal.write(await self._search(pager, key) if key in SEARCHES else pager.press(key))
        self._terminal.mark(None)

    async def _search(self, pager: Pager, key: str) -> str:
        """Asks for an expression and searches for it.

        Args:
            pager: the output.
            key: the key that was pressed.
        """
        line = await self._terminal.read(LineRequest(key))
        if line.action is not Action.ENTER:
            return pager.press("q")
        self._terminal.mark(ios_regex(line.text) or literal_regex(line.text))
        return pager.find(key, line.text)


def _completed(session: Session, line: LineInput) -> LineInput:
    completed = session.complete(line.text[: line.cursor])
    return LineInput(Action.AGAIN, completed + line.text[line.cursor :], len(completed))
