"""Commands that a router stores in other words than those that were typed."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.files.support import printed

TRUNK = "interface GigabitEthernet0/0\nswitchport trunk allowed vlan 10,20"


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("clock timezone EST -5", ["clock timezone EST -5 0"]),
        ("clock timezone IST 5 30", ["clock timezone IST 5 30"]),
        ("aaa new-model", ["aaa new-model", "aaa session-id common"]),
        ("aaa new-model\naaa session-id unique", ["aaa new-model", "aaa session-id unique"]),
        ("crypto isakmp policy 1\nencryption aes", ["crypto isakmp policy 1", " encr aes"]),
        ("crypto isakmp policy 1\nencr des\nhash sha\ngroup 1\nlifetime 86400", ["crypto isakmp policy 1"]),
        ("crypto isakmp policy 1\nhash md5\ngroup 2", ["crypto isakmp policy 1", " hash md5", " group 2"]),
        (
            "ip nat inside source static tcp 10.0.0.5 80 192.0.2.5 80",
            ["ip nat inside source static tcp 10.0.0.5 80 192.0.2.5 80 extendable"],
        ),
        (
            "ip nat inside source static tcp 10.0.0.5 80 interface GigabitEthernet0/0 80",
            ["ip nat inside source static tcp 10.0.0.5 80 interface GigabitEthernet0/0 80"],
        ),
        (
            "ip nat inside source static udp 10.0.0.5 53 192.0.2.5 53",
            ["ip nat inside source static udp 10.0.0.5 53 192.0.2.5 53 extendable"],
        ),
        ("ip nat inside source static 10.0.0.5 192.0.2.5", ["ip nat inside source static 10.0.0.5 192.0.2.5"]),
        ("ip route 10.6.0.0 255.255.0.0 10.0.0.2 1", ["ip route 10.6.0.0 255.255.0.0 10.0.0.2"]),
        ("ip route 10.6.0.0 255.255.0.0 10.0.0.2 1 name ONE", ["ip route 10.6.0.0 255.255.0.0 10.0.0.2 name ONE"]),
        ("ip route 10.6.0.0 255.255.0.0 10.0.0.2 name 1", ["ip route 10.6.0.0 255.255.0.0 10.0.0.2 name 1"]),
        ("ip route 10.6.0.0 255.255.0.0 10.0.0.2 10", ["ip route 10.6.0.0 255.255.0.0 10.0.0.2 10"]),
        ("ip sla 1\nicmp-echo 192.0.2.1\nfrequency 60", ["ip sla 1", " icmp-echo 192.0.2.1"]),
        ("router bgp 1\nnetwork 10.0.0.0 mask 255.0.0.0", ["router bgp 1", " network 10.0.0.0"]),
        ("router bgp 1\nnetwork 10.1.0.0 mask 255.255.0.0", ["router bgp 1", " network 10.1.0.0 mask 255.255.0.0"]),
        ("router bgp 1\nnetwork 172.16.0.0 mask 255.255.0.0 backdoor", ["router bgp 1", " network 172.16.0.0 backdoor"]),
        ("router bgp 1\nnetwork 10.0.0.0\nno network 10.0.0.0 mask 255.0.0.0", ["router bgp 1"]),
        ("ip dhcp pool A\nnetwork 10.2.0.0 /23", ["ip dhcp pool A", " network 10.2.0.0 255.255.254.0"]),
        ("no ip domain-lookup", ["no ip domain lookup"]),
        ("ip domain-name example.com", ["ip domain name example.com"]),
        ("spanning-tree extend system-id\nip domain-name example.com", ["ip domain-name example.com"]),
        ("router eigrp 1\nno auto-summary", ["router eigrp 1"]),
        ("router rip\nno auto-summary", ["router rip", " no auto-summary"]),
    ],
)
def test_what_is_typed_is_printed_as_a_router_stores_it(typed: str, lines: list[str]) -> None:
    router = Router()
    bare = router.running_config.splitlines()
    session = router.session(privilege=15)
    for line in ("configure terminal", *typed.splitlines()):
        assert session.run(line).accepted, line
    new = [line for line in router.running_config.splitlines() if line not in bare and not line.startswith(("!", "Current"))]
    assert [line for line in new if line != "spanning-tree extend system-id"] == lines


@pytest.mark.parametrize(
    ("schedule", "stored"),
    [
        ("start-time now life forever", "life forever start-time now"),
        ("life forever start-time now", "life forever start-time now"),
        ("recurring start-time 10:00:00 life 60", "life 60 start-time 10:00:00 recurring"),
        ("start-time after 00:05:00 ageout 3600", "start-time after 00:05:00 ageout 3600"),
    ],
)
def test_the_life_of_an_operation_stands_before_its_start(schedule: str, stored: str) -> None:
    operation = ["ip sla 1", " icmp-echo 192.0.2.1"]
    assert printed(*operation, f"ip sla schedule 1 {schedule}") == [*operation, f"ip sla schedule 1 {stored}"]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("10,11,12,5", "5,10-12"),
        ("10,11", "10,11"),
        ("add 30", "10,20,30"),
        ("remove 20", "10"),
        ("remove 10,20", "none"),
        ("none\nswitchport trunk allowed vlan add 7", "7"),
        ("except 2-4093", "1,4094"),
        ("1-4094", ""),
        ("all", ""),
        ("none", "none"),
    ],
)
def test_the_vlans_of_a_trunk_are_one_list(typed: str, stored: str) -> None:
    router = Router()
    session = router.session(privilege=15)
    for line in ("configure terminal", *TRUNK.splitlines(), *f"switchport trunk allowed vlan {typed}".splitlines()):
        assert session.run(line).accepted, line
    lines = [line for line in router.running_config.splitlines() if "allowed" in line]
    assert lines == ([f" switchport trunk allowed vlan {stored}"] if stored else [])


def test_stamps_that_are_off_keep_their_words() -> None:
    lines = ["no service timestamps debug uptime", "no service timestamps log datetime msec"]
    assert printed(*lines) == lines
    assert printed(*lines, "service timestamps log datetime msec") == [lines[0], "service timestamps log datetime msec"]
    assert printed("service timestamps log uptime", "no service timestamps log") == ["no service timestamps log"]


def test_a_file_keeps_its_lists_of_vlans_and_its_spelling() -> None:
    policy = ["version 15.7", "crypto isakmp policy 1", " encryption aes"]
    assert printed(*policy) == policy
    lines = ["ip domain-name example.com", "interface GigabitEthernet0/0", " switchport trunk allowed vlan 10,20"]
    lines += [" switchport trunk allowed vlan add 30"]
    assert printed(*lines) == lines
    session = Router(text="\n".join([*lines, "end"])).session(privilege=15)
    for line in ("configure terminal", "interface GigabitEthernet0/0", "switchport trunk allowed vlan remove 10"):
        session.execute(line)
    assert session.execute("do show running-config | include allowed") == " switchport trunk allowed vlan 20,30\n"


def test_the_parts_of_a_time_stamp_stand_in_one_order() -> None:
    line = "service timestamps log datetime localtime show-timezone year msec"
    assert printed(line) == ["service timestamps log datetime msec localtime show-timezone year"]
    assert printed("service timestamps debug datetime year localtime") == ["service timestamps debug datetime localtime year"]
    assert printed("service timestamps log datetime msec", "service timestamps debug uptime") == [
        "service timestamps debug uptime", "service timestamps log datetime msec",
    ]  # fmt: skip
