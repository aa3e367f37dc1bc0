"""Phones without a line."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Commands that give a phone a line.
_LINES = ("button", "logout_profile")


class EphoneWithoutButton(ValidationRule):
    """An ephone has a mac-address and no button.

    The phone registers, and has no line to call from. Give it a `button` or a `logout-profile`, or remove it.
    """

    name = "ephone-without-button"

    def check(self, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for section in configuration.root.any_sections("ephone"):
            if (
                section.header is not None
                and section.get("mac_address") is not None
                and not any(name[0] in _LINES for name in section.entries)
                and not _refused(section)
            ):
                yield Violation(section.header, f"ephone {section.key[0]} has a mac-address and no button")


def _refused(section: Section) -> bool:
    """True if a line of the section that would give the phone a line was refused, and so has its own diagnostic."""
    return any(line.split(None, 1)[0].replace("-", "_") in _LINES for lines in section.kept.values() for line in lines)
