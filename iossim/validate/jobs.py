"""The choice of who checks: this process, several ones of this machine, or a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Sequence

from iossim.validate.checking import CheckedFile, checked_files
from iossim.validate.settings import Settings
from iossim.validate.sources import FoundFile

#: Files with so many bytes in all are checked by several processes: with fewer, their start takes longer than they save.
WORTHWHILE = 3_000_000


def checked_by_jobs(
    files: Sequence[FoundFile], settings_of: Callable[[str], Settings], jobs: int | None, scheduler: str = ""
) -> Generator[CheckedFile, None, None]:
    """The files, checked, in their order; `close` ends the processes, whatever they are doing.

    Args:
        files: the files.
        settings_of: returns the settings for a file, by its path.
        jobs: number of processes; None: one for every core, if the files are large enough.
        scheduler: the address of a Dask scheduler, whose workers check; "": none.

    Raises:
        ConfigurationError: the cluster cannot be used.
    """
    if scheduler:
        from iossim.validate.batches import checked_by
        from iossim.validate.cluster import Cluster

        with Cluster(scheduler) as cluster:
            yield from checked_by(cluster, files, settings_of)
        return
    count = min(jobs if jobs is not None else _fitting(files), len(files))
    if count <= 1:
        yield from checked_files(files, settings_of)
        return
    from iossim.validate.batches import checked_by
    from iossim.validate.processes import Processes

    with Processes(count) as processes:
        yield from checked_by(processes, files, settings_of)


def _fitting(files: Sequence[FoundFile]) -> int:
    """The number of processes that takes the least time."""
    size = 0
    for file in files:
        size += _size(file)
        if size >= WORTHWHILE:
            return cores()
    return 1


def _size(file: FoundFile) -> int:
    try:
        return 0 if file.is_stdin or file.problem else os.stat(file.path).st_size  # noqa: PTH116 (a Path takes as long as the call)
    except (OSError, ValueError):  # reported when it is read
        return 0


def cores() -> int:
    """The number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
