"""show sdspfarm: DSP farms."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import number


@exec_command
def show_sdspfarm(line: Line, sdspfarm_view: str = "", units: bool = False) -> Iterator[str]:
    """The configured DSP farms; none is registered with the simulated router."""
    section = line.router.config.section("telephony_service")
    units_max, streams = (
        number(section, "sdspfarm_units", "units", 0),
        2 * number(section, "sdspfarm_transcode_sessions", "sessions", 0),
    )
    figures = f"max-mtps:{units_max}, max-streams:{streams}, alloc-streams:0, act-streams:0"
    if units:
        for command in section.all("sdspfarm_tag") if section is not None else ():
            yield f"mtp-{command.fields['tag']} Device:{command.fields['device']} TCP socket:[-1]  UNREGISTERED"
            yield "actual_stream:0 max_stream 0 IP:0.0.0.0  0  Unknown 0 keepalive 0  "
        yield f" {figures}"
    elif sdspfarm_view == "summary":
        yield figures
        yield "  ID   MTP  State      CallID confID Usage                         Codec/Duration"
        yield "==== ===== ====== =========== ====== ============================= =============="
