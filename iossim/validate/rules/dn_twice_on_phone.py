"""Rule dn-twice-on-phone."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.phones import buttons_by_phone, line_mode, type_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DnTwiceOnPhone(ValidationRule):
    """A directory number lies on two buttons of one phone, or twice in one overlay.

    A call to it rings both, and the second button can do nothing that the first cannot. Buttons that only show a state (`m`,
    `w`) are not counted, and phones of type 7931 are left out: each of their buttons takes one call only. For numbers with
    several lines it is an info.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         type 7960
         button 1:1 2:1

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1002
        ephone 1
         mac-address 0000.1111.2222
         type 7960
         button 1:1 2:2

    References:
        Unified CME Command Reference, `button`
    """

    name = "dn-twice-on-phone"
    looks_at = ("button",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for phone, placed in facts.once(buttons_by_phone).items():
            phone_type = type_of(facts, phone)
            if phone_type is not None and phone_type.name == "7931":
                continue
            before: dict[str, int] = {}
            for button in sorted(placed, key=lambda button: button.number):
                for dn in button.dns if button.sign not in "mwx" else ():
                    if dn in before:
                        message = f"ephone-dn {dn} is on button {before[dn]} already"
                        section = facts.root.section("ephone_dn", dn)
                        severity = "" if section is not None and line_mode(section) == "single-line" else "info"
                        yield Violation(button.command, message, len(button.command.words) - 1, severity)
                        break
                    before[dn] = button.number
