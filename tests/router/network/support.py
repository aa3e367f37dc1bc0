"""A router with two networks, a loopback, and a way out."""

from __future__ import annotations

from iossim import Router
from tests.router.support import Time, office

EDGE = """hostname Edge
ip dhcp excluded-address 10.1.1.1 10.1.1.20
ip dhcp pool PHONES
 network 10.1.1.0 255.255.255.0
 default-router 10.1.1.1
 lease 0 2
ip dhcp pool PRINTER
 host 10.1.1.200 255.255.255.0
 hardware-address 0011.2233.4499
interface Loopback0
 ip address 192.0.2.1 255.255.255.255
interface GigabitEthernet0/0
 description LAN
 ip address 10.1.1.1 255.255.255.0
 ip address 10.1.9.1 255.255.255.0 secondary
 duplex auto
 speed 100
interface GigabitEthernet0/1
 no ip address
interface GigabitEthernet0/1.20
 encapsulation dot1Q 20
 ip address 198.51.100.2 255.255.255.252
interface GigabitEthernet0/2
 ip address 172.16.0.1 255.255.0.0
 shutdown
ip route 0.0.0.0 0.0.0.0 198.51.100.1
telephony-service
 max-ephones 5
 max-dn 5
 ip source-address 10.1.1.1 port 2000
ephone 1
 mac-address 0011.2233.4401
 type 7960
ephone 2
 mac-address 0011.2233.4402
 type 7960
end
"""


def edge(*more: str) -> tuple[Router, Time]:
    """The router, with more lines of configuration before its `end`, and its time."""
    text = EDGE.removesuffix("end\n") + "".join(f"{line}\n" for line in more) + "end\n"
    return office(text)
