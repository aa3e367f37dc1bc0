"""Lines that some releases of IOS print elsewhere: S releases on routers, IOS XE, and old releases with other blanks.

The places are those of printed running-configs of routers and virtual routers.
"""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.language import language

S, M = "boot-start-marker\nboot-end-marker", "no service password-encryption\nboot-start-marker\nboot-end-marker"
PORT, TRUNK = "interface GigabitEthernet0/0", "interface GigabitEthernet0/1"
HTTP, FORWARD, NAT = "no ip http server", "ip forward-protocol nd", "ip nat inside source list 1 interface Loopback0 overload"
LABELS, BUNDLE, TUNNELS = "mpls label range 100 200", "multilink bundle-name authenticated", "mpls traffic-eng tunnels"
SSH, NETWORKS, ROUTE = "ip ssh version 2", "ip default-network 10.0.0.0", "ip route 10.0.0.0 255.0.0.0 Null0"
OBJECT, LLDP, MEMORY = "track 1 ip sla 1", "lldp run", "memory free low-watermark processor 70000"
USER_PPP = "username b password 0 c"
TREE, BOOTUP, USER, SECRET = "spanning-tree mode rapid-pvst", "diagnostic bootup level minimal", "username a", "enable password b"
TOKEN = "crypto pki token default removal timeout 0"
SSM, SOURCE = "ip pim ssm default", "ip pim mpls source Loopback0"


def _printed(lines: list[str], version: str, start: str, header: str = "") -> list[str]:
    """The given lines in the order in which they are printed, after they were read in the other order."""
    text = "\n".join([start, header, *(f" {line}" if header else line for line in reversed(lines))])
    printed = Router.from_text(f"version {version}\n{text}\nend\n").running_config.splitlines()
    return [line.strip() for line in printed if line.strip() in lines]


