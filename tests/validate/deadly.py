"""Checks that end the process in which they run; in a module of their own, because other processes import them."""

from __future__ import annotations

import os
from pathlib import Path

from iossim.validate.batches import Batch, Findings, check_batch


def dies_of_a_name(batch: Batch) -> list[Findings]:
    """Ends the process at a file whose name has `deadly` in it."""
    if any("deadly" in file.path for file, _ in batch):
        os._exit(3)
    return check_batch(batch)


def dies_once(batch: Batch) -> list[Findings]:
    """Ends the process at the first file whose name has `deadly` in it, and leaves a file `died` beside it."""
    for file, _ in batch:
        died = Path(file.path).with_name("died")
        if "deadly" in file.path and not died.exists():
            died.touch()
            os._exit(3)
    return check_batch(batch)


def returns_nothing_that_travels(batch: Batch) -> list[Findings]:
    """Returns something that cannot be sent to another process for a file whose name has `deadly` in it."""
    if any("deadly" in file.path for file, _ in batch):
        return [lambda: None]  # type: ignore[list-item]
    return check_batch(batch)
