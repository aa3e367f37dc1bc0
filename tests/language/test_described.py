"""Commands around CME take their words and nothing else: lines that a router accepts, and the same lines with one word changed."""

from __future__ import annotations

import pytest

from iossim.language import Command, language, match

ACCEPTED = [
    ("global", "access-list 10 permit 10.0.0.0 0.255.255.255 log"),
    ("global", "access-list 10 remark phones"),
    ("global", "access-list 1399 deny any"),
    ("global", "access-list 100 permit tcp any host 10.1.1.1 eq www 443 established log"),
    ("global", "access-list 101 permit udp any range 16384 32767 any dscp ef"),
    ("global", "access-list 102 deny icmp any any echo-reply"),
    ("global", "access-list 2000 permit 47 host 10.1.1.1 any"),
    ("global", "no access-list 10"),
    ("global", "ip prefix-list P seq 5 permit 10.0.0.0/8 ge 16 le 24"),
    ("global", "arp 10.1.1.1 0011.2233.4455 arpa"),
    ("global", "ip nat inside source list 1 interface GigabitEthernet0/0 overload"),
    ("global", "ip nat inside source list 1 pool P overload"),
    ("global", "ip nat inside source static tcp 10.1.1.1 80 interface Dialer1 8080"),
    ("global", "ip nat inside source static 10.1.1.1 192.0.2.1 extendable"),
    ("global", "ip nat translation tcp-timeout 300"),
    ("global", "ipv6 route ::/0 2001:DB8::1"),
    ("global", "ip sla schedule 1 life forever start-time now"),
    ("global", "spanning-tree vlan 1-10,20 priority 4096"),
    ("global", "spanning-tree portfast bpduguard default"),
    ("global", "errdisable recovery cause all"),
    ("global", "aaa authentication login default group tacacs+ local"),
    ("global", "aaa authorization exec default local if-authenticated"),
    ("global", "login block-for 60 attempts 3 within 30"),
    ("global", "crypto isakmp key k address 192.0.2.1"),
    ("global", "crypto ipsec transform-set T esp-aes 256 esp-sha-hmac"),
    ("global", "crypto map M 10 ipsec-isakmp"),
    ("ip_access_list_standard", "10 permit 10.0.0.0 0.0.0.255"),
    ("ip_access_list_extended", "permit udp any eq bootpc any eq bootps"),
    ("ip_access_list_extended", "20 permit object-group S any any"),
    ("ipv6_access_list", "permit tcp any host 2001:DB8::1 eq 22"),
    ("time_range", "periodic weekdays 8:00 to 17:00"),
    ("time_range", "absolute start 08:00 1 January 2024 end 17:00 31 December 2024"),
    ("router_ospf", "network 10.0.0.0 0.255.255.255 area 0"),
    ("router_ospf", "area 1 stub no-summary"),
    ("router_ospf", "default-information originate always metric 10"),
    ("router_ospf", "redistribute eigrp 100 subnets route-map R"),
    ("router_eigrp", "network 10.0.0.0 0.0.0.255"),
    ("router_eigrp", "eigrp stub connected summary"),
    ("router_rip", "network 10.0.0.0"),
    ("router_rip", "redistribute static metric 2"),
    ("router_bgp", "network 10.0.0.0 mask 255.0.0.0"),
    ("router_bgp", "aggregate-address 10.0.0.0 255.0.0.0 summary-only"),
    ("route_map", "match ip address 10 20"),
    ("route_map", "set ip next-hop 10.1.1.1"),
    ("class_map", "match ip dscp ef af31"),
    ("class_map", "match protocol sip"),
    ("policy_map_class", "priority percent 33"),
    ("policy_map_class", "set dscp cs3"),
    ("policy_map_class", "police cir 8000 bc 1500 conform-action transmit exceed-action drop"),
    ("policy_map_class", "shape average 1000000"),
    ("interface", "ip ospf 1 area 0"),
    ("interface", "ip ospf cost 10"),
    ("interface", "ip summary-address eigrp 100 10.0.0.0 255.0.0.0"),
    ("interface", "standby 1 ip 10.1.1.254"),
    ("interface", "standby 1 preempt delay minimum 30"),
    ("interface", "standby priority 110"),
    ("interface", "standby 1 track GigabitEthernet0/0 20"),
    ("interface", "standby version 2"),
    ("interface", "vrrp 1 ip 10.1.1.254"),
    ("interface", "glbp 1 load-balancing round-robin"),
    ("interface", "tunnel source GigabitEthernet0/0"),
    ("interface", "tunnel mode gre multipoint"),
    ("interface", "ppp authentication chap pap callin"),
    ("interface", "dialer pool 1"),
    ("interface", "switchport port-security violation restrict"),
    ("interface", "switchport port-security mac-address sticky 0011.2233.4455"),
    ("interface", "spanning-tree vlan 10 cost 4"),
    ("interface", "ip nhrp map multicast dynamic"),
]

