"""Checks of the operations of IP SLA: one type for each, and none is changed while it runs."""

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
