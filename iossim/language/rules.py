"""The rules of a grammar: each with its body, its help and its directives as typed attributes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from iossim.language.bodies import Body, base_name, leading_keywords
from iossim.language.directive_types import (
    Alias,
    Before,
    Bounds,
    Comments,
    Deeper,
    Defines,
    Demands,
    Fills,
    Indent,
    OlderPrints,
    Pads,
    Refers,
    Secret,
    Unique,
)
from iossim.language.directives import DIRECTIVES
from iossim.versions import is_before

#: What a directive does to a rule: its attribute, what makes the value, and True if it may stand several times.
_RECORDS = {name: (record.attribute, record.value, record.repeatable) for name, record in DIRECTIVES.items()}


class Rule:
    """A rule of a grammar file.

    The attributes after `help` hold the values of the directives above the rule; `directives.py` says what each means.

    Args:
        name: as in the file, variants (`number__template`) included.
        file: the file that it stands in, relative to the folder of the grammars.
        line: its line in that file, from 1.
        body: what it accepts.
        help: its help lines by keyword or terminal.
        directives: name, words and line of each directive above it.
    """

    prompt: str = ""
    title: str = ""
    indent: Indent | None = None
    parent: str = ""
    open: str = ""
    key: tuple[str, ...] = ()
    settings: str = ""
    enters: str = ""
    defaults: Sequence[str] = ()
    action: str = ""
    checks: tuple[str, ...] = ()
    stored: bool = False
    off: bool = False
    negative: str = ""
    only_no: bool = False
    confirms: str = ""
    clears: bool = False
    keeps_default: bool = False
    owns: tuple[str, ...] = ()
    empties: bool = False
    only_named: str = ""
    block: str = ""
    block_prompt: str = ""
    hidden: bool = False
    apart: bool = False
    loose: bool = False
    aliases: Sequence[Alias] = ()
    level: int | None = None
    defines: Sequence[Defines] = ()
    refers: Sequence[Refers] = ()
    demands: Sequence[Demands] = ()
    unique: Sequence[Unique] = ()
    bounds: Sequence[Bounds] = ()
    conflicts: tuple[str, ...] = ()
    yields: tuple[str, ...] = ()
    entered_in_ports: str = ""
    in_each_port: bool = False
    printed_in_ios: tuple[str, ...] = ()
    needs: str = ""
    only_in: frozenset[str] = frozenset()
    not_in: frozenset[str] = frozenset()
    each_once: str = ""
    always_printed: str = ""
    default_printed: bool = False
    fills: Sequence[Fills] = ()
    fills_from_ios: str = ""
    inherits: bool = False
    prints: str = ""
    prints_from_ios: str = ""
    older_prints: OlderPrints | None = None
    prints_until_ios: str = ""
    blank_if_empty: bool = False
    short_names: bool = False
    pads: Pads | None = None
    deeper: Deeper | None = None
    ahead: str = ""
    by_kind: tuple[str, ...] = ()
    comments: Comments | None = None
    closes: bool = False
    merges: str = ""
    wraps: int = 0
    as_entered: bool = False
    sorted_by: Sequence[str] = ()
    sorted_as_text: bool = False
    grouped_by: str = ""
    spanned_by: Sequence[str] = ()
    before: Sequence[Before] = ()
    before_from_ios: Sequence[Before] = ()
    placed_with: str = ""
    numbered: bool = False
    sequenced: str = ""
    at: str = ""
    listed_in: str = ""
    lines: str = ""
    written: str = ""
    by_name: str = ""
    next_at: str = ""
    ordered: bool = False
    section_prompt: str = ""
    follow_up: str = ""
    ranges: str = ""
    spans: tuple[str, ...] = ()
    says: str = ""
    secrets: Sequence[Secret] = ()
    since: str = ""
    removed: str = ""
    refused: str = ""
    support: str = ""
    unconfirmed: bool = False

    def __init__(
        self, name: str, file: str, line: int, body: Body, help: dict[str, str], directives: Iterable[tuple[str, list[str], int]]
    ) -> None:
        self.name = name
        self.base = base_name(name)
        self.file = file
        self.line = line
        self.body = body
        self.help = help
        self.directives = directives
        for directive, words, _ in directives:
            attribute, value_of, repeatable = _RECORDS[directive]
            value: Any = value_of(*words)
            if repeatable:
                value = [*getattr(self, attribute), value]
            setattr(self, attribute, value)

    @cached_property
    def leading_words(self) -> str:
        """The keywords that every form of the command begins with; "" if it begins with an argument."""
        return " ".join(leading_keywords(self.body))

    @property
    def in_order(self) -> bool:
        """True if the entries are printed in the order in which they stand in their section."""
        return self.as_entered or self.ordered or bool(self.sequenced)

    def exists_in(self, version: str) -> bool:
        """True if a router of this version of Unified CME accepts the command (`//@ refused`)."""
        return not self.refused or is_before(version, self.refused)

    def exists_among(self, words: frozenset[str]) -> bool:
        """True if a router has the command in a section (`//@ only-in`, `//@ not-in`).

        Args:
            words: the words of the section's header, without their numbers, in small letters.
        """
        return not (self.not_in & words) and (not self.only_in or bool(self.only_in & words))

    def __repr__(self) -> str:
        return f"Rule({self.name}, {self.file}:{self.line})"
