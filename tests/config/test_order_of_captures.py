"""Places and blanks of lines, and the order in which some of them were entered, as captures of routers and switches have them."""

from __future__ import annotations

import pytest

from iossim import Router

M = "no service password-encryption\nboot-start-marker\nboot-end-marker"
VIRTUAL, SWITCH = f"{M}\nmmi polling-interval 60", f"{M}\nspanning-tree extend system-id"
HTTP, FORWARD, ROUTE = "no ip http server", "ip forward-protocol nd", "ip route 10.0.0.0 255.0.0.0 Null0"
NAT = "ip nat inside source list 1 interface Loopback0 overload"
NEW_FORMAT, COMMUNITIES = "ip bgp-community new-format", "ip community-list standard A permit 1:1"
MONITOR = "monitor session 1 source interface Gi0/2"
MAC = "mac address-table static 0000.5e00.0101 vlan 1 interface GigabitEthernet0/0"


def _printed(text: str) -> list[str]:
    return Router.from_text(f"{text}\nend\n").running_config.splitlines()


def _order(version: str, start: str, header: str, lines: list[str]) -> list[str]:
    """The given lines in the order in which they are printed, after they were read in the other order."""
    text = "\n".join([start, header, *(f" {line}" if header else line for line in reversed(lines))])
    return [line.strip() for line in _printed(f"version {version}\n{text}") if line.strip() in lines]


@pytest.mark.parametrize(
    ("version", "start", "lines"),
    [
        ("15.4", VIRTUAL, ["ip dhcp excluded-address 10.0.0.1", "ip dhcp ping packets 7", "ip dhcp ping timeout 300"]),
        ("15.2", SWITCH, ["no ip dhcp ping packets", "ip dhcp snooping vlan 10"]),
        ("12.4", M, [FORWARD, NEW_FORMAT, HTTP]),
        ("15.0", M, [HTTP, NEW_FORMAT]),
        ("16.4", M, [FORWARD, HTTP, NEW_FORMAT, COMMUNITIES, ROUTE]),
        ("15.9", VIRTUAL, [NEW_FORMAT, COMMUNITIES, HTTP]),
        ("12.3", M, [HTTP, "ip classless", ROUTE]),
        ("12.2", M, ["ip classless", ROUTE, HTTP]),
        ("15.9", VIRTUAL, ["lldp run", "no cdp run"]),
        ("15.9", VIRTUAL, ["fhrp version vrrp v3", "ip cef", "redundancy"]),
        ("12.4", f"{M}\nip subnet-zero", ["ip cef", "ip tcp synwait-time 5", "no ip dhcp use vrf connected"]),
        ("12.4", M, ["ip cef", "no ip dhcp use vrf connected", "ip tcp synwait-time 5"]),
        ("12.3", f"{M}\nip subnet-zero", ["ip tcp synwait-time 5", "ip cef"]),
        ("12.4", M, ["enable secret level 5 5 $1$cCtr$TlTiXHhPmAiEDPR7uVWcW/", "enable secret 5 $1$cCtr$TlTiXHhPmAiEDPR7uVWcW/"]),
        ("15.2", SWITCH, ["no ipv6 cef", "password encryption aes", "spanning-tree mode pvst"]),
        ("15.5", M, ["multilink bundle-name authenticated", "segment-routing mpls", "license udi pid A sn B"]),
        ("17.15", SWITCH, ["spanning-tree extend system-id", "spanning-tree uplinkfast", "spanning-tree backbonefast"]),
        ("17.15", SWITCH, ["no spanning-tree vlan 1-9", "spanning-tree vlan 10 priority 8192"]),
        ("17.15", SWITCH, ["vlan dot1q tag native", "vlan internal allocation policy ascending"]),
        ("17.15", SWITCH, ["lacp system-priority 4096", "vlan internal allocation policy ascending"]),
        ("17.15", SWITCH, ["ip ssh bulk-mode 131072", "no logging btrace", "ip access-list standard A"]),
        ("17.15", SWITCH, ["line vty 0 4", MAC]),
        ("15.2", SWITCH, ["line vty 0 4", MONITOR]),
        ("15.6", VIRTUAL, ["no cdp run", "ip tcp synwait-time 5"]),
        ("12.2", M, ["ip domain name a.example", "ip name-server 10.0.0.1", "ip dhcp pool A"]),
        ("12.4", M, ["ip dhcp pool A", "ip domain name a.example"]),
        ("12.0", M, [NAT, "ip classless", HTTP]),
        ("15.2", SWITCH, [NAT, FORWARD, HTTP]),
        ("16.7", M, [NAT, FORWARD]),
        ("17.3", M, ["iox", FORWARD, HTTP, NAT, ROUTE]),
        ("17.9", M, ["line vty 0 4", "app-hosting appid guestshell", "netconf-yang"]),
        ("17.3", M, ["crypto logging session", "crypto logging ikev2", "crypto ipsec profile A"]),
        ("16.9", M, ["ip ssh maxstartups 128", "ip ssh rsa keypair-name a"]),
        ("17.3", M, ["interface Loopback0", "interface Tunnel1", "interface VirtualPortGroup0", "interface GigabitEthernet1"]),
        ("15.2", SWITCH, ["vlan filter A vlan-list 60", "vlan internal allocation policy ascending", "no cdp advertise-v2"]),
        ("15.2", SWITCH, ["ip dhcp snooping information option allow-untrusted", "no ip dhcp snooping information option"]),
        ("17.15", SWITCH, ["ip ssh maxstartups 10", COMMUNITIES]),
        ("12.2", M, ["no service single-slot-reload-enable", "service timestamps log uptime"]),
        ("12.4", M, [HTTP, "mac-address-table static 0000.5e00.0101 interface FastEthernet1/1 vlan 10"]),
    ],
)
def test_lines_of_global_configuration(version: str, start: str, lines: list[str]) -> None:
    assert _order(version, start, "", lines) == lines


