"""Rule blf-of-unwatched-number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from iossim.config import Configuration, Section
from iossim.validate.facts import Facts, entered
from iossim.validate.facts.numbers import extensions
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class BlfOfUnwatchedNumber(ValidationRule):
    """A button shows the state of a number that nobody may watch.

    The lamp stays dark: the directory number needs `allow watch`.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
        ephone 1
         mac-address 0000.1111.2222
         blf-speed-dial 1 1001 label "Ann"

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 1
         number 1001
         allow watch
        ephone 1
         mac-address 0000.1111.2222
         blf-speed-dial 1 1001 label "Ann"

    References:
        Unified CME Command Reference, `allow watch`, `blf-speed-dial`
    """

    name = "blf-of-unwatched-number"
    looks_at = ("blf_speed_dial",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        lamps = facts.all("blf_speed_dial")
        owners: dict[str, list[Section]] = defaultdict(list)
        for item in facts.once(extensions) if lamps else ():
            owners[item.number].append(item.section)
        for _, command in lamps:
            number = str(command.fields.get("number", ""))
            sections = owners.get(number, [])
            device = command.words[-1] == "device"
            if sections and not device and not any(_may_be_watched(section) for section in sections):
                yield Violation(
                    command, f"{number} has no allow watch", command.words.index(number) if number in command.words else -1
                )


def _may_be_watched(dn: Section) -> bool:
    """True if a directory number can be watched, or may be by its template or by a line that is not known."""
    return entered(dn, "allow_watch") is not None or entered(dn, "ephone_dn_template") is not None or any(dn.kept.values())
