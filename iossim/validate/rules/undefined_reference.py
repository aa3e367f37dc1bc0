"""References to what is not configured."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Configuration
from iossim.config.references import defined, definers, references
from iossim.files.nearest import nearest
from iossim.validate.options import Options
from iossim.validate.rules.base import Fault, Rule


class UndefinedReference(Rule):
    """A command names something (a template, a profile, a dn) that is not configured.

    The router accepts the line, and it has no effect. Configure what it names, or remove the line.
    """

    code = "CME101"
    name = "undefined-reference"

    def check(self, configuration: Configuration, options: Options) -> Iterator[Fault]:
        """The faults in a configuration."""
        known = definers(configuration.language)
        for section in configuration.root.walk():
            for _, command, kind, index, name in references(section):
                if kind in known and not defined(configuration, kind, name):
                    yield Fault(command, f"{kind} {name} is not configured{_alike(configuration, known[kind], name)}", index)


def _alike(configuration: Configuration, rules: list[str], name: str) -> str:
    """The names that are configured and most like the one that is not."""
    names = [identity[1] for identity in configuration.root.entries if identity[0] in rules and len(identity) > 1]
    found = [] if name.isdigit() else nearest(name, names)
    return f"; did you mean `{'` or `'.join(found)}`?" if found else ""
