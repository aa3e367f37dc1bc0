"""Rule undefined-reference."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.proposals import Proposals
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

_REFERRING = attrgetter("referring")


class UndefinedReference(ValidationRule):
    """A command refers to a template, a profile, a codec list or a dn that is not configured.

    The router accepts the line, but it has no effect. Configure the missing section, or correct the name. In an excerpt or in
    typed commands that configure nothing of this kind it is an info: it may stand elsewhere.

    Example:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone 1
         mac-address 0000.1111.2222
         ephone-template 3

    Better:
        telephony-service
         max-ephones 5
         max-dn 5
        ephone-template 3
         softkeys idle Redial Newcall
        ephone 1
         mac-address 0000.1111.2222
         ephone-template 3

    References:
        Unified CME Command Reference, `ephone-template (ephone)`
    """

    name = "undefined-reference"
    looks_for = (_REFERRING,)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        proposals = Proposals(configuration)
        known: dict[str, set[str]] = {}
        for _, command in facts.with_form(_REFERRING):
            if command.negative:
                continue
            for kind, index, notation, _ in command.form.referring:
                if kind not in known:
                    known[kind] = facts.defined(configuration.language.definers(kind))
                for tag in notation.tags(command.words[index]):
                    if tag not in known[kind]:
                        severity = "" if facts.whole or known[kind] else "info"
                        message = f"{kind} {tag} is not configured{proposals.text(kind, tag)}"
                        yield Violation(command, message, index, severity)
