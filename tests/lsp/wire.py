"""A language server as a process, and the messages between it and an editor as they are on the wire."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

#: Seconds after which a message that has not come will not come any more.
PATIENCE = 60.0
ROOT = Path(__file__).resolve().parents[2]


class Message(NamedTuple):
    """A message of the server.

    Attributes:
        content: what JSON holds.
        at: when it came, by `time.perf_counter`.
    """

    content: dict[str, Any]
    at: float


def framed(content: dict[str, Any]) -> bytes:
    """A message as it is sent."""
    data = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


class Wire:
    """A server that was started as `iossim lsp`.

    Life: requests and notifications in any number, then `close`. Or in a `with` statement.

    Attributes:
        log: called with every message, before it is sent and after it came: `sent` is True for those of the editor.
    """

    def __init__(self, log: Callable[[bool, dict[str, Any]], None] = lambda sent, content: None) -> None:
        self.log = log
        command = [sys.executable, "-m", "iossim", "lsp"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
        self._number = 0
        self._kept: list[Message] = []
        self._came: queue.SimpleQueue[Message | None] = queue.SimpleQueue()
        threading.Thread(target=self._receive, daemon=True).start()

    def __enter__(self) -> Wire:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the server, and waits for its end."""
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def request(self, method: str, params: Any) -> Any:
        """The result of a request.

        Raises:
            AssertionError: the server has answered with an error.
        """
        answer = self.answer(method, params)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def answer(self, method: str, params: Any) -> dict[str, Any]:
        """The answer to a request, which is an error in some."""
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, "params": params})
        return self.wait(lambda content: content.get("id") == number and "method" not in content).content

    def notify(self, method: str, params: Any) -> None:
        """Sends a notification."""
        self.send({"method": method, "params": params})

    def send(self, content: dict[str, Any]) -> None:
        """Sends a message."""
        self.log(True, content)
        assert self.process.stdin is not None
        self.process.stdin.write(framed(content))
        self.process.stdin.flush()

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> Message:
        """The first message that is wanted, and was not taken yet; the others are kept.

        Raises:
            AssertionError: the server has ended, or no such message comes.
        """
        for index, message in enumerate(self._kept):
            if wanted(message.content):
                return self._kept.pop(index)
        until = time.monotonic() + PATIENCE
        while True:
            try:
                came = self._came.get(timeout=max(until - time.monotonic(), 0))
            except queue.Empty:
                raise AssertionError("the message did not come") from None
            assert came is not None, "the server has ended"
            self.log(False, came.content)
            if wanted(came.content):
                return came
            self._kept.append(came)

    def _receive(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.partition(b":")[2])
            while stream.readline().strip():
                pass
            self._came.put(Message(json.loads(stream.read(length)), time.perf_counter()))
        self._came.put(None)
