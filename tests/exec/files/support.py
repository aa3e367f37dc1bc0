"""A router whose startup-config is in a folder, and a user on its console."""

from __future__ import annotations

from pathlib import Path

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from tests.router.support import Time


def console(folder: Path) -> tuple[Router, Session]:
    """A router of that folder, and a privileged session."""
    router = Router(folder, clock=Clock(Time()))
    return router, router.session()


def configure(session: Session, *lines: str) -> None:
    """Types lines of configuration; the router must accept them."""
    for line in ("configure terminal", *lines, "end"):
        result = session.run(line)
        assert result.accepted, (line, result.output)


def break_nvram(folder: Path) -> None:
    """Makes the startup-config something that is no text."""
    (folder / "startup-config").write_bytes(b"hostname a\0b\n")


BROKEN = "%Error opening nvram:/startup-config (not a text file, it holds NUL bytes)\n"
