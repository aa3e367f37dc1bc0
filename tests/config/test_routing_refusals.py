"""What a file may have that a router refuses when it is typed, and the releases in which a message is printed."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.validate import check_text


@pytest.mark.parametrize(
    ("version", "warned"), [("", True), ("version 12.4\n", True), ("version 15.7\n", True), ("version 16.9\n", False)]
)
def test_ios_xe_takes_subnets_for_granted(version: str, warned: bool) -> None:
    session = Router(text=f"{version}interface Loopback0\n ip address 192.0.2.1 255.255.255.255\nend\n").session(privilege=15)
    session.execute("configure terminal")
    session.execute("router ospf 1")
    assert (session.execute("redistribute static") != "") is warned


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "interface Loopback0\n ip address 192.0.2.1 255.255.255.255\nrouter bgp 1\n neighbor 192.0.2.1 remote-as 2\n",
            "local system",
        ),
        ("interface Loopback0\n ip address 192.0.2.1 255.255.255.255\nrouter bgp 1\n neighbor 192.0.2.2 remote-as 2\n", ""),
        (
            "router bgp 1\n neighbor 192.0.2.2 remote-as 2\n neighbor 192.0.2.2 peer-group ALL\n",
            "Configure the peer-group ALL first",
        ),
        ("router bgp 1\n neighbor ALL peer-group\n neighbor 192.0.2.2 peer-group ALL\n", ""),
        ("router bgp 1\n neighbor ALL peer-group\n neighbor ALL remote-as 2\n neighbor 2001:DB8::2 remote-as 2\n", ""),
        (
            "access-list 1 permit 192.0.0.0 0.255.255.255\naccess-list 1 permit 192.0.2.0 0.0.0.255\naccess-list 1 deny 192.0.2.1\n",
            "num 10",
        ),
        (
            "access-list 1 permit 192.0.3.0 0.0.0.255\naccess-list 1 permit 192.0.2.0 0.0.0.255\naccess-list 1 deny 192.0.2.1\n",
            "num 20",
        ),
        ("interface Loopback0\n no ipv6 address FE80::1/64\n", ""),
        ("interface Loopback0\n ipv6 address FE80::1/64\n", "Error: FE80::1/64 is invalid"),
        ("router bgp 1\n network 192.0.2.1 mask 255.255.255.0\n", "Incorrect network or mask"),
        ("router bgp 1\n network 192.0.2.0 mask 255.0.255.0\n", "Incorrect network or mask"),
        ("router bgp 1\n network 192.0.2.0 mask 255.255.255.0\n", ""),
        ("router ospf 1\n area 0 stub\n", "Backbone can not be configured"),
        ("router ospf 1\n area 10 stub\n", ""),
        ("router ospf 1\n area 1 stub\n area 1 nssa\n", "configured as stub area already"),
        ("router ospf 1\n area 1 stub\n area 2 nssa\n", ""),
        ("ipv6 route ::/0 FE80::1\n", "Interface has to be specified"),
        ("ipv6 route ::/0 2001:DB8::1\n", ""),
    ],
)
def test_a_file_is_judged_as_a_router_would(text: str, message: str) -> None:
    errors = [found.message for found in check_text("", f"version 15.7\nhostname Router\n{text}end\n") if found.severity == "error"]
    assert [message in error for error in errors] == ([True] if message else [])


def test_the_first_address_can_go_where_there_is_no_other() -> None:
    session = Router().session(privilege=15)
    for line in ("configure terminal", "interface Loopback0", "ip address 192.0.2.1 255.255.255.0"):
        session.execute(line)
    assert session.execute("no ip address 192.0.2.1 255.255.255.0") == ""
    assert session.execute("ip address 192.0.2.1 255.255.255.0 secondary") == ""
