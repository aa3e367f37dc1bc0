"""The queues of an interface: fair queueing where it is entered, else one queue in the order of arrival."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.router.fields import field, is_set, number
from iossim.router.network.interfaces import Interface

#: Fair queueing without numbers: packets of a queue, dynamic queues, queues that can be reserved; and the two kinds that are fixed.
THRESHOLD, DYNAMIC, RESERVED, OF_LINK, OF_PRIORITY = 64, 256, 0, 8, 1
_MOST_PACKETS = 1000


def is_fair(port: Interface) -> bool:
    """True if the interface has fair queueing."""
    return is_set(port.section, "fair_queue")


def fair_numbers(port: Interface) -> tuple[int, int, int]:
    """The numbers of `fair-queue`: packets of a queue, dynamic queues, queues that can be reserved."""
    return (
        number(port.section, "fair_queue", "threshold", THRESHOLD),
        number(port.section, "fair_queue", "count", DYNAMIC),
        int(field(port.section, "fair_queue", "reserved") or RESERVED),
    )


def queue_lines(port: Interface) -> Iterator[str]:
    """The lines about the queues of an interface; no packet waits in them."""
    size_in, size_out = port.kind.queue
    yield f"  Input queue: 0/{size_in}/0/0 (size/max/drops/flushes); Total output drops: 0"
    if not is_fair(port):
        yield "  Queueing strategy: fifo"
        yield f"  Output queue: 0/{size_out} (size/max)"
        return
    threshold, dynamic, reserved = fair_numbers(port)
    yield "  Queueing strategy: weighted fair"
    yield f"  Output queue: 0/{_MOST_PACKETS}/{threshold}/0 (size/max total/threshold/drops)"
    yield f"     Conversations  0/0/{dynamic} (active/max active/max total)"
    yield f"     Reserved Conversations 0/{reserved} (allocated/max allocated)"
    yield f"     Available Bandwidth {port.bandwidth * 3 // 4} kilobits/sec"