@pytest.mark.parametrize(
    ("version", "start", "lines"),
    [
        ("15.2", M, [BUNDLE, TUNNELS, LABELS]),
        ("15.2", S, [LABELS, TUNNELS, BUNDLE]),
        ("16.9", M, [LABELS, BUNDLE]),
        ("15.2", M, [FORWARD, HTTP, NAT]),
        ("15.2", S, [NAT, FORWARD, HTTP]),
        ("16.9", M, [NAT, FORWARD, HTTP]),
        ("15.4", M, [SSH, FORWARD]),
        ("15.4", S, [FORWARD, SSH]),
        ("15.2", S, [SSH, FORWARD]),
        ("15.4", M, [OBJECT, SSH, LLDP]),
        ("15.7", M, [OBJECT, LLDP, ROUTE, SSH]),
        ("15.7", M, [FORWARD, HTTP, NETWORKS, ROUTE]),
        ("15.5", S, [FORWARD, SSM, SOURCE, HTTP]),
        ("15.5", M, [FORWARD, HTTP, SSM, SOURCE]),
        ("15.2", S, [FORWARD, HTTP, SSM]),
        ("16.9", M, [MEMORY, BOOTUP, TREE]),
        ("17.3", M, [BOOTUP, MEMORY, TREE]),
        ("17.12", M, [TREE, SECRET, USER]),
        ("16.12", M, [SECRET, TREE, USER]),
        ("17.12", M, ["ip ssh bulk-mode 131072", "ip ssh time-out 60"]),
        ("15.7", M, ["ip domain name a.example", "ip name-server 10.0.0.1"]),
        ("17.3", M, ["ip name-server 10.0.0.1", "ip domain name a.example"]),
        ("15.1", f"{M}\nspanning-tree extend system-id", ["ip cef", "no ip domain lookup", "no ipv6 cef"]),
        ("15.1", M, [TOKEN, "ip source-route", "no ip cef", "no ipv6 cef"]),
        ("15.1", f"{M}\n{BUNDLE}", ["no ipv6 cef", "ip source-route", "no ip cef", TOKEN]),
        ("15.1", M, ["service config", "no service pad"]),
        ("12.3", M, ["memory-size iomem 10", "clock timezone EST -5", "voice-card 3", "aaa new-model", "ip subnet-zero"]),
        ("12.4", M, ["aaa new-model", "memory-size iomem 10", "clock timezone EST -5", "ip subnet-zero", "voice-card 3"]),
        ("12.3", M, ["ip subnet-zero", "ip tcp synwait-time 5", "ip cef"]),
        ("12.3", M, ["snmp-server engineID local 0102030405", "snmp-server community a RO"]),
        ("12.4", M, ["clock timezone EST -5", "dot11 syslog", "ip source-route"]),
        ("12.3", M, ["voice class codec 1", "fax interface-type fax-mail", "interface Loopback0"]),
        ("12.3", M, ["no scripting tcl init", "voice call send-alert"]),
        ("12.3", M, ["control-plane", "call rsvp-sync", "call application voice a flash:a.tcl", "voice-port 1/0/0"]),
        ("12.4", M, ["control-plane", "call treatment on", "mgcp fax t38 ecm"]),
        ("12.3", M, ["sip-ua", "rtr responder", "line con 0"]),
        ("12.4", M, ["exception dump 10.0.0.1", "exception data-corruption buffer truncate", "no process cpu autoprofile hog"]),
        ("15.1", M, ["no aaa new-model", "no process cpu autoprofile hog", "clock timezone EST -5"]),
        ("12.3", M, ["gw-accounting aaa", "interface Loopback0"]),
        ("17.3", M, [TREE, "errdisable recovery cause udld", USER, "vlan internal allocation policy ascending"]),
        ("15.2", M, [TREE, "spanning-tree extend system-id", "spanning-tree pathcost method long", "spanning-tree vlan 1 priority 4096"]),
        ("17.16", M, ["no ipv6 cef", "vtp mode transparent", "archive"]),
        ("15.7", M, ["control-plane", "parser view A", "line con 0"]),
        ("15.2", M, ["ip admission max-login-attempts 5", "no ip domain lookup"]),
        ("12.4", M, ["no ip domain lookup", "ip admission max-login-attempts 5"]),
        ("15.7", M, ["ip dhcp snooping vlan 1", "no ip dhcp snooping information option", "ip dhcp snooping"]),
        ("15.9", M, ["ipv6 router ospf 1", "ipv6 ioam timestamp"]),
        ("15.9", M, ["no cdp run", "interface Loopback0", "ip forward-protocol nd"]),
        ("15.4", M, ["interface Loopback0", "ip forward-protocol nd", "no cdp run", "route-map A permit 10"]),
        ("15.4", M, [USER_PPP, "redundancy", "crypto isakmp policy 1", "bba-group pppoe global", "interface Loopback0"]),
        ("12.4", M, ["ip admission max-nodata-conns 3", "ip sla monitor 1", "ip sla monitor schedule 1 life forever start-time now",
         "ip sla monitor 2", "ip tcp synwait-time 5", "interface Loopback0"]),
        ("15.0", M, ["ip host a.example 10.0.0.9", "ipv6 host a.example 2001:DB8::9", "ipv6 route ::/0 Null0"]),
        ("15.2", M, ["ip domain round-robin", "ip domain lookup source-interface Loopback0", "ip domain name a.example"]),
        ("15.2", M, ["ip flow-export source Loopback0", "ip flow-export version 5", "ip flow-export destination 10.0.0.9 9991"]),
        ("15.1", f"upgrade fpd auto\n{M}", ["ip cef", "no ip domain lookup", "no ipv6 cef"]),
        ("12.4", M, ["no cdp log mismatch duplex", "ipv6 router ospf 1", "route-map A permit 10"]),
        ("15.7", M, ["router ospfv3 1", "router ospf 1", "router bgp 1"]),
        ("17.12", M, ["vtp version 1", BUNDLE, "crypto pki trustpoint A", "ip forward-protocol nd", "ip tcp synwait-time 5", HTTP]),
        ("15.7", M, [BUNDLE, "crypto pki trustpoint A", "vtp version 1", "ip tcp synwait-time 5", FORWARD]),
        ("15.2", f"{M}\nsystem mtu routing 1500\nspanning-tree extend system-id", ["ip routing", "login on-success log", "vtp mode off"]),
        ("15.0", f"{M}\nsystem mtu routing 1500\nspanning-tree extend system-id", ["vtp mode off", "ip routing", "login on-success log"]),
        ("12.4", M, ["spanning-tree vlan 3 priority 1", "vtp file nvram:vlan.dat", USER, "archive"]),
        ("15.2", f"{M}\nspanning-tree extend system-id", ["no cdp run", "interface GigabitEthernet0/0", SSH, "ip scp server enable",
         "ip ssh client algorithm encryption aes128-ctr"]),
        ("15.2", M, ["interface GigabitEthernet0/0", "no cdp run"]),
        ("15.1", f"{M}\nspanning-tree extend system-id", [SSH, "interface GigabitEthernet0/0"]),
        ("15.2", M, ["port-channel load-balance src-ip", TREE]),
        ("17.3", M, [TREE, "port-channel load-balance src-ip"]),
        ("16.9", M, ["netconf-yang", "restconf", USER, "line con 0"]),
        ("17.3", M, [USER, "line con 0", "netconf-yang", "restconf"]),
        ("17.15", M, [MEMORY, BOOTUP, TREE]),
        ("16.9", M, ["subscriber templating", "ipv6 unicast-routing", BUNDLE]),
        ("15.5", M, ["ipv6 unicast-routing", "subscriber templating", BUNDLE]),
        ("17.15", M, ["ip access-list standard A", "ip radius source-interface Loopback0", "ip sla 1"]),
        ("15.7", M, ["ip radius source-interface Loopback0", "ip access-list standard A", "ip sla 1"]),
        ("17.15", f"{M}\naaa new-model", ["aaa accounting update newinfo", "aaa accounting exec default none"]),
        ("15.0", f"{M}\nspanning-tree extend system-id", ["mls qos", "crypto pki trustpoint A", "vlan 9"]),
        ("15.4", S, ["multilink bundle-name authenticated", "l2vpn vfi context A", "license boot level ax"]),
        ("17.15", M, ["interface Loopback0", "interface LISP0", "interface L2LISP0", "interface GigabitEthernet0/0"]),
    ],
)  # fmt: skip
def test_lines_of_global_configuration(version: str, start: str, lines: list[str]) -> None:
    assert _printed(lines, version, start) == lines


