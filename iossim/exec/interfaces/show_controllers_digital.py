"""show controllers t1 and show controllers e1: digital lines to which no cable is plugged in."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set

#: The seconds of an interval that a router counts for itself, and how many of them it keeps: those of a day.
_INTERVAL = 900
_KEPT = 96
_NO_ERRORS = (
    "     0 Line Code Violations, 0 Path Code Violations",
    "     0 Slip Secs, 0 Fr Loss Secs, 0 Line Err Secs, 0 Degraded Mins",
)


@exec_command
def show_controllers_digital(line: Line, digital_type: str, port: str = "") -> Iterator[str]:
    """The state of the T1 or E1 lines: without a cable, no signal is received."""
    seconds = line.router.clock.uptime()
    for section in line.router.config.sections("controller"):
        if section.key[0] == digital_type and port in ("", section.key[1]):
            yield from _state(section)
            yield from _counters(seconds)


def _state(section: Section) -> Iterator[str]:
    kind, port = section.key
    is_t1 = kind == "T1"
    state = "administratively down" if is_set(section, "shutdown") else "down"
    yield f"{kind} {port} is {state}."
    unbalanced = field(section, "line_termination", "termination") == "75-ohm"
    yield f"  Applique type is Channelized {kind}" + ("" if is_t1 else f" - {'unbalanced' if unbalanced else 'balanced'}")
    description = field(section, "description", "text")
    if description:
        yield f"  Description: {description}"
    yield f"  Cablelength is {_cable(field(section, 'cablelength', 'cable')) if is_t1 else 'Unknown'}"
    yield "  Transmitter is sending remote alarm."
    yield "  Receiver has loss of signal."
    if not section.effective("alarm_trigger", "ais") and not section.effective("alarm_trigger", "blue"):
        yield "  alarm-trigger is not set"
    if is_t1:
        yield "  Soaking time: 3, Clearance time: 10"
        yield "  AIS State:Clear  LOS State:Failure LOF State:Clear   "
    framing = field(section, "framing", "framing") or ("esf" if is_t1 else "crc4")
    code = field(section, "linecode", "linecode") or ("b8zs" if is_t1 else "hdb3")
    source = field(section, "clock_source", "clock_source") or "line"
    yield f"  Framing is {framing.upper()}, Line Code is {code.upper()}, Clock Source is {source.title()}."


def _cable(typed: str) -> str:
    """The length of a T1 cable; a long one has a gain, too."""
    length, _, rest = (typed or "long 0db").partition(" ")
    return f"long {rest}" if "gain" in rest else f"long gain36 {rest}" if length == "long" else typed


def _counters(seconds: int) -> Iterator[str]:
    """The errors since boot: the line was never up."""
    yield f"  Data in current interval ({seconds % _INTERVAL} seconds elapsed):"
    yield from _NO_ERRORS
    yield _unavailable(seconds % _INTERVAL)
    intervals = min(seconds // _INTERVAL, _KEPT)
    yield "  Total Data (last 24 hours)" if intervals == _KEPT else f"  Total Data (last {intervals} 15 minute intervals):"
    yield from (f"{text}," for text in _NO_ERRORS)
    yield _unavailable(intervals * _INTERVAL)


def _unavailable(seconds: int) -> str:
    return f"     0 Errored Secs, 0 Bursty Err Secs, 0 Severely Err Secs, {seconds} Unavail Secs"
