"""Values that a router refuses, in files: secrets that cannot be one, targets of calls, patterns, buttons without their dn."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.validate import check_text
from tests.validate.support import of_reading


def faults(text: str) -> list[tuple[int, int, str, str]]:
    """Line, column, severity and code of the diagnostics that reading a text gives."""
    return [(found.line, found.column, found.severity, found.code) for found in of_reading(check_text("a.cfg", text))]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("enable secret 5 [deleted]", 17),
        ("enable secret 5 <removed>", 17),
        ("enable secret 5 ******", 17),
        ("enable secret 4 testpassword", 17),
        ("username a secret 5 [deleted]", 21),
        ("username b password 7 zz", 23),
    ],
)
def test_a_secret_that_cannot_be_one(line: str, column: int) -> None:
    assert faults(f"{line}\n") == [(1, column, "error", "wrong-secret")]
    assert faults(f"{line}\nno {' '.join(line.split()[:2])}\n")[0] == (1, column, "error", "wrong-secret")
    router = Router.from_text(line)
    assert router.findings[0].text.endswith("******")
    assert line in router.running_config


@pytest.mark.parametrize(
    "line",
    [
        "enable secret 5 $1$abcd$abcdefghijklmnopqrstuv",
        "enable password 7 0822455D0A16",
        "username a secret [deleted]",
        "username a password 0 <removed>",
        "no enable secret 5 zz",
    ],
)
def test_a_secret_in_clear_or_of_the_right_form(line: str) -> None:
    assert faults(f"{line}\n") == []


def test_a_line_is_reported_although_a_later_one_takes_its_place() -> None:
    lines = [
        "enable secret 5 [deleted]",
        "enable secret 4 testpassword",
        "enable secret 0 good",
        "username a secret 5 zz",
        "no username a",
    ]
    assert [line for line, *_ in faults("\n".join(lines))] == [1, 2, 4]


TARGETS = [
    "ipv4:10.1.1.1", "ipv4:10.1.1.1:5060", "ipv6:[2001:DB8::1]", "ipv6:[2001:DB8::1]:5060", "dns:sip.example.com", "dns:trunk:5061",
    "dns:$s$.example.com", "dns:$d$.$e$.example.com", "dns:$u$.example.com", "dns:$m$.example.com", "sip-server", "ras", "enum:1",
    "settlement 0", "loopback:rtp", "registrar", "mailto:$d$@example.com", "mailto:fax@example.com", "sip-uri", "dhcp",
    "Serial1/0 100", "Serial1/0 100 20", "Serial0/0/0:0.5 1007 255", "ATM0 pvc 20", "ATM1/0 pvc 1/100", "ATM1/0 pvc west 8",
]  # fmt: skip
NO_TARGETS = [
    "ipv4:10.80.11.", "ipv4:10.1.1.300", "ipv4:xxx.xxx.xxx.xxx", "ipv4:192.168.k.1", "(CME2-IP)", "10.1.1.1", "ipv4:10.1.1.1:99999",
    "ipv6:[2001:DB8::1", "dns:", "enum:99",
]  # fmt: skip


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_of_calls(target: str) -> None:
    text = f"dial-peer voice 1 voip\n session target {target}\n"
    assert faults(text) == []
    assert f" session target {target}\n" in Router.from_text(text).running_config


@pytest.mark.parametrize("target", NO_TARGETS)
def test_no_target_of_calls(target: str) -> None:
    assert faults(f"dial-peer voice 1 voip\n session target {target}\n") == [(2, 17, "error", "wrong-value")]


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("Serial1/0 15", "15"), ("Serial1/0 1008", "1008"), ("Serial1/0 100 3", "3"), ("Serial1/0 100 256", "256"),
        ("Serial1/0 100 20 1", "1"), ("Serial1/0 pvc 1/100 7", "7"), ("Serial1/0 cid 9", "cid"), ("serial 1/0 15", "15"),
    ],
)  # fmt: skip
def test_no_circuit(target: str, fault: str) -> None:
    line = f" session target {target}"
    (found,) = faults(f"dial-peer voice 1 vofr\n{line}\n")
    assert found[:2] == (2, line.rindex(fault) + 1)


@pytest.mark.parametrize("target", ["Serial1/0", "Serial1/0 pvc", "ATM1/0"])
def test_a_circuit_that_ends_too_early(target: str) -> None:
    (found,) = faults(f"dial-peer voice 1 vofr\n session target {target}\n")
    assert found[2:] == ("error", "incomplete-command")


@pytest.mark.parametrize("typed", ["session target serial 1/0 100 20", "sess tar se1/0 100 20"])
def test_a_circuit_is_printed_in_full(typed: str) -> None:
    router = Router.from_text("interface Serial1/0\n no ip address\ndial-peer voice 200 vofr\n")
    session = router.session()
    for line in ("configure terminal", "dial-peer voice 200", typed):
        session.run(line)
    assert " session target Serial1/0 100 20\n" in router.running_config
    assert "vofr  up   down                              0  syst Serial1/0 100 2" in session.execute(
        "do show dial-peer voice summary"
    )
    refused = session.execute("session target serial 2/0 100 20")
    assert "% Invalid input" in refused
    assert session.run("no session target").accepted
    assert "session target" not in router.running_config


@pytest.mark.parametrize("header", ["sip-ua", "voice class tenant 1"])
@pytest.mark.parametrize("command", ["sip-server", "registrar"])
def test_servers(header: str, command: str) -> None:
    for server in ("ipv4:10.1.1.1", "ipv4:10.1.1.1:5060", "dns:sip.example.com", "ipv6:[2001:DB8::1]"):
        assert faults(f"{header}\n {command} {server}\n") == []
    for server in ("ipv4:192.168.k.1", "192.168.1.1", "sip.example.com", "dns:$s$.example.com", "(CME)"):
        assert [found[2] for found in faults(f"{header}\n {command} {server}\n")] == ["error"], server
    assert faults(f"{header}\n no {command}\n") == []


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("number 1001", True), ("number A706", True), ("number A450A0900", True), ("number 8000....", True), ("number +14085551212", True),
        ("number 1001 secondary 2001 no-reg both", True), ("number 100x", False), ("number abc", False), ("number 1O01", False),
        ("number 1001 secondary 2x", False), ("no number", True), ("no number 100x", True),
    ],
)  # fmt: skip
def test_the_number_of_an_ephone_dn(line: str, taken: bool) -> None:
    found = [severity for _, _, severity, _ in faults(f"telephony-service\n max-dn 1\nephone-dn 1\n {line}\n")]
    assert found == ([] if taken else ["error"])


def test_a_button_without_its_dn() -> None:
    phone = "ephone 1\n mac-address 1.2.3\n button 1:1\n"
    whole = "telephony-service\n max-dn 5\n max-ephones 5\n"
    for text, severity in (
        (phone, "info"),
        (whole + phone, "error"),
        (phone + whole, "error"),
        (f"R(config)#{whole}{phone}", "error"),
    ):
        found = [diagnostic for diagnostic in check_text("a.cfg", text) if "invalid input dn parameter" in diagnostic.message]
        assert [diagnostic.severity for diagnostic in found] == [severity], text
    assert " button 1:1\n" in Router.from_text(phone).running_config
    above = [d.severity for d in check_text("a.cfg", "telephony-service\n max-dn 5\nephone-dn 6\n") if d.code == "refused"]
    assert above == ["error"]


SPOILT = ["xxx.xxx.xxx.xxx", "x.x.x.x", "10.0.0.300", "198.51.100.", "10.0.0.x"]
#: A section, and a line with an address in it.
ADDRESSED = [
    ("", "ip route 0.0.0.0 0.0.0.0 {}"), ("", "ip route {} 255.255.255.0 10.0.5.9"), ("", "access-list 10 permit {}"),
    ("", "access-list 100 permit ip host {} any"), ("", "ntp server {}"), ("", "logging host {}"), ("", "logging {}"),
    ("interface gi0/0", "ip address {} 255.255.255.0"), ("interface gi0/0", "ip address 10.0.0.1 {}"), ("", "ip local pool P {}"),
    ("", "ip local pool P 10.0.0.1 {}"), ("", "ip name-server {}"), ("", "ip dhcp excluded-address {}"),
    ("ip dhcp pool P", "option 150 ip {}"), ("router ospf 1", "network {} 0.0.0.255 area 0"), ("router bgp 1", "neighbor {} remote-as 1"),
    ("", "snmp-server host {} public"), ("radius server R", "address ipv4 {} auth-port 1812"), ("crypto map M 10", "set peer {}"),
    ("interface Tunnel0", "tunnel destination {}"), ("telephony-service", "ip source-address {} port 2000"),
    ("dial-peer voice 1 voip", "session target ipv4:{}"), ("", "sccp ccm {} identifier 1 version 7.0"),
    ("", "ip prefix-list P permit {}/24"), ("", "ip flow-export destination {} 9996"), ("ip sla 1", "icmp-echo {}"),
    ("", "mgcp call-agent {} service-type mgcp"), ("", "tacacs-server host {}"), ("", "radius-server host {} key x"),
]  # fmt: skip


@pytest.mark.parametrize(("header", "line"), ADDRESSED)
def test_an_address_with_a_wrong_part_is_an_error_in_every_command(header: str, line: str) -> None:
    begin = f"{header}\n " if header else ""
    for address in SPOILT:
        text = f"{begin}{line.format(address)}\n"
        assert [(found[0], found[2]) for found in faults(text)] == [(text.count("\n"), "error")], address
        assert line.format(address) in Router.from_text(text).running_config


@pytest.mark.parametrize(
    "text",
    [
        "ntp server ntp.example.com", "logging host syslog.example.com", "router bgp 1\n neighbor PEERS peer-group",
        "interface Tunnel0\n tunnel destination far.example.com", "ip prefix-list P permit 10.0.0.0/8", "snmp-server view V 1.3.6 included",
        "ip sla 1\n icmp-echo 10.0.0.9", "snmp-server contact 10.0.0.300", "banner motd #10.0.0.300#",
        "interface gi0/0\n description 10.0.0.300",
    ],
)  # fmt: skip
def test_a_name_or_text_may_look_like_anything(text: str) -> None:
    assert [found for found in faults(f"{text}\n") if found[2] != "info"] == []


def test_a_route_after_an_interface_stays_a_route() -> None:
    interface = "interface gi0/0\n ip address 10.0.0.1 255.255.255.0\n"
    router = Router.from_text(interface + "ip route 10.1.0.0 255.255.0.0 10.0.0.9\n")
    assert "\nip route 10.1.0.0 255.255.0.0 10.0.0.9\n" in router.running_config
    for route in ("ip route 10.0.0.300 255.255.255.0 10.0.0.9", "ip route 0.0.0.0 0.0.0.0 198.51.100."):
        router = Router.from_text(f"{interface}{route}\n")
        assert [found.severity for found in router.findings] == ["error"]
        assert f"{route}\n" in router.running_config
        assert "route-cache" not in router.running_config
        session = Router.from_text(interface).session()
        for line in ("configure terminal", "interface gi0/0"):
            session.execute(line)
        assert "% Invalid input detected" in session.execute(route)
        assert session.prompt.endswith("(config-if)#")
