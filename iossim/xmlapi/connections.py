"""The open connections of a router's web server, and their limit."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from iossim.xmlapi.settings import max_connections

if TYPE_CHECKING:
    from iossim.router import RouterCore
    from iossim.xmlapi.connection import Connection

_log = logging.getLogger(__name__)
#: File handles that are left for everything but connections.
_RESERVE = 64
_MINUTE = 60.0


class Connections:
    """The open connections, those that were served last at the end.

    Args:
        router: the router, whose `ip http max-connections` is the limit.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._open: dict[Connection, None] = {}
        self._most = max(_file_handles() - _RESERVE, 1)
        self._log_from = 0.0

    def __len__(self) -> int:
        """Number of open connections."""
        return len(self._open)

    def __iter__(self) -> Iterator[Connection]:
        """The connections that are open now."""
        return iter(list(self._open))

    def opened(self, connection: Connection, now: float) -> bool:
        """Take a new connection; at the limit, the oldest idle one is closed in its favour.

        Args:
            connection: the new connection.
            now: seconds on the event loop's clock.

        Returns:
            False if there is no room, since all connections have a request in progress.
        """
        self._open[connection] = None
        limit = min(max_connections(self._router), self._most)
        if len(self._open) <= limit:
            return True
        if now >= self._log_from:
            self._log_from = now + _MINUTE
            _log.warning("the limit of %d connections is reached: idle ones are closed", limit)
        oldest = next((other for other in self._open if other.idle and other is not connection), None)
        if oldest is None:
            del self._open[connection]
            return False
        del self._open[oldest]
        oldest.abort()
        return True

    def served(self, connection: Connection) -> None:
        """A request of the connection was answered: it is the youngest now."""
        if connection in self._open:
            del self._open[connection]
            self._open[connection] = None

    def closed(self, connection: Connection) -> None:
        """The connection is closed."""
        self._open.pop(connection, None)


def _file_handles() -> int:
    """The file handles that the process may have; a large number where the system has no such limit."""
    try:
        from resource import RLIMIT_NOFILE, getrlimit  # not on Windows
    except ImportError:
        return 1 << 30
    return min(getrlimit(RLIMIT_NOFILE)[0], 1 << 30) if getrlimit(RLIMIT_NOFILE)[0] > 0 else 1 << 30
