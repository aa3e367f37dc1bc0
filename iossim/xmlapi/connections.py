"""The open connections of a router's web server, and their limit."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from iossim.xmlapi.web_server import max_connections

if TYPE_CHECKING:
    from iossim.router import RouterCore

_log = logging.getLogger(__name__)
#: File handles that are left for everything but connections.
_RESERVE = 64
#: The file handles of a process that has no limit.
_MANY = 1 << 30
_MINUTE = 60.0


class Connection(Protocol):
    """An open connection, as far as the limit is concerned."""

    rule: str
    last_used: float

    @property
    def idle(self) -> bool:
        """True while no request is in progress or complete."""

    def retire(self) -> None:
        """Close the connection as soon as no request is in progress."""

    def abort(self) -> None:
        """Close the connection at once."""


class Connections:
    """The open connections.

    Args:
        router: the router, whose `ip http max-connections` is the limit.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._open: set[Connection] = set()
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
        self._open.add(connection)
        limit = min(max_connections(self._router), self._most)
        if len(self._open) <= limit:
            return True
        if now >= self._log_from:
            self._log_from = now + _MINUTE
            _log.warning("the limit of %d connections is reached: idle ones are closed", limit)
        idle = [other for other in self._open if other.idle and other is not connection]
        if not idle:
            self._open.discard(connection)
            return False
        oldest = min(idle, key=lambda other: other.last_used)
        self._open.discard(oldest)
        oldest.abort()
        return True

    def retire(self, rule: str = "") -> None:
        """Close the connections as soon as no request is in progress.

        Args:
            rule: the command that opens the port of the connections; "": all ports.
        """
        for connection in self:
            if rule in ("", connection.rule):
                connection.retire()

    def closed(self, connection: Connection) -> None:
        """The connection is closed."""
        self._open.discard(connection)


def _file_handles() -> int:
    """The file handles that the process may have; a large number where the system has no such limit."""
    try:
        from resource import RLIMIT_NOFILE, getrlimit  # not on Windows
    except ImportError:
        return _MANY
    most = getrlimit(RLIMIT_NOFILE)[0]
    return most if 0 < most < _MANY else _MANY
