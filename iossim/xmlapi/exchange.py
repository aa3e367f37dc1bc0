"""One request, from what was read of it to its answer: its method is run, and what happens is counted and, if asked, logged."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from iossim.xmlapi.answers import CLOSING, Namespaces, Reply, error, opening
from iossim.xmlapi.iserror import Problem, internal, too_long
from iossim.xmlapi.method import MethodCall, Request, TimedOut

if TYPE_CHECKING:
    from iossim.router import RouterCore
    from iossim.xmlapi.users import User

_log = logging.getLogger(__name__)


class Exchange:
    """A request and its answer.

    Life: made when the body was read; `run` once; then `whole`, or `parts` to the end, and `finish`.

    Args:
        router: the router that is asked.
        user: who asks.
        client: the address that the request comes from.
        size: bytes of the body.

    Attributes:
        method: the name of the method; "" where none was understood.
        failed: the answer is an ISError.
    """

    def __init__(self, router: RouterCore, user: User, client: str, size: int) -> None:
        self.router = router
        self.method = ""
        self.failed = False
        self._user = user
        self._client = client
        self._size = size
        self._namespaces = Namespaces()
        self._reply = Reply([])
        self._started = router.clock.now()
        self._statistics = router.xml_statistics

    @property
    def is_long(self) -> bool:
        """True if the answer should be made line by line, with others served in between."""
        return self._reply.is_long

    def run(self, request: Request | Problem, namespaces: Namespaces, deadline: float | None = None) -> None:
        """Runs the method.

        Args:
            request: what was read, or why that was nothing.
            namespaces: what the request says about namespaces.
            deadline: when it must be done, on the monotonic clock.

        Raises:
            TimedOut: it was not.
        """
        self.method = request.method.name if isinstance(request, Request) else ""
        self._namespaces = namespaces
        self._count = self._statistics.asked(self.method, self._client, self._size)
        self._debug(f"request {self.method or 'unknown'} from {self._client}, {self._size} bytes")
        if isinstance(request, Problem):
            self._fail(request)
            return
        call = MethodCall(self.router, self._user, self._client, request.parameters, namespaces, deadline)
        try:
            reply = request.method.answer(call)
        except TimedOut:
            self._statistics.timeouts += 1
            raise
        except Exception:  # noqa: BLE001 (the documented answer to a mistake of ours; the log has the traceback)
            _log.exception("%s failed", self.method)
            reply = internal()
        if isinstance(reply, Problem):
            self._fail(reply)
        else:
            self._reply = reply

    def parts(self) -> Iterator[str]:
        """The answer, piece by piece; with a limit on its size, all of it after many empty pieces."""
        limit = self.router.xml_options.buffer
        if not limit:
            yield from self._parts()
            return
        held: list[str] = []
        size = 0
        for part in self._parts():
            held.append(part)
            size += len(part.encode())
            if size > limit:
                self._fail(too_long())
                held = list(self._parts())
                break
            yield ""
        yield from held

    def whole(self) -> bytes:
        """The answer, ready to send."""
        try:
            return "".join(self.parts()).encode()
        except Exception:  # noqa: BLE001 (as above)
            _log.exception("%s failed", self.method)
            self._fail(internal())
            return "".join(self._parts()).encode()

    def finish(self, sent: int) -> None:
        """The answer was sent.

        Args:
            sent: its bytes.
        """
        self._statistics.bytes_out += sent
        took = (self.router.clock.now() - self._started).total_seconds() * 1000
        self._debug(f"response {self.method or 'unknown'}, {sent} bytes, {took:.0f} ms")

    def _parts(self) -> Iterator[str]:
        yield opening(self._namespaces, self._reply.kind)
        yield from self._reply.payload
        yield CLOSING

    def _fail(self, problem: Problem) -> None:
        self._reply = Reply(error(problem))
        if not self.failed:
            self.failed = True
            self._count.errors += 1
            self._statistics.errors += 1

    def _debug(self, text: str) -> None:
        if self.router.debugging.is_on("cme-xml"):
            self.router.log.debug(f"cme_xml: {text}")