@pytest.mark.parametrize(
    ("version", "header", "lines"),
    [
        ("15.9", "router bgp 1", ["bgp confederation identifier 2", "bgp confederation peers 3", "no bgp default ipv4-unicast"]),
        ("15.9", "router bgp 1", ["no bgp default ipv4-unicast", "network 10.0.0.0"]),
        ("15.4", "router bgp 1", ["network 10.0.0.0", "timers bgp 3 9", "redistribute ospf 1"]),
        ("15.4", "router eigrp 1", ["network 10.0.0.0", "eigrp router-id 1.1.1.1", "shutdown"]),
        ("15.4", "router eigrp 1", ["network 10.0.0.0", "neighbor 10.0.0.4 Ethernet0/0", "passive-interface default"]),
        ("15.4", "router ospf 1", ["passive-interface default", "network 10.0.0.0 0.0.0.255 area 0", "neighbor 10.0.0.4"]),
        ("15.5", "router isis A", ["log-adjacency-changes", "segment-routing mpls", "passive-interface Loopback0"]),
        ("15.5", "router isis A", ["segment-routing mpls", "fast-reroute per-prefix level-2 all", "passive-interface Loopback0"]),
        (
            "15.9",
            "interface GigabitEthernet0/0",
            [
                "ip bandwidth-percent eigrp 1 40",
                "ip authentication mode eigrp 1 md5",
                "ip authentication key-chain eigrp 1 A",
                "ip hello-interval eigrp 1 1",
                "ip hold-time eigrp 1 3",
                "no ip split-horizon eigrp 1",
            ],
        ),
        ("15.9", "interface GigabitEthernet0/0", ["glbp 1 weighting 100 lower 70", "glbp 1 authentication text A"]),
        ("17.15", "interface Ethernet0/0", ["spanning-tree vlan 20 cost 19", "spanning-tree cost 4"]),
        ("17.15", "interface Ethernet0/0", ["channel-group 1 mode active", "lacp port-priority 4096", "lacp rate fast"]),
        ("11.3", "interface Serial0", ["ip address 10.0.0.1 255.0.0.0", "encapsulation ppp", "bandwidth 64"]),
        ("12.0", "interface Serial0", ["bandwidth 64", "ip address 10.0.0.1 255.0.0.0"]),
        (
            "15.4",
            "ipv6 router ospf 1",
            ["distribute-list prefix-list A in", "default-information originate", "passive-interface default"],
        ),
        ("17.3", "ip sla 1", ["udp-jitter 10.0.0.1 100", "tos 184", "verify-data", "tag A"]),
        ("15.4", "interface Tunnel0", ["tunnel destination 10.0.0.1", "tunnel route-via Ethernet0/0 preferred"]),
    ],
)
def test_lines_of_sections(version: str, header: str, lines: list[str]) -> None:
    assert _order(version, VIRTUAL, header, lines) == lines


@pytest.mark.parametrize(("version", "first"), [("12.4", "bgp dampening"), ("15.4", "network 10.0.0.0")])
def test_networks_of_a_family_stand_after_its_neighbors_in_old_releases(version: str, first: str) -> None:
    family = " address-family ipv4\n  network 10.0.0.0\n  bgp dampening\n  neighbor 10.0.0.1 activate\n  no auto-summary"
    printed = [
        line.strip() for line in _printed(f"version {version}\n{M}\nrouter bgp 1\n neighbor 10.0.0.1 remote-as 2\n{family}") if line
    ]
    lines = ["bgp dampening", "network 10.0.0.0", "neighbor 10.0.0.1 activate"]
    order = [line for line in printed if line in lines]
    assert order.index("neighbor 10.0.0.1 activate") == (0 if version == "12.4" else 2)
    assert first in order


