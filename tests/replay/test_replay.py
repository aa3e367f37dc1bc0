"""`iossim replay`: a capture against another router, and against everything that is none."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from iossim import Router
from iossim.capture import CaptureFolder
from iossim.cli import main
from iossim.language import language

SAMPLE = Path(__file__).parent.parent.parent / "sample-configs" / "small-office.cfg"
REQUESTS = {
    "ISgetGlobal": "<request><ISgetGlobal/></request>",
    "ISgetDevice": "<request><ISgetDevice><ISKeyword>all</ISKeyword></ISgetDevice></request>",
    "ISexecCLI": "<request><ISexecCLI><CLI>hostname Changed</CLI></ISexecCLI></request>",
    "hidden": "<request><ISexecCLI><CLI>username bob password geheim</CLI></ISexecCLI></request>",
}


@pytest.fixture
def capture(tmp_path: Path) -> Path:
    """A capture of four requests to the small office."""
    router = Router.from_file(SAMPLE)
    router.capture = CaptureFolder(tmp_path / "capture", language())
    router.extra_users["tester"] = "word"
    for body in REQUESTS.values():
        router.xml(body, "tester", "word")
    return tmp_path / "capture"


def replayed(
    folder: Path, url: str, capsys: pytest.CaptureFixture[str], *options: str, password: str = "", user: str = "iossim"
) -> tuple[int, list[str], str]:
    """Exit status, lines of output, and error of the command."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IOSSIM_PASSWORD", password)
        status = main(["replay", str(folder), "--against", url, "--user", user, *options])
    output = capsys.readouterr()
    return status, output.out.splitlines(), output.err


def test_the_same_router_gives_equal_answers(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Router.from_file(SAMPLE).serve() as server:
        status, lines, _ = replayed(capture, server.url, capsys, password=server.password)
        assert server.router.hostname == "Office"
    assert status == 0
    assert lines == [
        "00001-ISgetGlobal: equal",
        "00002-ISgetDevice: equal",
        "00003-ISexecCLI: skipped, it may change the router (--changes sends it)",
        "00004-ISexecCLI: skipped, a password in it is hidden",
        "2 equal, 0 different, 2 skipped",
    ]


def test_changes_are_sent_when_they_are_wanted(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Router.from_file(SAMPLE).serve() as server:
        status, lines, _ = replayed(capture, server.url, capsys, "--changes", password=server.password)
        assert server.router.hostname == "Changed"
    assert (status, lines[-1]) == (0, "3 equal, 0 different, 1 skipped")


def test_differences_are_named_and_passwords_are_not(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert " max-ephones 5\n" in text or " max-ephones" in text
    other = Router.from_text(text.replace("3Rs92uzQ", "otherword").replace(" mac-address 0011.2233", " mac-address 0099.2233"))
    session = other.session()
    for line in ("configure terminal", "telephony-service", "max-conferences 4", "end"):
        session.execute(line)
    with other.serve() as server:
        status, lines, _ = replayed(capture, server.url, capsys, password=server.password)
        ignoring, _, _ = replayed(
            capture, server.url, capsys, "--ignore", "isglobal", "--ignore", "ISDevices", password=server.password
        )
    assert status == 1
    assert any("max_conf" in line.lower() or "conference" in line.lower() for line in lines), lines
    assert not [line for line in lines if "otherword" in line or "3Rs92uzQ" in line]
    assert ignoring == 0


def test_https_with_the_certificate_of_a_router_is_an_url(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, error = replayed(capture, "https://127.0.0.1:1", capsys)
    assert (status, "does not answer" in error) == (2, True)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("ftp://127.0.0.1", "is no URL like"),
        ("banana", "is no URL like"),
        ("", "is no URL like"),
        ("http://", "is no URL like"),
        ("http://127.0.0.1:99999", "is no URL: Port out of range"),
        ("http://a:b@127.0.0.1", "the user is named by --user"),
        ("http://127.0.0.1:1", "127.0.0.1:1 does not answer: Connection refused"),
    ],
)
def test_a_wrong_url_is_reported(capture: Path, capsys: pytest.CaptureFixture[str], url: str, message: str) -> None:
    status, lines, error = replayed(capture, url, capsys)
    assert status == 2
    assert message in error
    assert lines == []


def test_a_wrong_password_is_reported(capture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Router.from_file(SAMPLE).serve() as server:
        status, _, error = replayed(capture, server.url, capsys, password="wrong")
    assert (status, "refuses the user or the password (401)" in error) == (2, True)


@contextmanager
def page(status: int, body: bytes) -> Iterator[str]:
    """A web server that is no CME."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "body", "message"),
    [
        (404, b"", "answers 404 Not Found: is it a CME"),
        (500, b"<response/>", "answers 500"),
        (200, b"<html>Welcome</html>", "00001-ISgetGlobal: the answer is no XML with a <response>: the other side is not a CME"),
        (200, b"", "is not a CME"),
    ],
)
def test_the_other_side_is_no_cme(
    capture: Path, capsys: pytest.CaptureFixture[str], status: int, body: bytes, message: str
) -> None:
    with page(status, body) as url:
        code, _, error = replayed(capture, url, capsys)
    assert code == 2
    assert message in error


def test_folders_that_are_no_captures_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, message in ((tmp_path / "absent", "is no folder"), (tmp_path, "has no requests in it")):
        status, _, error = replayed(folder, "http://127.0.0.1:1", capsys)
        assert (status, message in error) == (2, True)


def test_files_made_by_hand_are_a_capture_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.request.xml").write_text(REQUESTS["ISgetDevice"], encoding="utf-8")
    (tmp_path / "mine.answer.xml").write_text("broken", encoding="utf-8")
    (tmp_path / "alone.request.xml").write_text(REQUESTS["ISgetDevice"], encoding="utf-8")
    with Router.from_file(SAMPLE).serve() as server:
        status, lines, _ = replayed(tmp_path, server.url, capsys, password=server.password)
    assert status == 1
    assert lines == [
        "alone: skipped, its answer is not in the folder",
        "mine: 1 difference",
        "  the captured answer is no XML with a <response>",
        "0 equal, 1 different, 1 skipped",
    ]
