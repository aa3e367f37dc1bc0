"""A session on an office that has something of everything, and its time."""

from __future__ import annotations

from pathlib import Path

from iossim.session import Session
from tests.router.support import Time, office

OFFICE = Path(__file__).with_name("office.cfg")


def session(*lines: str) -> tuple[Session, Time]:
    """A privileged session on the office, after some lines, each of which must be accepted."""
    router, time = office(OFFICE.read_text(encoding="utf-8"))
    found = router.session()
    for line in lines:
        result = found.run(line)
        assert result.accepted, (line, result.output)
    return found, time


#: An office with two paging groups, of SCCP and SIP phones.
PAGING = """telephony-service
 max-ephones 5
 max-dn 10
 ip source-address 10.0.0.1 port 2000
voice register global
 mode cme
 source-address 10.0.0.1 port 5060
 max-dn 5
 max-pool 5
ephone-dn 1
 number 1001
ephone-dn 5
 number 7770
 paging ip 239.0.0.1 port 20480
 paging group 6
ephone-dn 6
 number 7771
 paging ip 239.0.0.2 port 20480
ephone 2
 mac-address 0011.0000.0002
 button 1:1
 paging-dn 5
ephone 3
 mac-address 0011.0000.0003
 paging-dn 6
voice register dn 1
 number 2001
voice register pool 1
 id mac 0022.0000.0001
 number 1 dn 1
 paging-dn 6
"""