@pytest.mark.parametrize(
    ("header", "version", "start", "lines"),
    [
        (PORT, "15.2", M, ["duplex auto", "speed auto", "media-type rj45", "negotiation auto"]),
        (PORT, "15.2", S, ["media-type gbic", "speed 1000", "duplex full", "negotiation auto"]),
        (PORT, "16.9", M, ["speed 100", "duplex full"]),
        (PORT, "15.2", S, ["mac-address 0200.5e00.5309", "ip address 10.0.0.9 255.0.0.0", "ip load-sharing per-packet", "ip nat inside"]),
        (PORT, "15.2", M, ["ip nat inside", "standby 1 ip 10.0.0.8", "ip policy route-map A", "ip ospf cost 5", "duplex auto"]),
        (PORT, "15.2", M, ["duplex auto", "ipv6 enable", "bridge-group 1"]),
        (PORT, "15.2", M, ["speed auto", "medium p2p", "ipv6 enable"]),
        (PORT, "15.2", S, ["ipv6 enable", "ipv6 router isis A", "mpls traffic-eng tunnels", "ipv6 ospf 1 area 0"]),
        (PORT, "15.2", M, ["ipv6 ospf 1 area 0", "ipv6 ospf network broadcast", "ipv6 ospf priority 0", "mpls traffic-eng tunnels"]),
        ("interface Async1/00", "15.1", M, ["peer default ip address dhcp-pool A", "async mode dedicated", "no keepalive"]),
        ("interface Tunnel0", "15.0", M, ["ip tcp adjust-mss 1360", "ip summary-address eigrp 1 10.0.0.0 255.0.0.0"]),
        (PORT, "15.7", M, ["ip ospf network point-to-point", "ip ospf 1 area 0", "ip ospf cost 5"]),
        (PORT, "15.0", M, ["ip ospf cost 5", "ip ospf 1 area 0"]),
        (PORT, "15.6", M, ["ip ospf network broadcast", "ip ospf hello-interval 2", "ip ospf priority 0", "ip ospf ttl-security"]),
        (PORT, "15.0", M, ["ip ospf priority 0", "ip ospf network broadcast"]),
        (PORT, "15.4", M, ["ip nat inside", "ip policy route-map A", "ip ospf hello-interval 2"]),
        (PORT, "15.6", M, ["ipv6 mtu 1500", "ipv6 traffic-filter A in", "ospfv3 1 ipv6 area 0", "ospfv3 1 ipv6 cost 10"]),
        ("interface Serial0/0/0", "15.2", M, ["ip ospf 1 area 0", "ipv6 enable", "clock rate 128000"]),
        ("router ospfv3 1\n address-family ipv6 unicast", "15.6", M, ["passive-interface Loopback0", "router-id 10.0.0.1"]),
        ("router eigrp A\n address-family ipv4 autonomous-system 1", "15.6", M, ["network 10.0.0.0", "metric weights 0 0 0 1 0 0 0"]),
        ("router eigrp 1", "15.4", M, ["distribute-list prefix A out Tunnel0", "distribute-list prefix A out Tunnel1", "network 10.0.0.0"]),
        ("router ospf 1", "15.4", M, ["network 10.0.0.0 0.0.0.255 area 0", "distribute-list prefix A in"]),
        (
            "router eigrp A\n address-family ipv4 autonomous-system 1\n af-interface Tunnel0",
            "15.4",
            M,
            ["summary-address 10.0.0.0 255.0.0.0", "no next-hop-self", "no passive-interface", "no split-horizon"],
        ),
        ("router bgp 1\n address-family ipv6", "15.4", M, ["redistribute connected", "network 2001:DB8::/32"]),
        (
            "interface Tunnel0",
            "15.7",
            M,
            ["ip mtu 1400", "ip bandwidth-percent eigrp 1 25", "no ip next-hop-self eigrp 1", "no ip split-horizon eigrp 1",
             "ip nhrp network-id 1", "ip summary-address eigrp 1 10.0.0.0 255.0.0.0", "ip tcp adjust-mss 1360"],
        ),
        (
            PORT,
            "15.7",
            M,
            ["glbp 1 ip 10.0.0.9", "ipv6 address 2001:DB8::1/64", "ipv6 dhcp server PHONES", "ntp broadcast", "ospfv3 1 ipv4 area 0",
             "vrrp 1 ip 10.0.0.8", "bfd interval 50 min_rx 50 multiplier 3"],
        ),
        ("interface GigabitEthernet0/0.5", "15.7", M, ["glbp 1 ip 10.0.0.9", "ipv6 enable", "vrrp 1 ip 10.0.0.8"]),
        ("interface GigabitEthernet0/0.5", "15.7", M, ["encapsulation dot1Q 5", "vrf forwarding A"]),
        ("interface GigabitEthernet0/0.5", "15.0", M, ["vrf forwarding A", "encapsulation dot1Q 5"]),
        (TRUNK, "15.2", f"{M}\n{TREE}", ["switchport trunk allowed vlan 1", "switchport trunk native vlan 9"]),
        (TRUNK, "17.3", f"{M}\n{TREE}", ["switchport trunk native vlan 9", "switchport trunk allowed vlan 1"]),
        (TRUNK, "15.2", f"{M}\nspanning-tree extend system-id", ["no cdp enable", "spanning-tree portfast edge"]),
        (TRUNK, "15.2", M, ["spanning-tree portfast edge", "no cdp enable"]),
        (TRUNK, "15.2", M, ["spanning-tree link-type point-to-point", "spanning-tree guard root", "ip dhcp snooping trust"]),
        ("line 0/0/0", "15.1", M, ["script dialer a", "modem InOut", "no exec", "transport input all", "autoselect ppp"]),
        ("line 0/0/0", "15.1", M, ["autoselect ppp", "stopbits 1", "speed 9600"]),
        (TRUNK, "16.9", M, ["no mop sysid", "channel-group 2 mode active"]),
        ("router ospf 1", "15.2", M, ["mpls ldp autoconfig", "mpls traffic-eng area 0", "router-id 1.1.1.1"]),
        ("router ospf 1", "15.2", S, ["router-id 1.1.1.1", "mpls ldp autoconfig", "mpls traffic-eng area 0"]),
        ("router isis", "15.0", M, ["mpls ldp autoconfig", "net 49.0001.0000.0000.0001.00"]),
        ("router isis", "15.2", M, ["net 49.0001.0000.0000.0001.00", "advertise passive-only", "metric-style wide", "no hello padding"]),
        ("router bgp 1", "15.0", M, ["bgp router-id 1.1.1.1", "no bgp default ipv4-unicast", "bgp log-neighbor-changes"]),
        ("router bgp 1", "15.2", M, ["bgp router-id 1.1.1.1", "bgp log-neighbor-changes", "no bgp default ipv4-unicast"]),
        ("router bgp 1", "15.2", M, ["no bgp enforce-first-as", "bgp log-neighbor-changes"]),
        (
            "router bgp 1\n address-family ipv4",
            "15.7",
            M,
            ["neighbor 10.0.0.1 activate", "neighbor 10.0.0.1 weight 9", "neighbor 10.0.0.1 allowas-in",
             "neighbor 10.0.0.1 filter-list 10 out",
             "neighbor 10.0.0.1 send-label", "maximum-paths 4", "maximum-paths ibgp 4"],
        ),
        ("router bgp 1\n address-family ipv6 vrf A", "15.0", M, ["redistribute static", "no synchronization", "maximum-paths eibgp 4",
         "neighbor 2001:DB8::1 remote-as 2"]),
        ("router bgp 1\n address-family ipv4 vrf A", "15.0", M, ["no synchronization", "redistribute static",
         "neighbor 10.0.0.1 remote-as 2",
         "maximum-paths eibgp 4"]),
        ("router bgp 1\n address-family ipv6", "15.4", M, ["redistribute static", "maximum-paths 2", "neighbor 2001:DB8::1 activate"]),
        ("router bgp 1\n address-family ipv4", "15.4", M, ["redistribute static", "neighbor 10.0.0.1 activate", "maximum-paths 2"]),
        ("vrf definition A\n address-family ipv4", "15.0", M, ["import map B", "route-target export 1:1", "mdt default 239.0.0.1"]),
        ("vrf definition A\n address-family ipv4", "15.2", M, ["import map B", "mdt default 239.0.0.1", "route-target export 1:1"]),
        ("router isis", "15.2", M, ["metric-style wide", "log-adjacency-changes", "passive-interface Loopback0", "mpls ldp autoconfig"]),
        ("router ospf 1", "15.2", S, ["router-id 1.1.1.1", "shutdown", "prefix-suppression", "redistribute static subnets"]),
        ("policy-map A\n class B", "15.0", M, ["bandwidth percent 25", "random-detect", "fair-queue"]),
        ("policy-map A\n class B", "15.2", M, ["fair-queue", "random-detect"]),
        ("interface Async1/00", "12.4", f"{M}\nresource-pool disable", ["encapsulation ppp", "ppp multilink", "dialer in-band"]),
        ("interface Async1/00", "12.4", M, ["encapsulation ppp", "ip tcp header-compression", "dialer in-band", "async mode dedicated",
         "peer default ip address dhcp-pool A"]),
        ("interface BRI0/0", "12.4", M, ["encapsulation ppp", "dialer pool-member 1", "ppp multilink"]),
        ("interface Tunnel1", "16.9", M, ["tunnel source Loopback0", "ip virtual-reassembly"]),
        ("interface Tunnel1", "15.0", M, ["ip virtual-reassembly", "tunnel source Loopback0"]),
        ("track 1 list boolean and", "15.4", M, ["object 2", "delay down 10 up 5"]),
        (TRUNK, "15.2", f"{M}\nspanning-tree extend system-id", ["no cdp enable", "channel-group 2 mode active"]),
        (TRUNK, "15.2", M, ["channel-group 2 mode active", "no cdp enable"]),
        (TRUNK, "15.2", f"{M}\nspanning-tree extend system-id", ["no lldp transmit", "no cdp enable", "spanning-tree portfast"]),
        (TRUNK, "15.2", f"{M}\nspanning-tree extend system-id", ["switchport mode trunk", "mtu 9000", "media-type rj45",
         "duplex full"]),
        (TRUNK, "17.15", f"{M}\nspanning-tree extend system-id", ["switchport mode trunk", "bandwidth 1000"]),
        (PORT, "15.7", M, ["mtu 1400", "bandwidth 1000", "ip address 10.0.0.1 255.255.255.0"]),
        (TRUNK, "15.2", f"{M}\nspanning-tree extend system-id", ["power inline static", "speed 1000"]),
        (PORT, "15.2", M, ["glbp 3 preempt", "glbp 3 weighting 60", "glbp 3 load-balancing weighted"]),
        ("interface Vlan10", "17.15", M, ["mac-address 0000.5e00.5301", "vrf forwarding A"]),
        ("interface Vlan10", "15.7", M, ["ip address 10.0.0.1 255.255.255.0", "mac-address 0000.5e00.5301"]),
        ("crypto pki trustpoint A", "17.15", M, ["enrollment mode ra", "enrollment terminal", "source interface Vlan1", "hash sha512"]),
    ],
)  # fmt: skip
def test_lines_of_a_section(header: str, version: str, start: str, lines: list[str]) -> None:
    assert _printed(lines, version, start, header) == lines


