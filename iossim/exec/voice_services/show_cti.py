"""show cti: computer telephony; simulated phones have no session of it."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set


@exec_command
def show_cti(line: Line, cti_view: str) -> Iterator[str]:
    """The calls and lines that a CTI application follows, or its sessions, of which there is none."""
    config = line.router.config
    watched = [field(dn, "number", "number") for dn in config.sections("ephone_dn") if is_set(dn, "cti_watch")]
    match cti_view:
        case "gcid":
            yield "GCID                                 callIDs"
            yield f"{'=' * 35}  {'=' * 17}"
            yield "no active GCID"
        case "call":
            yield "DN         CallID GCID                                Calling    Called     State"
            yield "=========  ====== =================================== ========== ========== ====="
            yield from watched
        case "line-node":
            yield "line dn             number of call instance"
            yield "================    ======================="
            yield from (f"{number:<20}0" for number in watched)
