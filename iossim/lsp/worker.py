"""A process that checks whole documents, so that the server always has time to answer."""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from iossim.failures import described
from iossim.lsp.checks import check_whole, fixed
from iossim.validate.formatting import formatted, is_kept
from iossim.validate.settings import Settings
from iossim.versions import NEWEST

_LOG = logging.getLogger(__name__)


class WorkerError(Exception):
    """The process has ended, or could not do its work; the next request starts another one."""


class Worker:
    """A process that does one task after the other. It ends with the server: the connection between them is closed then.

    Life: `start` where the first request should find it ready, requests in any number, then `close`.

    Attributes:
        process: the process; None before its start.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="worker")
        self._connection: Connection | None = None
        self.process: Any = None
        self._lock = threading.Lock()  # the process is not ended while it is being started
        self._closed = False

    def start(self) -> None:
        """Starts the process, and does not wait for it."""
        self._thread.submit(self._connected)

    async def check(self, path: str, text: str, settings: Settings) -> Any:
        """The diagnostics of a whole document; see `check_whole`.

        Raises:
            WorkerError: the process has ended.
        """
        return await self._ask("check", path, text, settings)

    async def format(self, text: str, settings: Settings) -> str | None:
        """A configuration as the router prints it; None if that would not mean the same.

        Raises:
            WorkerError: the process has ended.
        """
        result = await self._ask("format", text, settings)
        return result if isinstance(result, str) else None

    async def fix(self, path: str, text: str, settings: Settings, only: tuple[str, int] | None) -> str | None:
        """A document after its fixes; see `fixed`.

        Raises:
            WorkerError: the process has ended.
        """
        result = await self._ask("fix", path, text, settings, only)
        return result if isinstance(result, str) else None

    def close(self) -> None:
        """Ends the process, whatever it is doing."""
        with self._lock:
            self._closed = True
            if self.process is not None:
                self.process.kill()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _ask(self, *request: Any) -> Any:
        outcome, value = await asyncio.get_running_loop().run_in_executor(self._thread, self._exchange, request)
        if outcome == "failed":
            raise WorkerError(value)
        return value

    def _exchange(self, request: tuple[Any, ...]) -> Any:
        try:
            connection = self._connected()
            connection.send(request)
            return connection.recv()
        except (EOFError, OSError) as error:
            self._connection = None
            return "failed", f"the checking process has ended ({described(error)})"

    def _connected(self) -> Connection:
        with self._lock:
            if self._connection is None:
                if self._closed:
                    raise EOFError("the server leaves")
                self._connection = self._started()
            return self._connection

    def _started(self) -> Connection:
        # "spawn": the process inherits no threads, and not the server's end of the connection.
        context = multiprocessing.get_context("spawn")
        connection, other = context.Pipe()
        process = context.Process(target=work, args=(other,), daemon=True, name="iossim-lsp-worker")
        process.start()
        other.close()
        self.process = process
        return connection


def work(connection: Connection) -> None:
    """Does tasks until the connection ends.

    Args:
        connection: gives the tasks, and takes the results.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    with suppress(EOFError, OSError):
        while True:
            request = connection.recv()
            try:
                answer: tuple[str, Any] = ("done", _done(*request))
            except Exception as error:  # noqa: BLE001 (a mistake of ours must not end the process)
                answer = ("failed", described(error))
            connection.send(answer)


def _done(task: str, *arguments: Any) -> Any:
    if task == "check":
        return check_whole(*arguments)
    if task == "fix":
        return fixed(*arguments)
    text, settings = arguments
    after = formatted(text, settings.cme_version or NEWEST, settings.target.platform)
    return after if is_kept(text, after) else None