@pytest.mark.parametrize("header", ["router eigrp", "router ospf"])
def test_routing_processes_stand_as_they_were_entered(header: str) -> None:
    printed = Router.from_text(f"version 15.7\n{header} 9\n{header} 4\nend\n").running_config.splitlines()
    assert [line for line in printed if line.startswith(header)] == [f"{header} 9", f"{header} 4"]


def test_static_routes_with_an_object_stand_before_the_others_as_they_were_entered() -> None:
    lines = [
        "ip route 10.9.0.0 255.255.0.0 10.0.0.1 track 1",
        "ip route 10.2.0.0 255.255.0.0 10.0.0.1 5 track 1",
        "ip route 10.1.0.0 255.255.0.0 10.0.0.1",
        "ip route 10.3.0.0 255.255.0.0 10.0.0.1",
    ]
    text = "\n".join([lines[3], lines[0], lines[2], lines[1]])
    printed = Router.from_text(f"version 15.7\ntrack 1 ip sla 1\n{text}\nend\n").running_config.splitlines()
    assert [line for line in printed if line.startswith("ip route")] == lines


@pytest.mark.parametrize("line", ["no ip dhcp ping packets", "crypto pki server A\n no database archive"])
def test_negative_forms_that_are_printed(line: str) -> None:
    assert f"\n{line}\n" in Router.from_text(f"version 15.5\n{line}\nend\n").running_config


