"""show processes, show memory, show buffers and show stacks: steady values of an idle router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.clock import Clock
from iossim.router.facts.processes import (
    IO_HEAD,
    IO_TOTAL,
    IO_USED,
    PROCESSES,
    PROCESSOR_HEAD,
    PROCESSOR_TOTAL,
    PROCESSOR_USED,
    UTILIZATION,
)

_HOUR = 3600
#: The address of the code of the first process; the others follow at a fixed distance.
_CODE, _CODE_STEP = 0x4008_0000, 0x2A40


@exec_command
def show_processes(line: Line) -> Iterator[str]:
    """The processes with their stacks."""
    yield UTILIZATION
    yield " PID QTy       PC Runtime (ms)    Invoked   uSecs    Stacks TTY Process"
    for number, name, runtime, invoked in _running(line.router.clock):
        micro, code = _average(runtime, invoked), _CODE + number * _CODE_STEP
        yield f"{number:4} Mwe {code:08X} {runtime:12} {invoked:10} {micro:7} 5524/6000   0 {name:17}".rstrip()


@exec_command
def show_processes_cpu(line: Line, sorted: str | bool = False) -> Iterator[str]:
    """The load of the processor, and the running time of each process."""
    rows = list(_running(line.router.clock))
    if sorted:
        rows.sort(key=lambda row: -row[2])
    yield UTILIZATION
    yield " PID Runtime(ms)     Invoked      uSecs   5Sec   1Min   5Min TTY Process "
    for number, name, runtime, invoked in rows:
        micro = _average(runtime, invoked)
        yield f"{number:4}{runtime:12}{invoked:12}{micro:11}  0.00%  0.00%  0.00%   0 {name:17}"


@exec_command
def show_processes_cpu_history(line: Line) -> Iterator[str]:
    """The load of the last minute, hour and three days as bars; it was always one percent."""
    local, zone = line.router.clock.zone.local(line.router.clock.now())
    yield ""
    yield f"{line.router.hostname}   {local:%I:%M:%S %p %A %b} {local.day} {local.year} {zone}"
    yield ""
    for columns, unit, labels in (
        (60, "second", "last 60 seconds"),
        (60, "minute", "last 60 minutes"),
        (72, "hour", "last 72 hours"),
    ):
        yield from _graph(columns, unit, labels)


def _graph(columns: int, unit: str, label: str) -> Iterator[str]:
    yield ""
    yield f"{'':6}{'1' * columns}"
    yield from (f"{level:4}{'':{columns}}" for level in range(100, 0, -10))
    ticks = range(0, columns + 1, 5)
    yield "     " + "....".join(str(tick // 10 or tick) for tick in ticks)
    yield "     " + "    ".join(str(tick % 10) if tick >= 10 else " " for tick in ticks)
    yield f"{'':15}CPU% per {unit} ({label})"
    if unit != "second":
        yield f"{'':13}* = maximum CPU%   # = average CPU%"
    yield ""


@exec_command
def show_processes_memory(line: Line, sorted: str | bool = False) -> Iterator[str]:
    """The memory, and the part of each process."""
    held = [(number, name, size) for number, (name, _, _, size) in enumerate(PROCESSES, start=1)]
    rest = PROCESSOR_USED - sum(size for _, _, size in held)
    rows = [(0, "*Init*", rest), *held]
    if sorted:
        rows.sort(key=lambda row: -row[2])
    yield f"Processor Pool Total: {PROCESSOR_TOTAL:10} Used: {PROCESSOR_USED:10} Free: {PROCESSOR_TOTAL - PROCESSOR_USED:10}"
    yield f"      I/O Pool Total: {IO_TOTAL:10} Used: {IO_USED:10} Free: {IO_TOTAL - IO_USED:10}"
    yield ""
    yield " PID TTY  Allocated      Freed    Holding    Getbufs    Retbufs Process"
    for number, name, size in rows:
        yield f"{number:4}   0 {size + size // 5:10} {size // 5:10} {size:10} {0:10} {0:10} {name:16}"
    yield f"{'':30}{PROCESSOR_USED:9} Total"


def _running(clock: Clock) -> Iterator[tuple[int, str, int, int]]:
    """The processes: number, name, milliseconds that they ran and calls since boot."""
    seconds = clock.uptime()
    for number, (name, runtime, invoked, _) in enumerate(PROCESSES, start=1):
        yield number, name, runtime * seconds // _HOUR, 1 + invoked * seconds // _HOUR


def _average(runtime: int, invoked: int) -> int:
    """Microseconds of one call."""
    return runtime * 1000 // invoked


# ---- memory ----------------------------------------------------------------------------------------------------------------------


@exec_command
def show_memory_statistics(line: Line) -> Iterator[str]:
    """The memory of the processor and of the packets in numbers."""
    yield "                Head    Total(b)     Used(b)     Free(b)   Lowest(b)  Largest(b)"
    for name, head, total, used in (
        ("Processor", PROCESSOR_HEAD, PROCESSOR_TOTAL, PROCESSOR_USED),
        ("      I/O", IO_HEAD, IO_TOTAL, IO_USED),
    ):
        free = total - used
        yield f"{name} {head:>10} {total:11} {used:11} {free:11} {free - 30_000:11} {free - 60_000:11}"


@exec_command
def show_memory(line: Line) -> Iterator[str]:
    """The memory in numbers, and its first blocks."""
    yield from show_memory_statistics(line)
    yield ""
    yield "          Processor memory"
    yield ""
    yield " Address      Bytes     Prev     Next Ref     PrevF    NextF Alloc PC  what"
    yield f"{PROCESSOR_HEAD} {PROCESSOR_USED:010} 00000000 {PROCESSOR_HEAD} 001  -------- -------- 40A1C2E0  *Init*"


@exec_command
def show_memory_summary(line: Line) -> Iterator[str]:
    """The memory in numbers, and the blocks by their purpose."""
    yield from show_memory_statistics(line)
    yield ""
    yield "          Processor memory"
    yield ""
    yield "Alloc PC        Size     Blocks      Bytes    What"
    for number, (name, _, _, size) in enumerate(PROCESSES, start=1):
        yield f"0x{_CODE + number * _CODE_STEP:08X} {size:10} {1:10} {size:10}    {name}"


@exec_command
def show_buffers(line: Line) -> Iterator[str]:
    """The pools of packet buffers; none was ever short."""
    yield "Buffer elements:"
    yield "     1118 in free list"
    yield "     0 hits, 0 misses, 619 created"
    yield ""
    yield "Public buffer pools:"
    for name, size, total, least in (
        ("Small", 104, 50, 20),
        ("Middle", 600, 25, 10),
        ("Big", 1536, 50, 5),
        ("VeryBig", 4520, 10, 0),
        ("Large", 5024, 0, 0),
        ("Huge", 18024, 0, 0),
    ):
        yield f"{name} buffers, {size} bytes (total {total}, permanent {total}):"
        yield f"     {total} in free list ({least} min, {total * 3} max allowed)"
        yield "     0 hits, 0 misses, 0 trims, 0 created"
        yield "     0 failures (0 no memory)"
    yield ""


@exec_command
def show_stacks(line: Line) -> Iterator[str]:
    """The room that is left on the stacks of processes and interrupts."""
    yield "Minimum process stacks:"
    yield " Free/Size   Name"
    yield from (f" 5524/6000   {name}" for name, *_ in PROCESSES)
    yield ""
    yield "Interrupt level stacks:"
    yield "Level    Called Unused/Size  Name"
    yield "  1           0   9000/9000  NS16552 VECTOR"
    yield ""
