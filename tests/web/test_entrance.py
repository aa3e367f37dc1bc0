"""Who comes in: by the token of the address, or by a user of the router."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import urlencode

import pytest

from iossim import Router
from iossim.web.entrance import VISITOR, Entrance
from iossim.web.visitors import Visitor, Visitors
from tests.web.asgi import Message, Passed, call, header

USERS = "username anna privilege 15 secret topsecret\nusername bob password low\n"


class Gate:
    """An entrance, what came through, and the seconds that it waited."""

    def __init__(self, text: str = "", only: str | None = None) -> None:
        self.router = Router.from_text(text)
        if only is not None:
            self.router.extra_users[only] = "fleet"
        self.visitors = Visitors(self.router, only)
        self.inside = Passed()
        self.waited: list[float] = []
        self.app = Entrance(self.inside, self.visitors, "R<1>", 8080, self._pause)

    async def _pause(self, seconds: float) -> None:
        self.waited.append(seconds)

    def log_in(self, user: str, password: str) -> list[Message]:
        return call(self.app, "/login", method="POST", body=urlencode({"user": user, "password": password}).encode())

    def came_in(self, answer: list[Message]) -> Visitor | None:
        """The visitor that a cookie of an answer lets in; None if it has none, or if it does not."""
        cookie = header(answer, "set-cookie").partition(";")[0]
        before = len(self.inside.scopes)
        call(self.app, "/", cookie=f"other=1; {cookie}")
        return self.inside.scopes[-1][VISITOR] if len(self.inside.scopes) > before else None


def test_without_users_the_token_of_the_address_lets_in() -> None:
    gate = Gate()
    assert len(gate.visitors.token) > 20
    assert gate.came_in(call(gate.app, query=f"token={gate.visitors.token}")) == Visitor("web", 15)
    for query in ("", "token=", "token=x", f"token={gate.visitors.token}x"):
        assert gate.came_in(call(gate.app, query=query)) is None
    assert call(gate.app, "/login")[0]["status"] == 401
    assert gate.came_in(gate.log_in("web", "")) is None


def test_with_users_they_log_in_and_no_token_helps() -> None:
    gate = Gate(USERS)
    assert gate.visitors.token == ""
    assert gate.came_in(call(gate.app, query="token=")) is None
    assert gate.came_in(gate.log_in("anna", "topsecret")) == Visitor("anna", 15)
    assert gate.came_in(gate.log_in("bob", "low")) == Visitor("bob", 1)


@pytest.mark.parametrize(
    ("user", "password"), [("anna", "low"), ("anna", ""), ("", ""), ("carl", "x"), ("<b>", "'"), ("a" * 9000, "x")]
)
def test_a_wrong_password_waits_and_shows_the_form_again(user: str, password: str) -> None:
    gate = Gate(USERS)
    answer = gate.log_in(user, password)
    assert (answer[0]["status"], gate.waited) == (401, [1.0])
    assert b"wrong" in answer[1]["body"]
    assert gate.came_in(answer) is None


def test_the_form_has_the_name_of_the_router_as_text() -> None:
    assert b"<h1>R&lt;1&gt;</h1>" in call(Gate(USERS).app, "/login")[1]["body"]


def test_a_fleet_has_one_user() -> None:
    gate = Gate(USERS, only="lab")
    assert gate.came_in(gate.log_in("lab", "fleet")) == Visitor("lab", 15)
    assert gate.came_in(gate.log_in("anna", "topsecret")) is None


def test_nothing_passes_without_a_cookie_neither_pages_nor_sockets() -> None:
    gate = Gate(USERS)
    assert header(call(gate.app), "location") == "/login"
    assert call(gate.app, "/_nicegui/x.js")[0]["status"] == 401
    assert call(gate.app, "/router/x")[0]["status"] == 401
    assert call(gate.app, "/_nicegui_ws/", kind="websocket") == [{"type": "websocket.close", "code": 1008}]
    assert call(gate.app, cookie="iossim-8080=")[0]["status"] == 303
    assert call(gate.app, cookie="iossim-8080=guess; \x00=;;")[0]["status"] == 303
    assert not gate.inside.scopes


def test_the_cookie_is_for_this_port_and_for_no_script_and_ends_at_the_logout() -> None:
    gate = Gate(USERS)
    answer = gate.log_in("anna", "topsecret")
    name, _, rest = header(answer, "set-cookie").partition("=")
    assert name == "iossim-8080"
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(rest.split("; "))
    cookie = header(answer, "set-cookie").partition(";")[0]
    assert call(gate.app, kind="websocket", cookie=cookie) == [{"type": "websocket.accept"}]
    call(gate.app, "/logout", cookie=cookie)
    assert gate.came_in(answer) is None


def test_a_logout_ends_the_sockets_of_the_visitor_and_of_nobody_else() -> None:
    gate = Gate(USERS)
    anna, bob = (header(gate.log_in(*user), "set-cookie").partition(";")[0] for user in (("anna", "topsecret"), ("bob", "low")))
    heard: dict[str, list[object]] = {anna: [], bob: []}

    async def page(scope: Message, receive: Any, send: Any) -> None:
        cookie = next(value.decode() for name, value in scope["headers"] if name == b"cookie")
        while True:
            message = await receive()
            heard[cookie].append(message)
            if message["type"] == "websocket.disconnect":
                return

    async def connect(cookie: str, arrivals: asyncio.Queue[Message]) -> None:
        scope = {"type": "websocket", "path": "/", "headers": [(b"cookie", cookie.encode())]}
        await Entrance(page, gate.visitors, "R1", 8080)(scope, arrivals.get, refuse)

    async def refuse(message: Message) -> None:
        raise AssertionError(message)

    async def scene() -> None:
        queues = {cookie: asyncio.Queue[Message]() for cookie in heard}
        tasks = {cookie: asyncio.create_task(connect(cookie, queue)) for cookie, queue in queues.items()}
        for number, queue in enumerate(queues.values()):
            await queue.put({"type": "websocket.receive", "text": str(number)})
            await queue.put({"type": "websocket.receive", "text": str(number + 10)})
        while any(len(messages) < 2 for messages in heard.values()):
            await asyncio.sleep(0)
        gate.visitors.leave(anna.partition("=")[2])
        await tasks[anna]
        await queues[bob].put({"type": "websocket.disconnect", "code": 1001})
        await tasks[bob]

    asyncio.run(asyncio.wait_for(scene(), 20))
    assert heard[anna] == [
        {"type": "websocket.receive", "text": "0"},
        {"type": "websocket.receive", "text": "10"},
        {"type": "websocket.disconnect", "code": 1008},
    ]
    assert heard[bob][-1] == {"type": "websocket.disconnect", "code": 1001}
    assert len(heard[bob]) == 3
