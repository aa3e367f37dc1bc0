"""Connections: their limit, clients that go away, failed logins, and one ISexecCLI after the other."""

from __future__ import annotations

import asyncio
import base64
import logging
import socket
import struct

import pytest

from iossim.xmlapi import connection, connections, failed_logins, http, server
from iossim.xmlapi.connections import Connections
from iossim.xmlapi.web_server import max_connections
from tests.xmlapi.serving import CLOSE, HEAD, SAVE, Served, post, serving, status_of
from tests.xmlapi.support import URL, commands, office, request

RESET = struct.pack("ii", 1, 0)


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_GRACE", 0.05)
    monkeypatch.setattr(server, "_TICK", 0.01)
    monkeypatch.setattr(connection, "LINGER", 0.01)


async def is_open(reader: asyncio.StreamReader) -> bool:
    """False if the server has closed the connection."""
    try:
        async with asyncio.timeout(0.05):
            return bool(await reader.read(1))
    except TimeoutError:
        return True
    except ConnectionError:
        return False


def test_at_the_limit_the_oldest_idle_connection_is_closed() -> None:
    async def test(served: Served) -> None:
        first, second, third = [await served.connect() for _ in range(3)]
        first[1].write(post(SAVE))
        await first[0].readuntil(b"</SOAP-ENV:Envelope>\n")  # the second is the oldest now
        fourth = await served.connect()
        fourth[1].write(post(SAVE))
        await fourth[0].readuntil(b"</SOAP-ENV:Envelope>\n")
        assert not await is_open(second[0])
        assert [await is_open(reader) for reader, _ in (first, third, fourth)] == [True, True, True]

    serving(test, "ip http max-connections 3\n")


def test_a_busy_connection_is_not_closed_for_a_new_one() -> None:
    async def test(served: Served) -> None:
        busy = [await served.connect() for _ in range(2)]
        for _, writer in busy:
            writer.write((HEAD + f"Content-Length: {len(SAVE)}\r\nExpect: 100-continue\r\n\r\n").encode())
        for reader, _ in busy:
            await reader.readuntil(b"100 Continue\r\n\r\n")
        late = await served.connect()
        assert not await is_open(late[0])
        for reader, writer in busy:
            writer.write(SAVE)
            assert b"200 OK" in await reader.readuntil(b"</SOAP-ENV:Envelope>\n")

    serving(test, "ip http max-connections 2\n")


def test_the_limit_is_1000_where_nothing_is_entered() -> None:
    assert max_connections(office()) == 1000
    assert max_connections(office("ip http max-connections 16\n")) == 16
    assert max_connections(office("ip http max-connections 16\nno ip http max-connections\n")) == 1000


class Client:
    """A connection as the limit sees it."""

    def __init__(self, last_used: float, idle: bool = True) -> None:
        self.rule = "ip_http_server"
        self.last_used, self.idle, self.aborted, self.retired = last_used, idle, False, False

    def retire(self) -> None:
        """Its port closes."""
        self.retired = True

    def abort(self) -> None:
        """The limit closes it."""
        self.aborted = True


def test_there_are_never_more_connections_than_file_handles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "_file_handles", lambda: 66)
    clients = [Client(number) for number in range(4)]
    open_ones = Connections(office())
    assert [open_ones.opened(client, 0.0) for client in clients] == [True] * 4
    assert [client.aborted for client in clients] == [True, True, False, False]
    assert len(open_ones) == 2


def test_a_connection_without_room_is_not_counted() -> None:
    open_ones = Connections(office("ip http max-connections 1\n"))
    assert open_ones.opened(Client(0.0, idle=False), 0.0)
    assert not open_ones.opened(Client(1.0), 1.0)
    assert len(open_ones) == 1


def test_only_the_connections_of_the_closed_port_are_retired() -> None:
    open_ones = Connections(office())
    plain, secure = Client(0.0), Client(0.0)
    secure.rule = "ip_http_secure_server"
    open_ones.opened(plain, 0.0)
    open_ones.opened(secure, 0.0)
    open_ones.retire("ip_http_secure_server")
    assert (plain.retired, secure.retired) == (False, True)


def test_an_idle_connection_ends_when_its_client_sends_no_more() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write_eof()
        async with asyncio.timeout(20):
            assert await reader.read() == b""

    serving(test)


def test_the_log_says_once_a_minute_that_the_limit_is_reached(caplog: pytest.LogCaptureFixture) -> None:
    open_ones = Connections(office("ip http max-connections 1\n"))
    for now in (0.0, 1.0, 59.9, 60.1, 61.0):
        open_ones.opened(Client(now), now)
    assert caplog.messages == ["the limit of 1 connections is reached: idle ones are closed"] * 2


@pytest.mark.parametrize("sent", [b"x\r\n\r\n", b"POST / HTTP/1.1\r\nHost: a\r\n\r\n", post(SAVE)[:-9], post(SAVE) * 20, b""])
@pytest.mark.parametrize("reset", [True, False])
def test_a_client_that_goes_away_leaves_no_traceback(sent: bytes, reset: bool, caplog: pytest.LogCaptureFixture) -> None:
    async def test(served: Served) -> None:
        for _ in range(20):
            client = socket.create_connection(served.address)
            client.sendall(sent)
            if reset:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            client.close()
        assert status_of(await served.ask(post(SAVE, CLOSE))) == "200 OK"

    with caplog.at_level(logging.DEBUG):
        serving(test)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING or record.exc_info] == []


