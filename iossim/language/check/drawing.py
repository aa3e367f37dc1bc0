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
        self._complete: set[Spot] = set()

    def lines(self, rule: Rule, least: int) -> Iterator[list[Symbol]]:
        """Lines of a command.

        Args:
            rule: the command.
            least: number of lines; more follow until every alternative has been drawn.
        """
        for count in range(_MOST):
            if count >= least and not self._is_left(rule.body, (rule.name,)):
                return
            yield list(self._body(rule.body, (rule.name,)))

    def _is_left(self, body: Body, spot: Spot) -> bool:
        """True if an alternative of a part, or of a part of it, was never drawn."""
        if spot in self._complete:
            return False
        if isinstance(body, Reference):
            left = self._is_left(self.rules[body.name].body, (body.name,))
        else:
            parts, alternatives = _parts(body)
            left = any(not self._drawn[spot, alternative] for alternative in range(alternatives))
            left = left or any(self._is_left(part, (*spot, at)) for at, part in enumerate(parts))
        if not left:
            self._complete.add(spot)
        return left

    def _choose(self, spot: Spot, parts: tuple[Body | None, ...]) -> int:
        """The alternative, of those at one spot, in which something is left to draw, or else that was drawn least.

        Args:
            spot: the spot.
            parts: the part that each alternative draws; None: no part.
        """

        def order(at: int) -> tuple[bool, int]:
            part, drawn = parts[at], self._drawn[spot, at]
            return drawn > 0 and (part is None or not self._is_left(part, (*spot, at))), drawn

        chosen = min(range(len(parts)), key=order)
        self._drawn[spot, chosen] += 1
        return chosen

    def _body(self, body: Body, spot: Spot) -> Iterator[Symbol]:
        match body:
            case Reference(name):
                yield from self._body(self.rules[name].body, (name,))
            case Sequence(parts):
                for at, part in enumerate(parts):
                    yield from self._body(part, (*spot, at))
            case Choice(parts):
                at = self._choose(spot, parts)
                yield from self._body(parts[at], (*spot, at))
            case Optional(part):
                if self._choose(spot, (part, None)) == 0:
                    yield from self._body(part, (*spot, 0))
            case Repeat(part, least):
                times = _times(least)
                for _ in range(times[self._choose(spot, (part, *[None] * (len(times) - 1)))]):
                    yield from self._body(part, (*spot, 0))
            case _:
                yield body


def _times(least: int) -> tuple[int, ...]:
    return (*_TIMES, *(() if least else (0,)))


def _parts(body: Body) -> tuple[tuple[Body, ...], int]:
    """The parts of a body, and the number of its alternatives."""
    match body:
        case Sequence(parts):
            return parts, 0
        case Choice(parts):
            return parts, len(parts)
        case Optional(part):
            return (part,), 2
        case Repeat(part, least):
            return (part,), len(_times(least))
    return (), 0
