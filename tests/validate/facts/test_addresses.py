"""Networks of DHCP pools and interfaces, and the router's own addresses."""

from __future__ import annotations

import pytest

from iossim.config import Configuration
from iossim.config.ipv4 import number
from iossim.files.load import read_lines
from iossim.validate.facts import facts_of
from iossim.validate.facts.addresses import Network, excluded_ranges, own_addresses, pools, route_network


def configured(text: str) -> Configuration:
    configuration = Configuration()
    read_lines(configuration, text.split("\n"))
    return configuration


@pytest.mark.parametrize(
    ("line", "first", "length"),
    [
        ("network 10.0.0.5 255.255.255.0", "10.0.0.0", 24),
        ("network 10.0.0.0 /22", "10.0.0.0", 22),
        ("network 10.0.0.0", "10.0.0.0", 8),
        ("network 172.16.5.0", "172.16.0.0", 16),
        ("network 192.168.5.0", "192.168.5.0", 24),
    ],
)
def test_the_network_of_a_pool(line: str, first: str, length: int) -> None:
    (pool,) = pools(facts_of(configured(f"ip dhcp pool V\n {line}\n")))
    assert pool.networks == (Network(number(first), length),)
    assert pool.plain


@pytest.mark.parametrize("line", ["vrf X", "import all", "class C", "netwrok 10.0.0.0"])
def test_a_pool_that_is_not_plain(line: str) -> None:
    (pool,) = pools(facts_of(configured(f"ip dhcp pool V\n network 10.0.0.0 /24\n {line}\n")))
    assert not pool.plain


def test_networks_that_overlap() -> None:
    wide, half, other = Network(number("10.0.0.0"), 24), Network(number("10.0.0.128"), 25), Network(number("10.0.1.0"), 24)
    assert wide.overlaps(half)
    assert half.overlaps(wide)
    assert not wide.overlaps(other)
    assert wide.last == number("10.0.0.255")


def test_an_excluded_address_and_a_range() -> None:
    text = "ip dhcp excluded-address 10.0.0.1\nip dhcp excluded-address 10.0.0.5 10.0.0.9\n"
    found = [(item.low, item.high) for item in excluded_ranges(facts_of(configured(text)))]
    assert found == [(number("10.0.0.1"), number("10.0.0.1")), (number("10.0.0.5"), number("10.0.0.9"))]


def test_the_address_of_a_trustpoint_is_no_address_of_the_router() -> None:
    text = "interface GigabitEthernet0/0\n ip address 10.0.0.1 255.255.255.0\ncrypto pki trustpoint T\n ip-address none\n"
    assert own_addresses(facts_of(configured(text))) == {number("10.0.0.1")}


@pytest.mark.parametrize("line", ["ip route 10.5.0.0 255.255.0.0 10.0.0.2", "ip route vrf X 10.5.0.0 255.255.0.0 10.0.0.2"])
def test_the_network_of_a_route(line: str) -> None:
    ((_, command),) = facts_of(configured(line)).all("ip_route")
    assert route_network(command) == Network(number("10.5.0.0"), 16)
