"""show inventory, show diag, show module, show platform and show environment: the parts of the router and their state."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.facts.environment import BATTERY, FANS, POWER, SUPPLY, TEMPERATURES
from iossim.router.hardware import parts


@exec_command
def show_inventory(line: Line, raw: bool = False) -> Iterator[str]:
    """The parts of the router: its chassis first, then the cards that the configuration names."""
    for part in parts(line.router.config, line.router.platform):
        yield f'NAME: "{part.name}", DESCR: "{part.description}"'
        yield f"PID: {part.product:18}, VID: {part.version}, SN: {part.serial}"
        yield ""
    yield ""


@exec_command
def show_diag(line: Line) -> Iterator[str]:
    """The parts of the router, slot by slot."""
    chassis, *others = parts(line.router.config, line.router.platform)
    yield "Slot 0:"
    yield f"\t{chassis.product} Mother board Port adapter, {len(others)} parts"
    yield "\tPort adapter is analyzed "
    yield "\tPort adapter insertion time unknown"
    yield "\tEEPROM contents at hardware discovery:"
    yield f"\tProduct (FRU) Number     : {chassis.product}"
    yield f"\tVersion Identifier       : {chassis.version}"
    yield f"\tChassis Serial Number    : {chassis.serial}"
    yield ""
    for part in others:
        yield f"\t{part.name}"
        yield f"\tProduct (FRU) Number     : {part.product}"
        yield f"\tVersion Identifier       : {part.version}"
        yield f"\tPCB Serial Number        : {part.serial}"
        yield ""


@exec_command
def show_environment(line: Line, part: str = "all") -> Iterator[str]:
    """The state of power supply, fans and temperature sensors."""
    if part in ("all", "power-supply"):
        yield from _section("SYSTEM POWER SUPPLY STATUS", SUPPLY)
    if part in ("all", "fans"):
        yield from _section("SYSTEM FAN STATUS", FANS)
    if part in ("all", "temperature"):
        rows = (f"{name} temperature: {degrees} Celsius, Normal" for name, degrees in TEMPERATURES)
        yield from _section("SYSTEM TEMPERATURE STATUS", rows)
    if part == "all":
        yield from _section("REAL TIME CLOCK BATTERY STATUS", BATTERY)
    if part in ("all", "power"):
        yield from _section("SYSTEM POWER", POWER, "=" * 15)
    yield f" Environmental information last updated 00:00:{line.router.clock.uptime() % 60:02} ago"
    yield ""


def _section(title: str, rows: Iterator[str] | tuple[str, ...], rule: str = "") -> Iterator[str]:
    yield title
    yield rule or "=" * len(title)
    yield from (f" {row}" for row in rows)
    yield ""
