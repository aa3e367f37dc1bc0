"""The router's web server: its settings, as the configuration has them now, and the words of its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iossim.config import Section
    from iossim.router import RouterCore

#: Phrases of a web server of its time; Python's own change with its version.
_PHRASES = {413: "Request Entity Too Large", 414: "Request-URI Too Long", 416: "Requested Range Not Satisfiable"}
#: Connections at a time, where `ip http max-connections` is not entered.
MAX_CONNECTIONS = 1000


def is_on(router: RouterCore, rule: str) -> bool:
    """Return True if a command of global configuration is in force.

    Args:
        router: the router.
        rule: `ip_http_server` or `ip_http_secure_server`.
    """
    entry = router.config.root.effective(rule)
    return entry is not None and not entry.negative


def ixi_is_up(router: RouterCore) -> bool:
    """Return True if `ixi transport http` and `ixi application cme` both have `no shutdown`; the default is `shutdown`."""
    return all(_runs(router, rule) for rule in ("ixi_transport_http", "ixi_application_cme"))


def _runs(router: RouterCore, rule: str) -> bool:
    section = router.config.section(rule)
    shutdown = section.get("shutdown") if section is not None else None
    return shutdown is not None and shutdown.negative


def number(section: Section | None, rule: str, default: int) -> int:
    """The number at the end of a command: the entered one, the one in force by default, or `default`."""
    entry = section.effective(rule) if section is not None else None
    return int(entry.words[-1]) if entry is not None and not entry.negative else default


def time_limit(router: RouterCore) -> float | None:
    """Seconds that a request may take: `response timeout`, or else `request timeout`; None: no limit."""
    seconds = number(router.config.section("ixi_application_cme"), "response_timeout", -1)
    if seconds < 0:
        seconds = number(router.config.section("ixi_transport_http"), "request_timeout", 0)
    return float(seconds) if seconds else None


def fragment_size(router: RouterCore) -> int:
    """Bytes of one fragment of an answer: `response size`."""
    return number(router.config.section("ixi_transport_http"), "response_size", 4) * 1024


def outstanding(router: RouterCore) -> int:
    """Long answers that are made at a time: `request outstanding`."""
    return number(router.config.section("ixi_transport_http"), "request_outstanding", 1)


def max_connections(router: RouterCore) -> int:
    """Connections at a time: `ip http max-connections` where it is entered, or else 1,000."""
    entry = router.config.root.get("ip_http_max_connections")
    return MAX_CONNECTIONS if entry is None or entry.negative else int(entry.words[-1])


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
