"""Checks of VPN commands: the transform sets of a crypto map or a profile, the crypto map of an interface, the key of a peer."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.networks import map_key
from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def transform_sets(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A transform set that nothing defines; the router has one that is named `default`."""
    if command.negative or command.reset:
        return
    for name in command.words[2:]:
        if name != "default" and configuration.root.section("crypto_ipsec_transform_set", name) is None:
            yield Refusal(f'ERROR: transform set with tag "{name}" does not exist.', ordered=True, lacks=("ipsec", name))


def crypto_map(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A crypto map that has no entry."""
    if command.negative or command.reset:
        return
    name = command.words[2]
    if not configuration.values.at(map_key(name)):
        yield Refusal(f'ERROR: Crypto Map with tag "{name}" does not exist.', ordered=True, lacks=("map", name))


def one_key(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A second pre-shared key for an address. Nothing while a file is read."""
    if configuration.ports is None or command.negative or command.reset or "address" not in command.fields:
        return
    if command.form.identity(command.words) in section.entries:
        mask = command.fields.get("mask", "255.255.255.255")
        yield Refusal(f"A pre-shared key for address mask {command.fields['address']} {mask} already exists!")
