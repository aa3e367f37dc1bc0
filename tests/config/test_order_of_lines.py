"""The order of lines beside each other in the running-config, and of those that only some releases or platforms have elsewhere."""

from __future__ import annotations

import pytest

from iossim import Router

HTTP, ROUTE, NAT = "ip http server", "ip route 10.0.0.0 255.0.0.0 Null0", "ip nat inside source list 1 interface Loopback0 overload"
PATHS, COMMUNITY, PIM = "ip as-path access-list 1 permit ^$", "ip bgp-community new-format", "ip pim rp-address 10.0.0.1"
CEF, NAMES, CEF6, MULTICAST = "ip cef", "ip domain name a.example", "no ipv6 cef", "ip multicast-routing "
SWITCH, USER, MODEL = "spanning-tree extend system-id", "username a secret 9 $9$x", "no aaa new-model"
SSH, PORT = "ip ssh version 2", "interface Vlan1"


def _printed(lines: list[str], version: str, header: str) -> list[str]:
    """The given lines in the order in which they are printed, after they were read in the other order."""
    text = "\n".join([header, *(f" {line}" if header else line for line in reversed(lines))])
    printed = Router.from_text(f"version {version}\n{text}\nend\n").running_config.splitlines()
    return [line for line in (line.removeprefix(" ") if header else line for line in printed) if line in lines]


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("15.4", [COMMUNITY, PATHS, HTTP, NAT, PIM, ROUTE]),
        ("15.0", [HTTP, COMMUNITY, PATHS, NAT, PIM, ROUTE]),
        ("12.4", [ROUTE, PATHS, HTTP]),
        ("15.7", ["multilink bundle-name authenticated", "mpls traffic-eng tunnels", "mpls label range 100 200"]),
        ("15.7", ["ip tcp synwait-time 5", "track 1 ip sla 1", "policy-map A", "crypto dynamic-map A 1", "crypto map A 1 gdoi "]),
        ("15.7", ["route-map A permit 10", "mpls ldp router-id Loopback0", "snmp-server community x RO"]),
        ("15.7", ["ip domain list a.example", "no ip domain lookup", NAMES]),
        ("15.3", [HTTP, ROUTE, "no cdp log mismatch duplex"]),
        ("15.7", ["no cdp log mismatch duplex", HTTP]),
        ("12.4", ["access-list 1 permit any", "no cdp log mismatch duplex", "route-map A permit 10"]),
        ("12.4", ["ip auth-proxy max-nodata-conns 3", "ip admission max-nodata-conns 3"]),
        ("15.1", [CEF6, "ip source-route", CEF, MULTICAST, NAMES]),
        ("15.1", ["dot11 syslog", "ip source-route", CEF, NAMES, MULTICAST, CEF6]),
        ("15.0", ["upgrade fpd auto", "ip source-route", CEF, "ip vrf A", NAMES, MULTICAST, CEF6]),
        ("15.2", [CEF, NAMES, CEF6]),
        ("15.2", ["mmi polling-interval 60", NAMES, CEF, CEF6]),
        ("15.2", [USER, MODEL, "vtp mode transparent", NAMES, CEF, SWITCH, PORT, HTTP, SSH]),
        ("15.2", ["access-list 1 permit any", "dialer-list 1 protocol ip permit", "ipv6 route ::/0 Null0", "route-map A permit 10"]),
        ("15.4", ["logging host 10.0.0.1", "ipv6 route ::/0 Null0", "route-map A permit 10", "access-list 1 permit any"]),
        ("15.0", [USER, MODEL, NAMES, SWITCH, SSH, PORT, HTTP]),
        ("15.2", [MODEL, CEF, NAMES, USER, SSH, PORT, HTTP]),
    ],
)  # fmt: skip
def test_lines_of_global_configuration(version: str, lines: list[str]) -> None:
    assert _printed(lines, version, "") == lines


