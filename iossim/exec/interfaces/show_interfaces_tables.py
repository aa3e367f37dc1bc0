"""show interfaces description, summary, accounting, stats, counters, switchport and trunk: one table for all interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.interfaces.named import shown
from iossim.router.links import OFF

_PATHS = "    Pkts In   Chars In   Pkts Out  Chars Out"


@exec_command
def show_interfaces_description(line: Line, name: str = "") -> Iterator[str]:
    """State and description, one line an interface."""
    yield "Interface                      Status         Protocol Description"
    for port in shown(line.router, name):
        status, protocol = port.state
        yield f"{port.short:30} {'admin down' if (status, protocol) == OFF else status:14} {protocol:8} {port.description}"


@exec_command
def show_interfaces_summary(line: Line, name: str = "") -> Iterator[str]:
    """Queues and rates, one line an interface."""
    yield from (
        "",
        "",
        " *: interface is up",
        " IHQ: pkts in input hold queue     IQD: pkts dropped from input queue",
        " OHQ: pkts in output hold queue    OQD: pkts dropped from output queue",
        " RXBS: rx rate (bits/sec)          RXPS: rx rate (pkts/sec)",
        " TXBS: tx rate (bits/sec)          TXPS: tx rate (pkts/sec)",
        " TRTL: throttle count",
        "",
    )
    columns = ("IHQ", "IQD", "OHQ", "OQD", "RXBS", "RXPS", "TXBS", "TXPS", "TRTL")
    yield f"  {'Interface':<25}" + f"{columns[0]:>6}" + "".join(f"{name:>10}" for name in columns[1:])
    yield "-" * 113
    for port in shown(line.router, name):
        yield f"{'*' if port.is_up else ' '} {port.name:<25}" + f"{0:>6}" + f"{0:>10}" * (len(columns) - 1)


@exec_command
def show_interfaces_accounting(line: Line, name: str = "") -> Iterator[str]:
    """Packets by protocol."""
    for port in shown(line.router, name):
        if port.state == OFF:
            yield f"Interface {port.name} is disabled"
            yield ""
            continue
        counters = port.counters
        yield f"{port.name} {port.description}".rstrip() + " "
        if not counters.packets_in + counters.packets_out:
            yield "No traffic sent or received on this interface."
        else:
            yield f"                Protocol{_PATHS}"
            numbers = (counters.packets_in, counters.bytes_in, counters.packets_out, counters.bytes_out)
            yield f"{'IP':>24}" + "".join(f"{number:>11}" for number in numbers)


@exec_command
def show_interfaces_stats(line: Line, name: str = "") -> Iterator[str]:
    """Packets by switching path."""
    for port in shown(line.router, name):
        if port.state == OFF:
            yield f"Interface {port.name} is disabled"
            yield ""
            continue
        counters = port.counters
        numbers = (counters.packets_in, counters.bytes_in, counters.packets_out, counters.bytes_out)
        yield port.name
        yield f"          Switching path{_PATHS}"
        for path, row in (("Processor", numbers), ("Route cache", (0, 0, 0, 0)), ("Total", numbers)):
            yield f"{path:>24}" + "".join(f"{number:>11}" for number in row)


@exec_command
def show_interfaces_counters(line: Line) -> None:
    """The counters of switch ports; a router has none without a switch module."""


@exec_command
def show_interfaces_switchport(line: Line, name: str = "") -> Iterator[str]:
    """The switch ports; a router has none without a switch module, and says so of a port that is named."""
    for port in shown(line.router, name) if name else ():
        yield f"% {port.short} is not a switchable port"


@exec_command
def show_interfaces_trunk(line: Line) -> None:
    """The trunks of switch ports; a router has none without a switch module."""
