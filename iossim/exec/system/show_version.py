"""show version: software and hardware of the simulated router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.clock import duration
from iossim.router.facts.chassis import IMAGE, VERSION
from iossim.router.facts.licenses import TECHNOLOGIES
from iossim.router.hardware import port_counts, product, serial, voice_port_counts

_BOOTSTRAP = "System Bootstrap, Version 15.0(1r)M16, RELEASE SOFTWARE (fc1)"


@exec_command
def show_version(line: Line) -> Iterator[str]:
    """Software and hardware. The numbers of ports are those of the configuration."""
    router = line.router
    yield f"Cisco IOS Software, C2900 Software (C2900-UNIVERSALK9-M), Version {VERSION}, RELEASE SOFTWARE (fc1)"
    yield "Technical Support: http://www.cisco.com/techsupport"
    yield "Simulated by iossim; this is no Cisco software."
    yield "Compiled Wed 01-Jan-20 10:00 by iossim"
    yield ""
    yield f"ROM: {_BOOTSTRAP}"
    yield ""
    yield f"{router.hostname} uptime is {duration(router.clock.uptime())}"
    yield from _start(line)
    yield f'System image file is "flash0:{IMAGE}"'
    yield "Last reload type: Normal Reload"
    yield f"Last reload reason: {'Reload Command' if router.starts > 1 else 'power-on'}"
    yield from ("", "", "")
    yield f"Cisco {product(router.config, router.platform)} (revision 1.0) with 483328K/40960K bytes of memory."
    yield f"Processor board ID {serial(router.config)}"
    yield from _ports(line)
    yield "DRAM configuration is 64 bits wide with parity enabled."
    yield "255K bytes of non-volatile configuration memory."
    yield "250880K bytes of ATA System CompactFlash 0 (Read/Write)"
    yield from ("", "")
    yield from _licenses(line)
    yield ""
    yield line.router.register_text
    yield ""


@exec_command
def show_hardware(line: Line) -> Iterator[str]:
    """The same as `show version`."""
    return show_version(line)


@exec_command
def show_rom_monitor(line: Line) -> Iterator[str]:
    """The version of the boot program."""
    yield "ReadOnly ROMMON version is :"
    yield ""
    yield _BOOTSTRAP
    yield ""
    yield "No upgrade ROMMON present"


def _start(line: Line) -> Iterator[str]:
    """The line of the last start: with a time only once somebody set the clock."""
    router = line.router
    if router.starts == 1:
        yield "System returned to ROM by power-on"
    else:
        yield "System returned to ROM by reload" + (f" at {router.clock.stamp(router.reloaded_at)}" if router.reloaded_at else "")
    if router.clock.is_set:
        yield f"System restarted at {router.clock.stamp(router.clock.boot)}"


def _ports(line: Line) -> Iterator[str]:
    config = line.router.config
    counts, voice = port_counts(config), voice_port_counts(config)
    for kind, text in (("FastEthernet", "FastEthernet"), ("GigabitEthernet", "Gigabit Ethernet"), ("Serial", "Serial(sync/async)")):
        if counts[kind]:
            yield f"{counts[kind]} {text} interface{'s' if counts[kind] > 1 else ''}"
    controllers = len(config.sections("controller"))
    if controllers:
        yield f"{controllers} Channelized T1/PRI port{'s' if controllers > 1 else ''}"
    yield "1 terminal line"
    for kind in ("FXO", "FXS"):
        if voice[kind]:
            yield f"{voice[kind]} Voice {kind} interface(s)"


def _licenses(line: Line) -> Iterator[str]:
    router = line.router
    yield "License Info:"
    yield ""
    yield "License UDI:"
    yield ""
    yield "-" * 49
    yield "Device#\t  PID\t\t\tSN"
    yield "-" * 49
    yield f"*0  \t  {product(router.config, router.platform):22}{serial(router.config):16}"
    yield from ("", "", "")
    yield "Technology Package License Information for Module:'c2900' "
    yield ""
    yield "-" * 65
    yield "Technology    Technology-package           Technology-package"
    yield "              Current       Type           Next reboot  "
    yield "-" * 66
    for technology, package in TECHNOLOGIES.items():
        kind = "Permanent" if package != "None" else "None"
        yield f"{technology:14}{package:14}{kind:15}{package}"