@pytest.mark.parametrize(
    ("header", "version", "lines"),
    [
        ("interface GigabitEthernet0/0", "15.7", ["ip router isis ", "ip pim dr-priority 5", "ip pim sparse-mode", "ip igmp version 3"]),
        ("interface GigabitEthernet0/0", "15.7", ["ip ospf network point-to-point", "ip ospf 1 area 0", "duplex auto"]),
        ("interface GigabitEthernet0/0", "15.7", ["mpls traffic-eng tunnels", "mpls label protocol ldp", "mpls ip"]),
        ("interface Serial0/0/0", "15.7", ["serial restart-delay 0", "clock rate 128000"]),
        ("interface GigabitEthernet0/1", "15.2", ["spanning-tree port-priority 16", "spanning-tree cost 5"]),
        (
            "interface GigabitEthernet0/1",
            "15.2",
            ["switchport port-security maximum 2", "switchport port-security violation restrict", "switchport port-security"],
        ),
        (
            "interface GigabitEthernet0/1",
            "15.0",
            ["switchport port-security maximum 2", "switchport port-security", "switchport port-security violation restrict"],
        ),
        ("router bgp 1", "15.7", ["neighbor 10.0.0.1 remote-as 2", "neighbor 10.0.0.1 description x", "neighbor 10.0.0.1 shutdown",
         "neighbor 10.0.0.1 update-source Loopback0"]),
        ("router ospf 1", "15.7", ["mpls ldp autoconfig", "mpls ldp autoconfig area 0", "mpls ldp autoconfig area 1"]),
        ("route-map A permit 10", "15.7", ["match ip address 1", "continue 20", "set metric 5"]),
        ("router ospfv3 1", "15.9", ["area 1 nssa", "area 1 encryption ipsec spi 257 esp null sha1 " + 40 * "a"]),
        ("router bgp 1", "12.4", ["no synchronization", "bgp router-id 1.1.1.1", "network 10.0.0.0"]),
        ("router ospf 1", "15.7", ["router-id 1.1.1.1", "network 10.0.0.0 0.0.0.255 area 0", "mpls ldp sync", "mpls ldp autoconfig"]),
        ("router ospf 1", "15.7", ["mpls traffic-eng router-id Loopback0", "mpls traffic-eng area 0"]),
        (
            "router ospf 1",
            "15.7",
            ["network 10.1.0.64 0.0.0.63 area 0", "network 10.2.0.1 0.0.0.0 area 0", "network 10.0.0.0 0.255.255.255 area 1"],
        ),
        ("interface Async0/0/0", "15.1", ["encapsulation ppp", "dialer in-band", "dialer-group 1", "async mode dedicated", "no keepalive"]),
        ("router eigrp 1", "15.7", ["network 10.0.0.0 0.0.0.255", "network 192.168.1.0", "network 192.168.2.0 0.0.0.63"]),
        ("ipv6 router ospf 1", "15.7", ["router-id 1.1.1.1", "area 1 stub", "default-information originate"]),
    ],
)  # fmt: skip
def test_lines_of_a_section(header: str, version: str, lines: list[str]) -> None:
    assert _printed(lines, version, header) == lines


def test_neighbors_stand_by_the_octets_of_their_addresses() -> None:
    peers = ["edge", "14.1.1.1", "1A00::1", "2001:DB8::1", "2001:DB8:1::9", "2001:DB8:13::1", "78.1.1.1"]
    lines = [f"neighbor {peer} {'peer-group' if peer == 'edge' else 'remote-as 2'}" for peer in peers]
    assert _printed(lines, "15.7", "router bgp 1") == lines


@pytest.mark.parametrize(
    "lines",
    [
        ["ip explicit-path name B enable", "ip explicit-path name A enable"],
        ["vrf definition A\n address-family ipv4", "  mdt default mpls mldp 10.0.0.9", "  mdt default mpls mldp 10.0.0.2"],
    ],
)
def test_entries_stand_as_they_were_entered(lines: list[str]) -> None:
    printed = Router.from_text("\n".join(["version 15.7", *lines, "end", ""])).running_config.splitlines()
    assert [line for line in printed if line in lines] == [line for line in lines if "\n" not in line]


def test_the_prefix_of_an_interface_that_is_not_advertised_ends_with_a_blank() -> None:
    printed = Router.from_text("interface Loopback0\n no isis advertise prefix\n isis bfd\nend\n").running_config.splitlines()
    assert [line for line in printed if "isis" in line] == [" no isis advertise prefix ", " isis bfd"]


