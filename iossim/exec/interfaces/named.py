"""The interfaces that a show command prints: all, or the one that was named."""

from __future__ import annotations

from iossim.router import RouterCore
from iossim.router.network.interfaces import Interface, interfaces


def shown(router: RouterCore, name: str) -> list[Interface]:
    """The interfaces in the order of show commands.

    Args:
        router: the router.
        name: the full name of an interface; "" for all.
    """
    return [port for port in interfaces(router.network) if name in ("", port.name)]
