"""ntc-templates reads the show commands of interfaces, routes and neighbours; the values agree with the configuration."""

from __future__ import annotations

from ipaddress import IPv4Network

import pytest
from textfsm.parser import TextFSMError

from iossim import Router
from tests.interop.support import SAMPLES, addresses, rows, sample

EMPTY, OFF, REFUSED, RAISES = "an empty table", "a feature that is off", "refused", "the template refuses what a router prints"
FIXED = "rows, but no value that follows from the configuration"
#: Templates of commands that a 2911 may have, and the reason why no row is compared.
REASONS = {
    "show bfd neighbors details": EMPTY,
    "show crypto ipsec sa detail": RAISES,
    "show crypto session detail": EMPTY,
    "show dhcp lease": EMPTY,
    "show dmvpn": EMPTY,
    "show dot1x all": EMPTY,
    "show etherchannel summary": EMPTY,
    "show interface transceiver": REFUSED,
    "show ip bgp neighbors advertised-routes": REFUSED,
    "show ip bgp vpnv4 all neighbors": REFUSED,
    "show ip device tracking all": REFUSED,
    "show ip eigrp neighbors": EMPTY,
    "show ip eigrp neighbors detail": EMPTY,
    "show ip flow toptalkers": REFUSED,
    "show ip mroute": OFF,
    "show ip ospf database network": EMPTY,
    "show ip ospf neighbor": EMPTY,
    "show ip ospf neighbor detail": EMPTY,
    "show ipv6 neighbors": EMPTY,
    "show isis neighbors": EMPTY,
    "show mac-address-table": EMPTY,
    "show mpls interfaces": EMPTY,
    "show mpls l2transport vc": EMPTY,
    "show power inline": RAISES,
    "show running-config interface GigabitEthernet0/0": RAISES,
    "show running-config partition access-list": REFUSED,
    "show running-config partition route-map": REFUSED,
    "show spanning-tree": EMPTY,
    "show vtp status": FIXED,
}


def _descriptions(router: Router) -> dict[str, str]:
    names = [section.key[0] for section in router.config.root.any_sections("interface")]
    lines = router.running_config.split("\n")
    return {name: _below(lines, name, "description") for name in names}


def _below(lines: list[str], name: str, word: str) -> str:
    """The rest of a line of an interface; "" without it."""
    start = lines.index(f"interface {name}") + 1
    for line in lines[start:]:
        if not line.startswith(" "):
            break
        if line.startswith(f" {word} "):
            return line.removeprefix(f" {word} ")
    return ""


def _is_off(router: Router, name: str) -> bool:
    lines = router.running_config.split("\n")
    start = lines.index(f"interface {name}") + 1
    end = next(index for index in range(start, len(lines)) if not lines[index].startswith(" "))
    return " shutdown" in lines[start:end]


def _short(name: str) -> str:
    kind = name.rstrip("0123456789/:.")
    return {"Embedded-Service-Engine": "Em"}.get(kind, kind[:2]) + name.removeprefix(kind)


@pytest.mark.parametrize(("command", "reason"), REASONS.items())
def test_the_reasons_for_templates_without_rows(command: str, reason: str) -> None:
    router = sample(SAMPLES[0])
    if reason == REFUSED:
        assert not router.session().run(command).accepted
    elif reason == RAISES:
        with pytest.raises(TextFSMError):
            rows(router, command)
    else:
        assert bool(rows(router, command)) == (reason == FIXED)


@pytest.mark.parametrize("name", SAMPLES)
def test_show_adjacency(name: str) -> None:
    router = sample(name)
    router.phones.register_all()
    read = {row["endpoint"] for row in rows(router, "show adjacency")}
    assert read == {device.address for device in router.phones.sccp.registered()}


@pytest.mark.parametrize("name", SAMPLES)
def test_show_ip_interface_brief(name: str) -> None:
    router = sample(name)
    own = {port: str(address.ip) for port, address in addresses(router).items()}
    read = {row["interface"]: row for row in rows(router, "show ip interface brief")}
    nat = read.pop("NVI0", None)  # no configuration has it
    assert (nat is not None) == ("\n ip nat inside\n" in router.running_config)
    assert set(read) == set(_descriptions(router))
    for port, row in read.items():
        assert row["ip_address"] == own.get(port, "unassigned")
        assert (row["status"], row["proto"]) == (("administratively down", "down") if _is_off(router, port) else ("up", "up"))


@pytest.mark.parametrize("name", SAMPLES)
def test_show_interfaces(name: str) -> None:
    router = sample(name)
    own, descriptions = addresses(router), _descriptions(router)
    read = {row["interface"]: row for row in rows(router, "show interfaces")}
    assert set(read) == set(descriptions)
    for port, row in read.items():
        assert row["description"] == descriptions[port]
        assert row["link_status"] == ("administratively down" if _is_off(router, port) else "up")
        address = own.get(port)
        assert (row["ip_address"], row["prefix_length"]) == (
            (str(address.ip), str(address.network.prefixlen)) if address else ("", "")
        )
        assert row["mtu"] == "1500"


