"""Rule codec-beyond-phone-type."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.phones import type_of
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

#: Phones of the first generation, which have G.711 and G.729 alone.
_OLD = frozenset(("12SP", "7902", "7905", "7910", "7912", "7935", "7936", "7940", "7960"))
_NEW_CODECS = ("g722r64", "ilbc")


class CodecBeyondPhoneType(ValidationRule):
    """A phone is given a codec that its type does not have.

    The router takes G.711 in its place: the calls need more bandwidth, or do not sound as wanted. Types that are not in the
    table are not checked.

    Example:
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         type 7960
         codec g722r64

    Better:
        telephony-service
         max-ephones 5
        ephone 1
         mac-address 0000.1111.2222
         type 7962
         codec g722r64

    References:
        Unified CME Command Reference, `codec (ephone)`
        Data sheets of the phones
    """

    name = "codec-beyond-phone-type"
    looks_at = ("codec",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for phone, command in facts.all("codec", "ephone"):
            phone_type = type_of(facts, phone) if command.words[1] in _NEW_CODECS else None
            if phone_type is not None and phone_type.name in _OLD:
                yield Violation(command, f"a phone of type {phone_type.name} has no {command.words[1]}", 1)
