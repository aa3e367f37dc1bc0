"""Rule addon-beyond-phone-type."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.phone_types import addons_of, known_lines
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: The types that a module fits.
_FITS = {
    "7914": frozenset(("7960", "7961", "7961GE", "7962", "7965", "7970", "7971", "7975")),
    "7915": frozenset(("7962", "7965", "7975")),
    "7916": frozenset(("7962", "7965", "7975")),
    "CKEM": frozenset(("8961", "9951", "9971", "9900")),
    "CP-8800-Audio": frozenset(("8851", "8851NR", "8861")),
    "CP-8800-Video": frozenset(("8865",)),
}
#: Types with modules that are not in the table of buttons.
_OTHERS = frozenset(("8851NR", "9900"))


class AddonBeyondPhoneType(ValidationRule):
    """A phone has an expansion module that its type does not take, or too many of them.

    The buttons of the module cannot be used. Correct the type or the module. Types that are not in the table are not checked.

    Example:
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         type 7945 addon 1 7915-12

    Better:
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         type 7965 addon 1 7915-12

    References:
        Unified CME Command Reference, `type (ephone)`, `type (voice register pool)`
        Data sheets of the expansion modules 7914, 7915, 7916 and CKEM
    """

    name = "addon-beyond-phone-type"
    looks_at = ("type",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for mode in ("ephone", "ephone_template", "voice_register_pool"):
            for _, command in facts.all("type", mode):
                words = command.words
                if words[2:3] != ["addon"] or (known_lines(words[1]) is None and words[1] not in _OTHERS):
                    continue
                for place, index in enumerate(range(4, len(words), 2), 1):
                    kind = words[index] if words[index] in _FITS else words[index].partition("-")[0]
                    if words[1] not in _FITS.get(kind, (words[1],)):
                        yield Violation(command, f"type {words[1]} takes no module {words[index]}", index)
                    elif place > (addons_of(words[1]) or place):
                        yield Violation(command, f"type {words[1]} takes {addons_of(words[1])} module(s) at most", index)