@pytest.mark.parametrize("name", SAMPLES)
def test_show_interfaces_description(name: str) -> None:
    router = sample(name)
    read = {row["port"]: (row["status"], row["description"].strip()) for row in rows(router, "show interfaces description")}
    assert read == {
        _short(port): ("admin down" if _is_off(router, port) else "up", text) for port, text in _descriptions(router).items()
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_show_ip_interface(name: str) -> None:
    router = sample(name)
    own = addresses(router)
    read = {row["interface"]: row for row in rows(router, "show ip interface")}
    assert set(read) == set(_descriptions(router))
    for port, row in read.items():
        expected = [str(own[port].ip)] if port in own else []
        assert (row["ip_address"] or []) == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_show_ip_route(name: str) -> None:
    router = sample(name)
    expected = set()
    for port, address in addresses(router).items():
        if not _is_off(router, port):
            expected.add(("C", str(address.network.network_address), str(address.network.prefixlen), "", port))
            expected.add(("L", str(address.ip), "32", "", port))
    for line in router.running_config.split("\n"):
        if line.startswith("ip route "):
            _, _, network, mask, hop = line.split()[:5]
            expected.add(("S", network, str(IPv4Network(f"{network}/{mask}").prefixlen), hop, ""))
    read = {
        (row["protocol"], row["network"], row["prefix_length"], row["nexthop_ip"], row["nexthop_if"])
        for row in rows(router, "show ip route")
    }
    assert read == expected
    assert expected


@pytest.mark.parametrize("name", SAMPLES)
def test_show_ip_route_summary(name: str) -> None:
    router = sample(name)
    up = [address for port, address in addresses(router).items() if not _is_off(router, port)]
    statics = sum(line.startswith("ip route ") for line in router.running_config.split("\n"))
    read = {row["route_source"]: row for row in rows(router, "show ip route summary")}
    connected = read["connected"]
    assert int(connected["networks"]) + int(connected["subnets"]) == 2 * len(up)
    assert int(read["static"]["networks"]) + int(read["static"]["subnets"]) == statics


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("command", ["show arp", "show ip arp"])
def test_show_arp(name: str, command: str) -> None:
    router = sample(name)
    router.phones.register_all()
    own = {(str(address.ip), "-", port) for port, address in addresses(router).items() if not _is_off(router, port)}
    first, age = ("address", "age_min") if command == "show arp" else ("ip_address", "age")
    read = {(row[first], row[age], row["interface"]) for row in rows(router, command)}
    assert own <= read
    assert {address for address, _, _ in read - own} == {device.address for device in router.phones.sccp.registered()}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("command", ["show cdp neighbors", "show cdp neighbors detail"])
def test_show_cdp_neighbors(name: str, command: str) -> None:
    router = sample(name)
    assert router.phones.register_all()
    expected = {device.name for device in router.phones.sccp.registered()}
    assert {row["neighbor_name"] for row in rows(router, command)} == expected
    if command.endswith("detail"):
        phones = {device.address for device in router.phones.sccp.registered()}
        assert {row["mgmt_address"] for row in rows(router, command)} == phones


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("command", ["show lldp neighbors", "show lldp neighbors detail"])
def test_show_lldp_neighbors(name: str, command: str) -> None:
    router = sample(name)
    user = router.session()
    user.enter_configuration()
    assert user.run("lldp run").accepted
    assert router.phones.register_all()
    expected = {device.name for device in router.phones.sccp.registered()}
    assert {row["neighbor_name"] for row in rows(router, command)} == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_show_ip_dhcp_binding(name: str) -> None:
    """The template reads a lease without end only: one word in the place of a date."""
    router = sample(name)
    user = router.session()
    user.enter_configuration()
    pool = router.config.root.any_sections("ip_dhcp_pool")[0].key[0]
    assert user.run(f"ip dhcp pool {pool}").accepted
    assert user.run("lease infinite").accepted
    router.phones.register_all()
    read = {(row["ip_address"], row["expiration"], row["type"]) for row in rows(router, "show ip dhcp binding")}
    assert read == {(device.address, "Infinite", "Automatic") for device in router.phones.sccp.registered()}


@pytest.mark.parametrize("name", SAMPLES)
def test_ping_and_traceroute(name: str) -> None:
    router = sample(name)
    address = next(str(address.ip) for port, address in addresses(router).items() if not _is_off(router, port))
    (ping,) = rows(router, f"ping {address}")
    assert (ping["destination"], ping["success_pct"], ping["sent_qty"], ping["success_qty"]) == (address, "100", "5", "5")
    (hop,) = rows(router, f"traceroute {address}")
    assert (hop["hop_num"], hop["ip_address"]) == ("1", address)
