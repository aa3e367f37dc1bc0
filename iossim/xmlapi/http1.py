"""HTTP/1.0 and HTTP/1.1 as far as the router's web server speaks it: heads, bodies with a length or in chunks. No sockets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

#: The longest head of a request, in bytes.
MAX_HEAD = 64 * 1024
_LONGEST_CHUNK_LINE = 1024
_REQUEST_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}) ([!-~\x80-\xff]{1,8192}) HTTP/(\d)\.(\d)").fullmatch
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*", re.DOTALL).fullmatch
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;.*)?", re.DOTALL).fullmatch
_END = re.compile(rb"\r?\n\r?\n")
#: The phrases of a web server of its time; Python's change with its version.
_PHRASES = {413: "Request Entity Too Large", 414: "Request-URI Too Long", 416: "Requested Range Not Satisfiable"}


class HttpError(Exception):
    """A request that is no proper HTTP, and the status that says so."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


@dataclass(frozen=True, slots=True)
class Head:
    """Request line and headers.

    Attributes:
        method: `POST`.
        target: path and query.
        version: (1, 1).
        headers: by name in small letters; those sent several times are joined by commas.
    """

    method: str
    target: str
    version: tuple[int, int]
    headers: Mapping[str, str]

    @property
    def keeps_alive(self) -> bool:
        """Whether the client wants to go on with this connection."""
        wishes = self.headers.get("connection", "").lower()
        return "close" not in wishes and (self.version >= (1, 1) or "keep-alive" in wishes)

    @property
    def waits(self) -> bool:
        """Whether the client waits for `100 Continue` before it sends the body."""
        return self.version >= (1, 1) and self.headers.get("expect", "").lower() == "100-continue"


def find_end(data: bytearray) -> tuple[int, int] | None:
    """Where the head in some data ends, and where the body begins; None where the head is not complete."""
    at = data.find(b"\r\n\r\n")
    if at >= 0 and data.find(b"\n\n", 0, at) < 0:
        return at, at + 4
    found = _END.search(data)
    return (found.start(), found.end()) if found else None


def parse_head(data: bytes) -> Head:
    """Reads a head, without the empty line at its end.

    Raises:
        HttpError: it is none.
    """
    first, *lines = data.split(b"\n")
    line = _REQUEST_LINE(first.rstrip(b"\r"))
    if line is None:
        raise HttpError(HTTPStatus.BAD_REQUEST)
    if line[3] != b"1":
        raise HttpError(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED)
    headers: dict[str, str] = {}
    for each in lines:
        header = _HEADER(each.rstrip(b"\r"))
        if header is None or b"\0" in each or b"\r" in header[2]:
            raise HttpError(HTTPStatus.BAD_REQUEST)
        name, value = header[1].decode("latin-1").lower(), header[2].decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Head(line[1].decode("ascii"), line[2].decode("latin-1"), (1, min(int(line[4]), 1)), headers)


class Body:
    """Takes the bytes of a body as they come.

    Attributes:
        done: it is complete.
        size: bytes that it has so far.
        parts: those bytes.
    """

    def __init__(self) -> None:
        self.done = False
        self.size = 0
        self.parts: list[bytes] = []

    def feed(self, data: bytearray) -> None:
        """Takes what belongs to the body from the beginning of some data.

        Raises:
            HttpError: what came is no body.
        """
        raise NotImplementedError

    def whole(self) -> bytes:
        """The body."""
        return b"".join(self.parts)

    def _take(self, data: bytearray, count: int) -> None:
        part = bytes(memoryview(data)[:count])
        del data[:count]
        self.parts.append(part)
        self.size += len(part)


class Sized(Body):
    """A body whose length was told.

    Args:
        length: in bytes.
    """

    def __init__(self, length: int) -> None:
        super().__init__()
        self._left = length
        self.done = length == 0

    def feed(self, data: bytearray) -> None:
        """Takes what belongs to the body from the beginning of some data."""
        count = min(self._left, len(data))
        if count:
            self._take(data, count)
            self._left -= count
        self.done = not self._left


class Chunked(Body):
    """A body that comes in chunks, each with its length."""

    def __init__(self) -> None:
        super().__init__()
        self._left = 0
        self._state = self._size

    def feed(self, data: bytearray) -> None:
        """Takes what belongs to the body from the beginning of some data.

        Raises:
            HttpError: there is no length where one has to be.
        """
        while not self.done and self._state(data):
            pass

    def _size(self, data: bytearray) -> bool:
        line = _line(data)
        if line is None:
            return False
        size = _SIZE(line)
        if size is None:
            raise HttpError(HTTPStatus.BAD_REQUEST)
        self._left = int(size[1], 16)
        self._state = self._data if self._left else self._trailer
        return True

    def _data(self, data: bytearray) -> bool:
        count = min(self._left, len(data))
        if not count:
            return False
        self._take(data, count)
        self._left -= count
        if not self._left:
            self._state = self._end
        return True

    def _end(self, data: bytearray) -> bool:
        line = _line(data)
        if line is None:
            return False
        if line:
            raise HttpError(HTTPStatus.BAD_REQUEST)
        self._state = self._size
        return True

    def _trailer(self, data: bytearray) -> bool:
        line = _line(data)
        if line is None:
            return False
        self.done = not line
        return True


def _line(data: bytearray) -> bytes | None:
    end = data.find(b"\n")
    if end < 0 and len(data) <= _LONGEST_CHUNK_LINE:
        return None
    if not 0 <= end <= _LONGEST_CHUNK_LINE:
        raise HttpError(HTTPStatus.BAD_REQUEST)
    line = bytes(data[:end]).removesuffix(b"\r")
    del data[: end + 1]
    return line


def body_of(head: Head, longest: int) -> Body:
    """What takes the body behind a head.

    Args:
        head: the head.
        longest: the most bytes that a body may have.

    Raises:
        HttpError: the head does not say what comes, or that too much comes.
    """
    coding = head.headers.get("transfer-encoding")
    length = head.headers.get("content-length")
    if coding is not None:
        if length is not None or head.version < (1, 1):
            raise HttpError(HTTPStatus.BAD_REQUEST)
        if coding.lower() != "chunked":
            raise HttpError(HTTPStatus.NOT_IMPLEMENTED)
        return Chunked()
    if length is None:
        return Sized(0)
    told = {each.strip() for each in length.split(",")}
    digits = told.pop()
    if told or not (digits.isascii() and digits.isdigit()):
        raise HttpError(HTTPStatus.BAD_REQUEST)
    if len(digits) > len(str(longest)) + 10 or int(digits) > longest:
        raise HttpError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return Sized(int(digits))


def phrase(status: int) -> str:
    """The words behind a status."""
    return _PHRASES.get(status) or HTTPStatus(status).phrase


def head_of(status: int, headers: Mapping[str, str]) -> bytes:
    """Status line and headers of an answer, with the empty line at their end."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {phrase(status)}\r\n{lines}\r\n".encode("latin-1", "replace")
