"""What tests of every folder share."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

LONG = os.environ.get("IOSSIM_LONG") == "1"
"""True when the properties run at length: ten times the examples, and other ones each time."""


def examples(count: int) -> int:
    """How many examples a property runs: `count` in the gate, ten times as many with IOSSIM_LONG=1."""
    return 10 * count if LONG else count


def copy_folder(source: Path, target: Path, ignore: Callable[[str, list[str]], Iterable[str]] | None = None) -> Path:
    """Copies a folder of the project, which may be read-only, so that a test can change the copy; returns the copy.

    Args:
        source: the folder.
        target: the copy; it does not exist yet.
        ignore: what is left out, as `shutil.copytree` takes it.
    """
    shutil.copytree(source, target, ignore=ignore)
    for path in (target, *target.rglob("*")):
        path.chmod(path.stat().st_mode | 0o200)
    return target
