"""Faults for the page: the rows of the table, and the lines that switch them on and off."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.router import RouterCore
from iossim.router.faults import KINDS
from iossim.web.rows import Row

#: The columns of the live table.
COLUMNS = {"number": "No", "fault": "Fault", "first": "First", "times": "Times", "hits": "Hits", "until": "Until", "text": "Effect"}


def fault_rows(router: RouterCore) -> Iterator[Row]:
    """The faults that are on."""
    for fault in router.faults:
        kind = KINDS[fault.kind]
        yield {
            "id": str(fault.number),
            "number": fault.number,
            "fault": f"{fault.kind} {fault.value} {kind.unit}".removesuffix(" status") if kind.unit else fault.kind,
            "first": fault.first,
            "times": fault.times or "",
            "hits": fault.hits,
            "until": router.clock.stamp(fault.until) if fault.until is not None else "",
            "text": kind.text,
        }


def fault_line(kind: str, value: str, first: str = "", times: str = "", seconds: str = "") -> str:
    """The line that switches a fault on; the router says what is wrong with it.

    Args:
        kind: a key of `KINDS`.
        value: its value; left out for a kind without one.
        first: the first request or connection that it hits; "" for the first one.
        times: the number of hits; "" for no end.
        seconds: the time after which it is over; "" for no end.
    """
    parts = ["simulate fault", kind, value if KINDS[kind].unit else ""]
    parts += [f"{word} {number}" for word, number in (("first", first), ("times", times), ("seconds", seconds)) if number.strip()]
    return " ".join(" ".join(parts).split())


def off_line(number: str = "") -> str:
    """The line that switches a fault off, or all of them.

    Args:
        number: the number of the fault; "" for all.
    """
    return f"simulate fault clear {number}".rstrip()
