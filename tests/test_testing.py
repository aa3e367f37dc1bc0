"""A router that a test serves: its doors, its user, its log, and the use of the router at the same time."""

from __future__ import annotations

import base64
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import Literal

import asyncssh
import pytest

from iossim import Router
from iossim.errors import ListenError
from iossim.testing import Server

SAMPLE = Path(__file__).parent.parent / "sample-configs" / "small-office.cfg"
GLOBAL = b"<request><ISgetGlobal/></request>"


def posted(server: Server, body: bytes = GLOBAL, user: str | None = None, password: str | None = None) -> str:
    """The answer to a request."""
    credentials = f"{user or server.user}:{password or server.password}".encode()
    headers = {"Authorization": f"Basic {base64.b64encode(credentials).decode()}"}
    with urllib.request.urlopen(urllib.request.Request(server.url, body, headers)) as answer:
        return str(answer.read().decode())


@pytest.fixture
def router() -> Router:
    return Router.from_file(SAMPLE)


def test_the_doors_are_open_in_the_block_and_closed_after_it(router: Router) -> None:
    session = router.session()
    for line in ("configure terminal", "line vty 0 4", "transport input ssh telnet"):
        session.execute(line)
    with router.serve(ssh=True, telnet=True) as server:
        assert "<ISGlobal>" in posted(server)
        assert server.url == f"http://127.0.0.1:{server._address('http').port}/ios_xml_app/cme"
        assert server.ssh.port != server.telnet.port
        url = server.url
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(url)
    with pytest.raises(ListenError, match="not open"):
        _ = server.url
    assert router.extra_users == {}


def test_the_user_of_the_configuration_is_let_in_too(router: Router) -> None:
    with router.serve() as server:
        assert "<ISGlobal>" in posted(server, user="user23", password="3Rs92uzQ")
        for user, password in ((server.user, "wrong"), ("somebody", server.password)):
            with pytest.raises(urllib.error.HTTPError, match="401"):
                posted(server, user=user, password=password)
        assert server.user not in router.running_config


def test_the_user_may_do_everything_over_ssh(router: Router) -> None:
    async def typed(server: Server) -> str:
        host, port = server.ssh.host, server.ssh.port
        async with asyncssh.connect(host, port, username=server.user, password=server.password, known_hosts=None) as connection:
            return str((await connection.run("show privilege")).stdout)

    import asyncio

    with router.serve(http=False, ssh=True) as server:
        assert "15" in asyncio.run(typed(server))
        with pytest.raises(ListenError, match="http=True"):
            _ = server.url


def test_the_log_has_the_requests(router: Router) -> None:
    with router.serve() as server:
        posted(server)
        assert [line for line in server.log if "ISgetGlobal" in line]
        assert not [line for line in server.log if server.password in line]


def test_the_test_uses_the_router_at_the_same_time(router: Router) -> None:
    """A thread asks over HTTP while the test configures; neither sees a half of the other's work."""
    answers: list[str] = []
    with router.serve() as server:
        stop = threading.Event()

        def ask() -> None:
            while not stop.is_set():
                answers.append(posted(server))

        asking = threading.Thread(target=ask)
        asking.start()
        session = router.session()
        session.execute("configure terminal")
        for tag in range(1, 200):
            assert session.execute(f"ephone-dn {tag % 20 + 1}") == ""
            assert session.execute(f"number {5000 + tag}") == ""
            session.execute("exit")
        session.execute("end")
        router.clock.advance(hours=1)
        stop.set()
        asking.join()
    assert answers
    assert all(answer.rstrip().endswith("</SOAP-ENV:Envelope>") for answer in answers)


def test_time_that_passes_makes_events_old(router: Router) -> None:
    with router.serve() as server:
        session = router.session()
        session.execute("configure terminal")
        session.execute("telephony-service")
        session.execute("log table retain-timer 2")
        session.execute("end")
        session.execute("simulate ephone 1 register")
        events = b"<request><ISgetEvtCounts/></request>"
        before = posted(server, events)
        router.clock.advance(minutes=3)
        assert posted(server, events) != before


@pytest.mark.parametrize("missing", ["ip http server", "ixi transport http", "ixi application cme"])
def test_a_configuration_without_the_xml_api_is_reported(missing: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace(f"\n{missing}\n", "\nno banner motd\n")
    with pytest.raises(ListenError, match="HTTP needs `ip http server`"), Router.from_text(text).serve():
        pass


@pytest.mark.parametrize("door", ["ssh", "telnet"])
@pytest.mark.parametrize("lines", ["line vty 0 4\n transport input none", "line vty 0 4\n transport input lapb-ta"])
def test_a_door_that_no_line_takes_is_reported(door: Literal["ssh", "telnet"], lines: str) -> None:
    router = Router.from_text(f"hostname Lab\n{lines}\n")
    server = Server(router, http=False, ssh=door == "ssh", telnet=door == "telnet")
    with pytest.raises(ListenError, match=f"{door} needs `transport input {door}` below `line vty`"), server:
        pass
    assert router.extra_users == {}


def test_a_door_that_only_the_last_line_takes_is_open() -> None:
    router = Router.from_text("line vty 0 3\n transport input none\nline vty 4\n transport input ssh\n")
    with router.serve(http=False, ssh=True) as server:
        assert server.ssh.port


def test_a_router_is_served_once_at_a_time_and_a_server_once(router: Router) -> None:
    with router.serve() as server:
        with pytest.raises(ListenError, match="served already"), router.serve():
            pass
        assert "<ISGlobal>" in posted(server)
    with pytest.raises(ListenError, match="served already"), server:
        pass
    with router.serve() as server:
        assert "<ISGlobal>" in posted(server)


def test_a_slow_reload_is_felt_by_the_next_request(router: Router) -> None:
    router.nvram.original = "!\n" + router.running_config
    router.faults.add("reload slow", 60, times=1)
    with router.serve() as server:
        router.reload("console", "test")
        assert "ip http server" in router.running_config
        with pytest.raises(OSError):  # noqa: PT011 (refused, or reset: the port closes a moment later)
            posted(server)


def test_a_host_that_is_not_ours_is_reported(router: Router) -> None:
    with pytest.raises(ListenError, match=r"192\.0\.2\.1"), router.serve(host="192.0.2.1"):
        pass
    with router.serve() as server:  # the router can be served after a failure
        assert "<ISGlobal>" in posted(server)


def test_after_the_block_nothing_of_the_server_is_left(router: Router) -> None:
    threads = set(threading.enumerate())
    with router.serve(ssh=True) as server:
        pass
    assert set(threading.enumerate()) == threads
    router.log("SYS", 5, "TEST", "after the end")
    assert not [line for line in server.log if "after the end" in line]


def test_a_router_is_served_again_with_another_password(router: Router) -> None:
    with router.serve() as first:
        pass
    with router.serve() as second:
        assert first.password != second.password
        assert "<ISGlobal>" in posted(second)


def test_two_routers_at_once_do_not_know_each_other() -> None:
    one, two = Router.from_file(SAMPLE), Router.from_file(SAMPLE)
    with one.serve() as first, two.serve() as second:
        assert first.url != second.url
        session = one.session()
        session.execute("configure terminal")
        session.execute("hostname One")
        assert "One" in one.running_config
        assert "hostname One" not in two.running_config
        with pytest.raises(urllib.error.HTTPError, match="401"):
            posted(second, password=first.password)
