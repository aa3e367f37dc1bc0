"""Rule phone-type-without-load."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.phone_types import known_lines
from iossim.validate.facts import Facts
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: The sections with `load`, and the ones of the phones that they are for.
_SECTIONS = (("telephony_service", "ephone"), ("voice_register_global", "voice_register_pool"))
#: Types whose firmware does not come from the router.
_OWN_FIRMWARE = frozenset(
    ("ata", "anl", "bri", "vgc-phone", "CIPC", "IPSTE", "Jabber-Android", "Jabber-CSF-Client", "P100", "P600")
)


class PhoneTypeWithoutLoad(ValidationRule):
    """A type of phone is in use, and no `load` names its firmware.

    Phones of this type keep the firmware that they have, which may not work with the router. It is an info, since it may be
    meant so.

    Example:
        telephony-service
         load 7945 SCCP45.9-4-2SR3-1S
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         type 7965

    Better:
        telephony-service
         load 7945 SCCP45.9-4-2SR3-1S
         load 7965 SCCP45.9-4-2SR3-1S
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         type 7965

    References:
        Unified CME Command Reference, `load (telephony-service)`
    """

    name = "phone-type-without-load"
    severity = "info"
    looks_at = ("load",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for opener, mode in _SECTIONS:
            section = facts.section(opener)
            loads = {name[1] for name in section.entries if name[0] == "load"} if section is not None else set()
            reported = {"", *loads, *_OWN_FIRMWARE}
            for _, command in facts.all("type", mode) if loads else ():
                name = command.words[1]
                if name not in reported and known_lines(name) is not None:
                    reported.add(name)
                    yield Violation(command, f"no load names the firmware of type {name}", 1)
