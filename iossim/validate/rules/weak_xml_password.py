"""Rule weak-xml-password."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.validate.facts import Facts
from iossim.validate.facts.secrets import is_well_known
from iossim.validate.rules.base import ValidationRule, Violation
from iossim.validate.target import Target

SHORTEST = 6


class WeakXmlPassword(ValidationRule):
    """The password of an `xml user` can be guessed.

    Whoever reaches the router's web server can then change phones, or with a high level the whole configuration. A password
    that is the name of the user, is shorter than six characters, or is in every list of passwords is weak.

    Example:
        ip http server
        telephony-service
         xml user admin password 0 cisco 15

    Better:
        ip http server
        telephony-service
         xml user admin password 0 W3bXml-2026 15

    References:
        Unified CME System Administrator Guide, Configure the XML API
    """

    name = "weak-xml-password"
    looks_at = ("xml_user",)

    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration."""
        for _, command in facts.all("xml_user"):
            if "6" in command.keywords:
                continue
            user, word = command.words[2], command.words[-2].strip('"')
            weak = is_well_known(word) or word.lower() == user.lower() or len(word) < SHORTEST
            if weak:
                index = len(command.words) - 2
                yield Violation(command, f"the password of xml user {user} can be guessed", index)
