"""show voice register pool [TAG] [brief]: pools in full, or as a table."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.voice_register.pool_table import lines_of_pool, rows
from iossim.exec.voice_register.pool_text import pool_text

_BRIEF = (
    "Pool ID                        IP Address                 Ln DN  Number     State",
    "==== ========================  ========================== == === ========== ============",
)
_BRIEF_WIDTHS = (5, 26, 27, 3, 4, 11)


@exec_command
def show_voice_register_pool(line: Line, pool: str | bool = "", brief: bool = False) -> Iterator[str]:
    """One pool, or every pool; with `brief` as a table."""
    router = line.router
    devices = list(router.phones.sip.all())
    if isinstance(pool, str):
        device = router.phones.pool(pool)
        devices = [device] if device is not None else []
    if brief:
        yield from _BRIEF
    for device in devices:
        yield from rows(device, lines_of_pool(router, device), _BRIEF_WIDTHS) if brief else pool_text(router, device)
