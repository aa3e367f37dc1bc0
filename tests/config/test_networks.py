"""The index of addresses and VLANs: it finds an overlap without a walk over the interfaces, and forgets what is removed."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Configuration
from iossim.config.networks import host_key, number, overlapping_keys, prefix_length, text, vlan_key
from iossim.config.transaction import Transaction
from iossim.files.load import read_lines


def _read(*lines: str) -> tuple[Configuration, list[str]]:
    configuration = Configuration()
    return configuration, [diagnostic.message for diagnostic in read_lines(configuration, lines)]


@pytest.mark.parametrize(
    ("mask", "length"), [("0.0.0.0", 0), ("255.0.0.0", 8), ("255.255.255.255", 32), ("255.0.255.0", -1), ("0.0.0.255", -1)]
)
def test_the_length_of_a_mask(mask: str, length: int) -> None:
    assert prefix_length(number(mask)) == length
    assert text(number(mask)) == mask


@pytest.mark.parametrize(
    ("there", "typed", "overlaps"),
    [
        ("10.1.1.1 255.255.255.0", "10.1.1.2 255.255.255.0", True),
        ("10.1.1.1 255.255.255.0", "10.1.2.1 255.255.255.0", False),
        ("10.1.1.1 255.255.0.0", "10.1.2.1 255.255.255.0", True),
        ("10.1.2.1 255.255.255.0", "10.1.1.1 255.255.0.0", True),
        ("10.1.1.1 255.255.255.255", "10.1.1.1 255.255.255.255", True),
        ("10.1.1.1 255.255.255.255", "10.1.1.2 255.255.255.255", False),
        ("10.1.1.1 128.0.0.0", "126.1.1.1 255.255.255.252", True),
        ("10.1.1.1 128.0.0.0", "129.1.1.1 255.255.255.252", False),
    ],
)
def test_networks_that_overlap(there: str, typed: str, overlaps: bool) -> None:
    _, messages = _read("interface Loopback0", f" ip address {there}", "interface Loopback1", f" ip address {typed}")
    assert any("overlaps with Loopback0" in message for message in messages) is overlaps


def test_an_address_that_is_removed_or_moved_is_free_again() -> None:
    session = Router().session(privilege=15)
    for line in ("configure terminal", "interface lo0", "ip address 10.1.1.1 255.255.255.0", "interface lo1"):
        session.execute(line)
    typed = "ip address 10.1.1.2 255.255.255.0"
    assert "overlaps with Loopback0" in session.execute(typed)
    for freeing in ("no ip address", "ip address 10.1.2.1 255.255.255.0", "ip address dhcp"):
        session.execute("interface lo0")
        session.execute(freeing)
        session.execute("interface lo1")
        assert session.execute(typed) == "", freeing
        session.execute("no ip address")
        session.execute("interface lo0")
        session.execute("ip address 10.1.1.1 255.255.255.0")
        session.execute("interface lo1")
    session.execute("no interface lo0")
    session.execute("interface lo1")
    assert session.execute(typed) == ""


def test_a_change_that_is_taken_back_leaves_no_address() -> None:
    configuration, _ = _read("interface Loopback0", " ip address 10.1.1.1 255.255.255.0")
    configuration.values.index_new()
    before = {key: list(places) for key, places in configuration.values.networks.items()}
    with Transaction(configuration) as transaction:
        read_lines(configuration, ["interface Loopback1", " ip address 10.2.1.1 255.255.255.0", "no interface Loopback0"])
        transaction.abort()
    assert [section.key[0] for section in configuration.values.at(host_key(number("10.1.1.1")))] == ["Loopback0"]
    assert configuration.values.at(host_key(number("10.2.1.1"))) == []
    assert {key: list(places) for key, places in configuration.values.networks.items()} == before


def test_the_keys_of_a_network_do_not_grow_with_the_interfaces() -> None:
    lines = [
        line
        for at in range(300)
        for line in (f"interface Loopback{at}", f" ip address 10.{at // 256}.{at % 256}.1 255.255.255.255")
    ]
    configuration, messages = _read(*lines)
    assert messages == []
    asked = overlapping_keys(number("10.9.0.1"), 32)
    assert len(asked) == 33
    assert not any(configuration.values.at(key) for key in asked)


def test_a_vlan_is_taken_on_its_own_interface_only() -> None:
    configuration, messages = _read(
        "interface GigabitEthernet0/0.10", " encapsulation dot1Q 10", "interface GigabitEthernet0/1.10", " encapsulation dot1Q 10",
        "interface GigabitEthernet0/0.11", " encapsulation dot1Q 10",
    )  # fmt: skip
    assert len(messages) == 1
    assert "This VID is already configured on GigabitEthernet0/0.10." in messages[0]
    section = configuration.section("interface", "GigabitEthernet0/1.10")
    assert section is not None
    assert configuration.values.at(vlan_key(section, "10")) == [section]
