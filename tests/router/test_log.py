"""The log: its stamps, what the buffer keeps, and who gets which message."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from tests.router.support import Time, configure


def logged(*lines: str, seconds: float = 0) -> str:
    """The last message of the log, after some lines of configuration."""
    time = Time()
    router = Router(clock=Clock(time))
    configure(router, *lines)
    time.passes(seconds)
    router.log("TEST", 5, "TEXT", "a message")
    return router.log.buffer[-1]


@pytest.mark.parametrize(
    ("lines", "stamp"),
    [
        ((), "*Nov 23 12:00:00.000: "),
        (("service timestamps log datetime",), "*Nov 23 12:00:00: "),
        (("service timestamps log datetime msec year",), "*Nov 23 2026 12:00:00.000: "),
        (("clock timezone CET 1", "service timestamps log datetime msec"), "*Nov 23 12:00:00.000: "),
        (("clock timezone CET 1", "service timestamps log datetime msec localtime"), "*Nov 23 13:00:00.000: "),
        (("clock timezone CET 1", "service timestamps log datetime localtime show-timezone"), "*Nov 23 13:00:00 CET: "),
        (("service timestamps log datetime show-timezone",), "*Nov 23 12:00:00 UTC: "),
        (("service timestamps log uptime",), "00:00:00: "),
        (("no service timestamps log",), ""),
        (("no service timestamps debug",), "*Nov 23 12:00:00.000: "),
    ],
)
def test_the_stamp(lines: tuple[str, ...], stamp: str) -> None:
    assert logged(*lines) == f"{stamp}%TEST-5-TEXT: a message"


@pytest.mark.parametrize(
    ("seconds", "stamp"),
    [(53, "00:00:53"), (86_399, "23:59:59"), (86_400, "1d00h"), (604_799, "6d23h"), (604_800, "1w0d"), (31_536_000, "1y0w")],
)
def test_the_stamp_by_the_time_since_boot(seconds: int, stamp: str) -> None:
    assert logged("service timestamps log uptime", seconds=seconds) == f"{stamp}: %TEST-5-TEXT: a message"


def test_debugging_has_its_own_stamp() -> None:
    router = Router(clock=Clock(Time()))
    configure(router, "service timestamps debug uptime")
    router.log.debug("a trace")
    assert router.log.buffer[-1] == "00:00:00: a trace"


def test_sequence_numbers_count_each_message() -> None:
    router = Router(clock=Clock(Time()))
    router.log("TEST", 5, "TEXT", "one")
    configure(router, "service sequence-numbers")  # leaving configuration logs a message, too
    router.log("TEST", 5, "TEXT", "three")
    assert router.log.buffer[-1] == "000003: *Nov 23 12:00:00.000: %TEST-5-TEXT: three"


@pytest.mark.parametrize(
    ("line", "severities"),
    [
        ("no logging console", []),
        ("logging console warnings", [3, 4]),
        ("logging console 5", [3, 4, 5]),
        ("logging console", [3, 4, 5, 6, 7]),
        ("no logging on", [3, 4, 5, 6, 7]),
        ("no logging buffered", [3, 4, 5, 6, 7]),
    ],
)
def test_the_severity_of_the_console(line: str, severities: list[int]) -> None:
    router = Router(clock=Clock(Time()))
    configure(router, line)
    shown: list[str] = []
    router.log.listen(shown.append, "console")
    for severity in range(3, 8):
        router.log("TEST", severity, "TEXT", "a message")
    assert [int(message.split("-")[1]) for message in shown] == severities


@pytest.mark.parametrize(("line", "kept"), [("no logging buffered", 0), ("no logging on", 0), ("logging buffered 4096 errors", 1)])
def test_the_severity_of_the_buffer(line: str, kept: int) -> None:
    router = Router(clock=Clock(Time()))
    configure(router, line)
    router.log.clear()
    for severity in range(3, 8):
        router.log("TEST", severity, "TEXT", "a message")
    assert len(router.log.buffer) == kept


def test_the_buffer_keeps_the_last_messages_that_fit() -> None:
    router = Router(clock=Clock(Time()))
    configure(router, "logging buffered 4096")
    for number in range(1000):
        router.log("TEST", 5, "TEXT", f"message {number}")
    assert router.log.buffer[-1].endswith("message 999")
    used = sum(len(line) + 1 for line in router.log.buffer)
    assert 4096 - 60 < used <= 4096
    assert router.log.counts["buffered"] == 1001


def test_one_message_larger_than_the_buffer_is_kept() -> None:
    router = Router(clock=Clock(Time()))
    router.log("TEST", 5, "TEXT", "x" * 10_000)
    assert len(router.log.buffer) == 1
    router.log("TEST", 5, "TEXT", "short")
    assert [line[-5:] for line in router.log.buffer] == ["short"]


def test_a_restart_empties_the_log() -> None:
    router = Router(clock=Clock(Time()))
    configure(router, "hostname R1")
    assert router.log.counts["all"] == 1
    router.restart(None)
    assert (router.log.counts["all"], list(router.log.buffer)) == (0, [])