REFUSED = [
    ("global", "access-list 10 permit tcp any any"),
    ("global", "access-list 10 permit"),
    ("global", "access-list 100 permit tcp any any eq"),
    ("global", "access-list 100 permit ip any any eq 80"),
    ("global", "access-list 100 permit udp any any established"),
    ("global", "access-list 100 permit tcp any any eq 65536"),
    ("global", "access-list 100 permit foo any any"),
    ("global", "access-list 300 permit any"),
    ("global", "ip prefix-list P seq 5 allow 10.0.0.0/8"),
    ("global", "arp 10.1.1.1 0011.2233.4455"),
    ("global", "ip nat inside source list 1 overload"),
    ("global", "ip nat inside source static tcp 10.1.1.1 interface Dialer1 8080"),
    ("global", "ipv6 route 2001:DB8::1 2001:DB8::2"),
    ("global", "spanning-tree vlan 1 priority high"),
    ("global", "aaa authentication login defualt locale"),
    ("global", "login block-for 60 attempts 3"),
    ("global", "crypto isakmp key k 192.0.2.1"),
    ("global", "crypto ipsec transform-set T aes"),
    ("global", "mac-address-table 0011.2233.4455"),
    ("ip_access_list_standard", "permit tcp any any"),
    ("ip_access_list_extended", "permit foo bar"),
    ("ip_access_list_extended", "permit any"),
    ("router_ospf", "network 10.0.0.0 area 0"),
    ("router_ospf", "network 10.0.0.0 0.255.255.255"),
    ("router_ospf", "area x stub"),
    ("router_ospf", "int gi0/1"),
    ("router_eigrp", "network 10.0.0.0 0.0.0.255 area 0"),
    ("router_rip", "network 10.0.0.0 255.0.0.0"),
    ("router_bgp", "network 10.0.0.0 255.0.0.0"),
    ("route_map", "match foo"),
    ("class_map", "match ip dscp xy"),
    ("policy_map_class", "priority much"),
    ("policy_map_class", "police cir fast"),
    ("interface", "ip ospf cost abc"),
    ("interface", "ip ospf 1"),
    ("interface", "ip route 0.0.0.0 0.0.0.0 10.1.1.1"),
    ("interface", "standby 1 ip abc"),
    ("interface", "standby 1 priority 256"),
    ("interface", "vrrp 1 priority 255"),
    ("interface", "tunnel mode vxlan"),
    ("interface", "ppp authentication none"),
    ("interface", "switchport mode acces2"),
    ("interface", "switchport port-security violation ignore"),
    ("interface", "spanning-tree vlan 10 cost"),
]


@pytest.mark.parametrize(("mode", "line"), ACCEPTED)
def test_line_is_taken(mode: str, line: str) -> None:
    """The mode takes the line, and takes it away again by `no`."""
    outcome = match(language().mode(mode), line)
    assert isinstance(outcome, Command)
    if not line.startswith("no "):
        assert isinstance(match(language().mode(mode), f"no {line}"), Command)


@pytest.mark.parametrize(("mode", "line"), REFUSED)
def test_line_is_refused(mode: str, line: str) -> None:
    """The mode does not take the line."""
    assert not isinstance(match(language().mode(mode), line), Command)
