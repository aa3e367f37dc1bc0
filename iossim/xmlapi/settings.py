"""Settings of the web server and of ixi, as the configuration has them now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iossim.config import Section
    from iossim.router import RouterCore

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
