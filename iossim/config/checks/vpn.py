"""Checks of VPN commands: the transform sets of a crypto map or a profile, the crypto map of an interface."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def transform_sets(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A transform set that nothing defines; the router has one that is named `default`."""
    if command.negative or command.reset:
        return
    for name in command.words[2:]:
        if name != "default" and configuration.root.section("crypto_ipsec_transform_set", name) is None:
            yield Refusal(f'ERROR: transform set with tag "{name}" does not exist.', ordered=True)


def crypto_map(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A crypto map that has no entry."""
    if command.negative or command.reset:
        return
    name = command.words[2]
    if all(entry.key[0] != name for entry in configuration.root.any_sections("crypto_map")):
        yield Refusal(f'ERROR: Crypto Map with tag "{name}" does not exist.', ordered=True)
