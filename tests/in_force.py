"""The configuration in force, for comparing two routers: defaults count as if they were entered."""

from __future__ import annotations

from typing import Any

from iossim.config import Section
from iossim.config.printed import all_commands
from iossim.language import defaults_of
from iossim.versions import NEWEST


def _is_default(section: Section) -> bool:
    """True if a section holds nothing, and its header is in force without it (`auto-register`)."""
    assert section.parent is not None
    return not section.entries and not section.kept and section.identity in defaults_of(section.parent.mode)


def in_force(section: Section) -> dict[str, Any]:
    """The commands in force in a section, those of the sections in it, and its kept lines, as plain values."""
    return {
        "commands": {identity: command.text for identity, command in all_commands(section, NEWEST).items()},
        "sections": {identity: in_force(child) for identity, child in section.sections.items() if not _is_default(child)},
        "kept": {identity: list(lines) for identity, lines in section.kept.items() if lines},
    }
