"""show tcp brief, show ip sockets and show ip traffic: the services that listen, and phones that are connected."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import addressed

_HTTP, _HTTPS, _SCCP, _SIP = 80, 443, 2000, 5060
#: The number of the first control block, and from one to the next (C).
_BLOCK, _STEP = 0x2D8F_2A40, 0x468


def _services(router: RouterCore) -> list[int]:
    """The TCP ports that the router listens on."""
    root, config = router.config.root, router.config
    ports = [23]
    if is_set(root, "ip_http_server"):
        ports.append(number(root, "ip_http_port", "port", _HTTP))
    if is_set(root, "ip_http_secure_server"):
        ports.append(number(root, "ip_http_secure_port", "port", _HTTPS))
    if config.section("telephony_service") is not None:
        ports.append(number(config.section("telephony_service"), "ip_source_address", "port", _SCCP))
    if config.section("voice_register_global") is not None:
        ports.append(_SIP)
    return sorted(set(ports))


def _connections(router: RouterCore) -> list[tuple[str, int, str, int]]:
    """The connections of SCCP phones: local address and port, then address and port of the phone."""
    section = router.config.section("telephony_service")
    first = next((str(address.ip) for _, address in addressed(router.network)), "0.0.0.0")
    own = field(section, "ip_source_address", "address") or first
    port = number(section, "ip_source_address", "port", _SCCP)
    return [(own, port, device.address, device.port) for device in router.phones.sccp.registered() if device.address]


@exec_command
def show_control_plane_host_open_ports(line: Line) -> Iterator[str]:
    """The ports that the router listens on, with the services behind them."""
    root = line.router.config.root
    names = {22: "SSH-Server", 23: "Telnet", _HTTP: "HTTP CORE", _HTTPS: "HTTP CORE", _SCCP: "SCCP", _SIP: "SIP"}
    rows = [("tcp", port, names.get(port, "HTTP CORE"), "LISTEN") for port in _services(line.router)]
    if root.any_sections("ip_dhcp_pool"):
        rows.append(("udp", 67, "DHCPD Receive", "LISTEN"))
    if any(identity[0] == "ntp_server" for identity in root.entries):
        rows.append(("udp", 123, "NTP", "LISTEN"))
    yield "Active internet connections (servers and established)"
    yield "Prot               Local Address             Foreign Address                  Service    State"
    yield from (f" {kind}  {f'*:{port}':>25}  {'*:0':>26}  {service:>23}   {state}" for kind, port, service, state in rows)


@exec_command
def show_tcp(line: Line) -> Iterator[str]:
    """The connections of phones; nothing at all if there are none."""
    for own, port, address, far in _connections(line.router):
        yield ""
        yield f"Stand-alone TCP connection to host {address}"
        yield "Connection state is ESTAB, I/O status: 1, unread input bytes: 0            "
        yield "Connection is ECN Disabled, Mininum incoming TTL 0, Outgoing TTL 255"
        yield f"Local host: {own}, Local port: {port}"
        yield f"Foreign host: {address}, Foreign port: {far}"


@exec_command
def show_tcp_brief(line: Line, all: bool = False) -> Iterator[str]:
    """The connections of phones; with `all`, the ports that the router listens on, too."""
    router = line.router
    yield "TCB       Local Address               Foreign Address             (state)"
    rows = [(f"{own}.{port}", f"{address}.{far}", "ESTAB") for own, port, address, far in _connections(router)]
    if all:
        rows += [(f"*.{service}", "*.*", "LISTEN") for service in _services(router)]
    for index, (local, foreign, state) in enumerate(rows):
        yield f"{_BLOCK + index * _STEP:08X}  {local:27} {foreign:27} {state}"


@exec_command
def show_ip_sockets(line: Line) -> Iterator[str]:
    """The UDP ports that the router listens on."""
    root = line.router.config.root
    ports = [(67, 0, 2211)] if root.any_sections("ip_dhcp_pool") else []
    if line.router.config.section("voice_register_global") is not None:
        ports.append((_SIP, 0, 11))
    if any(identity[0] == "ntp_server" for identity in root.entries):
        ports.append((123, 0, 1))
    own = next((str(address.ip) for _, address in addressed(line.router.network)), "0.0.0.0")
    yield "Proto        Remote      Port      Local       Port  In Out  Stat TTY OutputIF"
    for port, remote, stat in sorted(ports):
        yield f" 17   0.0.0.0             {remote} {own:>15} {port:>7}   0   0 {stat:>5}   0 "


@exec_command
def show_ip_traffic(line: Line) -> Iterator[str]:
    """The packets of `ping`, which is all the traffic there is."""
    network = line.router.network
    counters = [network.counters(section.key[0]) for section in line.router.config.root.any_sections("interface")]
    received, sent = sum(one.packets_in for one in counters), sum(one.packets_out for one in counters)
    yield "IP statistics:"
    yield f"  Rcvd:  {received} total, {received} local destination"
    yield "         0 format errors, 0 checksum errors, 0 bad hop count"
    yield "         0 unknown protocol, 0 not a gateway"
    yield f"  Sent:  {sent} generated, 0 forwarded"
    yield "  Drop:  0 encapsulation failed, 0 unresolved, 0 no adjacency"
    yield "         0 no route, 0 unicast RPF, 0 forced drop"
    yield ""
    yield "ICMP statistics:"
    yield f"  Rcvd: 0 format errors, 0 checksum errors, {received} echo reply"
    yield f"  Sent: 0 redirects, 0 unreachable, {sent} echo, 0 echo reply"
