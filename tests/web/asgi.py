"""Calls an ASGI application without a server."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from typing import Any

from iossim.web.origins import App

Message = MutableMapping[str, Any]


class Passed:
    """An application behind the checks, which records the scopes that came through.

    Attributes:
        scopes: the scopes.
    """

    def __init__(self) -> None:
        self.scopes: list[Message] = []

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        self.scopes.append(scope)
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b"the page"})
        else:
            await send({"type": "websocket.accept"})


def call(
    app: App, path: str = "/", *, kind: str = "http", method: str = "GET", query: str = "", body: bytes = b"", **headers: str
) -> list[Message]:
    """Sends a request; returns the messages of the answer. Without a `host` it is `127.0.0.1:80`."""
    sent: list[Message] = []
    lines = {"host": "127.0.0.1:80", **headers}
    scope = {
        "type": kind,
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in lines.items()],
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(_run(app, scope, receive, send))
    return sent


async def _run(app: App, scope: Message, receive: Any, send: Any) -> None:
    await app(scope, receive, send)


def header(sent: list[Message], name: str) -> str:
    """A header of an answer; "" if it has none."""
    return next((value.decode() for key, value in sent[0]["headers"] if key == name.encode()), "")
