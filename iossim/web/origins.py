"""Refuses requests of other web pages: the browser names the page that sends a request in the header `Origin`."""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

#: The code of a websocket that is closed because a rule forbids it (RFC 6455).
FORBIDDEN = 1008


class OriginCheck:
    """Lets a request through if no other page sends it.

    NiceGUI accepts a websocket of every origin, so a page of somebody else, open in the same browser, could type into the router.
    A name of a host that is neither an address nor known is refused, too: such a name may point at this computer (DNS rebinding).

    Args:
        app: gets the requests that pass.
        host: the address or name on which the page listens.
    """

    def __init__(self, app: App, host: str) -> None:
        self._app = app
        self._hosts = {"localhost", host.lower()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request."""
        if scope["type"] not in ("http", "websocket") or self._passes(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": FORBIDDEN})
        else:
            await answer(send, 403, "Forbidden: another page sent this request.")

    def _passes(self, scope: Scope) -> bool:
        host = header(scope, "host")
        origin = header(scope, "origin")
        return self._knows(host) and (not origin or origin.lower() == f"http://{host.lower()}")

    def _knows(self, host: str) -> bool:
        """True if the `Host` of a request is an address, or a known name; with or without a port."""
        name = host.lower().rpartition(":")[0] if host.rpartition(":")[2].isdecimal() and not host.endswith("]") else host.lower()
        if name in self._hosts:
            return True
        try:
            ipaddress.ip_address(name.removeprefix("[").removesuffix("]"))
        except ValueError:
            return False
        return True


def header(scope: Scope, name: str) -> str:
    """A header of a request; "" if it has none, or if it has several."""
    values = [value for key, value in scope.get("headers", ()) if key == name.encode()]
    return values[0].decode("latin-1") if len(values) == 1 else ""


async def answer(send: Send, status: int, text: str, headers: tuple[tuple[str, str], ...] = (), kind: str = "text/plain") -> None:
    """Sends a whole answer of HTTP.

    Args:
        send: sends to the client.
        status: its status.
        text: its body.
        headers: further headers.
        kind: the type of the body.
    """
    body = text.encode()
    own = (("content-type", f"{kind}; charset=utf-8"), ("content-length", str(len(body))), ("cache-control", "no-store"))
    lines = [(name.encode(), value.encode("latin-1", "replace")) for name, value in (*own, *headers)]
    await send({"type": "http.response.start", "status": status, "headers": lines})
    await send({"type": "http.response.body", "body": body})