def test_no_maximum_paths_removes_the_paths_of_one_kind() -> None:
    text = "router bgp 1\n maximum-paths 4\n maximum-paths ibgp 4\n no maximum-paths 4\nend\n"
    printed = Router.from_text(text).running_config.splitlines()
    assert [line for line in printed if "maximum" in line] == [" maximum-paths ibgp 4"]


def test_the_schedule_of_an_operation_stands_after_it() -> None:
    now = "life forever start-time now"
    text = f"version 15.4\nip sla schedule 1 {now}\nip sla 1\nip sla 2\nip sla schedule 2 {now}\nend\n"
    printed = Router.from_text(text).running_config
    words = [line.split() for line in printed.splitlines() if line.startswith("ip sla")]
    assert [word[2:4] for word in words] == [["1"], ["schedule", "1"], ["2"], ["schedule", "2"]]


def test_the_lines_of_a_crypto_map_stand_together() -> None:
    lines = [
        "crypto dynamic-map D 1",
        "crypto map A local-address Loopback0",
        "crypto map A client authentication list L",
        "crypto map A 2 gdoi ",
        "crypto map A 10 ipsec-isakmp dynamic D ",
        "crypto map B 1 gdoi ",
    ]
    assert _printed(lines, "15.7", "") == lines


def test_interfaces_of_an_address_family_stand_as_they_were_entered() -> None:
    text = (
        "router eigrp A\n address-family ipv4 unicast autonomous-system 1\n  af-interface Ethernet0/1\n   shutdown\n"
        "  exit-af-interface\n  af-interface default\n   shutdown\n  exit-af-interface\n exit-address-family\n"
    )
    printed = Router.from_text(text).running_config.splitlines()
    assert [line.strip() for line in printed if " af-interface" in line] == ["af-interface Ethernet0/1", "af-interface default"]


def test_an_entry_with_two_sequence_numbers_stands_at_the_first() -> None:
    text = "ipv6 access-list A\n sequence 20 permit tcp any any\n sequence 10 permit udp any any sequence 30\nend\n"
    printed = Router.from_text(text).running_config.splitlines()
    assert [line for line in printed if " any any" in line] == [" permit udp any any sequence 30", " permit tcp any any"]


@pytest.mark.parametrize(
    ("version", "typed", "printed"),
    [
        ("16.9", "route-map A permit 10", "route-map A permit 10 "),
        ("16.5", "route-map A permit 10", "route-map A permit 10"),
        ("15.9", "route-map A permit 10", "route-map A permit 10"),
        ("15.2", "crypto isakmp key word1 address 10.0.0.1", "crypto isakmp key word1 address 10.0.0.1       "),
        ("15.2", "crypto isakmp key word1 address 10.0.0.1 no-xauth", "crypto isakmp key word1 address 10.0.0.1        no-xauth"),
        ("15.2", "crypto isakmp key word1 hostname a.example", "crypto isakmp key word1 hostname a.example"),
        ("15.1", "crypto isakmp key word1 address 10.0.0.1", "crypto isakmp key word1 address 10.0.0.1"),
        ("15.7", "crypto keyring K", "crypto keyring K  "),
        ("15.1", "crypto keyring K", "crypto keyring K "),
        ("15.0", "object-group network A", "object-group network A "),
        ("15.4", "object-group service A", "object-group service A"),
        ("15.7", "crypto keyring K vrf V", "crypto keyring K vrf V "),
        ("15.7", "snmp-server group G v3 priv", "snmp-server group G v3 priv "),
        ("15.7", "snmp-server group G v3 auth read ALL", "snmp-server group G v3 auth read ALL "),
        ("15.7", "snmp-server group G v3 auth read ALL access 10", "snmp-server group G v3 auth read ALL access 10"),
    ],
)
def test_blanks_of_lines_of_global_configuration(version: str, typed: str, printed: str) -> None:
    assert printed in Router.from_text(f"version {version}\n{typed}\nend\n").running_config.splitlines()