def test_an_s_release_prints_no_reassembly_of_its_own() -> None:
    nat = f"{PORT}\n ip nat inside\n"
    assert "ip virtual-reassembly" not in Router.from_text(f"version 15.2\n{S}\n{nat}end\n").running_config
    assert " ip virtual-reassembly in\n" in Router.from_text(f"version 15.2\n{M}\n{nat}end\n").running_config


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        (
            "15.0",
            [" class B", "    bandwidth percent 20", "     random-detect", " class C", "    police 8000", "  service-policy D"],
        ),
        ("15.2", [" class B", "  bandwidth percent 20 ", "  random-detect", " class C", "  police 8000", "   service-policy D"]),
    ],
)
def test_lines_of_policy_maps_have_more_blanks_in_old_releases(version: str, printed: list[str]) -> None:
    text = "policy-map D\npolicy-map A\n class B\n  bandwidth percent 20\n  random-detect\n class C\n  police 8000\n  service-policy D\n"
    lines = Router.from_text(f"version {version}\n{text}end\n").running_config.splitlines()
    first = lines.index("policy-map A")
    assert lines[first + 1 : first + 7] == printed


@pytest.mark.parametrize(("version", "printed"), [("15.0", " route-target import 1:1"), ("15.1", "  route-target import 1:1")])
def test_route_targets_of_a_family(version: str, printed: str) -> None:
    text = "vrf definition A\n rd 1:1\n address-family ipv4\n  route-target import 1:1\n exit-address-family\n"
    assert printed in Router.from_text(f"version {version}\n{text}end\n").running_config.splitlines()


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        ("15.0", [" match  dscp cs2  cs6 ", " match  precedence 5 ", " match ip dscp ef ", " match cos 3 ", " match not dscp ef "]),
        ("15.2", [" match dscp cs2 cs6 ", " match precedence 5 ", " match ip dscp ef ", " match cos 3 ", " match not dscp ef "]),
    ],
)
def test_blanks_of_class_maps(version: str, printed: list[str]) -> None:
    typed = [" ".join(line.split()) for line in printed]
    text = "\n".join(["class-map match-any A", *(f" {line}" for line in typed)])
    lines = Router.from_text(f"version {version}\n{text}\nend\n").running_config.splitlines()
    assert lines[lines.index("class-map match-any A") + 1 :][: len(printed)] == printed


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        (
            "15.0",
            ["   police cir percent 35", "     conform-action set-mpls-exp-imposition-transmit 5", "     exceed-action drop "],
        ),
        ("15.2", ["  police cir percent 35", "   conform-action set-mpls-exp-imposition-transmit 5", "   exceed-action drop"]),
    ],
)
def test_blanks_of_a_rate_in_percent(version: str, printed: list[str]) -> None:
    text = "policy-map A\n class B\n  police cir percent 35\n   conform-action set-mpls-exp-imposition-transmit 5\n   exceed-action drop\n"
    lines = Router.from_text(f"version {version}\n{text}end\n").running_config.splitlines()
    first = lines.index(" class B")
    assert lines[first + 1 : first + 4] == printed


