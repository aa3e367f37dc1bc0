"""Draws a rule's body as the command reference prints it: `number WORD [secondary WORD] [no-reg [both | primary]]`."""

from __future__ import annotations

from collections.abc import Mapping

from iossim.language.bodies import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Sequence
from iossim.language.rules import Rule

#: A sub-rule that takes more characters than this is named in the syntax and listed below it.
LONGEST = 60


def syntax(rule: Rule, rules: Mapping[str, Rule]) -> str:
    """The whole syntax of a command in one line.

    Args:
        rule: the command.
        rules: the rules of its name space.
    """
    return Drawing(rules, LONGEST * LONGEST * LONGEST).draw(rule.body)


class Drawing:
    """Draws bodies of the rules of one name space.

    Args:
        rules: the rules.
        longest: a sub-rule of more characters is drawn as its name in capitals.

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
            bare: draw a choice without braces, because brackets or another choice already stand around it.
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
