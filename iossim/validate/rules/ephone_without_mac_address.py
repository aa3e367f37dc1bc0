"""Rule ephone-without-mac-address."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.phones import buttons_by_phone, kept_words
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_NAMES = ("mac_address", "vm_device_id", "provision_tag")


class EphoneWithoutMacAddress(ValidationRule):
    """An ephone has a button and no mac-address.

    No phone can register as it. Enter `mac-address`; phones that are found by a tag (`provision-tag`, extension assigner) or by
    the name of a voice mail port need none. In an excerpt or in typed commands it is an info.

    Example:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         type 7960
         button 1:1

    Better:
        version 15.7
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         type 7960
         button 1:1

    References:
        Unified CME Command Reference, `mac-address (ephone)`
    """

    name = "ephone-without-mac-address"
    looks_at = ("button",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        if facts.all("extension_assigner_tag_type"):
            return
        severity = "" if facts.whole else "info"
        for phone in facts.once(buttons_by_phone):
            named = any(entered(phone, name) is not None for name in _NAMES)
            named = named or any(word.startswith("mac") for word in kept_words(phone))
            if phone.header is not None and not named:
                yield Violation(
                    phone.header, f"ephone {phone.key[0]} has no mac-address: no phone registers as it", severity=severity
                )
