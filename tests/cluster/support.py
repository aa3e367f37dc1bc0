"""A Dask cluster on this machine: a scheduler and workers, each a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
#: The environment of a worker that has this iossim, and of one that has none.
WITH, WITHOUT = {"PYTHONPATH": str(PROJECT)}, {"PYTHONPATH": ""}


@dataclass
class LocalCluster:
    """A scheduler, whose address was printed, and workers.

    Attributes:
        address: of the scheduler.
        scheduler: its process.
        workers: the processes of the workers.
    """

    address: str
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]] = field(default_factory=list)


@contextmanager
def cluster(folder: Path, *workers: dict[str, str]) -> Iterator[LocalCluster]:
    """A cluster with workers in these environments, as soon as all of them are there.

    Args:
        folder: where the processes run; no iossim is in it.
        workers: additions to the environment of every worker.
    """
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            _started(folder, WITHOUT, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        )
        address = _address(scheduler)
        local = LocalCluster(address, scheduler)
        options = ["--host", "127.0.0.1", "--no-dashboard", "--no-nanny", "--nthreads", "1", "--local-directory", str(folder)]
        local.workers = [
            stack.enter_context(_started(folder, environment, "worker", address, *options, "--name", str(number)))
            for number, environment in enumerate(workers)
        ]
        _wait_for(address, len(workers))
        yield local


def stop(worker: subprocess.Popen[str]) -> None:
    """Stops a worker where it is: it takes work, and does none."""
    worker.send_signal(signal.SIGSTOP)


@contextmanager
def _started(folder: Path, environment: dict[str, str], *arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
    process = subprocess.Popen(
        command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def _address(scheduler: subprocess.Popen[str]) -> str:
    """The address in the log of a scheduler."""
    assert scheduler.stderr is not None
    for line in scheduler.stderr:
        if "Scheduler at:" in line:
            return line.split()[-1]
    raise AssertionError("the scheduler has ended")


def _wait_for(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        if count:
            client.wait_for_workers(count, timeout=120)
