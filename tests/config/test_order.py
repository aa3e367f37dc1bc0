"""The order of the running-config: older versions of IOS, neighbors of BGP, lines that stand as they were entered, blanks."""

from __future__ import annotations

import pytest

from iossim import Router


def _printed(text: str, version: str = "15.7") -> list[str]:
    """The lines of the running-config after a text was read, without separators."""
    lines = Router.from_text(f"version {version}\n{text}\nend\n").running_config.splitlines()
    return [line for line in lines if line.strip(" !")]


def _places(text: str, version: str, *lines: str) -> list[str]:
    """Some lines, in the order in which they are printed."""
    return [line for line in _printed(text, version) if line in lines]


ROUTES = "ip route 10.0.0.0 255.0.0.0 Null0"
CEF, NAMES, POOL = "ip cef", "ip domain name a.example", "ip dhcp excluded-address 10.0.0.1"
LIST, MAP, SNMP, DIALER = (
    "access-list 1 permit any",
    "route-map A permit 10",
    "snmp-server community x RO",
    "dialer-list 1 protocol ip permit",
)


@pytest.mark.parametrize(
    ("version", "printed"), [("15.2", [CEF, POOL, NAMES]), ("15.3", [POOL, NAMES, CEF]), ("12.4", [CEF, POOL, NAMES])]
)
def test_cef_stands_before_the_names_up_to_15_2(version: str, printed: list[str]) -> None:
    assert _places("\n".join(reversed(printed)), version, *printed) == printed


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        ("12.4", [CEF, NAMES, "no ipv6 cef"]),
        ("15.1", ["no ipv6 cef", "ip source-route", CEF, NAMES]),
        ("15.2", ["ip source-route", CEF, NAMES, "no ipv6 cef"]),
        ("15.7", ["ip source-route", NAMES, CEF, "no ipv6 cef"]),
    ],
)
def test_ipv6_cef_stands_before_source_routing_in_15_1_alone(version: str, printed: list[str]) -> None:
    assert _places("\n".join(reversed(printed)), version, *printed) == printed


@pytest.mark.parametrize(
    ("version", "printed"),
    [
        ("15.2", [LIST, DIALER, MAP, SNMP]),
        ("15.3", [DIALER, MAP, SNMP, LIST]),
        ("16.5", [DIALER, MAP, SNMP, LIST]),
        ("16.9", [DIALER, f"{MAP} ", SNMP, LIST]),
    ],
)
def test_numbered_access_lists_stand_before_the_maps_up_to_15_2(version: str, printed: list[str]) -> None:
    assert _places("\n".join(reversed(printed)), version, *printed) == printed


@pytest.mark.parametrize(("version", "first"), [("12.4", ROUTES), ("15.0", "ip http server")])
def test_static_routes_stand_before_the_web_server_in_12_4(version: str, first: str) -> None:
    assert _places(f"ip http server\n{ROUTES}", version, ROUTES, "ip http server")[0] == first


@pytest.mark.parametrize("version", ["A.B", "15.9M"])
def test_a_version_that_is_no_number_has_the_newest_order(version: str) -> None:
    assert _places(f"{CEF}\n{NAMES}", version, CEF, NAMES) == [NAMES, CEF]


def test_a_typed_version_moves_the_lines() -> None:
    session = Router.from_text(f"{CEF}\n{NAMES}\nend\n").session()
    for line in ("configure terminal", "version 12.4", "end"):
        session.run(line)
    lines = session.run("show running-config").output.splitlines()
    assert lines.index(CEF) < lines.index(NAMES)


BGP = """router bgp 1
 neighbor 10.0.0.10 remote-as 2
 neighbor 10.0.0.9 remote-as 3
 neighbor 10.0.0.9 password x
 neighbor 10.0.0.9 description text
 neighbor 10.0.0.10 peer-group far
 neighbor far peer-group
 neighbor far update-source Loopback0
 neighbor 2001:DB8::1 remote-as 4
 maximum-paths 2
 redistribute static
 network 10.0.0.0
 bgp log-neighbor-changes
 bgp router-id 1.1.1.1"""


