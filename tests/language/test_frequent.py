"""The commands that public configurations use most: the grammar describes the words of all of them."""

from __future__ import annotations

import pytest

from iossim.language import language
from iossim.language.workbench import loose_commands

#: The 150 commands that stand in most of 646 public configurations of voice gateways, routers and switches, by mode.
FREQUENT = {
    "global": (
        "aaa_authentication aaa_authorization aaa_authorization_console aaa_group_server aaa_new_model "
        "access_list banner_login boot_end_marker boot_start_marker clock_timezone control_plane "
        "dial_peer_voice enable_secret ephone ephone_dn hostname interface ip_access_list "
        "ip_bgp_community_new_format ip_cef ip_dhcp_excluded_address ip_dhcp_pool ip_domain_lookup "
        "ip_domain_name ip_forward_protocol_nd ip_http_secure_server ip_http_server "
        "ip_icmp_rate_limit_unreachable ip_prefix_list ip_radius_source_interface ip_route ip_tcp ipv6_cef "
        "ipv6_prefix_list ipv6_router ipv6_unicast_routing line logging_console memory_size_iomem "
        "multilink_bundle_name ntp_server radius_server radius_server_number redundancy route_map router_bgp "
        "router_eigrp router_ospf router_ospfv3 router_rip service_password_encryption "
        "service_timestamps_debug service_timestamps_log snmp_server_community spanning_tree_extend_system_id "
        "spanning_tree_mode telephony_service username version vlan"
    ),
    "interface": (
        "channel_group description duplex ip_access_group ip_address ip_proxy_arp ip_redirects "
        "ip_tcp_adjust_mss ip_unreachables ipv6_address ipv6_enable ipv6_nd ipv6_nd_prefix ipv6_ospf "
        "ipv6_unreachables negotiation_auto shutdown speed switchport switchport_access_vlan switchport_mode "
        "switchport_trunk_allowed_vlan switchport_voice_vlan tunnel_mode tunnel_source vrf_forwarding"
    ),
    "line": "authorization exec_timeout logging_synchronous login password privilege_level transport_input",
    "router_ospf": "log_adjacency_changes network passive_interface redistribute router_id",
    "aaa_group_server": "deadtime server",
    "aaa_server": "address_ipv4 key",
    "route_map": "match set",
    "router_eigrp": "address_family network passive_interface redistribute",
    "router_bgp": (
        "address_family bgp bgp_log_neighbor_changes bgp_router_id neighbor neighbor_peer_group "
        "neighbor_remote_as neighbor_update_source redistribute"
    ),
    "telephony_service": "auto_assign ip_source_address max_dn max_ephones",
    "ip_dhcp_pool": "default_router dns_server network option",
    "ephone_dn": "number",
    "vlan": "name",
    "router_ospfv3": "address_family router_id",
    "router_ospfv3_family": "exit_address_family",
    "router_bgp_address_family": "neighbor",
    "subinterface": "encapsulation ip_address",
    "dial_peer": "destination_pattern session_target",
    "ephone": "button mac_address type",
    "ip_access_list_extended": "entry",
    "router_rip": "auto_summary network version",
    "router_eigrp_family": "af_interface",
}


@pytest.mark.parametrize("name", FREQUENT)
def test_no_frequent_command_is_loose(name: str) -> None:
    """The mode has the commands, and takes them by their words alone."""
    rules: dict[str, list[bool]] = {}
    for rule in language().mode(name).commands:
        rules.setdefault(rule.base, []).append(rule.loose)
    assert [command for command in FREQUENT[name].split() if any(rules[command])] == []


def test_few_commands_are_loose() -> None:
    """Fewer than 60 commands have words that nobody has described."""
    assert len(loose_commands()) < 60
