"""The requests that a web server has received, newest last, for the pages that show them."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass
from datetime import datetime

from iossim.web.rows import Row
from iossim.xmlapi.access_log import RequestLog

_MOST = 500
#: The columns of the live table.
COLUMNS = {
    "number": "No",
    "time": "Time",
    "client": "Client",
    "user": "User",
    "method": "Method",
    "status": "Status",
    "bytes": "Bytes",
    "ms": "ms",
    "request": "Request",
}


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request and the facts of its answer.

    Attributes:
        id: its number, from 1.
        time: the time on the router.
        client: the address of the client.
        user: the name of the user; "" for none.
        request: method and path.
        status: the status of the answer.
        method: the method of the API; "" for none.
        bytes: the bytes of the answer.
        ms: the milliseconds that it took.
    """

    id: int
    time: str
    client: str
    user: str
    request: str
    status: int
    method: str
    bytes: int
    ms: float

    def row(self) -> Row:
        """Its row in the live table."""
        return {**asdict(self), "id": str(self.id), "number": self.id}


class RequestList(RequestLog):
    """A log that keeps the newest requests, and passes everything on to another log.

    Args:
        log: the other log.

    Attributes:
        requests: the newest requests, oldest first.
    """

    def __init__(self, log: RequestLog) -> None:
        self._log = log
        self.requests: deque[SeenRequest] = deque(maxlen=_MOST)
        self._last = 0

    def note(self, client: str, user: str, when: datetime, request: str, status: int, sent: int, what: str, seconds: float) -> None:
        """Keeps a request, and writes its line; see `RequestLog.note`."""
        self._last += 1
        ms = round(seconds * 1000, 1)
        self.requests.append(SeenRequest(self._last, f"{when:%H:%M:%S}", client, user, request[:200], status, what, sent, ms))
        self._log.note(client, user, when, request, status, sent, what, seconds)

    def say(self, line: str) -> None:
        """Writes a line."""
        self._log.say(line)
