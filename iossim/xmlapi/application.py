"""The HTTP side of the API without a socket: path, method, credentials, status, headers, as the router's web server.

A request is admitted by its head alone, so that nobody has to send 32 MiB to learn that he may not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

from iossim.xmlapi.access_list import permits
from iossim.xmlapi.methods.query import respond
from iossim.xmlapi.users import User, authenticate, basic

if TYPE_CHECKING:
    from iossim.config import Section
    from iossim.router import RouterCore

PATH = "/ios_xml_app/cme"
_ADDRESS = re.compile(r"\Ahttps?://[^/]*", re.IGNORECASE)
#: The longest body, in bytes, that is read.
MAX_BODY = 32 * 1024 * 1024
#: The phrases of a web server of its time; Python's change with its version.
_PHRASES = {413: "Request Entity Too Large", 414: "Request-URI Too Long", 416: "Requested Range Not Satisfiable"}


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer: status, headers in the order in which they are sent, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def handle(
    router: RouterCore, method: str, path: str, headers: Mapping[str, str], body: bytes, client: str = "127.0.0.1"
) -> Response:
    """The answer to one HTTP request.

    Args:
        router: the router that is asked.
        method: `POST`, or what will be refused.
        path: the path, with or without a query.
        headers: the request's headers; the case of their names does not matter.
        body: the request's body.
        client: the address that it comes from.
    """
    lowered = {name.lower(): value for name, value in headers.items()}
    user = admit(router, method, path, lowered, client)
    if isinstance(user, Response):
        return user
    if len(body) > MAX_BODY:
        return refuse(router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    content = respond(router, body, user, client)
    kept = lowered.get("connection", "").strip().lower() == "keep-alive"
    return Response(HTTPStatus.OK, accepted(router, len(content), kept), content)


def admit(router: RouterCore, method: str, path: str, headers: Mapping[str, str], client: str) -> User | Response:
    """Whoever makes a request, or the answer that refuses it; the names of the headers are in small letters."""
    if not permits(router, client):
        return refuse(router, HTTPStatus.FORBIDDEN)
    if _path(path) not in (PATH, PATH + "/") or not ixi_is_up(router):
        return refuse(router, HTTPStatus.NOT_FOUND)
    if method != "POST":
        return refuse(router, HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "POST"})
    user = authenticate(router, basic(headers.get("authorization")))
    if user is None:
        return refuse(router, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": 'Basic realm="level_15_access"'})
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) <= 20 and int(length) > MAX_BODY:
        return refuse(router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return user


def _path(target: str) -> str:
    """The path of a request's target, which may be a whole address (RFC 9112, 3.2.2)."""
    return _ADDRESS.sub("", target.partition("?")[0])


def accepted(router: RouterCore, length: int | None, kept: bool) -> dict[str, str]:
    """The headers of an answer, in the order of the router's web server.

    Args:
        router: the router.
        length: of the body; None where it leaves in chunks, -1 where it ends with the connection.
        kept: the connection stays open.
    """
    date = _date(router)
    headers = {"Date": date, "Server": "cisco-IOS", "Connection": "keep-alive" if kept else "close"}
    if length is None:
        headers["Transfer-Encoding"] = "chunked"
    elif length >= 0:
        headers["Content-Length"] = str(length)
    return headers | {
        "Content-Type": "text/xml",
        "Expires": date,
        "Last-Modified": date,
        "Cache-Control": "no-store, no-cache, must-revalidate",
        "Accept-Ranges": "none",
    }


def refuse(router: RouterCore, status: HTTPStatus, extra: Mapping[str, str] | None = None) -> Response:
    """The answer of the router's web server to what it does not serve."""
    router.xml_statistics.refused += 1
    headers = {"Date": _date(router), "Server": "cisco-IOS", "Connection": "close", "Accept-Ranges": "none"}
    return Response(status, headers | dict(extra or {}), f"{status.value} {phrase(status)}".encode())


def phrase(status: int) -> str:
    """The words behind a status."""
    return _PHRASES.get(status) or HTTPStatus(status).phrase


def head_of(status: int, headers: Mapping[str, str]) -> bytes:
    """Status line and headers of an answer, with the empty line at their end."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {phrase(status)}\r\n{lines}\r\n".encode("latin-1", "replace")


def ixi_is_up(router: RouterCore) -> bool:
    """Whether transport and application both run; they are shut down until told otherwise."""
    return all(_runs(router, rule) for rule in ("ixi_transport_http", "ixi_application_cme"))


def _runs(router: RouterCore, rule: str) -> bool:
    section = router.config.section(rule)
    shutdown = section.get("shutdown") if section is not None else None
    return shutdown is not None and shutdown.negative


def setting(section: Section | None, rule: str, default: int) -> int:
    """The number at the end of a command, entered or in force by default."""
    entry = section.effective(rule) if section is not None else None
    return int(entry.words[-1]) if entry is not None and not entry.negative else default


def patience(router: RouterCore) -> float | None:
    """Seconds that a request may take, by `response timeout` or else `request timeout`; None: any number."""
    seconds = setting(router.config.section("ixi_application_cme"), "response_timeout", -1)
    if seconds < 0:
        seconds = setting(router.config.section("ixi_transport_http"), "request_timeout", 0)
    return float(seconds) if seconds else None


def fragment_size(router: RouterCore) -> int:
    """Bytes of the fragments in which an answer leaves."""
    return setting(router.config.section("ixi_transport_http"), "response_size", 4) * 1024


def is_on(router: RouterCore, rule: str) -> bool:
    """True if a command of global configuration is in force: `ip_http_server`, `ip_http_secure_server`."""
    entry = router.config.root.effective(rule)
    return entry is not None and not entry.negative


def _date(router: RouterCore) -> str:
    return _date_at(int(router.clock.now().timestamp()))


@lru_cache(maxsize=1)
def _date_at(second: int) -> str:
    return formatdate(second, usegmt=True)
