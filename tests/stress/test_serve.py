"""Attacks on `iossim serve` as a process: nothing on standard error with --quiet, and SIGTERM always ends it."""

from __future__ import annotations

import re
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.xmlapi.serving import CLOSE, post
from tests.xmlapi.support import OFFICE, commands

resource = pytest.importorskip("resource", reason="2026-11-28: limits of a process are a thing of POSIX")
RESET = struct.pack("ii", 1, 0)
FILES = 128


@contextmanager
def served(folder: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A server with --quiet that may open few files, and its port."""
    (folder / "office.cfg").write_text(f"{OFFICE}end\n")
    command = [sys.executable, "-m", "iossim", "serve", str(folder / "office.cfg"), "--http-port", "0", "--quiet"]
    limits = (FILES, resource.getrlimit(resource.RLIMIT_NOFILE)[1])
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limits),  # noqa: PLW1509 (no thread is running here)
    )
    try:
        assert process.stdout is not None
        found = re.search(r":(\d+)/", process.stdout.readline())
        assert found is not None
        yield process, int(found[1])
    finally:
        process.kill()
        process.communicate()


def ask(port: int, sent: bytes) -> bytes:
    """Everything that the server answers."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as client:
        client.sendall(sent)
        answer = b""
        while part := client.recv(1 << 16):
            answer += part
        return answer


def attack(port: int) -> list[socket.socket]:
    """Clients that go away, send nonsense, and stay without a word."""
    for sent in (b"x\r\n\r\n", b"POST / HTTP/1.1\r\n", post(commands("hostname a"))[:-9], post(commands("hostname a"))) * 10:
        client = socket.create_connection(("127.0.0.1", port))
        client.sendall(sent)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
        client.close()
    return [socket.create_connection(("127.0.0.1", port)) for _ in range(2 * FILES)]


def test_quiet_is_quiet_whatever_clients_do_and_the_server_serves(tmp_path: Path) -> None:
    with served(tmp_path) as (process, port):
        idle = attack(port)
        assert b"<ISexecCLIResponse>0<" in ask(port, post(commands("hostname b"), CLOSE))
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=60)
        for client in idle:
            client.close()
        assert (process.returncode, errors) == (0, "")


def test_no_filter_keeps_the_server_from_stopping(tmp_path: Path) -> None:
    with served(tmp_path) as (process, port):
        lines = ["do show running-config | include (.*)*x", f"do show version | include {'.*' * 20}x"] * 5_000
        with socket.create_connection(("127.0.0.1", port)) as busy:
            busy.sendall(post(commands(*lines)))
            assert b"200 OK" in ask(port, post(b"<request><ISgetGlobal/></request>", CLOSE))
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=60) == 0
