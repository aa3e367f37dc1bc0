"""Rule mixed-overlay-lines."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.phones import buttons, line_mode
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class MixedOverlayLines(ValidationRule):
    """An overlay button has directory numbers with different line modes.

    All directory numbers of an overlay must be single-line, or none: calls on the others do not show. Give them one line mode.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2 dual-line
         number 1002
        ephone 1
         mac-address 0000.1111.2222
         button 1o1,2

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1 dual-line
         number 1001
        ephone-dn 2 dual-line
         number 1002
        ephone 1
         mac-address 0000.1111.2222
         button 1o1,2

    References:
        Unified CME Command Reference, `button`: overlays
    """

    name = "mixed-overlay-lines"
    looks_at = ("button",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for button in facts.once(buttons):
            if not button.overlay or len(button.dns) < 2:
                continue
            sections = [section for dn in button.dns if (section := facts.root.section("ephone_dn", dn)) is not None]
            modes = sorted({line_mode(section) for section in sections})
            if len(modes) > 1 and "single-line" in modes:
                message = f"the overlay has {' and '.join(modes)} numbers: all must have one line mode"
                yield Violation(button.command, message, len(button.command.words) - 1)
