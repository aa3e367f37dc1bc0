"""The process that checks whole documents: its start, its failures and its end."""

from __future__ import annotations

import asyncio

import pytest

from iossim.lsp.worker import Worker, WorkerError
from iossim.validate.settings import Settings

pytestmark = pytest.mark.asyncio


async def test_a_worker_that_is_closed_while_it_starts() -> None:
    worker = Worker()
    worker.start()
    worker.close()  # waits for the start, or comes before it


async def test_a_closed_worker_does_nothing_more() -> None:
    worker = Worker()
    asking = asyncio.ensure_future(worker.check("a.cfg", "hostname X\n", Settings()))
    await asyncio.sleep(0)
    worker.close()
    with pytest.raises((WorkerError, asyncio.CancelledError)):
        await asking


async def test_a_process_that_was_killed_is_started_again() -> None:
    worker = Worker()
    assert await worker.check("a.cfg", "hostname X\n", Settings()) is not None
    assert worker.process is not None
    worker.process.kill()
    with pytest.raises(WorkerError, match="has ended"):
        await worker.check("a.cfg", "hostname X\n", Settings())
    found = await worker.check("a.cfg", "ephone-dn 1\n nubmer 1\n", Settings())
    assert [each.code for each in found if each.line == 2] == ["unknown-command"]
    worker.close()


async def test_a_task_that_fails_does_not_end_the_process() -> None:
    worker = Worker()
    with pytest.raises(WorkerError, match="AttributeError"):
        await worker.format("hostname X\n", None)  # type: ignore[arg-type]
    process = worker.process
    assert await worker.format("hostname X\n", Settings()) is not None
    assert worker.process is process
    worker.close()
