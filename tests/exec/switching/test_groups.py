"""Groups of standby, VRRP and GLBP, tracked objects and VLANs at their edges; the transcripts have their output."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.router.network.support import edge
from tests.router.support import configure


def _rows(router: Router, line: str) -> list[list[str]]:
    return [row.split() for row in router.session().execute(line).split("\n") if row.startswith("Gi")]


@pytest.mark.parametrize(
    ("protocol", "active"), [("standby", ["Active", "local"]), ("vrrp", ["Master", "10.1.1.1"]), ("glbp", ["Active", "10.1.1.254"])]
)
def test_a_group_is_active_while_its_interface_is_up(protocol: str, active: list[str]) -> None:
    router, time = edge("interface GigabitEthernet0/0", f" {protocol} 1 ip 10.1.1.254")
    assert all(word in _rows(router, f"show {protocol} brief")[0] for word in active)
    configure(router, "interface GigabitEthernet0/0", "shutdown")
    assert "Init" in _rows(router, f"show {protocol} brief")[0]
    configure(router, "interface GigabitEthernet0/0", "no shutdown")
    time.passes(5)
    assert all(word in _rows(router, f"show {protocol} brief")[0] for word in active)
    configure(router, "interface GigabitEthernet0/0", f"no {protocol} 1 ip")
    assert _rows(router, f"show {protocol} brief") == []


def test_group_0_has_no_number_in_its_commands() -> None:
    router, _ = edge("interface GigabitEthernet0/0", " standby ip 10.1.1.254", " standby priority 50", " standby 1 ip 10.1.1.253")
    assert [(row[1], row[2]) for row in _rows(router, "show standby brief")] == [("0", "50"), ("1", "100")]


def test_version_2_has_another_mac_address() -> None:
    router, _ = edge("interface GigabitEthernet0/0", " standby version 2", " standby 300 ip 10.1.1.254")
    assert "Local virtual MAC address is 0000.0c9f.f12c (v2 default)" in router.session().execute("show standby")


def test_a_tracked_interface_and_a_tracked_operation() -> None:
    router, _ = edge(
        "track 1 interface GigabitEthernet0/0 line-protocol",
        "track 2 interface GigabitEthernet0/2 line-protocol",
        "track 3 ip sla 9 reachability",
        "ip sla 9",
        " icmp-echo 198.51.100.1",
        "track 4 ip sla 8 reachability",
        "ip sla 8",
        " icmp-echo 198.51.100.1",
        "ip sla schedule 9 life forever start-time now",
        "track 5 ip sla 7 reachability",
    )
    states = [row.split()[-2] for row in router.session().execute("show track brief").rstrip("\n").split("\n")[1:]]
    assert states == ["Up", "Down", "Up", "Down", "Down"]
    summary = router.session().execute("show ip sla summary")
    assert "*9" in summary
    assert "~8" in summary
    assert router.session().execute("show track 9") == ""


def test_vlans_of_subinterfaces() -> None:
    router, _ = edge()
    output = router.session().execute("show vlans")
    assert "Virtual LAN ID:  20 (IEEE 802.1Q Encapsulation)" in output
    assert "           IP              198.51.100.2                0                   0" in output
    assert "No Virtual LANs configured." in router.session().execute("show vlans 30")


@pytest.mark.parametrize(
    ("protocol", "line"), [("standby", "standby 1 track 5 decrement 25"), ("vrrp", "vrrp 1 track 5 decrement 25")]
)
def test_a_group_loses_priority_with_a_tracked_interface(protocol: str, line: str) -> None:
    group = ("interface GigabitEthernet0/0", f" {protocol} 1 ip 10.1.1.254", f" {protocol} 1 priority 110", f" {line}")
    router, time = edge("track 5 interface GigabitEthernet0/1 line-protocol", *group)
    assert _rows(router, f"show {protocol} brief")[0][2] == "110"
    configure(router, "interface GigabitEthernet0/1", "shutdown")
    assert _rows(router, f"show {protocol} brief")[0][2] == "85"
    assert "object 5 state Down decrement 25" in router.session().execute(f"show {protocol}")
    configure(router, "interface GigabitEthernet0/1", "no shutdown")
    time.passes(5)
    assert _rows(router, f"show {protocol} brief")[0][2] == "110"


def test_a_group_tracks_an_interface_by_its_name() -> None:
    router, _ = edge("interface GigabitEthernet0/0", " standby 1 ip 10.1.1.254", " standby 1 track GigabitEthernet0/2")
    assert _rows(router, "show standby brief")[0][2] == "90"
    assert "    Track interface GigabitEthernet0/2 state Down decrement 10" in router.session().execute("show standby")
