"""A session on an office that has something of everything, and its time."""

from __future__ import annotations

from pathlib import Path

from iossim.session import Session
from tests.router.support import Time, office

OFFICE = Path(__file__).with_name("office.cfg")


def session(*lines: str) -> tuple[Session, Time]:
    """A privileged session on the office, after some lines, each of which must be accepted."""
    router, time = office(OFFICE.read_text(encoding="utf-8"))
    found = router.session()
    for line in lines:
        result = found.run(line)
        assert result.accepted, (line, result.output)
    return found, time