@pytest.mark.parametrize(
    ("version", "lines"),
    [
        ("16.12", ["clock timezone CET 1 0", "call-home", NAMES, "line con 0", "ntp server 10.0.0.1"]),
        ("17.3", ["clock timezone CET 1 0", NAMES, "line con 0", "call-home", "ntp server 10.0.0.1"]),
        ("15.7", ["scheduler allocate 20000 1000", "ntp server 10.0.0.1", "event manager applet A"]),
        ("15.4", ["archive", "file prompt quiet", "username a secret 5 $1$abcd$0123456789012345678901", SSH]),
    ],
)
def test_services_of_global_configuration(version: str, lines: list[str]) -> None:
    assert _printed(lines, version, "") == lines


_CONTACT = "sch-smart-licensing@cisco.com"


@pytest.mark.parametrize(("contact", "comments"), [(_CONTACT, 2), ("noc@a.example", 0)])
def test_the_router_s_own_comments_stand_before_the_contact_of_smart_licensing(contact: str, comments: int) -> None:
    text = f"version 17.3\ncall-home\n contact-email-addr {contact}\nend\n"
    printed = Router.from_text(text).running_config
    assert printed.count("\n ! ") == comments
    assert Router.from_text(printed).running_config == printed


_PORT = "interface Ethernet0/0\n ip address 10.0.0.1 255.0.0.0\n"
_MARKS = "version 15.4\nboot-start-marker\nboot-end-marker\n"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (f"{_MARKS}{_PORT} no shutdown\ninterface Ethernet0/1\n shutdown\n", True),
        (f"{_MARKS}{_PORT} no shutdown\nrouter ospf 1\n network 10.0.0.0 0.255.255.255 area 0\nline con 0\n login\n", True),
        (f"{_MARKS}{_PORT} no shutdown\ninterface Loopback0\n ip address 10.1.0.1 255.0.0.0\n", True),
        (f"{_MARKS}{_PORT} no shutdown\ninterface Ethernet0/1\n duplex full\n", False),
        (f"version 15.4\n{_PORT} no shutdown\n", False),
        (f"{_MARKS}{_PORT}", False),
    ],
)
def test_an_image_that_prints_no_shutdown_in_each_port_does_so_again(text: str, *, printed: bool) -> None:
    router = Router.from_text(f"{text}end\n")
    assert (" no shutdown" in router.running_config.splitlines()) == printed
    session = router.session()
    for line in ("configure terminal", "interface Ethernet0/0", "shutdown"):
        session.execute(line)
    assert (" no shutdown\n ip address 10.0.0.1 255.0.0.0\n shutdown\n" in router.running_config) == printed
    assert Router.from_text(router.running_config).running_config == router.running_config
    session.execute("no shutdown")
    assert (" no shutdown" in router.running_config.splitlines()) == printed


def test_a_list_with_a_name_has_its_numbers_from_16_12_on() -> None:
    text = "ip access-list extended A\n permit ip any any\nend\n"
    assert " permit ip any any" in Router.from_text(f"version 16.9\n{text}").running_config.splitlines()
    assert " 10 permit ip any any" in Router.from_text(f"version 16.12\n{text}").running_config.splitlines()


def test_flows_come_back_as_they_were_entered() -> None:
    text = """\
flow record R
 match ipv4 source address
 match transport tcp flags syn
 collect counter packets
 collect counter bytes long
!
flow exporter B
 destination 10.0.0.2
 transport udp 2056
!
flow exporter A
 destination 10.0.0.1
 transport udp 2055
 option interface-table timeout 60
!
flow monitor M
 exporter B
 exporter A
 cache timeout active 60
 record R
!
"""
    assert text in Router.from_text(f"version 15.7\n{text}end\n").running_config


def test_an_address_with_letters_is_no_peer_group() -> None:
    neighbors = ["neighbor FC00::1 remote-as 1", "neighbor OFFICE peer-group", "neighbor 10.0.0.2 remote-as 1"]
    printed = Router.from_text("\n".join(("router bgp 1", *neighbors, "end"))).running_config
    assert [line.strip() for line in printed.splitlines() if line.startswith(" neighbor")] == [
        neighbors[1],
        neighbors[2],
        neighbors[0],
    ]
