"""An exception that is a mistake in iossim, as one line of a message."""

from __future__ import annotations

from pathlib import Path
from traceback import extract_tb


def described(error: Exception) -> str:
    """An exception for a message: its class, and its text on one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def place(error: Exception) -> str:
    """The place where an exception was raised."""
    frames = extract_tb(error.__traceback__)
    return f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
