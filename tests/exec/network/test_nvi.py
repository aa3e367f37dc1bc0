"""NVI0, the interface that a router makes when NAT begins: its log message and its line in show ip interface brief."""

from __future__ import annotations

from iossim import Router
from iossim.session import Session

UP = "%LINEPROTO-5-UPDOWN: Line protocol on Interface NVI0, changed state to up\n"


def _typed(session: Session, *lines: str) -> str:
    for line in ("configure terminal", *lines, "end"):
        assert session.run(line).accepted
    return session.messages()


def _nvi(session: Session) -> str:
    return next((line.strip() for line in session.execute("show ip interface brief").splitlines() if line.startswith("NVI0")), "")


def test_the_log_names_it_at_the_first_interface() -> None:
    session = Router().session(line="console")
    assert _nvi(session) == ""
    assert UP in _typed(session, "interface GigabitEthernet0/0", "ip nat inside")
    assert UP not in _typed(
        session, "interface GigabitEthernet0/0", "ip nat inside", "interface GigabitEthernet0/1", "ip nat outside"
    )
    assert UP not in _typed(session, "interface GigabitEthernet0/1", "no ip nat outside")
    assert _nvi(session).startswith("NVI0                       unassigned      YES unset  up                    up")
    _typed(session, "interface GigabitEthernet0/0", "no ip nat inside")
    assert _nvi(session) == ""


def test_it_has_the_address_of_the_first_interface() -> None:
    text = (
        "interface GigabitEthernet0/0\n ip address dhcp\n ip nat outside\n"
        "interface GigabitEthernet0/1\n ip address 10.1.1.1 255.255.255.0\n ip nat inside\n"
        "interface Loopback0\n ip address 10.9.9.9 255.255.255.255\ninterface Tunnel1\n ip address 10.8.8.8 255.255.255.0\nend\n"
    )
    session = Router.from_text(text).session()
    assert _nvi(session) == "NVI0                       10.1.1.1        YES unset  up                    up"
    rows = [line.split()[0] for line in session.execute("show ip interface brief").splitlines()]
    assert rows[-3:] == ["Loopback0", "NVI0", "Tunnel1"]
    assert "NVI0" not in session.execute("show ip interface brief GigabitEthernet0/1")


def test_routers_with_ios_xe_have_none() -> None:
    session = Router(platform="4331").session(line="console")
    assert UP not in _typed(session, "interface GigabitEthernet0/0/0", "ip nat inside")
    assert _nvi(session) == ""
