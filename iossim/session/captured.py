"""Sessions of front ends: with a capture, every line and its output go into a file, too."""

from __future__ import annotations

from iossim.capture import CaptureFolder, SessionFile
from iossim.language import Mode
from iossim.router import RouterCore
from iossim.session.results import LineResult
from iossim.session.session import Session


def new_session(
    router: RouterCore, privilege: int, user: str | None, line: str, address: str = "", number: int | None = None
) -> Session:
    """A session of a user on a terminal line; see `Session` for the arguments."""
    if router.capture is None:
        return Session(router, privilege, user, line, address, number)
    return CapturedSession(router.capture, router, privilege, user, line, address, number)


class CapturedSession(Session):
    """A session that a capture records.

    Args:
        folder: the folder of the capture.
        router: the router; this and the other arguments are those of `Session`.
        privilege: privilege level at the beginning, 0 to 15.
        user: name of the user; None without a login.
        line: "console" or "vty".
        address: address of the user.
        number: the number of the vty line, from 0; None for the first free one.
    """

    def __init__(
        self,
        folder: CaptureFolder,
        router: RouterCore,
        privilege: int,
        user: str | None,
        line: str,
        address: str,
        number: int | None,
    ) -> None:
        super().__init__(router, privilege, user, line, address, number)
        self._file = SessionFile(folder, f"{line}{self.number}" if line == "vty" else line, user or "")

    def open(self) -> str:
        """Opens the line; see `Session.open`."""
        text = super().open()
        self._file.printed(text, self._mode())
        return text

    def run(self, line: str) -> LineResult:
        """Executes a line; see `Session.run`."""
        mode, prompt, echo = self._mode(), self.prompt, self.echo
        result = super().run(line)
        self._note(prompt, line, mode, result.output, echo=echo)
        return result

    def help(self, line: str) -> str:
        """The output of `?`; see `Session.help`."""
        text = super().help(line)
        self._note(self.prompt, f"{line}?", self._mode(), text)
        return text

    def _note(self, prompt: str, line: str, mode: Mode, output: str, *, echo: bool = True) -> None:
        self._file.typed(prompt, line, mode, echo=echo)
        self._file.printed(output, mode)