def test_networks_of_a_vrf_stand_after_what_eigrp_redistributes() -> None:
    lines = ["redistribute bgp 3", "network 10.0.0.0 0.0.0.3", "passive-interface Loopback1"]
    text = "".join(f"  {line}\n" for line in reversed(lines))
    printed = _printed(f"version 16.4\n{M}\nrouter eigrp 1\n address-family ipv4 vrf A autonomous-system 1\n{text}")
    assert [line.strip() for line in printed if line.strip() in lines] == lines


def test_addresses_of_neighbors_are_sorted_after_the_groups() -> None:
    lines = ["neighbor UP peer-group", "neighbor 10.0.0.9 remote-as 2", "neighbor DOWN peer-group", "neighbor 10.0.0.2 remote-as 2"]
    shown = _printed("version 15.7\nrouter bgp 1\n " + "\n ".join(lines) + "\nend\n")
    assert [line.split()[1] for line in shown if "neighbor" in line] == ["UP", "DOWN", "10.0.0.2", "10.0.0.9"]


def test_what_a_router_keeps_in_the_order_in_which_it_was_made() -> None:
    neighbors = [f"neighbor {name} peer-group" for name in ("UP", "inside", "DOWN")]
    text = ["router bgp 1", *(f" {line}" for line in neighbors), " neighbor inside remote-as 1", " neighbor UP remote-as 2"]
    printed = [line.strip() for line in _printed("\n".join(["version 15.2", *text])) if "neighbor" in line]
    assert printed == [neighbors[0], "neighbor UP remote-as 2", neighbors[1], "neighbor inside remote-as 1", neighbors[2]]
    text = ["interface Port-channel3", "interface Port-channel1", "interface Port-channel2"]
    assert [line for line in _printed("\n".join(text)) if line.startswith("interface")] == text
    text = ["router ospf 1", " neighbor 10.0.0.4", " neighbor 10.0.0.1"]
    assert [line for line in _printed("\n".join(text)) if "neighbor" in line] == text[1:]


@pytest.mark.parametrize(("version", "blanks"), [("12.4", 3), ("15.2", 3), ("15.4", 2)])
def test_blanks_before_the_lines_of_a_key(version: str, blanks: int) -> None:
    printed = _printed(f"version {version}\nkey chain A\n key 1\n  key-string b")
    assert " " * blanks + "key-string b" in printed


@pytest.mark.parametrize("line", ["10.0.0.1/32 22 range 1", "10.0.0.1/32 index 22 range 1 "])
def test_blanks_after_a_segment(line: str) -> None:
    text = f"segment-routing mpls\n connected-prefix-sid-map\n  address-family ipv4\n   {line}\n  exit-address-family"
    assert f"   {line}" in _printed(f"version 16.5\n{text}")


def test_a_session_of_the_monitor_has_short_names() -> None:
    text = "monitor session 1 source interface FastEthernet0/2 , FastEthernet0/4\nmonitor session 1 destination interface gi0/1"
    printed = [line for line in _printed(f"version 15.0\n{text}") if line.startswith("monitor")]
    assert printed == ["monitor session 1 source interface Fa0/2 , Fa0/4", "monitor session 1 destination interface Gi0/1"]
    again = _printed("\n".join(["version 15.0", *printed, f"no {printed[0]}"]))
    assert [line for line in again if line.startswith("monitor")] == printed[1:]


@pytest.mark.parametrize(("nat", "expected"), [("enable", False), ("inside", True)])
def test_translation_without_sides_brings_no_reassembly(nat: str, expected: bool) -> None:
    printed = _printed(f"version 15.4\ninterface Ethernet0/0\n ip address 10.0.0.1 255.0.0.0\n ip nat {nat}")
    assert (" ip virtual-reassembly in" in printed) is expected


def test_a_switch_prints_no_reassembly() -> None:
    printed = _printed(f"version 15.2\n{SWITCH}\ninterface Vlan1\n ip address 10.0.0.1 255.0.0.0\n ip nat inside")
    assert " ip virtual-reassembly in" not in printed


@pytest.mark.parametrize(
    ("version", "header", "line"),
    [
        ("15.7", "router eigrp 1", "distribute-list prefix A in "),
        ("15.0", "router eigrp 1", "distribute-list route-map A in "),
        ("15.7", "router eigrp 1", "distribute-list prefix A out Ethernet0/3"),
        ("15.9", "router ospf 1", "distribute-list route-map A in"),
        ("15.4", "ipv6 router ospf 1", "distribute-list prefix-list A in  "),
        ("15.9", "ipv6 router ospf 1", "distribute-list prefix-list A in"),
    ],
)
def test_blanks_after_the_direction_of_a_filter(version: str, header: str, line: str) -> None:
    assert f" {line}" in _printed(f"version {version}\n{header}\n {line}")


