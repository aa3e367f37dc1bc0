"""Rule line-beyond-phone-type."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.config.phone_types import known_lines, lines_of
from iossim.validate.facts import Facts
from iossim.validate.facts.phones import buttons_by_phone, type_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class LineBeyondPhoneType(ValidationRule):
    """A line lies on a button that this type of phone has not.

    The line cannot be used: the phone shows only as many lines as it has buttons. Take a lower button, a type with more of
    them, or an expansion module. Types of `ephone-type`, and types whose buttons are not known, are not checked.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         type 7945
         button 3:1

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         type 7945
         button 2:1

    References:
        Unified CME Command Reference, `button`, `type (ephone)`
        Data sheets of the phones
    """

    name = "line-beyond-phone-type"
    looks_at = ("type",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for phone, placed in facts.once(buttons_by_phone).items():
            last, name = _last_button(facts, phone)
            for button in placed:
                if button.number > last:
                    yield Violation(button.command, f"a phone of type {name} has {_counted(last)}", len(button.command.words) - 1)
        for phone, command in facts.all("number", "voice_register_pool"):
            last, name = _last_button(facts, phone)
            if command.words[1].isdigit() and int(command.words[1]) > last:
                yield Violation(command, f"a phone of type {name} has {_counted(last)}", 1)


#: Types that take more lines than they have buttons.
_MORE_LINES = {"7910": 2}


def _last_button(facts: Facts, phone: Section) -> tuple[int, str]:
    """The number of the last button of a phone, a large one if it is not known, and its type."""
    phone_type = type_of(facts, phone)
    lines = known_lines(phone_type.name) if phone_type is not None else None
    if phone_type is None or lines is None or any(addon.startswith("CP-") for addon in phone_type.addons):
        return 1000, ""
    if facts.root.section("ephone_type", phone_type.name) is not None:
        return 1000, ""
    name = " with ".join((phone_type.name, *phone_type.addons))
    return _MORE_LINES.get(phone_type.name, lines_of(phone_type.name, phone_type.addons)), name


def _counted(buttons: int) -> str:
    return "1 line button" if buttons == 1 else f"{buttons} line buttons"