def test_the_lines_of_a_neighbor_stand_together() -> None:
    assert _printed(BGP)[2:-1] == [
        "router bgp 1",
        " bgp router-id 1.1.1.1",
        " bgp log-neighbor-changes",
        " network 10.0.0.0",
        " redistribute static",
        " neighbor far peer-group",
        " neighbor far update-source Loopback0",
        " neighbor 10.0.0.9 remote-as 3",
        " neighbor 10.0.0.9 description text",
        " neighbor 10.0.0.9 password x",
        " neighbor 10.0.0.10 remote-as 2",
        " neighbor 10.0.0.10 peer-group far",
        " neighbor 2001:DB8::1 remote-as 4",
        " maximum-paths 2",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [
            "standby version 2",
            "standby 1 ip 10.0.0.3",
            "standby 1 priority 110",
            "standby 1 preempt",
            "standby 2 ip 10.0.0.4",
            "standby 2 preempt",
        ],
        ["standby ip 10.0.0.3", "standby preempt", "standby 1 ip 10.0.0.4", "standby 10 ip 10.0.0.5"],
        ["vrrp 1 ip 10.0.0.3", "vrrp 1 priority 110", "vrrp 2 ip 10.0.0.4", "vrrp 2 priority 120"],
    ],
)
def test_the_lines_of_a_redundancy_group_stand_together(lines: list[str]) -> None:
    typed = "\n".join(f" {line}" for line in reversed(lines))
    printed = _printed(f"interface GigabitEthernet0/0\n ip address 10.0.0.2 255.255.255.0\n{typed}")
    assert [line[1:] for line in printed if line[1:] in lines] == lines


def test_no_of_a_neighbor_takes_one_line() -> None:
    assert " neighbor 10.0.0.9 password x" not in _printed(f"{BGP}\n no neighbor 10.0.0.9 password x")
    assert " neighbor 10.0.0.9 description text" in _printed(f"{BGP}\n no neighbor 10.0.0.9 password x")


