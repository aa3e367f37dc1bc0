"""show ip interface [X] and show ip interface brief [X]: the addresses of interfaces, and what IP does on them."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address

from iossim.config.ipv4 import class_length, first
from iossim.config.ports import is_virtual
from iossim.exec.command import Line, exec_command
from iossim.exec.text import enabled
from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import Interface, interfaces
from iossim.router.network.nat import NAME, has_nvi

_METHODS = {"NVRAM": "non-volatile memory", "manual": "setup command", "DHCP": "DHCP", "IPCP": "IPCP", "unset": "unspecified means"}


@exec_command
def show_ip_interface_brief(line: Line, name: str = "") -> Iterator[str]:
    """The interfaces, one line an interface."""
    yield "Interface                  IP-Address      OK? Method Status                Protocol"
    ports = interfaces(line.router.network)
    nat = not name and has_nvi(line.router.config)
    before = [port for port in ports if not is_virtual(port.name) or port.name < NAME] if nat else []
    for port in before:
        yield _brief(port)
    if nat:
        lenders = [port.address for port in ports if is_set(port.section, "ip_nat") and port.address is not None]
        yield _columns(NAME, str(lenders[0].ip) if lenders else "unassigned", "unset", "up", "up")
    for port in ports[len(before) :]:
        if name in ("", port.name):
            yield _brief(port)


def _brief(port: Interface) -> str:
    address = str(port.address.ip) if port.address is not None else "unassigned"
    return _columns(port.name, address, port.method, *port.state)


def _columns(name: str, address: str, method: str, status: str, protocol: str) -> str:
    return f"{name:26} {address:15} YES {method:6} {status:21} {protocol:8}"


@exec_command
def show_ip_interface(line: Line, name: str = "") -> Iterator[str]:
    """All that IP does on the interfaces, or on one."""
    for port in interfaces(line.router.network):
        if name in ("", port.name):
            status, protocol = port.state
            yield f"{port.name} is {status}, line protocol is {protocol}"
            yield from _processing(line, port)


def _processing(line: Line, port: Interface) -> Iterator[str]:
    if port.address is None:
        typed = field(port.section, "ip_address", "ip_address").split(" ", maxsplit=1)[0]
        protocol = {"dhcp": "DHCP", "negotiated": "IPCP"}.get(typed)
        yield f"  Internet address will be negotiated using {protocol}" if protocol else "  Internet protocol processing disabled"
        return
    yield from _addresses(port)
    yield f"  MTU is {number(port.section, 'ip_mtu', 'bytes', port.mtu)} bytes"
    yield from _helpers(port)
    yield f"  Directed broadcast forwarding is {_on(port, 'ip_directed_broadcast', False)}"
    groups = _groups(line, port)
    if groups:
        yield f"  Multicast reserved groups joined: {' '.join(groups)}"
    for name, direction in (("Outgoing", "out"), ("Inbound ", "in")):
        access_list = field(port.section, "ip_access_group", "access_list", direction)
        yield f"  {name} access list is {access_list or 'not set'}"
    yield f"  Proxy ARP is {_on(port, 'ip_proxy_arp', True)}"
    yield f"  Local Proxy ARP is {_on(port, 'ip_local_proxy_arp', False)}"
    yield "  Security level is default"
    yield f"  Split horizon is {_on(port, 'ip_split_horizon', True)}"
    for name, rule, default in (
        ("redirects", "ip_redirects", True),
        ("unreachables", "ip_unreachables", True),
        ("mask replies", "ip_mask_reply", False),
    ):
        yield f"  ICMP {name} are {'always' if _on(port, rule, default) == 'enabled' else 'never'} sent"
    yield from _switching(port)
    yield from _features(port)


def _on(port: Interface, rule: str, default: bool) -> str:
    """`enabled` or `disabled`: a command of the interface, or what is in force without it."""
    command = port.section.get(rule)
    return enabled(default if command is None else not command.negative)


def _addresses(port: Interface) -> Iterator[str]:
    lender = field(port.section, "ip_unnumbered", "interface")
    if lender and port.address is not None:
        yield f"  Interface is unnumbered. Using address of {lender} ({port.address.ip})"
    else:
        yield f"  Internet address is {port.address}"
    yield f"  Broadcast address is {field(port.section, 'ip_broadcast_address', 'address') or '255.255.255.255'}"
    if not lender:
        yield f"  Address determined by {_METHODS[port.method]}"
    yield from (f"  Secondary address {address}" for address in port.secondary)


def _helpers(port: Interface) -> Iterator[str]:
    helpers = [str(command.fields["address"]) for command in port.section.all("ip_helper_address")]
    if not helpers:
        yield "  Helper address is not set"
    elif len(helpers) == 1:
        yield f"  Helper address is {helpers[0]}"
    else:
        yield f"  Helper addresses are {helpers[0]}"
        yield from (" " * 22 + helper for helper in helpers[1:])


def _groups(line: Line, port: Interface) -> list[str]:
    """The reserved multicast groups that routing protocols and standby join."""
    root = line.router.config.root
    groups = []
    if any(is_set(port.section, "ip_ospf", *identity[1:]) for identity in port.section.entries if identity[0] == "ip_ospf"):
        groups += ["224.0.0.5", "224.0.0.6"]
    if root.section("router_rip") is not None and _is_in_rip(line, port):
        groups.append("224.0.0.9")
    if port.section.all("standby_ip"):
        groups.append("224.0.0.2")
    return groups


def _is_in_rip(line: Line, port: Interface) -> bool:
    section = line.router.config.root.section("router_rip")
    networks = [str(command.fields["network"]) for command in section.all("network")] if section is not None else []
    return port.address is not None and any(_classful(port.address.ip) == _classful(IPv4Address(text)) for text in networks)


def _classful(address: IPv4Address) -> int:
    return first(int(address), class_length(int(address)))


def _switching(port: Interface) -> Iterator[str]:
    cef = _on(port, "ip_route_cache", True)
    flow = any(identity[0] == "ip_flow" for identity in port.section.entries)
    yield f"  IP fast switching is {cef}"
    yield "  IP fast switching on the same interface is disabled"
    yield f"  IP Flow switching is {enabled(flow)}"
    yield f"  IP CEF switching is {cef}"
    yield "  IP CEF switching turbo vector"
    yield "  IP multicast fast switching is enabled"
    yield "  IP multicast distributed fast switching is disabled"
    yield f"  IP route-cache flags are {'Fast, CEF' if cef == 'enabled' else 'No CEF'}"


def _features(port: Interface) -> Iterator[str]:
    policy = field(port.section, "ip_policy_route_map", "name")
    nat = field(port.section, "ip_nat", "nat")
    yield "  Router Discovery is disabled"
    yield f"  IP output packet accounting is {_on(port, 'ip_accounting', False)}"
    yield "  IP access violation accounting is disabled"
    yield "  TCP/IP header compression is disabled"
    yield "  RTP/IP header compression is disabled"
    yield "  Probe proxy name replies are disabled"
    yield f"  Policy routing is {f'enabled, using route map {policy}' if policy else 'disabled'}"
    domain = f", interface in domain {nat}" if nat in ("inside", "outside") else ""
    yield f"  Network address translation is {enabled(bool(nat))}{domain}"
    yield "  BGP Policy Mapping is disabled"
    yield "  Input features: MCI Check"
    yield "  IPv4 WCCP Redirect outbound is disabled"
    yield "  IPv4 WCCP Redirect inbound is disabled"
    yield "  IPv4 WCCP Redirect exclude is disabled"
