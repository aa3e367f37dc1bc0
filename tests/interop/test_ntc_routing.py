"""ntc-templates reads routing protocols, filters, redundancy and IPv6 of routers with the lines of `lab.cfg`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interop.support import SAMPLES, lab, rows

#: The lines of the configuration, without the others of the sample.
LAB = Path(__file__).with_name("lab.cfg").read_text(encoding="utf-8").split("\n")

pytestmark = pytest.mark.parametrize("name", SAMPLES)


def _section(head: str) -> list[str]:
    """The lines below a line of the lab."""
    start = LAB.index(head) + 1
    end = next((index for index in range(start, len(LAB)) if not LAB[index].startswith(" ")), len(LAB))
    return [line.strip() for line in LAB[start:end]]


def test_show_ip_access_lists(name: str) -> None:
    read = [row for row in rows(lab(name), "show ip access-lists") if row["line_num"]]
    by_name = {one: [row["action"] for row in read if row["acl_name"] == one] for one in ("MANAGERS", "LAN-IN", "97", "101")}
    assert by_name["MANAGERS"] == [line.split()[0] for line in _section("ip access-list standard MANAGERS")]
    assert by_name["LAN-IN"] == [line.split()[0] for line in _section("ip access-list extended LAN-IN") if "remark" not in line]
    assert by_name["97"] == by_name["101"] == ["permit"]
    rule = next(row for row in read if row["acl_name"] == "LAN-IN" and row["line_num"] == "10")
    assert (rule["protocol"], rule["dst_host"], rule["dst_port"]) == ("tcp", "172.20.9.5", "www")
    network = next(row for row in read if row["acl_name"] == "97")
    assert (network["src_network"], network["src_wildcard"]) == ("172.20.5.0", "0.0.0.255")


def test_show_access_lists(name: str) -> None:
    read = [row for row in rows(lab(name), "show access-lists", "show access-list") if row["name"] in ("MANAGERS", "LAN-IN")]
    assert {row["name"] for row in read} == {"MANAGERS", "LAN-IN"}
    assert {row["action"] for row in read} == {"permit", "deny"}


def test_show_ipv6_access_list(name: str) -> None:
    read = rows(lab(name), "show ipv6 access-list", "show ipv6 access-lists")
    assert [(row["acl_name"], row["action"], row["sequence"]) for row in read][-1] == ("WEB6", "deny", "20")


def test_show_ip_prefix_list(name: str) -> None:
    read = rows(lab(name), "show ip prefix-list")
    assert [(row["name"], row["seq"], row["action"], row["network"], row["netmask"], row["le"], row["ge"]) for row in read] == [
        ("SHORT", "5", "permit", "172.20.0.0", "16", "24", ""),
        ("SHORT", "10", "deny", "0.0.0.0", "0", "", "25"),
    ]


def test_show_route_map(name: str) -> None:
    read = rows(lab(name), "show route-map")
    assert [(row["name"], row["action"], row["seq"], row["set_clauses"]) for row in read] == [
        ("POLICY", "permit", "10", ["ip next-hop 172.20.1.9"]),
        ("POLICY", "deny", "20", []),
    ]


def test_show_object_group(name: str) -> None:
    read = rows(lab(name), "show object-group")
    assert {row["name"] for row in read} == {"SERVERS", "WEB"}
    assert {row["host"] for row in read if row["host"]} == {"172.20.9.5"}
    assert {(row["port_range_start"], row["port_range_end"]) for row in read if row["port_match"] == "range"} == {
        ("16384", "32767")
    }


def test_show_policy_map(name: str) -> None:
    read = rows(lab(name), "show policy-map")
    assert [(row["policy_map"], row["class"]) for row in read if row["policy_map"] == "EDGE"] == [
        ("EDGE", "RTP"),
        ("EDGE", "BULK"),
        ("EDGE", "class-default"),
    ]


def test_show_ip_nat_translations(name: str) -> None:
    read = {
        (row["inside_local_ip"], row["inside_global_ip"], row["inside_global_port"])
        for row in rows(lab(name), "show ip nat translations")
    }
    assert read == {("172.20.1.5", "203.0.113.5", ""), ("172.20.1.6", "203.0.113.6", "8080")}


def test_show_ip_ospf_interface_brief(name: str) -> None:
    """The narrowest `network` line that fits decides the area, whatever their order."""
    read = rows(lab(name), "show ip ospf interface brief")
    assert {(row["interface"], row["process"], row["area"], row["ip_address"]) for row in read} == {
        ("Lo20", "7", "0", "172.20.0.1"),
        ("Gi0/2", "7", "0", "172.20.1.1"),
        ("Gi0/2.30", "7", "30", "172.20.30.1"),
        ("Gi0/2.40", "7", "0", "172.20.40.1"),
    }


def test_show_ip_ospf_database(name: str) -> None:
    """The router's links in each of the two areas, and the networks of the other area."""
    read = rows(lab(name), "show ip ospf database")
    assert {row["process_id"] for row in read} == {"7"}
    assert {(row["adv_router"], row["router_id"]) for row in read} == {("172.20.0.1", "172.20.0.1")}
    assert [(row["area"], row["link_id"], row["link_count"]) for row in read] == [
        ("0", "172.20.0.1", "3"),
        ("0", "172.20.30.0", ""),
        ("30", "172.20.0.1", "1"),
        ("30", "172.20.0.1", ""),
        ("30", "172.20.1.0", ""),
        ("30", "172.20.40.0", ""),
    ]


