"""show sdspfarm: the configured DSP farms."""

from __future__ import annotations

from tests.exec.support import session


def test_units_that_are_not_registered() -> None:
    lines = ("configure terminal", "telephony-service", "sdspfarm units 2", "sdspfarm transcode sessions 120")
    user, _ = session(*lines, "sdspfarm tag 1 MTP001122334455", "end")
    assert user.execute("show sdspfarm units") == (
        "mtp-1 Device:MTP001122334455 TCP socket:[-1]  UNREGISTERED\n"
        "actual_stream:0 max_stream 0 IP:0.0.0.0  0  Unknown 0 keepalive 0  \n"
        " max-mtps:2, max-streams:240, alloc-streams:0, act-streams:0\n"
    )
    summary = user.execute("show sdspfarm sessions summary")
    assert summary.startswith("max-mtps:2, max-streams:240, alloc-streams:0, act-streams:0\n  ID   MTP  State ")
