"""Refusals of NTP, SNMP, IP SLA, VLANs and port security, and the lines beside them that a router takes."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.validate import check_text

PORT = "interface gi0/1"
TEMPLATE = ("template DESK", "switchport mode access")
DYNAMIC = "Command rejected: GigabitEthernet0/1 is a dynamic port.\n"
TWICE = "%NTP trusted-key is invalid : key already configured\n"
VERSION_1 = "%Informs not supported in SNMPv1\n"


def answer(*lines: str) -> str:
    """What a router answers to the last of some lines of configuration."""
    session = Router().session()
    return [session.execute(line) for line in ("configure terminal", *lines)][-1]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("ntp trusted-key 1", "ntp trusted-key 1"), TWICE),
        (("ntp trusted-key 1", "ntp trusted-key 2"), ""),
        (("ntp trusted-key 1", "no ntp trusted-key 1"), ""),
        (("snmp-server host 10.7.1.9 informs version 1 RIVER",), VERSION_1),
        (("no snmp-server host 10.7.1.9 informs version 1 RIVER",), ""),
        (("snmp-server host 10.7.1.9 version 1 RIVER",), ""),
        (("snmp-server host 10.7.1.9 informs version 2c RIVER",), ""),
        ((PORT, "switchport mode access", "no switchport mode", "switchport port-security"), DYNAMIC),
        ((PORT, "switchport mode trunk", "switchport port-security"), ""),
        ((PORT, "no switchport port-security"), ""),
        ((*TEMPLATE, PORT, "source template DESK", "switchport port-security"), ""),
        (("template DESK", "switchport port-security"), ""),
        (("vtp version 3", "vlan 2000"), ""),
        (("no vlan 2000",), ""),
        (("vlan 1005",), ""),
    ],
)
def test_the_answer_to_a_line(lines: tuple[str, ...], expected: str) -> None:
    assert answer(*lines) == expected


def test_a_vtp_server_has_no_extended_vlan() -> None:
    assert answer("vtp mode server", "vlan 1006").startswith("% Failed to create VLANs 1006\n")


@pytest.mark.parametrize(
    ("settings", "taken"),
    [
        (("frequency 4",), True),
        (("timeout 50000",), True),
        (("timeout 60000",), True),
        (("timeout 60001",), False),
        (("threshold 5001",), False),
    ],
)
def test_the_times_of_a_probe(settings: tuple[str, ...], taken: bool) -> None:
    lines = ("ip sla 7", "icmp-echo 10.7.1.9", *settings, "exit", "ip sla schedule 7 start-time now")
    assert (answer(*lines) == "") == taken


def test_a_file_may_begin_before_ntp_runs() -> None:
    assert check_text("", "no ntp authenticate\nntp trusted-key 1\nntp trusted-key 1\n") == []


def test_the_mode_of_a_port_may_stand_elsewhere() -> None:
    """An excerpt without any `switchport mode` may leave it out; the port of a text with one is dynamic."""
    port = "interface GigabitEthernet0/1\n switchport port-security\n"
    assert [finding.severity for finding in check_text("", port) if finding.code == "refused"] == ["info"]
    other = "interface GigabitEthernet0/2\n switchport mode access\n"
    assert [finding.severity for finding in check_text("", port + other) if finding.code == "refused"] == ["error"]
