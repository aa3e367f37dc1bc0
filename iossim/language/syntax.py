"""Draws a rule's body as the command reference prints it: `number WORD [secondary WORD] [no-reg [both | primary]]`."""

from __future__ import annotations

from collections.abc import Mapping

from iossim.language.bodies import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Sequence
from iossim.language.rules import Rule

#: A sub-rule that takes more characters than this is named in the syntax and listed below it.
LONGEST = 60


def syntax(rule: Rule, rules: Mapping[str, Rule]) -> str:
    """The command's syntax in one line, all of it."""
    return Drawing(rules, LONGEST * LONGEST * LONGEST).draw(rule.body)


class Drawing:
    """Draws bodies of one family's rules.

    Args:
        rules: the family's rules.
        longest: sub-rules longer than this are drawn as their name in capitals.

    Attributes:
        named: the sub-rules drawn as a name, by that name.
    """

    def __init__(self, rules: Mapping[str, Rule], longest: int = LONGEST) -> None:
        self.rules = rules
        self.longest = longest
        self.named: dict[str, Rule] = {}

    def draw(self, body: Body, bare: bool = False) -> str:
        """A body in the notation of the command reference.

        Args:
            body: the body.
            bare: a choice goes without braces, because something else holds it together.
        """
        match body:
            case Keyword(text):
                return text
            case Argument(_, notation):
                return notation.text if notation.bound_name else notation.shown
            case Reference(name):
                return self._reference(self.rules[name], bare)
            case Sequence(parts):
                return " ".join(filter(None, (self.draw(part) for part in parts)))
            case Choice(parts):
                inner = " | ".join(self.draw(part, bare=True) for part in parts)
                return inner if bare else f"{{{inner}}}"
            case Optional(part):
                return f"[{self.draw(part, bare=True)}]"
            case Repeat(part, least):
                return f"{self.draw(part)}..." if least else f"[{self.draw(part)}...]"

    def _reference(self, rule: Rule, bare: bool) -> str:
        known = dict(self.named)
        drawn = self.draw(rule.body, bare)
        if len(drawn) <= self.longest:
            return drawn
        self.named = known
        return self._name(rule)

    def _name(self, rule: Rule) -> str:
        short, full = (name.strip("_").replace("_", "-").upper() for name in (rule.base, rule.name))
        name = short if self.named.get(short, rule) is rule else full
        self.named[name] = rule
        return name
