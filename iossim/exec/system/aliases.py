"""show aliases: the aliases of a mode, or of all modes that have some."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.aliases import TITLES, aliases


@exec_command
def show_aliases(line: Line, alias_mode: str = "") -> Iterator[str]:
    """The aliases of a mode, or of all modes that have some, with an empty line after each mode."""
    for mode, title in TITLES.items():
        names = aliases(line.router.config.root, mode) if alias_mode in ("", mode) else {}
        if names:
            yield f"{title} aliases:"
            yield from (f"  {name:20}  {command}" for name, command in names.items())
            yield ""
