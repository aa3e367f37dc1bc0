r"""The engine of `voice translation-rule`: the first rule that matches a number rewrites it.

A rule is like a command of sed. Between its slashes, `.` is any digit, `[…]` a set, `*`, `+` and `?` repeat what stands before them,
`^` and `$` are the ends of the number, `\(…\)` is a part that the replacement names `\1`, `\2`, …; `&` is all that matched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from iossim.config import Section
from iossim.language import Command
from iossim.router.voice.expressions import LONGEST, Expression, NumberMatch, compiled, encoded, literal

#: The type and the plan of a number that has none.
NONE = "none"


@dataclass(frozen=True, slots=True)
class Translation:
    """The result of a translation rule for one number.

    Attributes:
        rule: the rank of the rule that matched; 0 if no rule matched.
        number: the translated number.
        type: its type.
        plan: its numbering plan.
        rejected: the rule rejects the call.
    """

    rule: int
    number: str
    type: str = NONE
    plan: str = NONE
    rejected: bool = False


def translate(rules: Section, number: str, type: str = NONE, plan: str = NONE) -> Translation:
    """Return the result of a translation rule for a number.

    Args:
        rules: the section of `voice translation-rule`.
        number: the number; "" for none.
        type: the type of the number, as `national`.
        plan: its numbering plan, as `isdn`.
    """
    for command in rules.all("rule"):
        translation = _applied(command, number, type, plan)
        if translation is not None:
            return translation
    return Translation(0, number, type, plan)


def _applied(command: Command, number: str, type: str, plan: str) -> Translation | None:
    """The result of one rule; None if it does not match."""
    fields = command.fields
    if not _fits(str(fields.get("match_type", "")), type) or not _fits(str(fields.get("match_plan", "")), plan):
        return None
    expression = _expression(between_slashes(str(fields["match"])))
    match = expression.search(encoded(number)) if expression is not None else None
    if expression is None or match is None:
        return None
    rank = int(str(fields["precedence"]))
    if "reject" in command.keywords:
        return Translation(rank, number, type, plan, rejected=True)
    return Translation(
        rank,
        _replaced(number, match, expression.groups, between_slashes(str(fields["replacement"]))),
        str(fields.get("new_type", type)),
        str(fields.get("new_plan", plan)),
    )


def _fits(wanted: str, actual: str) -> bool:
    return wanted in ("", "any", actual)


def between_slashes(text: str) -> str:
    """Return the text between the slashes, which a user may leave out."""
    text = text.strip('"')
    return text[1:-1] if len(text) > 1 and text.startswith("/") and text.endswith("/") else text


def _replaced(number: str, match: NumberMatch, groups: int, replacement: str) -> str:
    start, end = match.span()
    return number[:start] + "".join(_pieces(number, match, groups, replacement)) + number[end:]


def _pieces(number: str, match: NumberMatch, groups: int, replacement: str) -> Iterator[str]:
    at = 0
    while at < len(replacement):
        sign, following = replacement[at], replacement[at + 1 : at + 2]
        at += 1
        if sign == "\\" and following:
            at += 1
            group = int(following) if following.isdecimal() and following.isascii() else -1
            if 0 <= group <= groups:
                start, end = match.span(group)
                yield number[start:end] if start >= 0 else ""
            elif group < 0:
                yield following
        elif sign == "&":
            start, end = match.span()
            yield number[start:end]
        else:
            yield sign


@lru_cache(maxsize=1024)
def _expression(text: str) -> Expression | None:
    """The compiled text between the slashes; None if it is invalid: such a rule matches nothing."""
    if len(text) > LONGEST:
        return None
    return compiled("".join(_signs(text)))


def _signs(text: str) -> Iterator[str]:
    at = 0
    while at < len(text):
        sign, following = text[at], text[at + 1 : at + 2]
        at += 1
        if sign == "\\" and following:
            at += 1
            yield following if following in "()" else literal(following)
        elif sign == "[":
            end = text.find("]", at + 1 + text.startswith("^", at))
            end = end if end >= 0 else len(text)
            inside = text[at:end]
            negation = "^" if inside.startswith("^") else ""
            yield f"[{negation}{''.join(s if s == '-' else literal(s) for s in inside[len(negation) :])}]"
            at = end + 1
        elif sign in ".*+?^$":
            yield sign
        else:
            yield literal(sign)
