"""show logging, clear logging and send log."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from tests.router.support import Time


def test_the_messages_are_listed_oldest_first() -> None:
    time = Time()
    user = Router(clock=Clock(time)).session(user="admin")
    user.run("send log first")
    time.passes(1.5)
    user.run("send log second")
    assert user.execute("show logging") == (
        "Syslog logging: enabled\n    Buffer logging:  level debugging, 2 messages logged\n\nLog Buffer (1000 messages):\n\n"
        "*Nov 23 12:00:00.000: %SYS-7-USERLOG_DEBUG: Message from tty0(user id: admin): first\n"
        "*Nov 23 12:00:01.500: %SYS-7-USERLOG_DEBUG: Message from tty0(user id: admin): second\n"
    )


@pytest.mark.parametrize(("answer", "count"), [("", 0), ("y", 0), ("ye", 0), ("yes", 0), ("n", 1), ("no", 1)])
def test_clear_logging(answer: str, count: int) -> None:
    user = Router().session()
    user.run("send log text")
    user.run("clear logging")
    assert user.prompt == "Clear logging buffer [confirm]"
    user.run(answer)
    assert f"{count} messages logged\n" in user.execute("show logging")
