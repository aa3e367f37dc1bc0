"""The commands that are in force where nothing is entered (`//@ default`)."""

from __future__ import annotations

from functools import cache

from iossim.language.form import Identity
from iossim.language.matching import match_typed
from iossim.language.mode import Mode
from iossim.language.outcome import Command
from iossim.language.rules import Rule


@cache
def defaults_of(mode: Mode) -> dict[Identity, Command]:
    """The defaults of a mode by identity."""
    return {identity: default for rule in mode.commands for identity, default in _rule_defaults(mode, rule).items()}


def default_of(mode: Mode, rule: Rule, identity: Identity) -> Command | None:
    """The default of a command with a key; None where it has none. Reads the defaults of this rule only."""
    return _rule_defaults(mode, rule).get(identity)


@cache
def _rule_defaults(mode: Mode, rule: Rule) -> dict[Identity, Command]:
    outcomes = [match_typed(mode, text) for text in rule.defaults]
    return {outcome.form.identity(outcome.words): outcome for outcome in outcomes if isinstance(outcome, Command)}
