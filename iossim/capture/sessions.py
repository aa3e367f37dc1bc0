"""The file of one session in a capture: what a user saw on the terminal."""

from __future__ import annotations

from iossim.capture.folder import CaptureFolder
from iossim.files.masking import HIDDEN
from iossim.language import Mode


class SessionFile:
    """The file of a session; it is made with the first text.

    Args:
        folder: the folder of the capture.
        line: the line of the session, such as `vty0`.
        user: the name of the user; "" for none.
    """

    def __init__(self, folder: CaptureFolder, line: str, user: str) -> None:
        self._folder = folder
        self._name = folder.session_file(line, user)

    def typed(self, prompt: str, line: str, mode: Mode, *, echo: bool) -> None:
        """Writes a line that was typed.

        Args:
            prompt: the prompt before it.
            line: the line.
            mode: the mode in which it was typed.
            echo: False if it is a password.
        """
        shown = self._folder.hidden_line(line, mode) if echo else HIDDEN
        self._folder.append(self._name, f"{prompt}{shown}\n")

    def printed(self, text: str, mode: Mode) -> None:
        """Writes output.

        Args:
            text: the lines.
            mode: the mode in which the command was typed.
        """
        if text:
            lines = text.removesuffix("\n").split("\n")
            self._folder.append(self._name, "".join(f"{self._folder.hidden_line(line, mode)}\n" for line in lines))
