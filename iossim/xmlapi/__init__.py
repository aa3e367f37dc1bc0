"""The XML API of Unified CME: `POST /ios_xml_app/cme`, the IS… methods, as a view of a router.

`answer_http` and `answer` are the API without a socket, `serve` is the API with one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

from iossim.xmlapi.admission import MAX_BODY, admit, authenticate
from iossim.xmlapi.pipeline import answer as pieces
from iossim.xmlapi.users import OWNER, Credentials, User
from iossim.xmlapi.web_server import Response, accepted, refuse

if TYPE_CHECKING:
    import asyncio

    from iossim.router import RouterCore
    from iossim.router.scenario import Step
    from iossim.xmlapi.access_log import RequestLog
    from iossim.xmlapi.listeners import Listening
    from iossim.xmlapi.server import Ports

__all__ = ["answer", "answer_as_owner", "answer_http", "serve"]

_LOCAL = "127.0.0.1"


def answer(router: RouterCore, body: bytes, user: str, password: str) -> bytes:
    """Answer one request of a user, without HTTP.

    Args:
        router: the router.
        body: the request.
        user: the name of the `xml user`.
        password: its password.

    Returns:
        The answer; `401 Unauthorized` for wrong credentials, in the words of the router's web server.
    """
    who = authenticate(router, Credentials(user, password))
    return b"401 Unauthorized" if who is None else _whole(router, who, _LOCAL, body)


def answer_as_owner(router: RouterCore, body: bytes) -> bytes:
    """Answer one request of the router's owner, who needs no `xml user` and may run every command."""
    return _whole(router, OWNER, _LOCAL, body)


def answer_http(
    router: RouterCore, method: str, path: str, headers: Mapping[str, str], body: bytes, client: str = _LOCAL
) -> tuple[int, dict[str, str], bytes]:
    """Answer one HTTP request, without a socket.

    Args:
        router: the router.
        method: `POST`; every other one is refused.
        path: the path, with or without a query.
        headers: the headers of the request; the case of their names does not matter.
        body: the body of the request.
        client: the address that the request comes from.

    Returns:
        Status, headers and body.
    """
    response = _respond(router, method, path, {name.lower(): value for name, value in headers.items()}, body, client)
    return response.status, response.headers, response.body


def _respond(router: RouterCore, method: str, path: str, headers: Mapping[str, str], body: bytes, client: str) -> Response:
    user = admit(router, method, path, headers, client)
    if not isinstance(user, User):
        return user
    if len(body) > MAX_BODY:
        return refuse(router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    content = _whole(router, user, client, body)
    kept = headers.get("connection", "").strip().lower() == "keep-alive"
    return Response(HTTPStatus.OK, accepted(router, len(content), kept), content)


def _whole(router: RouterCore, user: User, client: str, body: bytes) -> bytes:
    return "".join(pieces(router, user, client, body)).encode()


async def serve(
    router: RouterCore,
    ports: Ports | None = None,
    *,
    opened: Callable[[Listening], None] | None = None,
    stop: asyncio.Event | None = None,
    log: RequestLog | None = None,
    steps: Iterable[Step] = (),
) -> None:
    """Serves a router's XML API on sockets until SIGTERM, SIGINT or `stop`; see server.py."""
    from iossim.xmlapi.server import serve as run

    await run(router, ports, opened=opened, stop=stop, log=log, steps=steps)
