"""NAPALM's getters, fed with our output through a stub of its transport, give values that agree with the configuration."""

from __future__ import annotations

import pytest

from iossim import Router
from tests.interop.napalm_stub import driver
from tests.interop.support import SAMPLES, addresses, lab, sample


def _below(router: Router, name: str) -> list[str]:
    """The lines of an interface."""
    lines = router.running_config.split("\n")
    start = lines.index(f"interface {name}") + 1
    end = next(index for index in range(start, len(lines)) if not lines[index].startswith(" "))
    return [line.strip() for line in lines[start:end]]


def _names(router: Router) -> set[str]:
    return {line.split()[1] for line in router.running_config.split("\n") if line.startswith("interface ")}


@pytest.mark.parametrize("name", SAMPLES)
def test_get_interfaces(name: str) -> None:
    router = lab(name)
    read = driver(router).get_interfaces()
    assert set(read) == _names(router)
    for port, facts in read.items():
        lines = _below(router, port)
        assert facts["is_enabled"] == ("shutdown" not in lines)
        assert facts["is_up"] == facts["is_enabled"]
        assert facts["description"] == next((line.partition(" ")[2] for line in lines if line.startswith("description ")), "")
        assert facts["mtu"] == (1514 if port.startswith("Loopback") else 1500)
        assert bool(facts["mac_address"]) == ("Ethernet" in port)
    ports = {port: facts["mac_address"] for port, facts in read.items() if "Ethernet" in port and "." not in port}
    assert len(set(ports.values())) == len(ports)


@pytest.mark.parametrize("name", SAMPLES)
def test_get_interfaces_ip(name: str) -> None:
    router = lab(name)
    read = driver(router).get_interfaces_ip()
    expected = {port: {str(own.ip): {"prefix_length": own.network.prefixlen}} for port, own in addresses(router).items()}
    assert {port: families["ipv4"] for port, families in read.items()} == expected
    assert read["GigabitEthernet0/2"]["ipv6"]["2001:db8:1::1"] == {"prefix_length": 64}


@pytest.mark.parametrize("name", SAMPLES)
def test_get_interfaces_counters(name: str) -> None:
    router = lab(name)
    router.session().execute("ping 172.20.1.9 repeat 10 size 200")
    read = driver(router).get_interfaces_counters()
    assert set(read) == _names(router)
    counters = read["GigabitEthernet0/2"]
    assert (counters["tx_unicast_packets"], counters["rx_unicast_packets"]) == (10, 9)
    assert counters["tx_octets"] >= 2000
    assert all(one["rx_errors"] == one["tx_errors"] == one["rx_discards"] == 0 for port, one in read.items() if "." not in port)


@pytest.mark.parametrize("name", SAMPLES)
def test_get_arp_table(name: str) -> None:
    router = sample(name)
    router.phones.register_all()
    router.session().execute("ping 203.0.113.77")
    read = driver(router).get_arp_table()
    own = {
        (str(address.ip), port)
        for port, address in addresses(router).items()
        if "Ethernet" in port and "shutdown" not in _below(router, port)
    }
    assert {(row["ip"], row["interface"]) for row in read if row["age"] == -1} == own
    phones = {device.address: device.mac.replace(".", "").upper() for device in router.phones.sccp.registered()}
    assert phones
    assert phones.items() <= {row["ip"]: row["mac"].replace(":", "") for row in read if row["age"] >= 0}.items()


@pytest.mark.parametrize("name", SAMPLES)
def test_get_lldp_neighbors(name: str) -> None:
    router = sample(name)
    ios = driver(router)
    assert ios.get_lldp_neighbors() == {}
    user = router.session()
    user.enter_configuration()
    assert user.run("lldp run").accepted
    router.phones.register_all()
    read = ios.get_lldp_neighbors()
    assert {row["hostname"] for rows in read.values() for row in rows} == {
        device.name for device in router.phones.sccp.registered()
    }
    assert set(read) <= _names(router)


@pytest.mark.parametrize("name", SAMPLES)
def test_get_route_to(name: str) -> None:
    router = lab(name)
    ios = driver(router)
    for port, own in addresses(router).items():
        lines = _below(router, port)
        if "shutdown" in lines or any(line.startswith("vrf forwarding") for line in lines):
            continue
        (route,) = ios.get_route_to(str(own.network))[str(own.network)]
        assert (route["protocol"], route["outgoing_interface"]) == ("connected", port)
    (static,) = ios.get_route_to("172.20.99.0/24")["172.20.99.0/24"]
    assert (static["protocol"], static["next_hop"]) == ("static", "172.20.1.9")
    assert ios.get_route_to("203.0.113.0/24") == {"203.0.113.0/24": []}


def test_what_a_router_without_switch_module_has_not() -> None:
    ios = driver(sample(SAMPLES[0]))
    assert ios.get_mac_address_table() == []
    assert ios.get_optics() == {}


@pytest.mark.parametrize("name", SAMPLES)
def test_ping(name: str) -> None:
    ios = driver(lab(name))
    result = ios.ping("172.20.1.1", count=7, size=200)["success"]
    assert (result["probes_sent"], result["packet_loss"], len(result["results"])) == (7, 0, 7)
    assert ios.ping("172.20.1.1", source="GigabitEthernet0/2")["success"]["packet_loss"] == 0
    assert ios.ping("172.20.1.77")["success"]["packet_loss"] == 5
    assert "error" in ios.ping("172.20.1.1", vrf="GREEN")
    assert ios.ping("172.20.0.2", vrf="BLUE")["success"]["packet_loss"] == 0


@pytest.mark.parametrize("name", SAMPLES)
def test_traceroute(name: str) -> None:
    ios = driver(lab(name))
    hops = ios.traceroute("172.20.1.9")["success"]
    assert [probe["ip_address"] for probe in hops[1]["probes"].values()] == ["172.20.1.9"] * 3
    assert ios.traceroute("no-such-host")["error"] == "unknown host no-such-host"
