"""Files that workers check: batches of files go out, and the findings come back in the order of the files.

A worker is another process, of this machine (`processes.py`) or of a cluster (`cluster.py`). The text of a file travels with it, so
that a worker needs iossim and no files. Only so many batches are under way at a time: memory does not grow with the number of files.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeAlias

from iossim.errors import IossimError
from iossim.failures import described
from iossim.files.diagnostics import Diagnostic
from iossim.validate.checking import CheckedFile, check_safely, lines_of, not_checked
from iossim.validate.settings import Settings
from iossim.validate.sources import ConfigurationFile, FoundFile, read

#: A batch ends with so many files, or when its texts have so many characters: a message costs as much as the check of some lines.
MOST_FILES = 8
MOST_CHARACTERS = 64 * 1024
#: Batches under way for every worker: a large file at the head of the line must not leave the other workers without work.
UNDER_WAY = 8

#: Files with their settings.
Batch: TypeAlias = list[tuple[ConfigurationFile, Settings]]
#: The diagnostics of a file, and the number of findings that its comments allow.
Findings: TypeAlias = tuple[list[Diagnostic], int]


class Future(Protocol):
    """The findings of a batch, as soon as they are there."""

    def result(self) -> list[Findings]:
        """Waits for the findings of every file, in the order of the batch.

        Raises:
            IossimError: no worker can check anything.
            Exception: the worker has ended, or has failed.
        """


class Workers(Protocol):
    """Processes that check batches.

    Attributes:
        count: their number.
    """

    count: int

    def submit(self, batch: Batch) -> Future:
        """Gives a batch to the workers."""

    def submit_alone(self, batch: Batch) -> Future:
        """Gives a batch to a worker that does nothing else, after the worker that had it has ended."""


def check_batch(batch: Batch) -> list[Findings]:
    """Checks the files of a batch; runs in a worker. A file that makes iossim fail harms no other."""
    checked = [check_safely(file, settings) for file, settings in batch]
    return [(file.diagnostics, file.allowed) for file in checked]


def checked_by(workers: Workers, files: Iterable[FoundFile], settings_of: Callable[[str], Settings]) -> Iterator[CheckedFile]:
    """The files, checked by workers, in their order.

    Args:
        workers: check them.
        files: the files; read as the workers proceed.
        settings_of: returns the settings for a file, by its path.
    """
    pending: deque[tuple[Batch, Future]] = deque()
    try:
        for batch in _batches(files, settings_of):
            pending.append((batch, workers.submit(batch)))
            if len(pending) >= UNDER_WAY * workers.count:
                yield from _checked(workers, *pending.popleft())
    except IossimError:  # wrong settings of a file: the files before it are reported, as without workers
        yield from _rest(workers, pending)
        raise
    yield from _rest(workers, pending)


def _rest(workers: Workers, pending: deque[tuple[Batch, Future]]) -> Iterator[CheckedFile]:
    while pending:
        yield from _checked(workers, *pending.popleft())


def _batches(files: Iterable[FoundFile], settings_of: Callable[[str], Settings]) -> Iterator[Batch]:
    batch: Batch = []
    characters = 0
    for file in files:
        content = read(file)
        try:
            batch.append((content, settings_of(file.path)))
        except IossimError:
            if batch:
                yield batch
            raise
        characters += len(content.decoded.text) if content.decoded is not None else 0
        if len(batch) >= MOST_FILES or characters >= MOST_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _checked(workers: Workers, batch: Batch, future: Future) -> Iterator[CheckedFile]:
    """The checked files of a batch."""
    for (file, _), (diagnostics, allowed) in zip(batch, _findings(workers, batch, future), strict=True):
        yield CheckedFile(file.path, lines_of(file.decoded.text) if file.decoded is not None else [], diagnostics, allowed)


def _findings(workers: Workers, batch: Batch, future: Future, is_first: bool = True) -> list[Findings]:
    """The findings of a batch. If its worker ends, it is checked again, alone; then file by file, so that the faulty file is known."""
    try:
        return future.result()
    except IossimError:
        raise
    except Exception as error:  # noqa: BLE001 (the end of a worker, or a mistake of ours: it concerns this batch alone)
        reason = described(error)
    if is_first:
        return _findings(workers, batch, workers.submit_alone(batch), is_first=False)
    if len(batch) > 1:
        return [_findings(workers, [each], workers.submit_alone([each]), is_first=False)[0] for each in batch]
    failed = not_checked(batch[0][0].path, f"the process that checks it fails: {reason}")
    return [(failed.diagnostics, failed.allowed)]
