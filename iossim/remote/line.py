"""A vty line in use: bytes of a client in, bytes to the client out, whatever protocol carries them."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from iossim.remote.faulty import Output
from iossim.router import RouterCore
from iossim.router.terminal_lines import idle_limit
from iossim.session.captured import new_session
from iossim.session.login import line_section
from iossim.terminal.interaction import Interaction

_LATIN_1 = "iossim-latin-1"


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
    """

    def __init__(
        self,
        router: RouterCore,
        number: int,
        user: str | None,
        address: str,
        write: Callable[[bytes], None],
        close: Callable[[], None],
    ) -> None:
        self.session = new_session(router, 1, user, "vty", address, number)
        self._router = router
        self._interaction = Interaction(self.session)
        self._decoder = codecs.getincrementaldecoder("utf-8")(_LATIN_1)
        self._output = Output(router, write, close)
        self._busy = False
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
        text = self._decoder.decode(data)
        self._send(lambda: self._interaction.feed(text))

    def lost(self) -> None:
        """Ends the session of a client that has gone; what it typed stays configured."""
        self._unlisten()
        if not self.session.closed:
            self.session.close()

    def end_if_idle(self) -> None:
        """Ends the connection if its user has typed nothing for the time of `exec-timeout`, or if another user has closed the session."""
        limit = idle_limit(line_section(self._router, "vty", self.session.number))
        if self.session.closed or (limit and self.session.idle >= limit):
            self._end()

    def _send(self, work: Callable[[], str]) -> None:
        self._busy = True
        try:
            output = work()
        finally:
            self._busy = False
        output += "" if self.session.closed else self._interaction.messages()
        if output:
            self._output.write(output.encode("utf-8", "replace"))
        if self.session.closed:
            self._end()

    def _hear(self) -> None:
        """Sends a log message that arrives while the client types nothing."""
        if not self._busy and not self.session.closed:
            self._send(lambda: "")

    def _end(self) -> None:
        self.lost()
        self._output.end()
