"""show logging, clear logging and send log."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from tests.router.support import Time, configure


def user(*lines: str) -> Session:
    """A session on a router, after some lines of configuration."""
    router = Router(clock=Clock(Time()))
    configure(router, *lines)
    router.log.start(router.config)
    return router.session(user="admin")


def test_the_messages_are_listed_oldest_first() -> None:
    time = Time()
    session = Router(clock=Clock(time)).session(user="admin")
    session.run("send log first")
    time.passes(1.5)
    session.run("send log second")
    assert session.execute("show logging").partition("Log Buffer")[2] == (
        " (8192 bytes):\n\n"
        "*Nov 23 12:00:00.000: %SYS-7-USERLOG_DEBUG: Message from tty0(user id: admin): first\n"
        "*Nov 23 12:00:01.500: %SYS-7-USERLOG_DEBUG: Message from tty0(user id: admin): second\n"
    )


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("no logging console", "    Console logging: disabled\n    Monitor logging: level debugging"),
        ("logging console warnings", "    Console logging: level warnings, 0 messages logged, xml disabled,\n"),
        ("logging monitor 3", "    Monitor logging: level errors, 0 messages logged, xml disabled,\n"),
        ("logging buffered 20000 notifications", "    Buffer logging:  level notifications, 0 messages logged, xml disabled,\n"),
        ("logging buffered 20000", "Log Buffer (20000 bytes):\n"),
        ("no logging buffered", "    Buffer logging:  disabled, xml disabled,\n                    filtering disabled\n"),
        ("no logging on", "Syslog logging: disabled (0 messages dropped"),
        ("logging trap 4", "    Trap logging: level warnings, 1 message lines logged\n"),
        ("no logging trap", "    Trap logging: disabled\n"),
        ("logging host 10.0.0.5", "        Logging to 10.0.0.5  (udp port 514, audit disabled,\n              link up),\n"),
        ("logging 10.0.0.6", "        Logging to 10.0.0.6  (udp port 514"),
        ("logging exception 8192", "    Exception Logging: size (8192 bytes)\n"),
    ],
)
def test_the_destinations_follow_the_configuration(line: str, shown: str) -> None:
    session = user(line)
    session.run("send log a debugging message")
    assert shown in session.execute("show logging")


def test_no_buffer_no_messages() -> None:
    session = user("no logging buffered")
    session.run("send log text")
    assert "Log Buffer" not in session.execute("show logging")
    assert "text" not in session.execute("show logging")


@pytest.mark.parametrize(("answer", "kept"), [("", False), ("y", False), ("ye", False), ("yes", False), ("n", True), ("no", True)])
def test_clear_logging(answer: str, kept: bool) -> None:
    session = Router().session()
    session.run("send log text")
    session.run("clear logging")
    assert session.prompt == "Clear logging buffer [confirm]"
    session.run(answer)
    assert ("USERLOG" in session.execute("show logging")) is kept
