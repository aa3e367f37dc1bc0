"""The requests and answers in the folder of a capture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from iossim.capture.folder import ANSWER, REQUEST
from iossim.errors import CaptureError
from iossim.files.masking import HIDDEN

#: The methods that change the router.
CHANGING = ("ISexecCLI", "ISSaveConfig")


@dataclass(frozen=True, slots=True)
class CapturedRequest:
    """A request of a capture.

    Attributes:
        name: the name of its files, without what follows it.
        body: the body of the request.
        answer: the body of the answer; None if its file is missing.
    """

    name: str
    body: bytes
    answer: bytes | None

    @property
    def changes(self) -> bool:
        """True if the request may change the router."""
        return any(method.encode().lower() in self.body.lower() for method in CHANGING)

    @property
    def is_hidden(self) -> bool:
        """True if a password of the request was hidden, so that it cannot be sent again."""
        return HIDDEN.encode() in self.body


def captured_requests(folder: str | Path) -> Iterator[CapturedRequest]:
    """The requests of a capture, in their order.

    Args:
        folder: the folder; other files in it are ignored, so requests may also be put into it by hand.

    Raises:
        CaptureError: there is no request, or a file cannot be read.
    """
    path = Path(folder)
    if not path.is_dir():
        raise CaptureError(f"{path} is no folder")
    files = sorted(path.glob(f"*{REQUEST}"))
    if not files:
        raise CaptureError(f"{path} has no requests in it: their names end in {REQUEST}")
    for file in files:
        name = file.name.removesuffix(REQUEST)
        answer = path / f"{name}{ANSWER}"
        try:
            yield CapturedRequest(name, file.read_bytes(), answer.read_bytes() if answer.exists() else None)
        except OSError as error:
            raise CaptureError(f"cannot read {error.filename}: {error.strerror}") from error
