"""Checks of NAT: static translations that contradict another one, addresses of a pool, a pool that a translation uses."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.ipv4 import number, prefix_length, prefix_mask
from iossim.config.networks import pair_of, translation_keys
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def static_translation(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A second translation of a local address, or to a global one, without ports and options."""
    pair = pair_of(command)
    if command.negative or command.reset or pair is None:
        return
    same_local, same_global = (configuration.values.entries(key) for key in translation_keys(pair))
    for identity in dict.fromkeys(identity for _, identity in (*same_local, *same_global)):
        present = pair_of(section.entries[identity])
        if present is None or present == pair:
            continue
        local, outside = present
        if local == pair[0]:
            yield Refusal(f"% {local} already mapped ({local} -> {outside})", ordered=True)
        else:
            yield Refusal(f"% similar static entry ({local} -> {outside}) already exists", ordered=True)
        return


def free_pool(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A pool that is removed while a translation uses it."""
    if not (command.negative or command.reset):
        return
    name = str(command.fields["name"])
    for user in section.all("ip_nat_inside_source"):
        if not user.negative and user.words[6:8] == ["pool", name]:
            yield Refusal(f"%Pool {name} in use, cannot destroy")
            return


def pool_range(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A pool whose last address is before its first one, or in another network."""
    fields = command.fields
    if command.negative or command.reset or "low" not in fields:
        return
    low, high = number(str(fields["low"])), number(str(fields["high"]))
    mask = number(str(fields["mask"])) if "mask" in fields else prefix_mask(int(str(fields["length"])))
    if low > high:
        yield Refusal("%End address less than start address")
    elif prefix_length(mask) >= 0 and (low ^ high) & mask:
        yield Refusal("%Start and end addresses on different subnets")
