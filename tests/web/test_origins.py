"""Requests that other pages send are refused."""

from __future__ import annotations

import pytest

from iossim.web.origins import OriginCheck
from tests.web.asgi import Passed, call

OTHERS = ["http://example.com", "http://127.0.0.1:81", "https://127.0.0.1:80", "null", "http://127.0.0.1:80.example.com", "http://"]


@pytest.mark.parametrize("origin", OTHERS)
def test_another_origin_is_refused_for_http_and_for_a_websocket(origin: str) -> None:
    inside = Passed()
    check = OriginCheck(inside, "127.0.0.1")
    assert call(check, origin=origin)[0]["status"] == 403
    assert call(check, kind="websocket", origin=origin) == [{"type": "websocket.close", "code": 1008}]
    assert not inside.scopes


@pytest.mark.parametrize("host", ["127.0.0.1:80", "localhost:8080", "[::1]:80", "[::1]", "192.0.2.7", "LOCALHOST", "router.lan:1"])
def test_the_own_origin_passes_with_every_name_of_the_page(host: str) -> None:
    inside = Passed()
    check = OriginCheck(inside, "router.lan")
    call(check, host=host, origin=f"http://{host}")
    call(check, kind="websocket", host=host, origin=f"http://{host.lower()}")
    call(check, host=host)
    assert len(inside.scopes) == 3


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.example:80", "", "localhost.example"])
def test_a_name_that_only_points_here_is_refused(host: str) -> None:
    inside = Passed()
    assert call(OriginCheck(inside, "127.0.0.1"), host=host)[0]["status"] == 403
    assert call(OriginCheck(inside, "127.0.0.1"), host=host, origin=f"http://{host}")[0]["status"] == 403
    assert not inside.scopes


def test_other_events_of_the_server_pass() -> None:
    inside = Passed()
    call(OriginCheck(inside, "127.0.0.1"), kind="lifespan")
    assert [scope["type"] for scope in inside.scopes] == ["lifespan"]
