"""show voice register all: all about SIP phones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.voice_register.pool_text import pool_text
from iossim.exec.voice_register.show_dialplan import dialplan_texts
from iossim.exec.voice_register.show_dn import dn_texts
from iossim.exec.voice_register.show_global import global_text
from iossim.exec.voice_register.show_template import template_texts
from iossim.router import RouterCore


def _pools(router: RouterCore) -> Iterator[str]:
    for device in router.phones.sip.all():
        yield from pool_text(router, device)


_PARTS: dict[str, Callable[[RouterCore], Iterator[str]]] = {
    "DN": dn_texts,
    "TEMPLATE": template_texts,
    "DIALPLAN": dialplan_texts,
    "POOL": _pools,
}


@exec_command
def show_voice_register_all(line: Line) -> Iterator[str]:
    """All about SIP phones, under headings; a heading without entries is left out."""
    yield "VOICE REGISTER GLOBAL"
    yield "=" * 21
    yield from global_text(line.router)
    for title, texts in _PARTS.items():
        lines = list(texts(line.router))
        if lines:
            yield f"VOICE REGISTER {title}"
            yield "=" * len(f"VOICE REGISTER {title}")
            yield from lines
