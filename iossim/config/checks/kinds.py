"""Checks of the kind of a section: `clock rate` on an Ethernet port, `auto-summary` in OSPF (`only-in`, `not-in`)."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def of_its_kind(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """A command that sections of this kind do not have. A session does not know it there, a file may hold it."""
    if not command.form.rule.exists_among(section.header_words):
        yield Refusal("", 0)


def one_kind(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """`dial-peer voice 1 voip` where dial peer 1 is of another kind: a peer has one kind until it is removed."""
    present = section.entries.get(command.form.identity(command.words))
    if present is None or command.negative or command.reset:
        return
    kind, before = command.fields.get("dial_peer_type"), present.fields.get("dial_peer_type")
    if before is not None and kind is not None and before != kind:
        yield Refusal(f"% Dial-peer {command.words[2]} is already configured as {before}", 3, ordered=True)
