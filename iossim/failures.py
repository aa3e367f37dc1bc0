"""Exceptions as one line of a message: mistakes in iossim, and ports that cannot be opened."""

from __future__ import annotations

import errno
from pathlib import Path


def described(error: Exception) -> str:
    """An exception for a message: its class, and its text on one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def place(error: Exception) -> str:
    """The place where an exception was raised."""
    from traceback import extract_tb  # a start does not need it

    frames = extract_tb(error.__traceback__)
    return f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def not_listening(error: OSError, host: str, port: int, option: str) -> str:
    """The reason why a port cannot be opened, and what to do.

    Args:
        error: the error of the system.
        host: the address.
        port: the port.
        option: the option of the command line that chooses another port.
    """
    if error.errno == errno.EADDRINUSE:
        return f"port {port} on {host} is in use; choose another one with {option}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"port {port} needs privileges that this process does not have; choose one from 1024 up with {option}"
    return f"cannot listen on {host} port {port}: {error.strerror or error}"
