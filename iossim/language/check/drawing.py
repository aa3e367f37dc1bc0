"""Lines drawn from rules, as sequences of keywords and arguments, so that every alternative is drawn at least once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from iossim.language.bodies import Body, Choice, Optional, Reference, Repeat, Sequence, Symbol
from iossim.language.rules import Rule

#: Lines drawn from one rule at most.
_MOST = 100
#: How often a repeated part is drawn, in turns.
_TIMES = (1, 3, 2)

#: The place of a part: the name of its rule, then its index in each body around it.
Spot = tuple[str | int, ...]


class Drawer:
    """Draws lines from the rules of a name space, always the alternatives that were drawn least.

    Args:
        rules: the rules.
    """

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self.rules = rules
        self._drawn: Counter[tuple[Spot, int]] = Counter()
        self._new = False

    def lines(self, rule: Rule, least: int) -> Iterator[list[Symbol]]:
        """Lines of a command.

        Args:
            rule: the command.
            least: number of lines; as many more follow as draw something new.
        """
        for count in range(_MOST):
            self._new = False
            line = list(self._body(rule.body, (rule.name,)))
            if count >= least and not self._new:
                return
            yield line

    def _choose(self, count: int, spot: Spot) -> int:
        """The alternative, of so many at one spot, that was drawn least."""
        drawn = [self._drawn[spot, alternative] for alternative in range(count)]
        chosen = drawn.index(min(drawn))
        self._drawn[spot, chosen] += 1
        self._new |= drawn[chosen] == 0
        return chosen

    def _body(self, body: Body, spot: Spot) -> Iterator[Symbol]:
        match body:
            case Reference(name):
                yield from self._body(self.rules[name].body, (name,))
            case Sequence(parts):
                for at, part in enumerate(parts):
                    yield from self._body(part, (*spot, at))
            case Choice(parts):
                at = self._choose(len(parts), spot)
                yield from self._body(parts[at], (*spot, at))
            case Optional(part):
                if self._choose(2, spot) == 0:
                    yield from self._body(part, (*spot, 0))
            case Repeat(part, least):
                times = (*_TIMES, *(() if least else (0,)))
                for _ in range(times[self._choose(len(times), spot)]):
                    yield from self._body(part, (*spot, 0))
            case _:
                yield body
