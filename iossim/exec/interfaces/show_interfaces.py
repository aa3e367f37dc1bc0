"""show interfaces [X]: state, hardware and counters of interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ports import is_virtual
from iossim.exec.command import Line, exec_command
from iossim.exec.interfaces.named import shown
from iossim.exec.interfaces.queues import queue_lines
from iossim.router import RouterCore
from iossim.router.clock import age
from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import Interface

_SPEEDS = {"1000": "1Gbps", "100": "100Mbps", "10": "10Mbps"}


@exec_command
def show_interfaces(line: Line, name: str = "") -> Iterator[str]:
    """The interfaces, or one of them."""
    for port in shown(line.router, name):
        yield from _head(port)
        yield from _sub(line.router, port) if port.is_sub else _main(line.router, port)


def _head(port: Interface) -> Iterator[str]:
    status, protocol = port.state
    yield f"{port.name} is {status}, line protocol is {protocol} "
    mac = port.mac
    yield f"  Hardware is {port.kind.hardware}" + (f", address is {mac} (bia {port.burnt_in})" if mac else "")
    if port.description:
        yield f"  Description: {port.description}"
    yield from _address(port)
    yield f"  MTU {port.mtu} bytes, BW {port.bandwidth} Kbit/sec, DLY {port.delay} usec, "
    yield "     reliability 255/255, txload 1/255, rxload 1/255"


def _address(port: Interface) -> Iterator[str]:
    lender = field(port.section, "ip_unnumbered", "interface")
    if lender:
        yield f"  Interface is unnumbered. Using address of {lender} ({port.address.ip if port.address else '0.0.0.0'})"
    elif port.address is not None:
        yield f"  Internet address is {port.address}"
    elif field(port.section, "ip_address", "ip_address").startswith("dhcp"):
        yield "  Internet address will be negotiated using DHCP"
    elif field(port.section, "ip_address", "ip_address").startswith("negotiated"):
        yield "  Internet address will be negotiated using IPCP"


def _sub(router: RouterCore, port: Interface) -> Iterator[str]:
    """The end of a subinterface, which has no counters of its own."""
    if port.vlan:
        yield f"  Encapsulation 802.1Q Virtual LAN, Vlan ID  {port.vlan}."
    if port.kind.ethernet:
        yield _arp(port)
    yield _keepalive(port)
    yield _cleared(router, port)


def _main(router: RouterCore, port: Interface) -> Iterator[str]:
    vlan = "802.1Q Virtual LAN, Vlan ID  1." if port.has_subinterfaces and port.kind.ethernet else ""
    encapsulation = vlan or (field(port.section, "encapsulation", "encapsulation").upper() or port.kind.encapsulation)
    yield f"  Encapsulation {encapsulation}, loopback not set"
    yield _keepalive(port)
    yield from _tunnel(port)
    if port.speed:
        yield f"  {_rate(port)}, media type is RJ45"
        yield "  output flow-control is unsupported, input flow-control is unsupported"
    if port.kind.encapsulation == "ARPA":
        yield _arp(port)
    is_live = port.is_up and not is_virtual(port.name)
    yield f"  Last input {'00:00:00' if is_live else 'never'}, output {'00:00:01' if is_live else 'never'}, output hang never"
    yield _cleared(router, port)
    yield from queue_lines(port)
    interval = _interval(number(port.section, "load_interval", "seconds", 300))
    yield f"  {interval} input rate 0 bits/sec, 0 packets/sec"
    yield f"  {interval} output rate 0 bits/sec, 0 packets/sec"
    yield from _counters(port)


def _tunnel(port: Interface) -> Iterator[str]:
    if port.kind.encapsulation == "TUNNEL":
        source = field(port.section, "tunnel_source", "address") or field(port.section, "tunnel_source", "interface") or "UNKNOWN"
        target = field(port.section, "tunnel_destination", "address") or "UNKNOWN"
        yield f"  Tunnel source {source}, destination {target}"
        yield "  Tunnel protocol/transport GRE/IP"


def _arp(port: Interface) -> str:
    seconds = number(port.section, "arp_timeout", "seconds", 14_400)
    return f"  ARP type: ARPA, ARP Timeout {seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _keepalive(port: Interface) -> str:
    command = port.section.get("keepalive")
    if command is not None and command.negative:
        return "  Keepalive not set"
    return f"  Keepalive set ({field(port.section, 'keepalive', 'seconds') or '10'} sec)"


def _rate(port: Interface) -> str:
    """Duplex and speed: as negotiated on a link that is up, else as they were set."""
    fixed = is_set(port.section, "speed") and field(port.section, "speed", "speed") in _SPEEDS
    duplex = "Auto" if port.duplex == "auto" and not port.is_up else "Half" if port.duplex == "half" else "Full"
    return f"{duplex} Duplex, {_SPEEDS.get(port.speed, f'{port.speed}Mbps') if port.is_up or fixed else 'Auto Speed'}"


def _cleared(router: RouterCore, port: Interface) -> str:
    when = port.counters.cleared_at
    text = "never" if when is None else age(router.clock.uptime() - when)
    return f'  Last clearing of "show interface" counters {text}'


def _interval(seconds: int) -> str:
    return f"{seconds // 60} minute" if seconds % 60 == 0 and seconds > 60 else f"{seconds} second"


def _counters(port: Interface) -> Iterator[str]:
    counters, hardware = port.counters, not is_virtual(port.name)
    yield f"     {counters.packets_in} packets input, {counters.bytes_in} bytes, 0 no buffer"
    yield "     Received 0 broadcasts (0 IP multicasts)"
    yield "     0 runts, 0 giants, 0 throttles "
    yield f"     0 input errors, 0 CRC, 0 frame, 0 overrun, 0 ignored{'' if port.speed else ', 0 abort'}"
    if port.speed:
        yield "     0 watchdog, 0 multicast, 0 pause input"
    elif port.kind.encapsulation == "ARPA" and hardware:
        yield "     0 input packets with dribble condition detected"
    yield f"     {counters.packets_out} packets output, {counters.bytes_out} bytes, 0 underruns"
    yield "     0 output errors, 0 collisions, 0 interface resets"
    yield "     0 unknown protocol drops"
    if port.kind.encapsulation == "ARPA" and hardware:
        yield "     0 babbles, 0 late collision, 0 deferred"
        yield f"     0 lost carrier, 0 no carrier{', 0 pause output' if port.speed else ''}"
    yield "     0 output buffer failures, 0 output buffers swapped out"
    if port.kind.encapsulation == "HDLC" and ":" not in port.name:
        yield "     1 carrier transitions" if port.is_up else "     0 carrier transitions"
        yield "     " + "  ".join(f"{signal}={'up' if port.is_up else 'down'}" for signal in ("DCD", "DSR", "DTR", "RTS", "CTS"))
