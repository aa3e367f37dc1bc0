"""simulate fault: faults that clients of the router meet."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.text import row
from iossim.router.faults import KINDS

_WIDTHS = (4, 15, 20, 7, 7, 7)


@exec_command
def simulate_fault(line: Line, fault: str, first: str = "1", times: str = "", duration: str = "") -> Iterator[str]:
    """Switches a fault on."""
    words = fault.split()
    value = int(words.pop()) if words[-1].isdecimal() else 0
    try:
        line.router.faults.add(
            " ".join(words),
            value,
            first=int(first),
            times=int(times) if times else None,
            seconds=int(duration) if duration else None,
        )
    except ValueError as error:
        yield f"% {error}"


@exec_command
def simulate_fault_clear(line: Line, number: str = "") -> Iterator[str]:
    """Switches a fault off, or all of them."""
    if not line.router.faults.clear(int(number) if number else None) and number:
        yield f"% There is no fault {number}"


@exec_command
def show_simulate_faults(line: Line) -> Iterator[str]:
    """The faults that are on."""
    faults = list(line.router.faults)
    if not faults:
        yield "No faults are simulated."
        return
    yield row(_WIDTHS, "No", "Fault", "Value", "First", "Times", "Hits", "Until")
    for fault in faults:
        unit = KINDS[fault.kind].unit
        value = f"{fault.value} {unit}".removesuffix(" status") if unit else "-"
        until = line.router.clock.stamp(fault.until) if fault.until is not None else "-"
        yield row(_WIDTHS, fault.number, fault.kind, value, fault.first, fault.times or "-", fault.hits, until)
