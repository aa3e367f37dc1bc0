"""Commands that printed running-configs of routers and switches have: accepted where they belong, and printed back; not elsewhere."""

from __future__ import annotations

import pytest

from iossim import Router

PORT, OSPF, ISIS, LIST = "interface GigabitEthernet0/0", "router ospf 1", "router isis", "arp access-list A"


@pytest.mark.parametrize(
    ("header", "line", "wrong"),
    [
        (PORT, "ip ospf lls disable", "ip ospf lls enable"),
        (PORT, "ospfv3 2 ipv6 cost 100", "ospfv3 2 ipv7 cost 100"),
        (PORT, "ipv6 policy route-map A", "ipv6 policy map A"),
        (PORT, "ip verify source mac-check", "ip verify source macs"),
        ("interface Tunnel0", "ip nhrp nhs 10.0.0.1 priority 1", "ip nhrp nhs 10.0.0.1 priority 256"),
        ("interface Tunnel0", "ip nhrp nhs 10.0.0.1 nbma 10.1.0.1 multicast priority 2 cluster 1", "ip nhrp nhs 10.0.0.1 cluster 11"),
        ("router eigrp 1", "metric weights 0 1 0 1 0 0", "metric weights 0 1 0 1 0"),
        (OSPF, "distribute link-state", "distribute link-state out"),
        (OSPF, "priority 10", "priority 256"),
        (ISIS, "redistribute static ip route-map A", "redistribute static ipx"),
        (ISIS, "segment-routing mpls", "segment-routing ip"),
        (LIST, "permit ip host 10.0.0.1 mac host 0200.00d7.cbbc", "permit ip host 10.0.0.1"),
        (LIST, "deny request ip any mac any log", "deny tcp any mac any"),
        ("domain default", "vrf default", "vrf"),
        ("", "ip arp inspection filter A vlan  100", "ip arp inspection filter A"),
        ("", "udld aggressive", "udld port"),
        ("", "udld message time 15", "udld message time 91"),
        ("", "clns routing", "clns host"),
        ("", "ip audit po max-events 100", "ip audit po max-events 0"),
        ("", "ip audit notify log", "ip audit notify syslog"),
        ("", "snmp ifmib ifindex persist", "snmp ifmib persist"),
        ("", "xconnect logging pseudowire status", "xconnect logging status"),
    ],
)  # fmt: skip
def test_a_line_is_taken_and_its_neighbour_is_not(header: str, line: str, wrong: str) -> None:
    router = Router.from_text(f"version 15.7\n{header}\n {line}\nend\n" if header else f"version 15.7\n{line}\nend\n")
    assert [finding for finding in router.findings if finding.severity != "info"] == []
    assert line in [printed.strip() for printed in router.running_config.splitlines()]
    session = Router().session()
    answers = [session.run(text).output for text in ("configure terminal", header, wrong) if text]
    assert any(words in answers[-1] for words in ("% Invalid input", "% Incomplete command"))


def test_segments_of_connected_prefixes() -> None:
    text = (
        "segment-routing mpls\n !\n connected-prefix-sid-map\n  address-family ipv4\n   10.0.0.1/32 22 range 1\n"
        "  exit-address-family\n !\n!\nend\n"
    )
    router = Router.from_text(f"version 16.9\n{text}")
    assert router.findings == []
    printed = [line for line in router.running_config.splitlines() if line.strip(" !")]
    start = printed.index("segment-routing mpls")
    assert printed[start : start + 5] == [line for line in text.splitlines() if line.strip(" !")][:5]


@pytest.mark.parametrize("family", ["ipv4", "ipv6"])
def test_the_cost_of_a_family_is_its_own(family: str) -> None:
    router = Router.from_text(
        f"version 15.7\n{PORT}\n ospfv3 2 ipv4 cost 9\n ospfv3 2 ipv6 cost 10\n no ospfv3 2 {family} cost\nend\n"
    )
    assert (" ospfv3 2 ipv4 cost 9\n" in router.running_config) == (family == "ipv6")
    assert (" ospfv3 2 ipv6 cost 10\n" in router.running_config) == (family == "ipv4")