def test_summaries_stand_before_the_authentication_of_an_interface_of_a_family() -> None:
    lines = ["summary-address 10.0.0.0 255.0.0.0", "authentication mode hmac-sha-256 a", "no passive-interface"]
    text = "".join(f"   {line}\n" for line in reversed(lines))
    header = "router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  af-interface Ethernet0/0\n"
    assert [line.strip() for line in _printed(f"version 15.5\n{header}{text}") if line.strip() in lines] == lines


def test_notifications_of_several_severities() -> None:
    lines = ["logging snmp-trap emergencies", "logging snmp-trap alerts", "logging snmp-trap warnings"]
    assert [line for line in _printed("\n".join(lines)) if line in lines] == lines
    assert "logging snmp-trap alerts" not in _printed("\n".join([*lines, "no logging snmp-trap alerts"]))


@pytest.mark.parametrize("words", ["encapsulation frame-relay IETF", "frame-relay map ip 10.0.0.2 100 broadcast IETF"])
def test_the_ietf_stands_in_capitals(words: str) -> None:
    assert f" {words}" in _printed(f"interface Serial0\n encapsulation frame-relay IETF\n {words.replace('IETF', 'ietf')}")


@pytest.mark.parametrize("words", ["1 out-of 20", "1-out-of 20"])
def test_samplers_of_a_flow(words: str) -> None:
    router = Router.from_text(f"sampler A\n mode random {words}\nend\n")
    assert router.findings == []
    assert f" mode random {words}" in router.running_config


def test_a_key_of_ikev2_is_not_hidden_with_the_passwords() -> None:
    key = " authentication local pre-share key a1B2c3"
    assert key in _printed(f"version 17.3\nservice password-encryption\ncrypto ikev2 profile A\n{key}")


@pytest.mark.parametrize("words", ["self", "encapsulate l3vpn A", "peer-address"])
def test_next_hops_of_a_route_map(words: str) -> None:
    router = Router.from_text(f"route-map A permit 10\n set ip next-hop {words}\nend\n")
    assert router.findings == []
    assert f" set ip next-hop {words}" in router.running_config


SECTIONS = [
    ["router lisp", " domain-id 1", " locator-set A", "  IPv4-interface Loopback0 priority 10 weight 10", "  exit-locator-set"],
    ["router lisp", " service ipv4", "  encapsulation vxlan", "  no map-cache away-eids send-map-request", "  exit-service-ipv4"],
    [
        "router lisp",
        " instance-id 4099",
        "  service ethernet",
        "   eid-table vlan 1021",
        "   flood arp-nd",
        "   exit-service-ethernet",
    ],
    ["router lisp", " site A", "  authentication-key 7 030752180500", "  eid-record instance-id 4099 any-mac", "  exit-site"],
    ["flow-sampler-map A", " mode random one-out-of 32"],
    ["l3vpn encapsulation ip A", " transport ipv4 source Loopback0"],
    ["interface GigabitEthernet0/0", " vrrp 20 address-family ipv4", "  priority 95", "  address 10.0.0.1 primary", "  exit-vrrp"],
    ["interface GigabitEthernet0/0.10", " vrrp 20 address-family ipv4", "  track 1 decrement 20", "  exit-vrrp"],
    ["vlan access-map A 10", " match ip address B", " action forward"],
    ["arp access-list A", " permit ip host 10.0.0.1 mac host 5000.0009.0000 "],
]


@pytest.mark.parametrize("lines", SECTIONS, ids=lambda lines: lines[0])
def test_sections_come_back_as_they_were(lines: list[str]) -> None:
    router = Router.from_text("\n".join(["version 17.15", *lines, "end", ""]))
    assert router.findings == []
    printed = [line for line in router.running_config.splitlines() if line.strip(" !")]
    start = printed.index(lines[0])
    assert [line for line in printed[start : start + len(lines) + 3] if line in lines] == lines


def test_a_line_of_another_section_leaves_lisp() -> None:
    service = " service ipv4\n  etr\n  exit-service-ipv4\n"
    text = f"version 17.15\nrouter lisp\n{service} exit-router-lisp\nrouter ospf 1\n router-id 1.1.1.1\nend\n"
    router = Router.from_text(text)
    assert router.findings == []
    printed = [line for line in router.running_config.splitlines() if line.strip(" !")]
    assert printed[printed.index("router lisp") :] == text.splitlines()[1:]


@pytest.mark.parametrize("line", ["no service single-slot-reload-enable", "mpls traffic-eng pcc peer 10.0.0.1 source 10.0.0.2"])
def test_words_of_captures(line: str) -> None:
    router = Router.from_text(f"version 16.5\n{line}\nend\n")
    assert router.findings == []
    assert line in router.running_config.splitlines()
