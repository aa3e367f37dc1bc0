"""The rules about the addresses that phones need, and about SRST beside CME: faults, their neighbours, and texts that say too little."""

from __future__ import annotations

import pytest

from iossim.validate import check_text

INTERFACE = "interface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\n"
POOL = "ip dhcp pool V\n network 10.0.0.0 255.255.255.0\n default-router 10.0.0.1\n"
PHONES = "telephony-service\n max-ephones 5\n max-dn 5\n ip source-address {} port 2000\n"
CODES = ("foreign-source-address", "foreign-default-router", "pool-without-tftp-server", "srst-beside-cme")


def faults(text: str) -> list[tuple[int, str]]:
    """Line and code of the diagnostics of the rules."""
    found = check_text("a.cfg", text + "end\n")
    assert {diagnostic.severity for diagnostic in found if diagnostic.code in CODES} <= {"warning"}
    return [(diagnostic.line, diagnostic.code) for diagnostic in found if diagnostic.code in CODES]


def test_all_three_faults_of_one_file() -> None:
    text = INTERFACE + POOL.replace("router 10.0.0.1", "router 10.9.9.1") + PHONES.format("10.7.7.7")
    assert faults(text) == [(3, "pool-without-tftp-server"), (5, "foreign-default-router"), (9, "foreign-source-address")]


@pytest.mark.parametrize(
    ("interface", "address", "foreign"),
    [
        (INTERFACE, "10.0.0.2", True),
        (INTERFACE, "10.0.0.1", False),
        (INTERFACE + " ip address 10.0.1.1 255.255.255.0 secondary\n", "10.0.1.1", False),
        (INTERFACE + " standby 1 ip 10.0.0.254\n", "10.0.0.254", False),
        (INTERFACE + " standby ip 10.0.0.254\n", "10.0.0.254", False),
        (INTERFACE + " vrrp 1 ip 10.0.0.254\n", "10.0.0.254", False),
        (INTERFACE + "interface Loopback0\n ip address 10.1.0.1 255.255.255.255\n", "10.1.0.1", False),
        (INTERFACE + "interface GigabitEthernet0/1\n no ip address\n", "10.7.7.7", True),
        (INTERFACE + "interface GigabitEthernet0/1\n ip address dhcp\n", "10.7.7.7", False),
        (INTERFACE + "interface GigabitEthernet0/1\n ip address xxx.xxx.xxx.xxx 255.255.255.0\n", "10.7.7.7", False),
        (INTERFACE + "interface FastEthernet0/0.x\n ip address 10.7.7.7 255.255.255.0\n", "10.7.7.7", False),
        ("interface GigabitEthernet0/0\n no ip address\n", "10.7.7.7", False),
        ("", "10.7.7.7", False),
    ],
)
@pytest.mark.parametrize(
    "section",
    [PHONES, "voice register global\n source-address {} port 5060\n", "call-manager-fallback\n ip source-address {} port 2000\n"],
)
def test_a_source_address(interface: str, address: str, foreign: bool, section: str) -> None:
    assert ("foreign-source-address" in [code for _, code in faults(interface + section.format(address))]) is foreign


def test_the_default_router_of_typed_commands_may_be_an_interface_that_was_left_out() -> None:
    text = INTERFACE + POOL.replace("10.0.0.", "10.5.5.") + " option 150 ip 10.5.5.1\n" + PHONES.format("10.5.5.1")
    assert faults(text) == []
    assert faults("version 15.7\n" + text) == [(11, "foreign-source-address")]


@pytest.mark.parametrize(
    ("pools", "lines"),
    [
        (POOL, [3]),
        (POOL + " option 150 ip 10.0.0.1\n", []),
        (POOL + " option 66 ip 10.0.0.1\n", []),
        (POOL + " next-server 10.0.0.1\n", []),
        (POOL + " import all\n", []),
        (POOL.replace("10.0.0.0", "10.6.0.0").replace("router 10.0.0.1", "router 10.6.0.1"), [3]),
        (POOL + POOL.replace("V", "D").replace("10.0.0.", "10.6.0."), [3]),
        (POOL + POOL.replace("V", "D").replace("10.0.0.", "10.6.0.") + " option 150 ip 10.0.0.1\n", []),
        (POOL.replace("10.0.0.", "10.5.0.") + POOL.replace("V", "D").replace("10.0.0.", "10.6.0."), []),
        ("ip dhcp pool H\n host 10.0.0.9 255.255.255.0\n", []),
        ("", []),
    ],
)
def test_the_pool_of_the_phones(pools: str, lines: list[int]) -> None:
    found = faults(INTERFACE + pools + PHONES.format("10.0.0.1"))
    assert found == [(line, "pool-without-tftp-server") for line in lines]
    assert faults(INTERFACE + pools) == []


@pytest.mark.parametrize(
    ("network", "router", "foreign"),
    [
        ("10.0.0.0 255.255.255.0", "10.0.0.254", False),
        ("10.0.0.0 255.255.255.0", "10.0.1.1", True),
        ("10.0.0.0 255.255.255.0", "10.0.0.1 10.0.1.1", True),
        ("10.0.0.0 /23", "10.0.1.1", False),
        ("10.0.0.0 /24", "10.0.1.1", True),
        ("10.0.0.0", "10.9.1.1", False),
        ("192.168.1.0", "192.168.2.1", True),
        ("10.0.0.0 255.255.255.0\n network 10.1.0.0 255.255.255.0 secondary", "10.1.0.1", False),
    ],
)
def test_the_default_router_of_a_pool(network: str, router: str, foreign: bool) -> None:
    found = faults(f"ip dhcp pool V\n network {network}\n default-router {router}\n")
    assert [code for _, code in found] == (["foreign-default-router"] if foreign else [])


def test_srst_beside_cme() -> None:
    cme, srst = "telephony-service\n max-ephones 5\n", "call-manager-fallback\n max-ephones 5\n"
    assert faults(cme + srst) == [(3, "srst-beside-cme")]
    assert faults(srst + cme) == [(3, "srst-beside-cme")]
    assert faults(cme) == faults(srst) == []
    assert faults(cme + srst + "no call-manager-fallback\n") == []
    assert faults(cme + "voice register global\n mode srst\n") == []
