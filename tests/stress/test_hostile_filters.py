"""Regular expressions that need years with backtracking, typed in a shell and sent to a server: others are served, signals work."""

from __future__ import annotations

import base64
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import LONG

HOSTILE = ["(.*)*x", "(a+)+$b", ".*" * 20 + "x", "(a*)*b", "(a|aa)+$b", "_*" * 100 + "x"]
#: Seconds for one answer on a busy machine; with backtracking it would take years.
LONGEST_TIME = 60


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A configuration with many lines for an expression to try."""
    path = tmp_path / "office.cfg"
    count = 500 if LONG else 50
    phones = "".join(f"ephone {tag}\n description {'a' * 60}\n" for tag in range(1, count + 1))
    server = "ip http server\nixi transport http\n no shutdown\nixi application cme\n no shutdown\n"
    path.write_text(f"{server}telephony-service\n max-ephones 500\n xml user a password b 15\n{phones}end\n")
    return path


def iossim(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "iossim", *map(str, arguments)]


def test_a_shell_answers(office: Path) -> None:
    lines = [f"show running-config | {name} {regex}" for regex in HOSTILE for name in ("include", "section", "count")]
    typed = "\n".join(["enable", "terminal length 0", *lines, "show clock"])
    result = subprocess.run(iossim("shell", office), input=typed, capture_output=True, text=True, timeout=LONGEST_TIME)
    assert result.returncode == 0
    assert result.stderr == ""
    assert "#show clock\n" in result.stdout
    assert result.stdout.count("Number of lines which match regexp") == len(HOSTILE)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_shell_that_filters(office: Path, number: signal.Signals) -> None:
    program = f"""if True:
        import signal, sys
        signal.signal(signal.SIGINT, signal.default_int_handler)
        from iossim.cli import main
        sys.exit(main(["shell", {str(office)!r}]))
    """
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as shell:
        assert shell.stdin is not None
        assert shell.stdout is not None
        shell.stdin.write("enable\nterminal length 0\n" + "show running-config | include (.*)*x\n" * 20)
        shell.stdin.flush()
        assert any("(.*)*x" in line for line in iter(shell.stdout.readline, ""))
        drain = threading.Thread(target=shell.stdout.read)
        drain.start()
        shell.send_signal(number)
        status = shell.wait(LONGEST_TIME)
        drain.join()
    assert status == (130 if number == signal.SIGINT else -signal.SIGTERM)


@contextmanager
def served(office: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server, and the address of its XML API."""
    command = iossim("serve", office, "--http-port", "0", "--quiet")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            for line in iter(server.stdout.readline, ""):
                if address := re.search(r"http://[\w.]+:\d+", line):
                    yield server, f"{address[0]}/ios_xml_app/cme"
                    break
            else:
                raise AssertionError("the server did not start")
        finally:
            server.kill()


def post(address: str, *lines: str) -> str:
    body = "".join(f"<CLI>{line}</CLI>" for line in lines)
    request = urllib.request.Request(address, f"<request><ISexecCLI>{body}</ISexecCLI></request>".encode())
    request.add_header("Authorization", "Basic " + base64.b64encode(b"a:b").decode())
    with urllib.request.urlopen(request, timeout=LONGEST_TIME) as answer:
        return str(answer.read().decode())


def test_a_server_serves_others_and_stops(office: Path) -> None:
    with served(office) as (server, address):
        attacks = [
            threading.Thread(target=post, args=(address, *[f"do show running-config | include {regex}"] * 3)) for regex in HOSTILE
        ]
        for attack in attacks:
            attack.start()
        started = time.monotonic()
        assert "<ISexecCLIResponse>0<" in post(address, "do show clock")
        assert time.monotonic() - started < LONGEST_TIME
        for attack in attacks:
            attack.join()
        server.terminate()
        assert server.wait(LONGEST_TIME) == 0
        assert server.stderr is not None
        assert server.stderr.read() == ""
