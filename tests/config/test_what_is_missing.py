"""Refusals of commands that name something which is not there, in files and in sessions: their neighbours and their undoing."""

from __future__ import annotations

import pytest

from iossim import Router

NEIGHBOR = "% Specify remote-as or peer-group commands first"
IPV6 = "% IPv6 routing not enabled"


def typed(text: str, *lines: str) -> str:
    """What the console answers to lines of configuration, after a configuration."""
    session = Router.from_text(text).session(line="console")
    session.execute("configure terminal")
    return "".join(session.execute(line) for line in lines)


def found(text: str) -> list[tuple[int, str, str]]:
    """Line, severity and message of the findings of a file."""
    return [(finding.line, finding.severity, finding.message) for finding in Router.from_text(text).findings]


#: A text whose line is refused, the number of the line, and the message.
LACKING = [
    (
        "crypto map M 1 ipsec-isakmp\n set transform-set T\n",
        2,
        'ERROR: transform set with tag "T" does not exist',
        "crypto ipsec transform-set T esp-aes",
    ),
    ("interface Loopback0\n crypto map M\n", 2, 'ERROR: Crypto Map with tag "M" does not exist', "crypto map M 5 ipsec-isakmp"),
    ("router bgp 1\n neighbor 10.0.0.2 weight 5\n", 2, NEIGHBOR, "router bgp 1\n neighbor 10.0.0.2 remote-as 2"),
    ("ipv6 router ospf 1\n", 1, IPV6, "ipv6 unicast-routing"),
    ("policy-map P\n class C\n", 2, "% class map C not configured", "class-map match-all C"),
    ("interface Loopback0\n service-policy input P\n", 2, "% policy map P not configured", "policy-map P"),
]


@pytest.mark.parametrize(("text", "line", "message", "missing"), LACKING)
def test_in_an_excerpt_the_missing_line_may_stand_elsewhere(text: str, line: int, message: str, missing: str) -> None:
    assert (line, "info", f"{message}: may stand elsewhere") in found(text)
    whole = [finding for finding in found(f"version 15.7\n{text}end\n") if finding[1] == "error"]
    assert [(number, said.rstrip(".")) for number, _, said in whole] == [(line + 1, message)]
    late = [finding for finding in found(f"{text}{missing}\n") if finding[2].startswith(message)]
    assert [finding[:2] for finding in late] == [(line, "error")]
    assert [finding for finding in found(f"{missing}\n{text}") if finding[2].startswith(message)] == []


@pytest.mark.parametrize(("text", "line", "message", "missing"), LACKING)
def test_a_line_of_a_file_is_taken_all_the_same(text: str, line: int, message: str, missing: str) -> None:
    printed = Router.from_text(f"version 15.7\n{text}end\n").running_config
    assert text.split("\n")[line - 1].split()[-2:] in [words.split()[-2:] for words in printed.split("\n")]


def test_the_same_line_again_is_no_definition() -> None:
    text = "interface Loopback0\n crypto map M\ninterface Loopback1\n crypto map M\n"
    assert [severity for _, severity, _ in found(text)] == ["info", "info"]


def test_other_crypto_maps_do_not_count() -> None:
    assert "does not exist" in typed(
        "crypto map M 1 ipsec-isakmp\ncrypto map N 1 ipsec-isakmp\n", "interface Gi0/0", "crypto map MN"
    )
    assert (
        typed("crypto map M 1 ipsec-isakmp\ncrypto map N 1 ipsec-isakmp\n", "no crypto map N 1", "interface Gi0/0", "crypto map M")
        != ""
    )
    assert "does not exist" in typed("crypto map N 1 ipsec-isakmp\n", "no crypto map N 1", "interface Gi0/0", "crypto map N")


def test_a_template_makes_a_neighbor_known() -> None:
    text = "router bgp 1\n template peer-session T\n  remote-as 2\n exit-peer-session\n"
    assert typed(text, "router bgp 1", "neighbor 10.0.0.2 inherit peer-session T", "neighbor 10.0.0.2 description x") == ""
    assert NEIGHBOR in typed(text, "router bgp 1", "neighbor 10.0.0.3 inherit peer-session T", "neighbor 10.0.0.2 description x")


