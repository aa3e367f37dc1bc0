"""A vty line in use: bytes of a client in, bytes to the client out, whatever protocol carries them."""

from __future__ import annotations

import asyncio
import codecs
import re
from collections.abc import Callable
from functools import partial

from iossim.remote.faulty import Output
from iossim.router import RouterCore
from iossim.router.terminal_lines import idle_limit
from iossim.session.captured import new_session
from iossim.session.login import line_section, login_delay
from iossim.terminal.interaction import Interaction

_LATIN_1 = "iossim-latin-1"
#: A line with its end.
_LINE = re.compile(r"[^\r\n]*[\r\n]")
#: Characters that are kept while the answer to a wrong password is held back.
_TYPED_AHEAD = 1024


def _as_latin_1(error: UnicodeError) -> tuple[str, int]:
    """Reads bytes that are not UTF-8 as Latin-1."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error(_LATIN_1, _as_latin_1)


class RemoteLine:
    """A vty line with a client.

    Life: `open` sends the first prompt; `receive` takes what the client sends; the line ends by `lost`, or by its user, and then
    calls `close`.

    Args:
        router: the router.
        number: the number of the vty line, from 0.
        user: the name of a user who has logged in already; None: the line asks for a login.
        address: the address of the client.
        write: sends bytes to the client.
        close: closes the connection.
        delay: seconds before the answer to a wrong password, unless `login delay` says otherwise.
    """

    def __init__(
        self,
        router: RouterCore,
        number: int,
        user: str | None,
        address: str,
        write: Callable[[bytes], None],
        close: Callable[[], None],
        delay: float = 0.0,
    ) -> None:
        self.session = new_session(router, 1, user, "vty", address, number)
        self._router = router
        self._interaction = Interaction(self.session)
        self._decoder = codecs.getincrementaldecoder("utf-8")(_LATIN_1)
        self._output = Output(router, write, close)
        self._delay = delay
        self._busy = False
        self._held: asyncio.TimerHandle | None = None
        self._typed_ahead = ""
        self._unlisten = router.log.listen(lambda _: self._hear())

    def open(self, width: int = 0, length: int = 0) -> None:
        """Sends the banners and the first prompt.

        Args:
            width: columns of the client's window; 0: unknown.
            length: rows of the client's window; 0: unknown.
        """
        self.resize(width, length)
        self._send(self._interaction.open)

    def resize(self, width: int, length: int) -> None:
        """Takes the size of the client's window as that of the terminal, unless `terminal length` was typed.

        Args:
            width: columns; 0: unknown.
            length: rows; 0: unknown.
        """
        settings = self.session.terminal
        if width > 0:
            settings.width = width
        if length > 0 and not settings.length_typed:
            settings.length = length

    def receive(self, data: bytes) -> None:
        """Takes bytes from the client: UTF-8, or else Latin-1."""
        self.session.note_input()
        self._type(self._decoder.decode(data))

    def lost(self) -> None:
        """Ends the session of a client that has gone; what it typed stays configured."""
        self._unlisten()
        if self._held is not None:
            self._held.cancel()
        if not self.session.closed:
            self.session.close()

    def end_if_idle(self) -> None:
        """Ends the connection if its user has typed nothing for the time of `exec-timeout`, or if another user has closed the session."""
        if self._held is not None:
            return
        limit = idle_limit(line_section(self._router, "vty", self.session.number))
        if self.session.closed or (limit and self.session.idle >= limit):
            self._end()

    def _type(self, text: str) -> None:
        """Types characters; they wait while the answer to a wrong password is held back."""
        while text and not self.session.closed:
            if self._held is not None:
                self._typed_ahead = (self._typed_ahead + text)[:_TYPED_AHEAD]
                return
            line = _LINE.match(text) if self.session.asking else None
            piece = line[0] if line is not None else text
            self._send(partial(self._interaction.feed, piece))
            text = text[len(piece) :]

    def _send(self, work: Callable[[], str]) -> None:
        self._busy, wrong = True, self.session.wrong_logins
        try:
            output = work()
        finally:
            self._busy = False
        output += "" if self.session.closed else self._interaction.messages()
        delay = login_delay(self._router, self._delay) if self.session.wrong_logins > wrong else 0
        if delay:
            self._held = asyncio.get_running_loop().call_later(delay, self._release, output)
        else:
            self._put(output)

    def _put(self, output: str) -> None:
        if output:
            self._output.write(output.encode("utf-8", "replace"))
        if self.session.closed:
            self._end()

    def _release(self, output: str) -> None:
        """Sends the answer to a wrong password, and types what the client has sent since."""
        self._held = None
        self._put(output)
        text, self._typed_ahead = self._typed_ahead, ""
        self._type(text)

    def _hear(self) -> None:
        """Sends a log message that arrives while the client types nothing."""
        if not self._busy and self._held is None and not self.session.closed:
            self._send(lambda: "")

    def _end(self) -> None:
        self.lost()
        self._output.end()
