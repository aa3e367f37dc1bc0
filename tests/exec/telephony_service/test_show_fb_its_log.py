"""The event table of the XML API in show fb-its-log."""

from __future__ import annotations

from tests.exec.support import session


def test_the_event_log() -> None:
    user, time = session("simulate ephone 3 register")
    time.passes(61)
    user.execute("simulate ephone 3 unregister")
    assert user.execute("show fb-its-log") == (
        "IP Keyswitch Logs:(12:01:01 UTC Mon Nov 23 2026)\n"
        "  ---- Current Period ---\n    extension events:2\n    device events: 2\n    overwrites:0\n    missed:0\n    deleted:0\n"
        " ---- History ------\n    overwrites:0\n    missed:0\n    deleted:0\n"
        "---- Threads ----\n    max xml threads:2\n    current thread:0\n    read in process:FALSE\n"
        "1  Time:12:00:00 UTC Mon Nov 23 2026\n    Event:IP Phone 3[SEP001122334403] registered\n"
        "2  Time:12:00:00 UTC Mon Nov 23 2026\n    Event:DN 3[5003] goes up\n"
        "3  Time:12:01:01 UTC Mon Nov 23 2026\n    Event:DN 3[5003] goes down\n"
        "4  Time:12:01:01 UTC Mon Nov 23 2026\n    Event:IP Phone 3[SEP001122334403] unregistered\n"
    )
    assert user.execute("show fb-its-log summary").endswith("    read in process:FALSE\n")