@pytest.mark.parametrize(
    "lines",
    [
        ["route-map Z permit 10", "route-map A permit 10"],
        ["class-map match-any Z", "class-map match-any A"],
        ["policy-map Z", "policy-map A"],
        ["ntp server 10.0.0.9", "ntp server 10.0.0.1"],
        ["ip dhcp pool Z", "ip dhcp pool A"],
        ["ip dhcp excluded-address 10.0.0.9 10.0.0.20", "ip dhcp excluded-address 10.0.0.1"],
        ["ip name-server 10.0.0.9", "ip name-server 10.0.0.1"],
        ["ip route 0.0.0.0 0.0.0.0 10.0.0.9 50", "ip route 0.0.0.0 0.0.0.0 10.0.0.1 100"],
        ["ip nat inside source static 10.0.0.9 1.1.1.9", "ip nat inside source static 10.0.0.1 1.1.1.1"],
        ["aaa authentication login default local", "aaa authentication login CON none"],
        ["crypto pki trustpoint Z", "crypto pki trustpoint A"],
        ["ip dhcp pool P", " dns-server 10.0.0.1 ", " default-router 10.0.0.1 ", " option 150 ip 10.0.0.1 "],
        ["ip dhcp pool P", " default-router 10.0.0.1 ", " option 150 ip 10.0.0.1 ", " dns-server 10.0.0.1 "],
        ["telephony-service", " directory entry 2 1002 name b", " directory entry 1 1001 name a"],
    ],
)
def test_entries_stand_as_they_were_entered(lines: list[str]) -> None:
    header, *below = lines if lines[1].startswith(" ") else [lines[0]]
    expected = [header, *below] if below else lines
    assert _places("\n".join(lines), "15.7", *lines) == expected


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("class-map match-any A", " match ip dscp ef "),
        ("class-map match-any A", " match access-group 1"),
        ("class-map match-any A", " match not dscp af31 af41 "),
        ("policy-map A\n class B", "  bandwidth percent 15 "),
        ("policy-map A\n class B", "  bandwidth remaining percent 15 "),
        ("policy-map A\n class B", "  bandwidth remaining ratio 15"),
        ("policy-map A\n class B", "  bandwidth 512"),
        ("policy-map A\n class B", "  priority percent 15"),
        ("policy-map A\n class B", "  shape average 2000000   "),
        ("policy-map A\n class B", "   service-policy C"),
        ("class-map match-all A", " match mpls experimental topmost 5 "),
        ("class-map match-all A", " match discard-class 5"),
        ("ip dhcp pool P", " dns-server 10.0.0.1 10.0.0.2 "),
        ("ip dhcp pool P", " netbios-name-server 10.0.0.1 "),
        ("ip dhcp pool P", " option 150 ip 10.0.0.1 10.0.0.2 "),
        ("ip dhcp pool P", " option 66 ascii a"),
        ("ip dhcp pool P", " domain-name a.example"),
        ("interface GigabitEthernet0/0", " ip router isis "),
        ("interface GigabitEthernet0/0", " ip router isis CORE"),
        ("interface GigabitEthernet0/0", " ipv6 router isis "),
        ("interface GigabitEthernet0/0", " isis network point-to-point "),
        ("line vty 0 4", " session-timeout 20 "),
        ("line vty 0 4", " session-timeout 20 output"),
        ("crypto isakmp profile P", "   keyring K"),
        ("crypto isakmp profile P", "   match identity address 10.0.0.1 255.255.255.255 "),
        ("crypto isakmp profile P", "   match identity host a.example"),
        ("crypto isakmp profile P", "   match identity group g"),
        ("crypto ikev2 profile P", " match identity remote address 0.0.0.0 "),
        ("crypto ikev2 profile P", " match identity remote fqdn a.example"),
        ("crypto ikev2 profile P", " match fvrf any"),
        ("crypto keyring K", "  pre-shared-key address 10.0.0.1 key x"),
        ("crypto map M 10 ipsec-isakmp ", " set transform-set T "),
        ("voice class h323 1", "  h225 timeout tcp establish 5"),
        ("voice service voip\n h323", "  call preserve "),
        ("", "network-clock-participate wic 0 "),
        ("", "no network-clock-participate wic 0 "),
        ("", "snmp-server host 10.0.0.1 public "),
        ("", "dspfarm profile 1 transcode  "),
        ("", "dspfarm profile 1 conference  "),
        ("", "sccp ccm 10.0.0.1 identifier 1 version 7.0 "),
        ("", "sccp ccm 10.0.0.1 identifier 1"),
        ("", "crypto keyring K  "),
        ("", "crypto map M 10 ipsec-isakmp "),
        ("", "crypto map M 10 gdoi "),
        ("", "crypto map M 10 ipsec-isakmp dynamic D "),
        ("", "crypto dynamic-map D 10"),
        ("", "ip multicast-routing "),
        ("", "ip multicast-routing vrf A "),
        ("", "ip multicast-routing distributed"),
        ("", "crypto ipsec transform-set T esp-aes esp-sha-hmac "),
        ("", "aaa authorization exec default local "),
        ("", "aaa authorization commands 15 default local "),
        ("", "aaa authentication login default local"),
        ("", "sip-ua "),
        ("dial-peer voice 1 voip", " voice-class codec 1  "),
    ],
)
def test_blanks_are_those_of_the_router(header: str, line: str) -> None:
    text = f"{header}\n{line}"
    assert line in _printed(text)
    assert line in _printed("\n".join(_printed(text)[1:-1]))


def test_lines_of_a_certificate_end_with_a_blank_but_for_the_last_one() -> None:
    text = "crypto pki certificate chain X\n certificate ca 01\n  308201F9 30820162\n  E6341F8D\n  \tquit"
    assert "  308201F9 30820162 \n  E6341F8D\n  \tquit" in Router.from_text(text).running_config


def test_digital_voice_ports_stand_before_the_analog_ones() -> None:
    lines = ["voice-port 0/1/0:23", "voice-port 0/3/0:23", "voice-port 0/0/0", "voice-port 0/2/1"]
    assert _places("\n".join(reversed(lines)), "15.7", *lines) == lines
    assert "voice-port 0/1/0:23" not in _printed("\n".join([*lines, "no voice-port 0/1/0:23"]))


def test_lines_with_slots_stand_after_the_line_with_a_number() -> None:
    lines = ["line con 0", "line aux 0", "line 2", "line 0/0/0 0/0/15", "line vty 0 4"]
    assert _places("\n".join(reversed(lines)), "15.7", *lines) == lines
