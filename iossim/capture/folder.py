"""The folder of a capture.

    requests.jsonl                   a line for every request: time, client, user, method, status, seconds, and its number
    00001-ISgetDevice.request.xml    the body of the request with this number
    00001-ISgetDevice.answer.xml     the body of its answer
    session-00001-vty0-admin.txt     a session on a terminal line: prompts, lines, output

Passwords are hidden (`******`). When the folder cannot be written any more, the capture ends, and the server goes on.
"""

from __future__ import annotations

import json
import logging
import re
from datetime import datetime
from pathlib import Path

from iossim.capture.hiding import hide_in_line, hide_in_xml
from iossim.errors import CaptureError
from iossim.language import Language, Mode

_log = logging.getLogger(__name__)
INDEX = "requests.jsonl"
REQUEST, ANSWER = ".request.xml", ".answer.xml"
_STRANGE = re.compile(r"[^\w.-]")
_LONGEST_NAME = 60


class Exchange:
    """One request with its answer, while the answer is made.

    Args:
        folder: the folder of the capture.
        number: the number of the request, from 1.
    """

    def __init__(self, folder: CaptureFolder, number: int) -> None:
        self.number = number
        self._folder = folder
        self._pieces: list[str] = []

    def add(self, piece: str) -> None:
        """Takes a piece of the answer."""
        self._pieces.append(piece)

    def end(self, name: str, body: bytes) -> None:
        """Writes request and answer.

        Args:
            name: the name of the method; "" if the request names none.
            body: the body of the request.
        """
        stem = f"{self.number:05}-{_STRANGE.sub('_', name)[:_LONGEST_NAME] or 'unknown'}"
        self._folder.write(f"{stem}{REQUEST}", self._folder.hidden(body))
        self._folder.write(f"{stem}{ANSWER}", self._folder.hidden("".join(self._pieces).encode()))


class CaptureFolder:
    """The folder of a capture, which is being written.

    Args:
        path: the folder; it is made if it is not there.
        language: the modes that know which words of a line are passwords.

    Raises:
        CaptureError: the folder cannot be written, or has a capture in it already.
    """

    def __init__(self, path: str | Path, language: Language) -> None:
        self._path = Path(path)
        self._language = language
        self._requests = self._sessions = 0
        self._ended = False
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            with (self._path / INDEX).open("xb"):
                pass
        except FileExistsError as error:
            raise CaptureError(f"{self._path} has a capture in it already, or is no folder: name another folder") from error
        except OSError as error:
            raise CaptureError(f"cannot write to {self._path}: {error.strerror}") from error

    def exchange(self) -> Exchange:
        """A new request."""
        self._requests += 1
        return Exchange(self, self._requests)

    def note(
        self, when: datetime, client: str, user: str, request: str, status: int, method: str, seconds: float, number: int | None
    ) -> None:
        """Writes the line of a request, also of one that was refused.

        Args:
            when: the router's time.
            client: the address of the client.
            user: the name of the user; "" for none.
            request: method and path.
            status: the status of the answer.
            method: the method of the API; "" for none.
            seconds: the time that the request took.
            number: the number in the names of its files; None: it has no files.
        """
        line = {
            "number": number,
            "time": when.isoformat(timespec="milliseconds"),
            "client": client,
            "user": user,
            "request": request,
            "status": status,
            "method": method,
            "seconds": round(seconds, 6),
        }
        self.append(INDEX, f"{json.dumps(line)}\n")

    def session_file(self, line: str, user: str) -> str:
        """The name of the file for a new session.

        Args:
            line: its line, such as `vty0`.
            user: the name of its user; "" for none.
        """
        self._sessions += 1
        name = _STRANGE.sub("_", f"{line}-{user}" if user else line)[:_LONGEST_NAME]
        return f"session-{self._sessions:05}-{name}.txt"

    def hidden(self, document: bytes) -> bytes:
        """A document of XML without its passwords."""
        return hide_in_xml(document, self._language)

    def hidden_line(self, line: str, mode: Mode) -> str:
        """A line of a session without its passwords."""
        return hide_in_line(line, mode, self._language)

    def append(self, name: str, text: str) -> None:
        """Adds text to a file."""
        self._put(name, text.encode("utf-8", "replace"), "ab")

    def write(self, name: str, data: bytes) -> None:
        """Writes a file."""
        self._put(name, data, "wb")

    def _put(self, name: str, data: bytes, mode: str) -> None:
        if self._ended:
            return
        try:
            with (self._path / name).open(mode) as file:
                file.write(data)
        except OSError as error:
            self._ended = True
            _log.error("cannot write to %s: %s; the capture ends here", self._path / name, error.strerror or error)
