"""The routing table: what is connected, which static routes stand in it, and which route a packet takes."""

from __future__ import annotations

from ipaddress import IPv4Address

from iossim.router import RouterCore
from iossim.router.network.routes import best, exit_of, routes
from tests.router.network.support import edge
from tests.router.support import configure


def _table(router: RouterCore) -> set[tuple[str, str, str]]:
    return {(route.source, str(route.network), str(route.next_hop or route.interface)) for route in routes(router.network)}


def _static(*more: str) -> set[tuple[str, str]]:
    router, _ = edge(*more)
    return {(network, way) for source, network, way in _table(router) if source == "static"}


DEFAULT = ("0.0.0.0/0", "198.51.100.1")


def test_connected_networks_and_own_addresses() -> None:
    router, _ = edge()
    assert _table(router) == {
        ("static", "0.0.0.0/0", "198.51.100.1"),
        ("connected", "10.1.1.0/24", "GigabitEthernet0/0"),
        ("local", "10.1.1.1/32", "GigabitEthernet0/0"),
        ("connected", "10.1.9.0/24", "GigabitEthernet0/0"),
        ("local", "10.1.9.1/32", "GigabitEthernet0/0"),
        ("connected", "192.0.2.1/32", "Loopback0"),
        ("connected", "198.51.100.0/30", "GigabitEthernet0/1.20"),
        ("local", "198.51.100.2/32", "GigabitEthernet0/1.20"),
    }


def test_an_interface_that_goes_down_takes_its_routes_and_comes_back() -> None:
    router, time = edge()
    before = _table(router)
    configure(router, "interface GigabitEthernet0/1", "shutdown")
    assert not [row for row in _table(router) if "198.51.100" in str(row)]
    configure(router, "interface GigabitEthernet0/1", "no shutdown")
    time.passes(5)
    assert _table(router) == before


def test_a_next_hop_that_nobody_reaches() -> None:
    assert _static("ip route 10.7.0.0 255.255.0.0 172.16.0.9") == {DEFAULT}
    assert _static("ip route 10.7.0.0 255.255.0.0 203.0.113.1") == {DEFAULT}


def test_a_next_hop_behind_another_static_route() -> None:
    lines = ("ip route 10.8.0.0 255.255.0.0 10.7.0.1", "ip route 10.7.0.0 255.255.0.0 10.1.1.9")
    assert _static(*lines) == {DEFAULT, ("10.7.0.0/16", "10.1.1.9"), ("10.8.0.0/16", "10.7.0.1")}


def test_the_shortest_distance_wins_and_equal_ones_share() -> None:
    same = "ip route 10.7.0.0 255.255.0.0 10.1.1.8"
    assert _static(same, "ip route 10.7.0.0 255.255.0.0 10.1.1.9") == {
        DEFAULT,
        ("10.7.0.0/16", "10.1.1.8"),
        ("10.7.0.0/16", "10.1.1.9"),
    }
    assert _static(same, "ip route 10.7.0.0 255.255.0.0 10.1.1.9 200") == {DEFAULT, ("10.7.0.0/16", "10.1.1.8")}
    spare = ("ip route 10.7.0.0 255.255.0.0 172.16.0.9", "ip route 10.7.0.0 255.255.0.0 10.1.1.9 200")
    assert _static(*spare) == {DEFAULT, ("10.7.0.0/16", "10.1.1.9")}


def test_a_route_over_an_interface() -> None:
    assert _static("ip route 10.7.0.0 255.255.0.0 Null0") == {DEFAULT, ("10.7.0.0/16", "Null0")}
    assert _static("ip route 10.7.0.0 255.255.0.0 GigabitEthernet0/2") == {DEFAULT}


def test_a_connected_network_wins_over_a_static_route() -> None:
    assert _static("ip route 10.1.1.0 255.255.255.0 198.51.100.1") == {DEFAULT}


def test_a_mask_with_holes_is_no_route() -> None:
    assert _static("ip route 10.7.0.0 255.0.255.0 10.1.1.9") == {DEFAULT}


def test_two_routes_that_lead_to_each_other_are_absent() -> None:
    lines = ("ip route 10.7.0.0 255.255.0.0 10.8.0.1", "ip route 10.8.0.0 255.255.0.0 10.7.0.1")
    assert _static(*lines) == {DEFAULT}


def test_a_vrf_has_a_table_of_its_own() -> None:
    router, _ = edge("ip vrf BLUE", "interface Loopback5", " ip vrf forwarding BLUE", " ip address 10.5.5.5 255.255.255.255")
    assert not [row for row in _table(router) if "10.5.5.5" in str(row)]
    assert [str(route.network) for route in routes(router.network, "BLUE")] == ["10.5.5.5/32"]


def test_the_longest_prefix_wins() -> None:
    router, _ = edge("ip route 10.1.1.128 255.255.255.128 198.51.100.1")
    table = routes(router.network)
    assert exit_of(table, IPv4Address("10.1.1.200")) == ("GigabitEthernet0/1.20", IPv4Address("198.51.100.1"))
    assert exit_of(table, IPv4Address("10.1.1.100")) == ("GigabitEthernet0/0", IPv4Address("10.1.1.100"))
    assert [str(route.network) for route in best(table, IPv4Address("8.8.8.8"))] == ["0.0.0.0/0"]


def test_no_route() -> None:
    router, _ = edge("no ip route 0.0.0.0 0.0.0.0 198.51.100.1")
    assert exit_of(routes(router.network), IPv4Address("8.8.8.8")) is None


def test_a_route_that_follows_a_tracked_object() -> None:
    """The spare route with the higher distance comes while the object is down; an object that is not configured is down."""
    lines = ("ip route 10.7.0.0 255.255.0.0 198.51.100.1 track 1", "ip route 10.7.0.0 255.255.0.0 10.1.1.9 200")
    router, time = edge(*lines, "track 1 interface GigabitEthernet0/1 line-protocol")

    def way() -> str:
        return next(way for source, network, way in _table(router) if network == "10.7.0.0/16")

    assert way() == "198.51.100.1"
    configure(router, "interface GigabitEthernet0/1", "shutdown")
    assert way() == "10.1.1.9"
    configure(router, "interface GigabitEthernet0/1", "no shutdown")
    time.passes(5)
    assert way() == "198.51.100.1"
    assert _static(*lines) == {DEFAULT, ("10.7.0.0/16", "10.1.1.9")}
