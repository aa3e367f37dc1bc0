"""Checks of NAT: static translations that contradict another one, a pool that a translation uses."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def static_translation(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A second translation of a local address, or to a global one, without ports and options."""
    pair = _pair(command)
    if command.negative or command.reset or pair is None:
        return
    for other in section.all("ip_nat_inside_source_static"):
        present = _pair(other)
        if other.negative or present is None or present == pair:
            continue
        local, outside = present
        if local == pair[0]:
            yield Refusal(f"% {local} already mapped ({local} -> {outside})", ordered=True)
            return
        if outside == pair[1]:
            yield Refusal(f"% similar static entry ({local} -> {outside}) already exists", ordered=True)
            return


def _pair(command: Command) -> tuple[str, str] | None:
    """The local and the global address of a static translation that has nothing else."""
    words = command.words[5:]
    if len(words) != 2 or not all(word.replace(".", "").isdigit() for word in words):
        return None
    return words[0], words[1]


def free_pool(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A pool that is removed while a translation uses it."""
    if not (command.negative or command.reset):
        return
    name = str(command.fields["name"])
    for user in section.all("ip_nat_inside_source"):
        if not user.negative and user.words[6:8] == ["pool", name]:
            yield Refusal(f"%Pool {name} in use, cannot destroy")
            return
