"""Checks of the operations of IP SLA: one type for each, times that fit, and none is changed while it runs."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command

_RUNS = (
    "Entry already running and cannot be modified\n"
    "\t(only can delete (no) and start over)\n"
    "\t(check to see if the probe has finished exiting)"
)
_TIMES = "%Scheduling a probe with {} {} ms greater than {} {} ms is not allowed."


def one_operation(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A type where the operation has one: the mode of that type has no such command. Nothing while a file is read."""
    if configuration.ports is None or command.reset or command.negative:
        return
    if any(section.all(rule.base) for rule in section.mode.prompting):
        yield Refusal("", 0)


def not_running(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """The section of an operation that was started (`ip sla schedule`)."""
    schedule = section.get("ip_sla_schedule", command.words[2])
    if command.negative or command.reset or schedule is None or schedule.negative:
        return
    if "start-time" in schedule.words and "pending" not in schedule.words:
        yield Refusal(_RUNS, ordered=True)


def probe_times(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A schedule of an operation whose time limit is longer than its frequency, or shorter than its threshold, if entered."""
    operation = configuration.section("ip_sla", command.words[3])
    if operation is None or command.negative or command.reset:
        return
    entered = [entry for one in operation.walk() for entry in one.entries.values() if not entry.negative and len(entry.words) == 2]
    times = {entry.words[0]: int(entry.words[1]) for entry in entered if entry.words[0] in ("timeout", "frequency", "threshold")}
    frequency, limit = times.get("frequency", 60) * 1000, times.get("timeout", 5000)
    if "timeout" in times and limit > frequency:
        yield Refusal(_TIMES.format("timeout", limit, "frequency", frequency), ordered=True)
    elif times.get("threshold", 0) > limit:
        yield Refusal(_TIMES.format("threshold", times["threshold"], "timeout", limit), ordered=True)
