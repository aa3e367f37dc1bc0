"""Groups of time slots of a T1 or E1 controller: the interfaces and voice ports that they make (`Serial0/0/0:23`, `0/0/0:23`)."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.section import Section
from iossim.language import Command

#: The channel for signals of ISDN, which the interface and the voice port of a PRI group are named after, by the kind of the controller.
_SIGNALS = {"T1": "23", "E1": "15"}


def made_by(controller: Section, command: Command) -> Iterator[str]:
    """The headers of the sections that a group of time slots makes.

    Args:
        controller: the section of the controller.
        command: one of its commands.
    """
    kind, slot = controller.key
    # The interfaces of a T1 inside of a T3 (`Serial1/0:1:23`) are not described.
    if kind not in _SIGNALS or not slot.replace("/", "").isdigit():
        return
    channel = _SIGNALS[kind] if command.name == "pri_group" else str(command.fields.get("group", ""))
    if command.name in ("pri_group", "channel_group"):
        yield f"interface Serial{slot}:{channel}"
    if command.name in ("pri_group", "ds0_group"):
        yield f"voice-port {slot}:{channel}"


def has_group(root: Section, name: str) -> bool | None:
    """True if a controller has the group of time slots of an interface or voice port; None if the router has no such controller.

    Args:
        root: global configuration.
        name: the name of the interface or voice port, such as `Serial0/0/0:23`.
    """
    slot = name.partition(":")[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-")
    controllers = [section for section in root.any_sections("controller") if section.key[1:] == (slot,)]
    if ":" not in name or not controllers:
        return None
    groups = [(section, command) for section in controllers for command in section.entries.values() if not command.negative]
    made = {header.split()[-1] for section, command in groups for header in made_by(section, command)}
    return name in made or any(section.kept for section in controllers)
