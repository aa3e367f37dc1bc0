"""The ARP table, and the answers of hosts that fill it."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest

from iossim.router import RouterCore
from iossim.router.network import arp
from iossim.router.network.reach import reach
from tests.router.network.support import edge
from tests.router.support import configure


def _table(router: RouterCore) -> dict[str, tuple[str, int | None]]:
    return {str(entry.address): (entry.interface, entry.age) for entry in arp.entries(router.network)}


OWN = {
    "10.1.1.1": ("GigabitEthernet0/0", None),
    "10.1.9.1": ("GigabitEthernet0/0", None),
    "198.51.100.2": ("GigabitEthernet0/1.20", None),
}


def test_own_addresses_of_ethernet_interfaces_that_are_up() -> None:
    router, _ = edge()
    assert _table(router) == OWN


def test_a_phone_is_in_the_table_while_it_is_registered() -> None:
    router, time = edge()
    router.phones.register("1", "10.1.1.50")
    time.passes(130)
    assert _table(router) == OWN | {"10.1.1.50": ("GigabitEthernet0/0", 2)}
    assert next(entry.mac for entry in arp.entries(router.network) if entry.age is not None) == "0011.2233.4401"
    router.phones.unregister("1")
    assert _table(router) == OWN


def test_a_phone_of_another_network_is_not() -> None:
    router, _ = edge()
    router.phones.register("1", "10.99.1.50")
    assert _table(router) == OWN


def test_a_named_host_is_resolved_by_a_ping_and_forgotten_by_clear() -> None:
    router, time = edge()
    gateway = IPv4Address("198.51.100.1")
    assert reach(router.network, gateway).lost == 1
    assert reach(router.network, gateway).lost == 0
    time.passes(600)
    assert _table(router)["198.51.100.1"] == ("GigabitEthernet0/1.20", 10)
    arp.clear(router.network)
    assert _table(router) == OWN


def test_a_host_that_does_not_answer_is_incomplete_for_a_minute() -> None:
    router, time = edge()
    assert not reach(router.network, IPv4Address("10.1.1.77")).answers
    assert _table(router)["10.1.1.77"] == ("", 0)
    time.passes(60)
    assert _table(router) == OWN


@pytest.mark.parametrize(
    ("group", "mac"), [("standby 7", "0000.0c07.ac07"), ("vrrp 7", "0000.5e00.0107"), ("glbp 7", "0007.b400.0701")]
)
def test_the_virtual_address_of_a_group(group: str, mac: str) -> None:
    router, _ = edge("interface GigabitEthernet0/0", f" {group} ip 10.1.1.254")
    virtual = IPv4Address("10.1.1.254")
    assert [entry.mac for entry in arp.entries(router.network) if entry.address == virtual] == [mac]
    assert reach(router.network, virtual).own
    configure(router, "interface GigabitEthernet0/0", "shutdown")
    assert not reach(router.network, virtual).answers
    assert virtual not in {entry.address for entry in arp.entries(router.network)}


@pytest.mark.parametrize(
    ("address", "answers", "own", "hop"),
    [
        ("10.1.1.1", True, True, None),
        ("192.0.2.1", True, True, None),
        ("172.16.0.1", False, False, "198.51.100.1"),
        ("10.1.1.50", True, False, None),
        ("10.1.1.51", False, False, None),
        ("203.0.113.1", False, False, "198.51.100.1"),
    ],
)
def test_who_answers(address: str, answers: bool, own: bool, hop: str | None) -> None:
    """172.16.0.1 is the address of an interface that is down: packets leave by the default route."""
    router, _ = edge()
    router.phones.register("1", "10.1.1.50")
    answer = reach(router.network, IPv4Address(address))
    assert (answer.answers, answer.own, str(answer.hop) if answer.hop else None) == (answers, own, hop)


def test_a_phone_that_is_unplugged_does_not_answer() -> None:
    router, _ = edge()
    router.phones.register("1", "10.1.1.50")
    configure(router, "interface GigabitEthernet0/0", "shutdown")
    assert not reach(router.network, IPv4Address("10.1.1.50")).answers
