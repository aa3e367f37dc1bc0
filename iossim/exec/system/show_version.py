"""show version and show inventory: software and hardware of the simulated router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.clock import duration
from iossim.router.facts.chassis import IMAGE, SERIAL, VERSION


@exec_command
def show_version(line: Line) -> Iterator[str]:
    """Software and hardware, with the words that automation looks for."""
    yield f"Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version {VERSION}, RELEASE SOFTWARE (fc1)"
    yield "Simulated by iossim; this is no Cisco software."
    yield ""
    yield "ROM: System Bootstrap, Version 15.0(1r)M16, RELEASE SOFTWARE (fc1)"
    yield ""
    yield f"{line.router.hostname} uptime is {duration(line.router.clock.uptime())}"
    yield "System returned to ROM by power-on"
    yield f'System image file is "flash0:{IMAGE}"'
    yield "Last reload type: Normal Reload"
    yield "Last reload reason: power-on"
    yield ""
    yield "Cisco CISCO2911/K9 (revision 1.0) with 483328K/40960K bytes of memory."
    yield f"Processor board ID {SERIAL}"
    yield "3 Gigabit Ethernet interfaces"
    yield "1 terminal line"
    yield "DRAM configuration is 64 bits wide with parity enabled."
    yield "255K bytes of non-volatile configuration memory."
    yield "250880K bytes of ATA System CompactFlash 0 (Read/Write)"
    yield ""
    yield "Configuration register is 0x2102"
    yield ""


@exec_command
def show_inventory(line: Line) -> Iterator[str]:
    """The parts of the simulated router."""
    yield f'NAME: "CISCO2911/K9", DESCR: "CISCO2911/K9 chassis, Hw Serial#: {SERIAL}, Hw Revision: 1.0"'
    yield f"PID: CISCO2911/K9      , VID: V07, SN: {SERIAL}"
    yield ""