def test_groups_stand_as_they_were_entered() -> None:
    lines = [" ip igmp join-group 224.5.5.5", " ip igmp join-group 224.1.1.1"]
    text = "\n".join([PORT, *lines])
    assert [line for line in Router.from_text(f"{text}\nend\n").running_config.splitlines() if "igmp" in line] == lines


def test_the_markings_of_a_class_stand_as_they_were_entered() -> None:
    lines = ["  set qos-group 3", "  set discard-class 1"]
    text = "\n".join(["policy-map A", " class B", *lines])
    assert [line for line in Router.from_text(f"{text}\nend\n").running_config.splitlines() if " set " in line] == lines


def test_the_key_of_ikev2_is_not_hidden() -> None:
    text = (
        "service password-encryption\ncrypto ikev2 keyring A\n peer B\n  pre-shared-key word1\nusername a password 0 word2\nend\n"
    )
    printed = Router.from_text(text).running_config
    assert "  pre-shared-key word1\n" in printed
    assert "password 7" in printed


def test_the_conditions_name_commands_of_the_mode_or_of_global_configuration() -> None:
    everywhere = {rule.base for rule in language().mode("global").commands}
    for name in language().mode_names:
        commands = language().mode(name).commands
        names = {rule.base for rule in commands} | everywhere
        for rule in commands:
            records = [record for record in (*rule.before, *rule.before_from_ios) if record.condition != "below"]
            assert {record.other for record in records if record.other} <= names


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("17.15", ["class-map match-any A", " description Text", "ip access-list extended B", " 10 deny ip any any"]),
        ("17.12", ["class-map match-any A", "  description Text", "ip access-list extended B", " 10 deny   ip any any"]),
        ("15.7", ["class-map match-any A", "  description Text", "ip access-list extended B", " deny   ip any any"]),
        ("17.15", ["ip radius source-interface Loopback0 "]),
        ("15.2", ["logging discriminator A severity drops 6 msg-body drops TEXT "]),
        (
            "16.9",
            [
                "router bgp 1",
                " bmp server 1",
                "  address 10.0.0.9 port-number 5000",
                "  activate",
                " exit-bmp-server-mode",
                " bgp log-neighbor-changes",
                " neighbor 10.0.0.9 remote-as 1",
                " neighbor 10.0.0.9 bmp-activate all",
                " address-family link-state link-state",
                " exit-address-family",
            ],
        ),
        ("17.15", ["ip access-list standard B", " 10 deny   any"]),
        ("17.15", ["ip sla 1", " icmp-echo 10.0.0.1", "  threshold 3", "  frequency 10"]),
        ("15.7", ["ip sla 1", " icmp-echo 10.0.0.1", " threshold 3", " frequency 10"]),
        ("15.0", ["vlan 7-8 ", "vlan 9", " name PHONES"]),
        ("17.3", ["vlan 7 ", "vlan 9", " name PHONES"]),
        ("15.0", ["class-map match-any A", "  match non-client-nrt "]),
    ],
)
def test_blanks_of_lines(version: str, lines: list[str]) -> None:
    text = "\n".join([f"version {version}", M, *lines, "end", ""])
    printed = Router.from_text(text).running_config.splitlines()
    assert [line for line in printed if line.strip("! ") and line in lines] == lines