def test_settings_of_unknown_neighbors_can_be_removed() -> None:
    assert typed("", "router bgp 1", "no neighbor 10.0.0.2 weight 5", "default neighbor 10.0.0.2 weight") == ""


@pytest.mark.parametrize("family", ["ipv6", "ipv6 unicast", "vpnv6"])
def test_address_families_of_ipv6_need_its_routing(family: str) -> None:
    assert typed("", "router bgp 1", f"address-family {family}") == f"{IPV6}\n"
    assert typed("no ipv6 unicast-routing\n", "router bgp 1", f"address-family {family}") == f"{IPV6}\n"
    assert typed("ipv6 unicast-routing\n", "router bgp 1", f"address-family {family}") == ""
    assert typed("", "router bgp 1", f"no address-family {family}") == ""


def test_families_of_ipv4_do_not() -> None:
    assert typed("", "router bgp 1", "address-family ipv4", "address-family vpnv4") == ""


STATIC = "ip nat inside source static"


@pytest.mark.parametrize(
    "line",
    [
        f"{STATIC} 10.0.0.5 192.0.2.9 extendable",
        f"{STATIC} 10.0.0.5 interface GigabitEthernet0/0",
        f"{STATIC} tcp 10.0.0.5 80 192.0.2.5 80",
        f"no {STATIC} 10.0.0.5 192.0.2.9",
        f"{STATIC} network 10.0.0.0 192.0.2.0 /24",
    ],
)
def test_translations_with_more_than_two_addresses_do_not_contradict(line: str) -> None:
    assert typed(f"{STATIC} 10.0.0.5 192.0.2.5\n", line) == ""


def test_a_removed_translation_does_not_contradict() -> None:
    text = f"{STATIC} 10.0.0.5 192.0.2.5\n"
    assert typed(text, f"no {STATIC} 10.0.0.5 192.0.2.5", f"{STATIC} 10.0.0.5 192.0.2.6") == ""


def test_a_pool_is_free_if_another_one_is_used() -> None:
    text = "ip nat pool A 192.0.2.1 192.0.2.5 netmask 255.255.255.0\nip nat pool B 192.0.2.6 192.0.2.9 netmask 255.255.255.0\n"
    text += "ip nat inside source list 1 pool B overload\n"
    assert typed(text, "no ip nat pool A") == ""
    assert typed(text, "no ip nat pool B") == "%Pool B in use, cannot destroy\n"
    assert typed(text, "default ip nat pool B") == "%Pool B in use, cannot destroy\n"


def test_classes_of_other_types_and_negative_lines_are_taken() -> None:
    assert typed("", "policy-map type inspect P", "class type inspect C") == ""
    assert typed("", "policy-map P", "no class C") == ""


def test_a_file_may_give_an_operation_two_types() -> None:
    """A router has one type; a file that was put together from two keeps both lines, since a router printed neither."""
    assert "icmp-echo" in Router.from_text("ip sla 1\n udp-jitter 10.0.0.1 5000\n icmp-echo 10.0.0.1\n").running_config
    assert typed("ip sla 1\n icmp-echo 10.0.0.1\n", "ip sla 1", "no icmp-echo 10.0.0.1", "udp-jitter 10.0.0.1 5000") == ""


@pytest.mark.parametrize("start", ["start-time pending", "life forever", ""])
def test_an_operation_that_waits_can_be_changed(start: str) -> None:
    assert typed(f"ip sla 1\n icmp-echo 10.0.0.1\nip sla schedule 1 {start}\n", "ip sla 1", "frequency 10") == ""


def test_a_running_operation_of_a_file_is_read() -> None:
    text = "ip sla schedule 1 life forever start-time now\nip sla 1\n icmp-echo 10.0.0.1\n"
    assert [severity for _, severity, _ in found(text)] == ["error"]
    assert " icmp-echo 10.0.0.1\n" in Router.from_text(text).running_config
