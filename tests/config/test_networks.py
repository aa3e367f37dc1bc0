"""The index of addresses and VLANs: it finds an overlap without a walk over the interfaces, and forgets what is removed."""

from __future__ import annotations

import random
import sys

import pytest

from iossim import Router
from iossim.config import Configuration, Section
from iossim.config.ipv4 import first, number, prefix_length, text
from iossim.config.networks import Entry, Networks, host_key, vlan_key
from iossim.config.transaction import Transaction
from iossim.files.load import read_lines
from iossim.language import language


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
    before = {key: list(places) for key, places in configuration.values.places.items()}
    with Transaction(configuration) as transaction:
        read_lines(configuration, ["interface Loopback1", " ip address 10.2.1.1 255.255.255.0", "no interface Loopback0"])
        transaction.abort()
    assert [section.key[0] for section in configuration.values.at(host_key(number("10.1.1.1")))] == ["Loopback0"]
    assert configuration.values.at(host_key(number("10.2.1.1"))) == []
    assert {key: list(places) for key, places in configuration.values.places.items()} == before
    assert [section.key[0] for section in configuration.values.overlapping(number("10.0.0.0"), 8)] == ["Loopback0"]


@pytest.mark.parametrize("seed", range(20))
def test_the_index_finds_what_a_walk_over_all_networks_finds(seed: int) -> None:
    """Random networks of few lengths come and go; the index is asked in between, so that it is also made before networks come."""
    chance = random.Random(seed)
    mode = language().mode("interface")
    networks, there = Networks(), dict[Entry, tuple[int, int]]()
    for _ in range(300):
        address, length = chance.getrandbits(6) << chance.choice((0, 20, 26)), chance.choice((-1, 0, 4, 6, 8, 12, 30, 31, 32))
        match chance.randrange(3):
            case 0:
                entry: Entry = Section(mode), ("ip_address",)
                networks.add(entry, address, length)
                there[entry] = address, length
            case 1 if there:
                entry = chance.choice(list(there))
                networks.remove(entry)
                del there[entry]
            case _:
                wide = max(length, 0)
                common = {
                    entry
                    for entry, (other, size) in there.items()
                    if size >= 0 and first(other, min(size, wide)) == first(address, min(size, wide))
                }
                answer = networks.overlapping(address, wide)
                assert len(answer) == len(set(answer))
                assert set(answer) == common


@pytest.mark.parametrize("seed", range(5))
def test_the_index_finds_prefixes_of_ipv6_that_overlap(seed: int) -> None:
    chance = random.Random(seed)
    mode = language().mode("interface")
    prefixes, there = Networks(bits=128), dict[Entry, tuple[int, int]]()
    for _ in range(200):
        address, length = chance.getrandbits(6) << chance.choice((0, 60, 122)), chance.choice((0, 4, 62, 64, 68, 126, 128))
        short = {entry: min(size, length) for entry, (_, size) in there.items()}
        common = {entry for entry, size in short.items() if (there[entry][0] ^ address) >> 128 - size == 0}
        assert set(prefixes.overlapping(address, length)) == common
        entry: Entry = Section(mode), ("ipv6_address",)
        prefixes.add(entry, address, length)
        there[entry] = address, length
        if len(there) > 20:
            gone = chance.choice(list(there))
            prefixes.remove(gone)
            del there[gone]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("interface Loopback1", " ipv6 address 2001:DB8::2/64"), "2001:DB8::/64 is overlapping with 2001:DB8::/64 on Loopback0"),
        (("interface Loopback1", " ipv6 address 2001:DB8:0:1::2/64"), ""),
        (("interface Loopback0", " ipv6 address 2001:DB8::2/64"), ""),
        (("vrf definition ONE", "interface Loopback1", " vrf forwarding ONE", " ipv6 address 2001:DB8::2/64"), ""),
        (("interface Loopback0", " no ipv6 address 2001:DB8::1/64", "interface Loopback1", " ipv6 address 2001:DB8::2/64"), ""),
    ],
)
def test_a_prefix_of_ipv6_is_on_one_interface(lines: tuple[str, ...], message: str) -> None:
    _, messages = _read("interface Loopback0", " ipv6 address 2001:DB8::1/64", *lines)
    assert [message in found for found in messages] == ([True] if message else [])


def _calls(interfaces: int) -> int:
    """The calls for asking for the networks that overlap with one, with so many interfaces."""
    lines = [
        line
        for at in range(interfaces)
        for line in (f"interface Loopback{at}", f" ip address 10.{at // 256}.{at % 256}.1 255.255.255.255")
    ]
    configuration, messages = _read(*lines)
    assert messages == []
    asked = number("10.9.0.1"), 32
    assert configuration.values.overlapping(*asked) == []
    calls: list[str] = []
    before = sys.getprofile()
    sys.setprofile(lambda frame, event, argument: calls.append(event))
    try:
        configuration.values.overlapping(*asked)
    finally:
        sys.setprofile(before)
    return len(calls)


def test_the_work_for_an_address_does_not_grow_with_the_interfaces() -> None:
    assert 0 < _calls(300) == _calls(3)


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