def test_server_groups_stand_as_they_were_entered() -> None:
    text = "version 17.15\naaa new-model\naaa group server radius B\naaa group server radius A\nend\n"
    printed = Router.from_text(text).running_config
    assert printed.index("radius B") < printed.index("radius A")


@pytest.mark.parametrize(("version", "refused"), [("12.4", False), ("15.0", True)])
def test_bridge_priorities_of_a_switch_module(version: str, refused: bool) -> None:
    text = f"version {version}\nspanning-tree vlan 3 priority 1\nend\n"
    assert bool(Router.from_text(text).findings) is refused
    assert Router.from_text(text.replace("spanning-tree vlan", "spanning-tree extend system-id\nspanning-tree vlan")).findings


def test_services_of_signal_processors_stand_by_kind_and_number() -> None:
    profiles = [
        "dspfarm profile 10 mtp",
        "dspfarm profile 100 conference",
        "dspfarm profile 7 transcode",
        "dspfarm profile 3 transcode",
    ]
    printed = [line.strip() for line in Router.from_text("\n".join([*profiles, "end\n"])).running_config.splitlines()]
    assert [line for line in printed if line.startswith("dspfarm")] == [profiles[place] for place in (3, 2, 1, 0)]


def test_names_of_restrictions_stand_as_they_were_entered() -> None:
    lists = "dial-peer cor list B\n member PSTN\n member ALL\ndial-peer cor list A\n member ALL\n"
    text = f"dial-peer cor custom\n name PSTN\n name ALL\n{lists}"
    printed = Router.from_text(f"{text}end\n").running_config.splitlines()
    assert [line for line in printed if line.startswith(("dial-peer", " name", " member"))] == text.splitlines()


@pytest.mark.parametrize(
    ("start", "lines"),
    [
        ("interface GigabitEthernet0/0", ["duplex auto", "speed auto", "media-type rj45", "no keepalive", "no cdp enable"]),
        ("interface Serial1/0:15", ["encapsulation hdlc", "isdn incoming-voice voice", "isdn sending-complete", "no keepalive"]),
        ("interface Async1", ["encapsulation ppp", "no keepalive", "ppp authentication chap"]),
    ],
)
def test_the_keepalive_of_a_port_stands_after_its_rate(start: str, lines: list[str]) -> None:
    text = "\n".join([start, *(f" {line}" for line in reversed(lines)), "end\n"])
    printed = [line.strip() for line in Router.from_text(f"version 12.4\n{text}").running_config.splitlines()]
    assert [line for line in printed if line in lines] == lines


def test_the_synchronization_of_an_address_family_stands_last() -> None:
    lines = [" address-family ipv4 vrf A", "  redistribute connected", "  no synchronization", " exit-address-family"]
    printed = Router.from_text(
        "\n".join(["version 12.4", "ip vrf A", " rd 1:1", "router bgp 1", lines[0], lines[2], lines[1], lines[3], "end\n"])
    ).running_config
    assert "\n".join(lines) in printed
