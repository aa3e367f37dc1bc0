"""The folder of a capture: requests and answers, refused requests, sessions, and a disk that is full."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iossim import Router
from iossim.capture import CaptureFolder
from iossim.errors import CaptureError
from iossim.language import language
from iossim.router import RouterCore
from iossim.session.captured import new_session
from tests.remote.support import Remote, remote
from tests.xmlapi.serving import CLOSE, Served, body_of, post, serving
from tests.xmlapi.support import commands, office, request

GLOBAL = request("ISgetGlobal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "capture"


def captured(router: RouterCore, folder: Path) -> RouterCore:
    """The router, with a capture."""
    router.capture = CaptureFolder(folder, language())
    return router


def index(folder: Path) -> list[dict[str, object]]:
    """The lines of the requests."""
    return [json.loads(line) for line in (folder / "requests.jsonl").read_text(encoding="utf-8").splitlines()]


def test_request_and_answer_are_stored(folder: Path) -> None:
    answers: list[bytes] = []

    async def test(served: Served) -> None:
        answers.extend([await served.ask(post(body, CLOSE)) for body in (GLOBAL, b"<request><ISb/a&d/></request>")])

    serving(test, router=captured(office(), folder))
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "00001-ISgetGlobal.answer.xml",
        "00001-ISgetGlobal.request.xml",
        "00002-unknown.answer.xml",
        "00002-unknown.request.xml",
        "requests.jsonl",
    ]
    assert (folder / "00001-ISgetGlobal.request.xml").read_bytes() == GLOBAL
    stored = (folder / "00001-ISgetGlobal.answer.xml").read_bytes()
    assert b"<password>******</password>" in stored
    assert len(stored.splitlines()) == len(body_of(answers[0]).splitlines())
    assert [(line["number"], line["method"], line["status"]) for line in index(folder)] == [
        (1, "ISgetGlobal", 200),
        (2, "unknown request", 200),
    ]


def test_a_refused_request_has_a_line_and_no_files(folder: Path) -> None:
    async def test(served: Served) -> None:
        await served.ask(b"POST /ios_xml_app/cme HTTP/1.1\r\nHost: r\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        await served.ask(b"GET / HTTP/1.1\r\nHost: r\r\nConnection: close\r\n\r\n")

    serving(test, router=captured(office(), folder))
    assert [(line["number"], line["request"], line["status"]) for line in index(folder)] == [
        (None, "POST /ios_xml_app/cme", 401),
        (None, "GET /", 404),
    ]
    assert [path.name for path in folder.iterdir()] == ["requests.jsonl"]


def test_passwords_are_nowhere(folder: Path) -> None:
    router = captured(office(), folder)

    async def test(served: Served) -> None:
        body = commands("enable secret Sesam0815")
        await served.ask(post(body, CLOSE))

    serving(test, router=router)
    for path in folder.iterdir():
        content = path.read_bytes()
        assert b"Sesam0815" not in content
        assert b"3Rs92uzQ" not in content, path


def test_a_session_is_stored_as_it_was_seen(folder: Path) -> None:
    async def test(remote: Remote) -> None:
        captured(remote.router, folder)
        async with await remote.ssh() as connection:
            process = await connection.create_process(request_pty=False)
            process.stdin.write(
                "terminal length 0\nshow privilege\nenable secret x\nconfigure terminal\nenable secret Sesam\nend\nexit\n"
            )
            await process.stdout.read()
        async with await remote.ssh() as connection:
            await connection.run("show privilege")
        reader, writer = await remote.telnet()
        writer.write(b"admin\r\ns3cret\r\nexit\r\n")
        await reader.read()
        writer.close()

    remote(test)
    files = sorted(folder.glob("session-*.txt"))
    assert [file.name for file in files] == [
        "session-00001-vty0-admin.txt",
        "session-00002-vty0-admin.txt",
        "session-00003-vty0.txt",
    ]
    shell, command, login = [file.read_text(encoding="utf-8") for file in files]
    assert "R1#show privilege\nCurrent privilege level is 15\n" in shell
    assert "R1(config)#enable secret ******\nR1(config)#end\n" in shell
    assert command == "R1#show privilege\nCurrent privilege level is 15\n"
    assert "Username: admin\nPassword: ******\n" in login
    for text in (shell, command, login):
        assert "Sesam" not in text
        assert "s3cret" not in text


def test_without_a_capture_a_session_is_a_plain_one() -> None:
    assert type(new_session(Router(), 15, None, "vty")).__name__ == "Session"


def test_a_folder_that_has_a_capture_is_not_overwritten(folder: Path) -> None:
    CaptureFolder(folder, language())
    with pytest.raises(CaptureError, match="has a capture in it already"):
        CaptureFolder(folder, language())


def test_an_empty_folder_and_the_folders_above_it_are_no_hindrance(folder: Path) -> None:
    (folder / "empty").mkdir(parents=True)
    for path in (folder / "empty", folder / "new" / "deep"):
        CaptureFolder(path, language())
        assert (path / "requests.jsonl").read_bytes() == b""


def test_a_folder_that_cannot_be_made_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(CaptureError, match=r"cannot write to|is no folder"):
        CaptureFolder(tmp_path / "file" / "capture", language())
    with pytest.raises(CaptureError, match="is no folder"):
        CaptureFolder(tmp_path / "file", language())


def test_a_disk_that_is_full_ends_the_capture_and_not_the_server(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    router = captured(office(), folder)
    answers: list[bytes] = []

    async def test(served: Served) -> None:
        (folder / "00001-ISgetGlobal.request.xml").mkdir()  # cannot be written as a file
        answers.extend([await served.ask(post(GLOBAL, CLOSE)) for _ in range(3)])

    serving(test, router=router)
    assert all(b"ISGlobal" in answer for answer in answers)
    assert [message for message in caplog.messages if "the capture ends here" in message] == [
        f"cannot write to {folder / '00001-ISgetGlobal.request.xml'}: Is a directory; the capture ends here"
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["00001-ISgetGlobal.request.xml", "requests.jsonl"]
