"""Processes of this machine that check files side by side."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import suppress
from multiprocessing.context import BaseContext
from pathlib import Path
from types import TracebackType

from iossim.validate.batches import Batch, Findings, check_batch

#: Windows can wait for so many processes at once.
_MOST_ON_WINDOWS = 61


class Processes:
    """Processes that check batches. One that ends, whatever the reason, takes no other batch with it: new ones take its place.

    Life: a `with` statement, in which batches are submitted. They have ended when it ends; at once if it ends with an exception.

    Args:
        count: their number.
        check: checks a batch; a function of a module, which the processes import.

    Attributes:
        count: the same.
    """

    def __init__(self, count: int, check: Callable[[Batch], list[Findings]] = check_batch) -> None:
        self.count = min(count, _MOST_ON_WINDOWS) if sys.platform == "win32" else count
        self._check = check
        self._pool: ProcessPoolExecutor | None = None
        self._alone: ProcessPoolExecutor | None = None
        self._others = set(multiprocessing.active_children())

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self._kill()
        for pool in (self._pool, self._alone):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def submit(self, batch: Batch) -> Future[list[Findings]]:
        """Gives a batch to the processes."""
        with suppress(BrokenExecutor):  # as after the end of one of its processes
            if self._pool is not None:
                return self._pool.submit(self._check, batch)
        self._pool = _pool(self.count)
        return self._pool.submit(self._check, batch)

    def submit_alone(self, batch: Batch) -> Future[list[Findings]]:
        """Gives a batch to a process that has no other batch to lose."""
        with suppress(BrokenExecutor):
            if self._alone is not None:
                return self._alone.submit(self._check, batch)
        self._alone = _pool(1)
        return self._alone.submit(self._check, batch)

    def _kill(self) -> None:
        """Ends the processes, whatever they are doing."""
        for process in multiprocessing.active_children():
            if process not in self._others:
                process.kill()


def _pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, _context(), _begin)


def _context() -> BaseContext:
    """The way to start processes: as copies of this one where that is safe, else as new ones, which first load iossim."""
    return multiprocessing.get_context("fork" if sys.platform == "linux" and _has_one_thread() else "spawn")


def _has_one_thread() -> bool:
    """True if this process has no second thread: a copy would lack it, and keep its locks for ever."""
    return len(list(Path("/proc/self/task").iterdir())) == 1


def _begin() -> None:
    """Prepares a process: Ctrl-C is for its parent, and it ends with its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