def test_a_body_that_ends_too_soon_is_refused_at_once() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write((HEAD + "Content-Length: 500\r\n\r\n<request>").encode())
        writer.write_eof()
        assert status_of(await reader.read()) == "400 Bad Request"

    serving(test)


def test_failed_logins_are_logged_with_the_name_and_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    async def test(served: Served) -> None:
        for password in range(failed_logins.FREE + 2):
            credentials = base64.b64encode(f"eve\n:{password}".encode()).decode()
            with monkeypatch.context() as patched:
                patched.setattr(failed_logins, "asyncio", Slow(sleep))
                head = f"POST {URL} HTTP/1.1\r\nHost: a\r\nAuthorization: Basic {credentials}\r\nContent-Length: 0\r\n\r\n"
                assert status_of(await served.ask(head.encode())) == "401 Unauthorized"
        assert status_of(await served.ask(post(SAVE, CLOSE))) == "200 OK"

    log = serving(test).log.getvalue()
    assert waited == [failed_logins.PENALTY] * 2
    assert log.count(" - eve? [") == failed_logins.FREE + 2


class Slow:
    """asyncio with another sleep."""

    def __init__(self, sleep: object) -> None:
        self.sleep = sleep
        self.get_running_loop = asyncio.get_running_loop


def test_a_request_without_credentials_is_no_failed_login() -> None:
    async def test(served: Served) -> None:
        for _ in range(20):
            head = f"POST {URL} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
            assert status_of(await served.ask(head.encode())) == "401 Unauthorized"

    serving(test)


def test_failed_logins_are_forgotten_after_a_minute_and_for_most_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loop:
        now = 0.0

        def time(self) -> float:
            return self.now

    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    async def run() -> None:
        loop, patched = Loop(), Slow(sleep)
        patched.get_running_loop = lambda: loop  # type: ignore[assignment,return-value]
        monkeypatch.setattr(failed_logins, "asyncio", patched)
        logins = failed_logins.FailedLogins()
        for _ in range(failed_logins.FREE + 1):
            await logins.wait("10.1.1.1")
        assert len(waited) == 1
        loop.now = 61.0
        await logins.wait("10.1.1.1")
        assert len(waited) == 1
        for number in range(3_000):
            await logins.wait(f"address {number}")
        assert len(logins._counts) <= 1_000

    asyncio.run(run())


def test_the_lines_of_two_lists_do_not_mix() -> None:
    async def test(served: Served) -> None:
        first = commands(*[f"ephone-dn {tag}" for tag in range(1, 10)], "end")
        second = commands("no ephone-dn 9", "hostname second")
        answers = await asyncio.gather(*(served.ask(post(body, CLOSE)) for body in (first, second)))
        assert all(b"<ISexecCLIResponse>0<" in answer for answer in answers)
        tags = [section.key[0] for section in served.router.config.sections("ephone_dn")]
        assert "9" not in tags
        assert served.router.hostname == "second"

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(http, "SLICE", -1.0)
        serving(test)


def test_a_list_does_not_wait_longer_than_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write(post(commands(*["hostname a"] * 19_000)))
        while served.router.hostname != "a":
            await asyncio.sleep(0)
        monkeypatch.setattr(http, "time_limit", lambda router: 0.01)
        assert status_of(await served.ask(post(commands("hostname b"), CLOSE))) == "503 Service Unavailable"
        assert served.router.hostname == "a"
        assert served.router.xml_statistics.timeouts == 1
        assert b"200 OK" in await reader.readuntil(b"</SOAP-ENV:Envelope>\n")

    monkeypatch.setattr(http, "SLICE", -1.0)
    serving(test)


def test_others_are_served_between_the_lines_of_a_list() -> None:
    order: list[str] = []

    async def test(served: Served) -> None:
        async def ask(name: str, body: bytes) -> None:
            assert status_of(await served.ask(post(body, CLOSE))) == "200 OK"
            order.append(name)

        long = asyncio.create_task(ask("list", commands(*["hostname a"] * 2_000)))
        while served.router.hostname != "a":
            await asyncio.sleep(0)
        await ask("short", request("ISgetUser", ("ISuserID", "a")))
        await long

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(http, "SLICE", -1.0)
        serving(test)
    assert order == ["short", "list"]


def test_a_stop_ends_a_list_after_the_current_line(caplog: pytest.LogCaptureFixture) -> None:
    async def test(served: Served) -> None:
        _, writer = await served.connect()
        writer.write(post(commands(*["hostname a"] * 19_000)))
        while served.router.hostname != "a":
            await asyncio.sleep(0)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(http, "SLICE", -1.0)
        patched.setattr(server, "_GRACE", 10)
        served = serving(test)
    assert served.router.hostname == "a"
    (message,) = [message for message in caplog.messages if "ISexecCLI" in message]
    done = int(message.split(": ")[1].split()[0])
    assert 0 < done < 19_000