def test_show_ip_ospf_database_router(name: str) -> None:
    read = rows(lab(name), "show ip ospf database router")
    assert {(row["area"], row["ls_link_id"], row["ls_link_data"], row["lsa_num_links"]) for row in read} == {
        ("0", "172.20.0.1", "255.255.255.255", "3"),
        ("0", "172.20.1.0", "255.255.255.0", "3"),
        ("0", "172.20.40.0", "255.255.255.0", "3"),
        ("30", "172.20.30.0", "255.255.255.0", "1"),
    }
    assert {row["lsa_abr"] for row in read} == {"Area Border Router"}


def test_show_ip_eigrp_interfaces_detail(name: str) -> None:
    read = rows(lab(name), "show ip eigrp interfaces detail")
    assert {(row["as"], row["interface"]) for row in read} == {("10", "Gi0/2"), ("10", "Lo20")}


def test_show_ip_eigrp_topology(name: str) -> None:
    read = rows(lab(name), "show ip eigrp topology")
    assert {(row["network"], row["prefix_length"]) for row in read} == {("172.20.1.0", "24"), ("172.20.0.1", "32")}


def test_show_ip_bgp_summary(name: str) -> None:
    read = {row["bgp_neighbor"]: row for row in rows(lab(name), "show ip bgp summary")}
    assert {peer: (row["neighbor_as"], row["state_or_prefixes_received"]) for peer, row in read.items()} == {
        "172.20.1.9": ("65020", "Idle"),
        "172.20.1.10": ("65010", "Idle (Admin)"),
    }
    assert {row["local_as"] for row in read.values()} == {"65010"}


def test_show_ip_bgp(name: str) -> None:
    read = rows(lab(name), "show ip bgp")
    assert [(row["network"], row["next_hop"]) for row in read] == [("172.20.1.0/24", "0.0.0.0")]


def test_show_ip_bgp_neighbors(name: str) -> None:
    read = {(row["neighbor"], row["remote_as"], row["bgp_state"]) for row in rows(lab(name), "show ip bgp neighbors")}
    assert read == {("172.20.1.9", "65020", "Idle"), ("172.20.1.10", "65010", "Idle")}


