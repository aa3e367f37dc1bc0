"""The XML API of Unified CME: `POST /ios_xml_app/cme`, the IS… methods, as a view of a router.

`http` and `answer` are the API without a socket, `serve` is the API with one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from iossim.xmlapi.application import handle
from iossim.xmlapi.methods.query import respond
from iossim.xmlapi.users import OWNER, Credentials, authenticate

if TYPE_CHECKING:
    import asyncio

    from iossim.router import RouterCore
    from iossim.router.scenario import Step
    from iossim.xmlapi.access_log import AccessLog
    from iossim.xmlapi.server import Listening, Ports

__all__ = ["answer", "answer_as_owner", "http", "serve"]

_LOCAL = "127.0.0.1"


def answer(router: RouterCore, body: bytes, user: str, password: str) -> bytes:
    """The answer to one request of a user, without HTTP.

    Args:
        router: the router that is asked.
        body: the request.
        user: the name of the `xml user`.
        password: its password.

    Returns:
        The answer; `401 Unauthorized` for wrong credentials, as the router's web server says it.
    """
    who = authenticate(router, Credentials(user, password))
    return b"401 Unauthorized" if who is None else respond(router, body, who, _LOCAL)


def answer_as_owner(router: RouterCore, body: bytes) -> bytes:
    """The answer to one request of the router's owner, who needs no `xml user` and may run every command."""
    return respond(router, body, OWNER, _LOCAL)


def http(router: RouterCore, method: str, path: str, headers: Mapping[str, str], body: bytes) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of the answer to one HTTP request, without a socket."""
    response = handle(router, method, path, headers, body)
    return response.status, response.headers, response.body


async def serve(
    router: RouterCore,
    ports: Ports | None = None,
    *,
    opened: Callable[[Listening], None] | None = None,
    stop: asyncio.Event | None = None,
    log: AccessLog | None = None,
    steps: Iterable[Step] = (),
) -> None:
    """Serves a router's XML API on sockets until SIGTERM, SIGINT or `stop`; see server.py."""
    from iossim.xmlapi.server import serve as run

    await run(router, ports, opened=opened, stop=stop, log=log, steps=steps)
