"""Rule duplicate-extension."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.numbers import PLAIN, Extension, extensions
from iossim.validate.facts.phones import has_purpose, phones_of_dn
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class DuplicateExtension(ValidationRule):
    """Two ephone-dns have the same number, and a call reaches only one of them.

    Calls go to one of two numbers with the same preference, and stop there, since `huntstop` is on by default. Correct one
    number; or, if both shall ring one after the other, give them a `preference` and `no huntstop`. Numbers in one overlay, on
    one phone, and numbers of park slots, paging, intercoms and conferences may be equal.

    Example:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
        ephone-dn 2
         number 1001

    Better:
        telephony-service
         max-dn 5
        ephone-dn 1
         number 1001
         no huntstop
        ephone-dn 2
         number 1001
         preference 1

    References:
        Unified CME Command Reference, `number (ephone-dn)`, `preference (ephone-dn)`, `huntstop (ephone-dn)`
    """

    name = "duplicate-extension"
    looks_at = ("ephone_dn",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        by_number: dict[str, list[Extension]] = defaultdict(list)
        for item in facts.once(extensions):
            if item.section.mode.name == "ephone_dn":
                by_number[item.number].append(item)
        for number, items in by_number.items():
            if len(items) < 2 or not PLAIN(number) or any(_is_meant(item.section) for item in items):
                continue
            phones = [{button.section for button in facts.once(phones_of_dn).get(item.section.key[0], ())} for item in items]
            first = items[0]
            for item, on in zip(items[1:], phones[1:], strict=True):
                same = _preference(item.section) == _preference(first.section) and item.section is not first.section
                if same and phones[0].isdisjoint(on):
                    yield Violation(item.command, f"{number} is the number of {first.owner} already", item.word)


def _is_meant(dn: Section) -> bool:
    """True if an ephone-dn may share its number: it goes on hunting, serves for something else, or has a template."""
    goes_on = dn.get("huntstop")
    return (goes_on is not None and goes_on.negative) or has_purpose(dn) or entered(dn, "ephone_dn_template") is not None


def _preference(dn: Section) -> str:
    command = entered(dn, "preference")
    return command.words[1] if command is not None else "0"
