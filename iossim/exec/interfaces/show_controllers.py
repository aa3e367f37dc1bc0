"""show controllers: the hardware of the ports, in few lines; no document shows the registers of a port."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ports import is_virtual, kind_of
from iossim.exec.command import Line, exec_command
from iossim.exec.interfaces.named import shown
from iossim.router.fields import field


@exec_command
def show_controllers(line: Line, name: str = "") -> Iterator[str]:
    """Hardware and link of the ports."""
    for port in shown(line.router, name):
        if is_virtual(port.name) or port.is_sub:
            continue
        yield f"Interface {port.name}"
        yield f" Hardware is {port.kind.hardware}"
        if kind_of(port.name) == "Serial":
            rate = field(port.section, "clock_rate", "rate") or field(port.section, "clockrate", "rate")
            if rate:
                yield f" DCE V.35, clock rate {rate}"
            else:
                yield " DTE V.35 TX and RX clocks detected." if port.is_up else " No serial cable attached"
        elif port.mac:
            yield f" Hardware address is {port.mac}, link is {'up' if port.is_up else 'down'}"
        yield ""