@pytest.mark.parametrize("command", ["show ip cef", "show ip cef detail"])
def test_show_ip_cef(name: str, command: str) -> None:
    read = {f"{row['ip_address']}/{row['prefix_length']}": row for row in rows(lab(name), command)}
    assert read["172.20.1.1/32"]["nexthop"] == ["receive"]
    assert read["172.20.30.0/24"]["interface"] == ["GigabitEthernet0/2.30"]
    assert read["172.20.99.0/24"]["nexthop"] == ["172.20.1.9"]
    assert read["224.0.0.0/4"]["nexthop"] == ["drop"]


def test_show_vrf(name: str) -> None:
    read = {row["name"]: row for row in rows(lab(name), "show vrf")}
    assert {one: (row["default_rd"], row["interfaces"]) for one, row in read.items()} == {
        "BLUE": ("65000:1", ["Lo21", "Lo22"]),
        "RED": ("65000:2", []),
    }


def test_show_vrf_detail(name: str) -> None:
    read = {row["vrf"]: row for row in rows(lab(name), "show vrf detail")}
    assert set(read) == {"BLUE", "RED"}
    assert (read["BLUE"]["rd"], read["BLUE"]["description"]) == ("65000:1", "Guests")
    assert read["BLUE"]["rt_import"] == read["BLUE"]["rt_export"] == ["65000:1"]


def test_show_ip_vrf_interfaces(name: str) -> None:
    read = {(row["interface"], row["ip_address"], row["vrf"]) for row in rows(lab(name), "show ip vrf interfaces")}
    assert read == {("Lo21", "172.20.0.2", "BLUE"), ("Lo22", "172.20.0.3", "BLUE")}


def test_show_standby(name: str) -> None:
    read = {(row["interface"], row["group"]): row for row in rows(lab(name), "show standby")}
    assert {key: (row["state"], row["virtual_ip"], row["priority"]) for key, row in read.items()} == {
        ("GigabitEthernet0/2", "1"): ("Active", "172.20.1.254", "110"),
        ("GigabitEthernet0/2.30", "30"): ("Active", "172.20.30.254", "100"),
    }
    brief = {
        (row["interface"], row["group"], row["preempt"], row["virtual_ip_address"]) for row in rows(lab(name), "show standby brief")
    }
    assert brief == {("Gi0/2", "1", "P", "172.20.1.254"), ("Gi0/2.30", "30", " ", "172.20.30.254")}


def test_show_vrrp(name: str) -> None:
    (row,) = rows(lab(name), "show vrrp all")
    assert (row["interface"], row["group"], row["virtual_ip_address"], row["priority"]) == (
        "GigabitEthernet0/2",
        "2",
        "172.20.1.253",
        "120",
    )
    (brief,) = rows(lab(name), "show vrrp brief")
    assert (brief["interface"], brief["state"], brief["master_ip_address"]) == ("Gi0/2", "Master", "172.20.1.1")


def test_show_vlans(name: str) -> None:
    read = {row["vlan_id"]: (row["interfaces"], row["ip_addresses"]) for row in rows(lab(name), "show vlans")}
    assert read["30"] == (["GigabitEthernet0/2.30"], ["172.20.30.1"])
    assert read["40"] == (["GigabitEthernet0/2.40"], ["172.20.40.1"])


def test_show_ipv6(name: str) -> None:
    read = {row["interface"]: row["ipv6_address"] for row in rows(lab(name), "show ipv6 interface brief")}
    assert read["GigabitEthernet0/2"][1:] == ["2001:DB8:1::1"]
    assert read["GigabitEthernet0/0"] == ["unassigned"]
    table = {(row["protocol"], row["network"], row["nexthop_ip"]) for row in rows(lab(name), "show ipv6 route")}
    assert ("S", "2001:DB8:9::/48", "2001:DB8:1::9") in table
    assert ("C", "2001:DB8:1::/64", "") in table


def test_running_config_partition(name: str) -> None:
    """The two templates of parts of the running-config read no row: a router of this class has no `partition`."""
    assert not lab(name).session().run("show running-config partition access-list").accepted
