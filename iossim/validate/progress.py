"""A progress bar on a terminal, for checks that take longer than a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from iossim.validate.checking import CheckedFile

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

#: Seconds before the bar appears.
_PATIENCE = 1.0


class ProgressBar:
    """A bar on standard error. It is hidden while diagnostics are written, because both may be on one terminal.

    Args:
        total: number of files.
        clock: returns seconds.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._begun = clock()
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def over(self, files: Iterable[CheckedFile]) -> Iterator[CheckedFile]:
        """The same files; the bar shows how many have passed."""
        try:
            for number, file in enumerate(files, 1):
                if self._progress is not None:
                    self._progress.stop()
                yield file
                self._show(number)
        finally:
            if self._progress is not None:
                self._progress.stop()

    def _show(self, number: int) -> None:
        if self._progress is None and number < self._total and self._clock() - self._begun > _PATIENCE:
            from rich.console import Console
            from rich.progress import Progress

            self._progress = Progress(console=Console(stderr=True), transient=True)
            self._task = self._progress.add_task("Checking", total=self._total)
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=number)
            if number < self._total:
                self._progress.start()


def wanted(total: int) -> bool:
    """True if a bar makes sense: several files, and a person in front of a terminal."""
    return total > 1 and sys.stderr.isatty()
