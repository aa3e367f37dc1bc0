"""Who comes in, seen from a browser: users, the token, other pages, and nonsense over the socket."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, enter, screen, served, type_line

#: Opens a websocket; the result says what became of it. Messages are sent once it is open.
_SOCKET = """([url, messages]) => new Promise(done => {
    const socket = new WebSocket(url), heard = [];
    socket.onopen = () => messages.forEach(message => socket.send(message));
    socket.onmessage = event => { heard.push(event.data); if (heard.length > messages.length) socket.close(); };
    socket.onclose = () => done(heard.length ? 'open' : 'refused');
    if (messages.length) setTimeout(() => socket.close(), 300);
})"""
_NONSENSE = [
    ["hello"],
    [""],
    ["99"],
    ["42"],
    ['42["event",{}]'],
    ["40", '42["event",{"id":1,"client_id":"x"}]'],
    ["40", '42["handshake",[]]'],
    ["40", '42["handshake",{"client_id":"nobody"}]'],
    ["40", '42["javascript_response",7]'],
    ["40", '42["log",null]'],
    ["40", '451-["event",{"_placeholder":true,"num":0}]'],
    ["40", '42["event",' + "[" * 100_000 + "]" * 100_000 + "]"],
    ["40", '42["event","' + "x" * 3_000_000 + '"]'],
]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with served(tmp_path_factory.mktemp("entrance")) as program:
        yield program


def socket_of(program: Program) -> str:
    """The address of the socket of the page."""
    return f"{program.origin.replace('http', 'ws', 1)}/_nicegui_ws/socket.io/?EIO=4&transport=websocket"


def _type(page: Page, user: str, password: str) -> None:
    """Fills the form by keys alone."""
    page.keyboard.type(user)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def test_a_wrong_password_stays_outside_and_a_right_one_comes_in_until_the_logout(program: Program, page: Page) -> None:
    page.goto(program.url)
    expect(page.get_by_label("User")).to_be_focused()
    _type(page, "anna", "wrong")
    expect(page.get_by_role("alert")).to_have_text("The name or the password is wrong.")
    expect(page.get_by_label("User")).to_be_focused()
    _type(page, "anna", "topsecret")
    expect(screen(page)).to_contain_text("R1#")
    page.reload()
    expect(screen(page)).to_contain_text("R1#")
    page.get_by_role("link", name="Log out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    page.goto(program.url)
    expect(page.get_by_label("Password")).to_be_visible()
    assert page.context.request.get(f"{program.origin}/_nicegui/x").status == 401


def test_a_logout_ends_the_other_tabs_and_the_next_visitor_does_not_get_them(program: Program, page: Page) -> None:
    enter(page, program)
    other = page.context.new_page()
    other.goto(program.url)
    type_line(other, "show privilege", "level is 15")
    page.get_by_role("link", name="Log out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    expect(other.get_by_label("Password")).to_be_visible()
    enter(page, program, user="bob", password="low")
    expect(screen(page)).to_contain_text("R1>")
    other.goto(program.url)
    expect(screen(other)).to_contain_text("R1>")


def test_a_user_of_a_low_level_has_the_console_and_nothing_else(program: Program, page: Page) -> None:
    enter(page, program, user="bob", password="low")
    expect(page.get_by_role("tab")).to_have_text(["Console"])
    type_line(page, "simulate ephone 1 register", "% ")
    expect(screen(page)).to_contain_text("R1>")
    page.goto(f"{program.origin}/?tab=configuration")
    expect(page.get_by_role("tab")).to_have_text(["Console"])


def test_another_page_is_refused_although_the_browser_has_the_cookie(program: Program, page: Page) -> None:
    enter(page, program)
    expect(screen(page)).to_contain_text("R1#")
    assert page.evaluate(_SOCKET, [socket_of(program), []]) == "open"
    other = page.context.new_page()
    other.route("http://127.0.0.1:8999/", lambda route: route.fulfill(body="<h1>another page</h1>", content_type="text/html"))
    other.goto("http://127.0.0.1:8999/")
    assert other.evaluate(_SOCKET, [socket_of(program), []]) == "refused"
    request = page.context.request
    assert request.get(program.url).status == 200
    assert request.get(program.url, headers={"Origin": "http://127.0.0.1:8999"}).status == 403
    assert request.get(program.url, headers={"Host": "other.example"}).status == 403


def test_nonsense_over_the_socket_disturbs_nobody(program: Program, people: Watched) -> None:
    page = enter(people.new(), program)
    expect(screen(page)).to_contain_text("R1#")
    other = enter(people.new(), program, user="bob", password="low")
    for messages in _NONSENSE:
        other.evaluate(_SOCKET, [socket_of(program), messages])
    type_line(page, "show privilege", "Current privilege level is 15")
    type_line(enter(people.new(), program), "show privilege", "Current privilege level is 15")
    lines = program.errors.read_text().splitlines()
    assert any("a client sent nonsense" in line for line in lines)


def test_a_terminal_takes_events_of_any_kind(program: Program, page: Page) -> None:
    sent: list[str] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    enter(page, program)
    type_line(page, "show privilege", "level is 15")
    frames = [json.loads(frame.removeprefix("42")) for frame in sent if frame.startswith('42["event"')]
    sizes = {message["listener_id"]: message for _, message in frames if "cols" in str(message["args"])}
    keys = {message["listener_id"]: message for _, message in frames if message["args"] == ['"s"']}
    assert len(sizes) == len(keys) == 1
    for message in (*sizes.values(), *keys.values()):
        for arguments in (["5"], ["{}"], ["null"], [None], ["[1,2]"], ['{"cols":"x","rows":1e9}'], ['{"cols":-1}'], ["no JSON"], 7):
            page.evaluate("message => window.socket.emit('event', message)", {**message, "args": arguments})
    type_line(page, "", "R1#")
    type_line(page, "show clock", "UTC")


@pytest.fixture(scope="module")
def free(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A router without users."""
    with served(tmp_path_factory.mktemp("token"), users="") as program:
        yield program


def test_the_printed_address_lets_in_and_the_token_leaves_the_address(free: Program, page: Page) -> None:
    assert "?token=" in free.url
    page.goto(free.origin)
    expect(page.locator("body")).to_contain_text("Open the address that `iossim serve` printed")
    page.goto(f"{free.url}x")
    expect(page.locator("body")).to_contain_text("Open the address that `iossim serve` printed")
    page.goto(free.url)
    expect(screen(page)).to_contain_text("R1#")
    assert page.url == f"{free.origin}/"
    page.goto(free.origin)
    expect(screen(page)).to_contain_text("R1#")
    type_line(page, "show users", re.compile(r"vty \d+ +web"))


def test_a_folder_of_the_program_is_not_served(tmp_path: Path, free: Program, page: Page) -> None:
    enter(page, free)
    for path in ("/../pyproject.toml", "/_nicegui/../../etc/passwd", "/docs", "/openapi.json", "/router/R2"):
        answer = page.context.request.get(f"{free.origin}{path}")
        assert (
            answer.status == 404 or "There is no router" in answer.text() or answer.headers["content-type"].startswith("text/html")
        )
        assert "root:" not in answer.text()
