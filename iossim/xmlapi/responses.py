"""HTTP answers as the router's web server words them: status, phrase, headers in their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: Phrases of a web server of its time; Python's own change with its version.
_PHRASES = {413: "Request Entity Too Large", 414: "Request-URI Too Long", 416: "Requested Range Not Satisfiable"}


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer: status, headers in the order in which they are sent, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def accepted(router: RouterCore, length: int | None, kept: bool) -> dict[str, str]:
    """The headers of an answer with status 200, in the order of the router's web server.

    Args:
        router: the router, whose clock gives the date.
        length: bytes of the body; None: the body leaves in chunks; -1: the body ends with the connection.
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
    """The answer of the router's web server to a request that it does not serve; counts it.

    Args:
        router: the router.
        status: the reason, from 400 up.
        extra: further headers.
    """
    router.xml_statistics.refused += 1
    headers = {"Date": _date(router), "Server": "cisco-IOS", "Connection": "close", "Accept-Ranges": "none"}
    return Response(status, headers | dict(extra or {}), f"{status.value} {phrase(status)}".encode())


def phrase(status: int) -> str:
    """The words after a status."""
    return _PHRASES.get(status) or HTTPStatus(status).phrase


def _date(router: RouterCore) -> str:
    return _date_at(int(router.clock.now().timestamp()))


@lru_cache(maxsize=1)
def _date_at(second: int) -> str:
    return formatdate(second, usegmt=True)
