"""The entrance of the page: a request passes with the cookie of a visitor; without it there is a form to log in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from html import escape
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from iossim.web.origins import FORBIDDEN, App, Message, Receive, Scope, Send, answer, header
from iossim.web.visitors import Visitor, Visitors

#: The key of a scope under which the pages find the visitor.
VISITOR = "iossim.visitor"
_LONGEST_FORM = 4096
#: Seconds before the answer to a wrong password.
_DELAY = 1.0
_FORM = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>iossim: log in</title><link rel="icon" href="data:,">
<style>:root{{color-scheme:light dark}} body{{font:16px system-ui,sans-serif;display:grid;place-items:center;min-height:90vh}}
form{{display:grid;gap:.8em;width:min(20em,90vw)}} input,button{{font:inherit;padding:.5em}}</style></head>
<body><form method="post" action="/login"><h1>{title}</h1>{message}
<label>User <input name="user" autocomplete="username" autofocus required></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
<button>Log in</button></form></body></html>
"""
_TOKEN = "Open the address that `iossim serve` printed: it has a token in it.\n"


class Entrance:
    """Lets the requests of visitors through, and answers the others.

    Args:
        app: gets the requests that pass; the visitor is in their scope.
        visitors: the people at the page.
        title: the name of the router, for the form.
        port: the port of the page: cookies of one host are shared by all its ports.
        pause: waits for some seconds, before the answer to a wrong password.
    """

    def __init__(
        self, app: App, visitors: Visitors, title: str, port: int, pause: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._app = app
        self._visitors = visitors
        self._title = title
        self._cookie = f"iossim-{port}"
        self._pause = pause

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves a request."""
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        visitor = self._visitor(scope)
        if visitor is None:
            await send({"type": "websocket.close", "code": FORBIDDEN})
            return
        await self._app(scope, _until(visitor.logout, receive), send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path, visitor = scope["path"], self._visitor(scope)
        if path == "/logout":
            self._visitors.leave(self._key(scope))
            await self._redirect(send, "/login", f"{self._cookie}=; Max-Age=0; Path=/")
        elif path == "/login":
            await (self._log_in(receive, send) if scope["method"] == "POST" else self._form(send))
        elif visitor is not None:
            scope[VISITOR] = visitor
            await self._app(scope, receive, send)
        elif key := self._visitors.by_token(_query(scope, "token")):
            await self._redirect(send, "/", self._set(key))
        elif path == "/":
            await self._redirect(send, "/login")
        else:
            await answer(send, 401, "Log in first.")

    async def _form(self, send: Send, status: int = 200, message: str = "") -> None:
        if self._visitors.token:
            await answer(send, 401, _TOKEN)
            return
        shown = f'<p role="alert">{escape(message)}</p>' if message else ""
        await answer(send, status, _FORM.format(title=escape(self._title), message=shown), kind="text/html")

    async def _log_in(self, receive: Receive, send: Send) -> None:
        body, more = b"", True
        while more and len(body) <= _LONGEST_FORM:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        fields = parse_qs(body[:_LONGEST_FORM].decode("utf-8", "replace"), keep_blank_values=True)
        name, password = (fields.get(field, [""])[-1] for field in ("user", "password"))
        key = self._visitors.by_password(name, password)
        if key:
            await self._redirect(send, "/", self._set(key))
            return
        await self._pause(_DELAY)
        await self._form(send, 401, "The name or the password is wrong.")

    def _visitor(self, scope: Scope) -> Visitor | None:
        return self._visitors.by_cookie(self._key(scope))

    def _key(self, scope: Scope) -> str:
        try:
            cookie = SimpleCookie(header(scope, "cookie")).get(self._cookie)
        except CookieError:
            return ""
        return cookie.value if cookie is not None else ""

    def _set(self, key: str) -> str:
        return f"{self._cookie}={key}; HttpOnly; SameSite=Lax; Path=/"

    @staticmethod
    async def _redirect(send: Send, path: str, cookie: str = "") -> None:
        headers = (("location", path), *((("set-cookie", cookie),) if cookie else ()))
        await answer(send, 303, "", headers)


def _until(logout: asyncio.Event, receive: Receive) -> Receive:
    """The messages of a socket, which ends when its visitor logs out in any tab."""

    async def message() -> Message:
        end, arrival = asyncio.ensure_future(logout.wait()), asyncio.ensure_future(receive())
        try:
            await asyncio.wait((end, arrival), return_when=asyncio.FIRST_COMPLETED)
            return {"type": "websocket.disconnect", "code": FORBIDDEN} if end.done() else arrival.result()
        finally:
            end.cancel()
            arrival.cancel()

    return message


def _query(scope: Scope, name: str) -> str:
    text: str = scope.get("query_string", b"").decode("latin-1")
    return parse_qs(text).get(name, [""])[0]
