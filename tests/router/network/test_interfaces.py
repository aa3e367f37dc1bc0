"""The facts of interfaces: order, names, addresses, methods, hardware."""

from __future__ import annotations

import pytest

from iossim.router.network.interfaces import Interface, interface, interfaces
from tests.router.network.support import edge
from tests.router.support import configure


def _port(name: str, *more: str) -> Interface:
    router, _ = edge(*more)
    port = interface(router.network, name)
    assert port is not None
    return port


def test_ports_come_first_with_their_subinterfaces_then_virtual_ones_by_name() -> None:
    router, _ = edge(
        "interface Vlan1", "interface Tunnel10", "interface Tunnel2", "interface Dialer1", "interface GigabitEthernet0/1.3"
    )
    assert [port.name for port in interfaces(router.network)] == [
        "GigabitEthernet0/0",
        "GigabitEthernet0/1",
        "GigabitEthernet0/1.3",
        "GigabitEthernet0/1.20",
        "GigabitEthernet0/2",
        "Dialer1",
        "Loopback0",
        "Tunnel2",
        "Tunnel10",
        "Vlan1",
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("GigabitEthernet0/1.20", "Gi0/1.20"),
        ("Loopback0", "Lo0"),
        ("Serial0/0/0:23", "Se0/0/0:23"),
        ("Embedded-Service-Engine0/0", "Em0/0"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert _port(name, f"interface {name}").short == short


def test_mac_addresses_follow_the_ports() -> None:
    router, _ = edge("interface Vlan1", "interface Serial0/0/0")
    macs = {port.name: port.mac for port in interfaces(router.network)}
    first, second = macs["GigabitEthernet0/0"], macs["GigabitEthernet0/1"]
    assert int(second.replace(".", ""), 16) == int(first.replace(".", ""), 16) + 1
    assert macs["GigabitEthernet0/1.20"] == second
    assert macs["Vlan1"] == first
    assert macs["Loopback0"] == macs["Serial0/0/0"] == ""


def test_a_mac_address_that_was_set_counts_for_subinterfaces_too() -> None:
    more = ("interface GigabitEthernet0/1", " mac-address 0000.1111.2222")
    for name in ("GigabitEthernet0/1", "GigabitEthernet0/1.20"):
        port = _port(name, *more)
        assert (port.mac, port.burnt_in) == ("0000.1111.2222", _port(name).mac)


@pytest.mark.parametrize(
    ("name", "more", "bandwidth", "delay"),
    [
        ("GigabitEthernet0/0", (), 100_000, 100),
        ("GigabitEthernet0/1", (), 1_000_000, 10),
        ("GigabitEthernet0/1", ("interface GigabitEthernet0/1", " bandwidth 5000", " delay 30"), 5_000, 300),
        ("Loopback0", (), 8_000_000, 5_000),
        ("Serial0/0/0", ("interface Serial0/0/0",), 1_544, 20_000),
    ],
)
def test_bandwidth_and_delay(name: str, more: tuple[str, ...], bandwidth: int, delay: int) -> None:
    port = _port(name, *more)
    assert (port.bandwidth, port.delay) == (bandwidth, delay)


def test_the_method_tells_a_saved_address_from_a_typed_one() -> None:
    router, _ = edge("interface Vlan1", "interface Vlan2", " ip address dhcp")

    def method(name: str) -> str:
        port = interface(router.network, name)
        assert port is not None
        return port.method

    assert [method(name) for name in ("GigabitEthernet0/0", "GigabitEthernet0/1", "Vlan1", "Vlan2")] == [
        "NVRAM",
        "NVRAM",
        "unset",
        "DHCP",
    ]
    configure(router, "interface GigabitEthernet0/0", "ip address 10.1.1.2 255.255.255.0")
    assert method("GigabitEthernet0/0") == "manual"
    configure(router, "interface GigabitEthernet0/0", "ip address 10.1.1.1 255.255.255.0")
    assert method("GigabitEthernet0/0") == "NVRAM"
    configure(router, "interface GigabitEthernet0/0", "no ip address")
    assert method("GigabitEthernet0/0") == "manual"


def test_an_unnumbered_interface_borrows_an_address_and_has_none() -> None:
    port = _port("Tunnel1", "interface Tunnel1", " ip unnumbered Loopback0")
    assert str(port.address) == "192.0.2.1/32"
    assert port.addresses == []
