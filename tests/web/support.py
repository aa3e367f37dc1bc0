"""A small office for the tests of the page."""

from __future__ import annotations

from datetime import UTC, datetime

from iossim import Router
from iossim.router import Clock

OFFICE = """hostname R1
telephony-service
 max-ephones 10
 max-dn 10
 log table max-size 100
voice register global
 mode cme
 max-dn 5
 max-pool 5
ephone-dn 1 dual-line
 number 101
 name <b>Anna</b> & "Co"
ephone-dn 2
 number 102
ephone-dn 3
ephone 1
 mac-address 0000.0000.0001
 description <script>alert(1)</script>
 type 7960
 button 1:1 2:2
ephone 2
 mac-address 0000.0000.0002
 button 1:2
ephone 3
voice register dn 1
 number 201
voice register pool 1
 id mac 0000.0000.0011
 type 7960
 number 1 dn 1
"""


def office() -> Router:
    """The router of the office, whose clock stands still."""
    moment = datetime(2026, 11, 23, 12, 0, 0, tzinfo=UTC)
    return Router.from_text(OFFICE, clock=Clock(lambda: moment))
