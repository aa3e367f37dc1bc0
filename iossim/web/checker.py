"""Validates configurations in another process, so that nobody at a console waits for it."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from iossim.files.diagnostics import Diagnostic
from iossim.validate import check_text

_pool: ProcessPoolExecutor | None = None


async def findings(text: str) -> list[Diagnostic]:
    """The findings in a configuration, in the order of its lines; none if the other process ended.

    Args:
        text: the configuration.
    """
    global _pool  # noqa: PLW0603 (one for the process, made when it is first needed)
    if _pool is None:
        _pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _ignore_interrupts)
    try:
        return await asyncio.get_running_loop().run_in_executor(_pool, _findings, text)
    except BrokenProcessPool:
        close()
        return []


def close() -> None:
    """Ends the other process."""
    global _pool  # noqa: PLW0603
    if _pool is not None:
        _pool.shutdown(wait=False, cancel_futures=True)
        _pool = None


def _findings(text: str) -> list[Diagnostic]:
    return list(check_text("", text))


def _ignore_interrupts() -> None:
    """Leaves Ctrl-C to the program."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
