"""show telephony-service conference hardware: the hardware conferences."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_telephony_service_conference_hardware(line: Line) -> Iterator[str]:
    """The hardware conferences; simulated phones hold none."""
    yield "Conference   Type              Active  Max  Peak    Host         HostPhone   Last"
    yield f"{'cur(initial) ':>80}"
    yield "=" * 93
