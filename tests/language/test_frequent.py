"""The commands that public configurations use most: the grammar describes the words of all of them."""

from __future__ import annotations

import pytest

from iossim.language import language
from iossim.language.workbench import loose_commands

#: The 150 commands that stand in most of 646 public configurations of voice gateways, routers and switches, and the 150 of another
#: 729 configurations and exercises, by mode.
FREQUENT = {
    "global": (
        "aaa_authentication aaa_authorization aaa_authorization_console aaa_group_server aaa_new_model "
        "access_list banner_exec banner_incoming banner_login banner_motd boot_end_marker boot_start_marker "
        "cdp_run clock_timezone control_plane dial_peer_voice enable_secret ephone ephone_dn hostname "
        "interface ip_access_list ip_arp_inspection_vlan ip_bgp_community_new_format ip_cef ip_classless "
        "ip_default_gateway ip_dhcp_excluded_address ip_dhcp_pool ip_dhcp_snooping ip_dhcp_snooping_vlan "
        "ip_domain_lookup ip_domain_name ip_flow_export_version ip_forward_protocol_nd ip_http_secure_server "
        "ip_http_server ip_icmp_rate_limit_unreachable ip_name_server ip_nat_inside_source ip_prefix_list "
        "ip_radius_source_interface ip_route ip_routing ip_scp_server_enable ip_ssh_version ip_tcp ipv6_cef "
        "ipv6_ioam_timestamp ipv6_prefix_list ipv6_router ipv6_unicast_routing license_udi_pid line lldp_run "
        "logging_console logging_host logging_trap memory_size_iomem mmi_polling_interval multilink_bundle_name ntp_server "
        "radius_server radius_server_number redundancy route_map router_bgp router_eigrp router_ospf "
        "router_ospfv3 router_rip scheduler_allocate service_password_encryption service_timestamps_debug "
        "service_timestamps_log snmp_server_community spanning_tree_extend_system_id spanning_tree_mode "
        "spanning_tree_vlan_priority telephony_service username version vlan vtp_mode"
    ),
    "interface": (
        "bandwidth channel_group description duplex ip_access_group ip_address ip_arp_inspection_trust "
        "ip_dhcp_snooping_trust ip_helper_address ip_mtu ip_nat ip_nhrp_map_multicast ip_nhrp_network_id "
        "ip_ospf ip_ospf_network ip_proxy_arp ip_redirects ip_tcp_adjust_mss ip_unreachables ipv6_address "
        "ipv6_enable ipv6_nd ipv6_nd_prefix ipv6_ospf ipv6_unreachables media_type negotiation_auto shutdown "
        "spanning_tree_bpduguard spanning_tree_portfast speed switchport switchport_access_vlan "
        "switchport_mode switchport_nonegotiate switchport_port_security "
        "switchport_port_security_mac_address_sticky switchport_port_security_maximum "
        "switchport_port_security_violation switchport_trunk_allowed_vlan switchport_trunk_encapsulation "
        "switchport_trunk_native_vlan switchport_voice_vlan tunnel_mode tunnel_source vrf_forwarding"
    ),
    "line": "access_class authorization exec_timeout logging_synchronous login password privilege_level transport_input",
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
    "router_eigrp_family": "af_interface auto_summary eigrp_log_neighbor_changes eigrp_router_id network",
    "ip_access_list_standard": "entry",
    "ipv6_router": "router_id",
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
