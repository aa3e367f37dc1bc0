"""Entry plans: everything that entering commands of one form takes, read from the directives of its rule once."""

from __future__ import annotations

from dataclasses import dataclass, field

from iossim.config.checks import CHECKS, OF_A_ROUTER, Check
from iossim.config.checks.kinds import of_its_kind
from iossim.config.checks.secrets import encrypted
from iossim.config.constraints import Constraint, applicable_checks
from iossim.config.effects import EFFECTS, Effect, by_name
from iossim.language import Form
from iossim.language.speed import Remembered


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """Everything that entering commands of one form takes, besides storing them. The default is a plan for nothing else.

    Attributes:
        session: the command acts on the session (`exit`).
        multiline: lines that follow may belong to the command.
        action: name of the action to carry out in place of storing.
        enters: name of the mode that the command enters.
        effect: changes the command, or other entries, first.
        checks: may find a reason to refuse the command.
        named_checks: the checks that the grammar names (`//@ checks`); they see its negative form, too.
        conflicts: names of the rules whose commands it replaces.
        numbered: its entries have numbers (`//@ numbered`).
        merges: field whose values are entries of their own (`button 1:1 2:2`).
        restores: the command may be the default that a stored `no` form hides, so that removing that form is enough.
        unique: the command has a value that no other section may have, which the tree keeps an index of.
        message: what the router prints, with `{FIELD}` for the command's words.
        ranges: field with the names of interfaces: the command opens the sections of all of them.
        spans: the fields of the first and the last number of the range whose sections the command opens.
        block: the word that ends the lines that follow and belong to the command.
        sequenced: it is an entry of an access list or a prefix list, or a line of a numbered list.
        reading_checks: those of the named checks that may find something while a file is read.
        silent: where no check finds anything, `enter` does all that remains, and nothing is said.
    """

    session: bool = False
    multiline: bool = False
    action: str = ""
    enters: str = ""
    effect: Effect | None = None
    checks: tuple[Constraint, ...] = ()
    named_checks: tuple[Check, ...] = ()
    conflicts: tuple[str, ...] = ()
    numbered: bool = False
    merges: str = ""
    restores: bool = False
    unique: bool = False
    message: str = ""
    ranges: str = ""
    spans: tuple[str, ...] = ()
    block: str = ""
    sequenced: bool = False
    reading_checks: tuple[Check, ...] = field(init=False, compare=False)
    silent: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        reading_checks = tuple(check for check in self.named_checks if check not in OF_A_ROUTER)
        speaks = (
            self.session
            or self.multiline
            or self.action
            or self.effect
            or self.message
            or self.ranges
            or self.spans
            or self.block
            or self.sequenced
        )
        object.__setattr__(self, "reading_checks", reading_checks)
        object.__setattr__(self, "silent", not speaks)


#: The plan of a command that is stored, and nothing else.
PLAIN = EntryPlan()


def _made(form: Form) -> EntryPlan:
    rule = form.rule
    plan = EntryPlan(
        session=form.session,
        multiline=form.multiline,
        action=rule.action,
        enters=rule.enters,
        effect=by_name if rule.by_name else EFFECTS.get(rule.name) or EFFECTS.get(rule.base),
        checks=tuple(applicable_checks(form)),
        named_checks=(
            *((of_its_kind,) if rule.only_in or rule.not_in else ()),
            *(CHECKS[name] for name in rule.checks),
            *((encrypted,) if rule.secrets else ()),
        ),
        conflicts=rule.conflicts,
        numbered=rule.numbered,
        merges=form.merges,
        restores=" ".join(form.literal) in rule.defaults and not rule.printed_in_ios,
        unique=bool(form.unique_words),
        message=rule.says.replace("\\n", "\n"),
        ranges=rule.ranges,
        spans=rule.spans,
        block=rule.block,
        sequenced=bool(rule.sequenced or rule.at or rule.listed_in or rule.written or rule.next_at),
    )
    return PLAIN if plan == PLAIN else plan


#: The entry plan of a form; `PLAIN` itself for a command that is only stored.
plan_of = Remembered(_made).__getitem__
