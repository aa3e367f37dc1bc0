"""simulate time: time passes at once."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def simulate_time(line: Line, passing: str) -> Iterator[str]:
    """Lets seconds pass; the line that typed the command counts as in use after them."""
    try:
        line.router.clock.advance(seconds=int(passing))
    except ValueError as error:
        yield f"% {error}"
    line.note_input()
