"""show voice register session-server: the session servers."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.phones import tag_of
from iossim.router.fields import field, number


@exec_command
def show_voice_register_session_server(line: Line) -> Iterator[str]:
    """The session servers; none has registered with the simulated router."""
    for section in line.router.config.sections("voice_register_session_server"):
        keepalive, uri = number(section, "keepalive", "seconds", 300), field(section, "register_id", "register_id")
        yield f"Feature server {tag_of(section)}, keepalive {keepalive}, register-uri {uri}"
