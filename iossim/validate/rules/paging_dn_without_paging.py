"""Rule paging-dn-without-paging."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts, entered
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target


class PagingDnWithoutPaging(ValidationRule):
    """Phones shall be paged through an ephone-dn that is not for paging.

    `paging-dn` needs an ephone-dn with `paging` or `paging group`: without it nothing is announced.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 2
         number 7777
        ephone 1
         mac-address 0000.1111.2222
         paging-dn 2

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-dn 2
         number 7777
         paging ip 239.0.1.20 port 2000
        ephone 1
         mac-address 0000.1111.2222
         paging-dn 2

    References:
        Unified CME Command Reference, `paging-dn`, `paging`
    """

    name = "paging-dn-without-paging"
    looks_at = ("paging_dn",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("paging_dn"):
            dn = facts.root.section("ephone_dn", command.words[1])
            if dn is None or any(dn.kept.values()):
                continue
            if entered(dn, "paging") is None and entered(dn, "paging_group") is None:
                yield Violation(command, f"ephone-dn {command.words[1]} has no paging", 1)
