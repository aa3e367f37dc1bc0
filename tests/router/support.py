"""A clock that tests drive, and an office with three SCCP and two SIP phones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from iossim import Router
from iossim.router import Clock

OFFICE = """
telephony-service
 max-ephones 10
 max-dn 20
 ip source-address 10.1.1.1 port 2000
ephone-dn 1 dual-line
 number 5001
ephone-dn 2
 number 5002
ephone-dn 3
 number 5003
ephone 1
 mac-address 0011.2233.4401
 type 7960
 button 1:1 2:3
ephone 2
 mac-address 0011.2233.4402
 type 7941
 button 1:2 2m1
ephone 3
 mac-address 0011.2233.4403
 button 1:3
voice register global
 mode cme
 source-address 10.1.1.1 port 5060
 max-dn 10
 max-pool 10
voice register dn 1
 number 7001
voice register pool 1
 id mac 0011.2233.5501
 number 1 dn 1
voice register pool 2
 id mac 0011.2233.5502
 number 1 dn 1
end
"""


class Time:
    """The time of day: noon, until a test lets it pass."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, seconds: float) -> None:
        """Lets so many seconds pass."""
        self.now += timedelta(seconds=seconds)


def office(text: str = OFFICE) -> tuple[Router, Time]:
    """A router with the office's configuration, and its time."""
    time = Time()
    return Router.from_text(text, clock=Clock(time)), time


def configure(router: Router, *lines: str) -> None:
    """Types lines of configuration, each of which must be accepted."""
    session = router.session()
    session.enter_configuration()
    for line in lines:
        result = session.run(line)
        assert result.accepted, (line, result.message)
    session.close()
