"""The ports follow the configuration; HTTPS with a certificate of the router's own."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import ssl
import stat
import sys
from pathlib import Path

import pytest

from iossim import Router
from iossim.errors import ListenError
from iossim.session import Session
from iossim.xmlapi import serve, server
from iossim.xmlapi.access_log import AccessLog
from iossim.xmlapi.listeners import Listening
from iossim.xmlapi.server import Ports
from iossim.xmlapi.tls import FILE, TlsError, context
from tests.xmlapi.serving import CLOSE, HEAD, SAVE, Served, post, serving, status_of
from tests.xmlapi.support import OFFICE, commands, office, outcome, response


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_GRACE", 0.05)
    monkeypatch.setattr(server, "_TICK", 0.01)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


async def closed(address: tuple[str, int]) -> None:
    """Returns once nobody listens there any more."""
    while True:
        try:
            _, writer = await asyncio.open_connection(*address)
        except ConnectionError:
            return
        writer.close()
        await writer.wait_closed()


def test_without_ip_http_server_the_port_is_closed_and_opens_again() -> None:
    async def test(served: Served) -> None:
        reader, _ = idle = await served.connect()
        await served.ask(post(commands("no ip http server"), CLOSE))
        await closed(served.address)
        assert await reader.read() == b""
        idle[1].close()
        session = Session(served.router)
        session.execute("configure terminal")
        session.execute("ip http server")
        again = await served.opened.get()
        assert (again.host, again.port) == served.address
        assert status_of(await served.ask(post(SAVE, CLOSE))) == "200 OK"

    serving(test)


def test_a_request_in_progress_is_answered_although_its_port_closes() -> None:
    async def test(served: Served) -> None:
        answer = await served.ask(post(commands("no ip http server")) + post(SAVE))
        assert outcome(response(answer.split(b"\r\n\r\n")[1].split(b"HTTP/1.1")[0])) == ("0", "")
        assert answer.count(b"HTTP/1.1") == 1

    serving(test)


def test_a_connection_closes_after_the_request_during_which_its_port_closed() -> None:
    async def test(served: Served) -> None:
        reader, writer = await served.connect()
        writer.write((HEAD + f"Expect: 100-continue\r\nContent-Length: {len(SAVE)}\r\n\r\n").encode())
        await reader.readuntil(b"100 Continue\r\n\r\n")
        session = Session(served.router)
        session.execute("configure terminal")
        session.execute("no ip http server")
        await closed(served.address)
        writer.write(SAVE)
        answer = await reader.read()
        assert b"200 OK" in answer
        assert b"Connection: close" in answer

    serving(test)


def test_the_port_moves_with_the_configuration() -> None:
    first, second = free_port(), free_port()

    async def run() -> None:
        opened: asyncio.Queue[Listening] = asyncio.Queue()
        stop = asyncio.Event()
        router = office(f"ip http port {first}\n")
        task = asyncio.create_task(serve(router, opened=opened.put_nowait, stop=stop, log=AccessLog(quiet=True)))
        served = Served(router)
        try:
            assert (await opened.get()).port == first
            served.address = ("127.0.0.1", first)
            await served.ask(post(commands(f"ip http port {second}"), CLOSE))
            assert (await opened.get()).port == second
            await closed(("127.0.0.1", first))
            served.address = ("127.0.0.1", second)
            assert status_of(await served.ask(post(SAVE, CLOSE))) == "200 OK"
        finally:
            stop.set()
            await task

    asyncio.run(run())


def test_a_port_that_cannot_be_moved_to_is_told_and_the_rest_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    first = free_port()

    async def run() -> None:
        stop = asyncio.Event()
        opened: asyncio.Queue[Listening] = asyncio.Queue()
        router = office(f"ip http port {first}\n")
        task = asyncio.create_task(serve(router, opened=opened.put_nowait, stop=stop, log=AccessLog(quiet=True)))
        await opened.get()
        session = Session(router)
        session.execute("configure terminal")
        with socket.create_server(("127.0.0.1", 0)) as taken:
            session.execute(f"ip http port {taken.getsockname()[1]}")
            while "is in use" not in caplog.text:
                await asyncio.sleep(0)
        session.execute(f"ip http port {first}")
        assert (await opened.get()).port == first
        stop.set()
        await task

    asyncio.run(run())


def test_a_reload_is_followed(tmp_path: Path) -> None:
    async def test(served: Served) -> None:
        served.router.restart("hostname Closed\n")
        await closed(served.address)

    router = Router.from_text(OFFICE, tmp_path)
    serving(test, router=router)


def secure(tmp_path: Path | None, extra: str = "") -> Router:
    return Router.from_text(f"{OFFICE}ip http secure-server\n{extra}end", tmp_path)


def test_https_with_a_certificate_that_is_made_once(tmp_path: Path) -> None:
    router = secure(tmp_path)

    async def run() -> bytes:
        opened: asyncio.Queue[Listening] = asyncio.Queue()
        stop = asyncio.Event()
        task = asyncio.create_task(
            serve(router, Ports(http=0, https=0), opened=opened.put_nowait, stop=stop, log=AccessLog(quiet=True))
        )
        ports = {each.scheme: each for each in [await opened.get(), await opened.get()]}
        assert ports["https"].url.startswith("https://127.0.0.1:")
        trust = ssl.create_default_context(cafile=str(tmp_path / FILE))
        reader, writer = await asyncio.open_connection("127.0.0.1", ports["https"].port, ssl=trust)
        writer.write(post(SAVE) + post(SAVE, CLOSE))
        answer = await reader.read()
        writer.close()
        # Refused, with its body still to come.
        reader, writer = await asyncio.open_connection("127.0.0.1", ports["https"].port, ssl=trust)
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n")
        assert b"404" in await reader.read()
        writer.close()
        session = Session(router)
        session.execute("configure terminal")
        session.execute("no ip http secure-server")
        await closed(("127.0.0.1", ports["https"].port))
        stop.set()
        await task
        return answer

    assert asyncio.run(run()).count(b"200 OK") == 2
    made = (tmp_path / FILE).read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    context(router, "127.0.0.1")
    assert (tmp_path / FILE).read_bytes() == made


def test_without_a_folder_the_certificate_lives_as_long_as_the_program() -> None:
    assert context(secure(None, "hostname K\u00fcche\n"), "localhost").get_ca_certs() == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    router = secure(tmp_path / "nvram")
    shutil.rmtree(tmp_path / "nvram")
    with pytest.raises(TlsError, match="no certificate for HTTPS"):
        context(router, "127.0.0.1")


def test_https_that_cannot_be_had_is_told_and_is_fatal_only_where_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography", None)
    router = secure(None)

    async def run(ports: Ports) -> None:
        stop = asyncio.Event()
        await serve(router, ports, opened=lambda _: stop.set(), stop=stop, log=AccessLog(quiet=True))

    asyncio.run(run(Ports(http=0)))
    assert "pip install 'iossim[https]'" in caplog.text
    with pytest.raises(ListenError, match="HTTPS needs the package `cryptography`"):
        asyncio.run(run(Ports(http=0, https=0)))


def test_a_certificate_that_other_users_could_read_is_closed_to_them(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    router = Router.from_text(OFFICE, tmp_path)
    context(router, "127.0.0.1")
    file = tmp_path / FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    made = file.read_bytes()
    context(router, "127.0.0.1")
    assert not caplog.records
    file.chmod(0o666)
    context(router, "127.0.0.1")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == made
    assert [str(file) in record.getMessage() for record in caplog.records] == [True]
