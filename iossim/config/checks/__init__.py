"""The checks that a grammar names with `//@ checks NAME`: the reasons to refuse a command that follow from other entries.

A check gets the command as it was typed, `no` and `default` included. It gives a `Refusal`, or a `Notice` if the command takes effect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from iossim.config.checks.aaa import login_method, new_model
from iossim.config.checks.addresses import address_range, host_address, secondary, static_route, virtual_address, vlan, vrf_change
from iossim.config.checks.ipv6 import ipv6_next_hop, ipv6_routing, own_prefix
from iossim.config.checks.kinds import one_kind
from iossim.config.checks.lists import covered_host, list_name, prefix_range
from iossim.config.checks.measurements import not_running, one_operation, probe_times
from iossim.config.checks.names import hostname, line_password, one_password, only_one, pattern
from iossim.config.checks.policies import class_map, policy_map
from iossim.config.checks.ports import port, voice_port
from iossim.config.checks.routing import (
    area_kind,
    key_length,
    known_group,
    known_neighbor,
    other_router_id,
    other_system,
    reference_bandwidth,
    subnets,
    whole_network,
)
from iossim.config.checks.secrets import encrypted, passphrase
from iossim.config.checks.services import informs, ntp_running, trusted_key
from iossim.config.checks.switching import default_vlan, extended_vlans, static_port, tree_priority, vtp
from iossim.config.checks.translation import free_pool, pool_range, static_translation
from iossim.config.checks.voice import star_code, ten_hosts
from iossim.config.checks.vpn import crypto_map, one_key, transform_sets
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

Check = Callable[[Configuration, Section, Command], Iterable[Refusal | Notice]]

CHECKS: dict[str, Check] = {
    "address-range": address_range,
    "area-kind": area_kind,
    "class-map": class_map,
    "covered-host": covered_host,
    "crypto-map": crypto_map,
    "default-vlan": default_vlan,
    "extended-vlans": extended_vlans,
    "free-pool": free_pool,
    "host-address": host_address,
    "hostname": hostname,
    "informs": informs,
    "ipv6-next-hop": ipv6_next_hop,
    "ipv6-routing": ipv6_routing,
    "key-length": key_length,
    "known-group": known_group,
    "known-neighbor": known_neighbor,
    "line-password": line_password,
    "list-name": list_name,
    "login-method": login_method,
    "new-model": new_model,
    "not-running": not_running,
    "ntp-running": ntp_running,
    "one-key": one_key,
    "one-kind": one_kind,
    "one-operation": one_operation,
    "one-password": one_password,
    "only-one": only_one,
    "other-router-id": other_router_id,
    "other-system": other_system,
    "own-prefix": own_prefix,
    "passphrase": passphrase,
    "pattern": pattern,
    "policy-map": policy_map,
    "pool-range": pool_range,
    "port": port,
    "prefix-range": prefix_range,
    "probe-times": probe_times,
    "reference-bandwidth": reference_bandwidth,
    "secondary": secondary,
    "star-code": star_code,
    "static-port": static_port,
    "static-route": static_route,
    "static-translation": static_translation,
    "subnets": subnets,
    "ten-hosts": ten_hosts,
    "transform-sets": transform_sets,
    "tree-priority": tree_priority,
    "trusted-key": trusted_key,
    "virtual-address": virtual_address,
    "vlan": vlan,
    "voice-port": voice_port,
    "vrf-change": vrf_change,
    "vtp": vtp,
    "whole-network": whole_network,
}

#: The checks that find nothing while a file is read: they ask for the ports of the router.
OF_A_ROUTER: frozenset[Check] = frozenset(
    {
        encrypted,
        line_password,
        login_method,
        new_model,
        one_key,
        ntp_running,
        one_operation,
        port,
        trusted_key,
        voice_port,
        vtp,
    }
)
