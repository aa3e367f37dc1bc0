"""The command `iossim replay`: its output and its exit status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from iossim.capture.hiding import hide_in_xml
from iossim.errors import CaptureError
from iossim.escape import escaped
from iossim.language import language
from iossim.replay.captured import CapturedRequest, captured_requests
from iossim.replay.client import Client
from iossim.replay.comparing import differences, payload

_MOST = 20


@dataclass(slots=True)
class Totals:
    """Numbers of a replay."""

    equal: int = 0
    different: int = 0
    skipped: int = 0

    def __str__(self) -> str:
        return f"{self.equal} equal, {self.different} different, {self.skipped} skipped"


def run_replay(folder: str | Path, client: Client, out: TextIO, *, changes: bool = False, ignored: Iterable[str] = ()) -> int:
    """Sends the requests of a capture, and writes the differences of the answers; returns the exit status: 1 if there are any.

    Args:
        folder: the folder of the capture.
        client: sends the requests.
        out: where to write.
        changes: also send requests that change the router.
        ignored: names of elements that are not compared.

    Raises:
        CaptureError: the capture cannot be read, or the router does not answer as a CME.
    """
    names = {name.lower() for name in ignored}
    totals = Totals()
    for request in captured_requests(folder):
        reason = _reason_to_skip(request, changes)
        if reason:
            totals.skipped += 1
            out.write(f"{escaped(request.name)}: skipped, {reason}\n")
        else:
            _replay(request, client, out, names, totals)
        out.flush()
    out.write(f"{totals}\n")
    return 1 if totals.different else 0


def _reason_to_skip(request: CapturedRequest, changes: bool) -> str:
    if request.answer is None:
        return "its answer is not in the folder"
    if request.is_hidden:
        return "a password in it is hidden"
    if request.changes and not changes:
        return "it may change the router (--changes sends it)"
    return ""


def _replay(request: CapturedRequest, client: Client, out: TextIO, ignored: set[str], totals: Totals) -> None:
    now = payload(hide_in_xml(client.post(request.body), language()))  # the captured answer has its passwords hidden, too
    if now is None:
        raise CaptureError(f"{request.name}: the answer is no XML with a <response>: the other side is not a CME")
    before = payload(request.answer or b"")
    lines = [str(difference) for difference in differences(before, now, ignored)] if before is not None else []
    if before is None:
        lines = ["the captured answer is no XML with a <response>"]
    if not lines:
        totals.equal += 1
        out.write(f"{escaped(request.name)}: equal\n")
        return
    totals.different += 1
    out.write(
        f"{escaped(request.name)}: {len(lines)} differences\n" if len(lines) > 1 else f"{escaped(request.name)}: 1 difference\n"
    )
    out.writelines(f"  {escaped(line)}\n" for line in lines[:_MOST])
    if len(lines) > _MOST:
        out.write(f"  … and {len(lines) - _MOST} more\n")
