"""One line of a document: its command, and the place in the configuration before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from iossim.language import Command, Mode, exact_in, match_in


@dataclass(frozen=True, slots=True)
class State:
    """The place in the configuration before a line.

    Attributes:
        chain: the mode of the current section and the modes around it.
        outer: the state in the section around it; None in global configuration.
        depth: number of blanks before the header of the section.
        inside: True if the lines of the section stand deeper than its header; None if it has none yet.
        text: the delimiter, or last word, of a text over several lines that the next line belongs to; "" for none.
        block: the text is a block of a certificate.
    """

    chain: tuple[Mode, ...]
    outer: State | None = None
    depth: int = -1
    inside: bool | None = None
    text: str = ""
    block: bool = False

    @property
    def level(self) -> int:
        """Number of sections around the line."""
        return 0 if self.outer is None else self.outer.level + 1

    @property
    def root(self) -> State:
        """The state in global configuration."""
        return self if self.outer is None else self.outer.root

    def at_depth(self, depth: int) -> State:
        """The state for a line with so many blanks before it: outside of the sections that it does not belong to."""
        state = self
        while state.outer is not None and state.inside and depth <= state.depth:
            state = state.outer
        return state


class OutlineLine(NamedTuple):
    """One line of a document.

    Attributes:
        state: the place before it.
        command: the command in it; None if it has none.
        start: index of the first character of the command; a prompt may stand before it.
        level: number of sections around the command.
    """

    state: State
    command: Command | None
    start: int
    level: int

    @property
    def is_header(self) -> bool:
        """True if the command opens a section."""
        return self.command is not None and not self.command.negative and bool(self.command.form.rule.enters)


def command_at(state: State, text: str, depth: int) -> tuple[Command | None, State]:
    """The command in a line and the state in its section; None, and the state that the next line has, if there is none."""
    while state.outer is not None and state.inside and depth <= state.depth:
        around = exact_in(state.chain[1:], text)
        if around is None or around.form.loose or around.form.session:
            break
        state = state.outer
    if state.outer is not None and state.inside is None:
        state = replace(state, inside=depth > state.depth)
    command = exact_in(state.chain, text)
    if command is None:
        outcome = match_in(state.chain, text)
        if not isinstance(outcome, Command) and " !" in text:
            outcome = match_in(state.chain, text[: text.index(" !")].rstrip())
        if not isinstance(outcome, Command):
            return None, state.at_depth(depth)
        command = outcome
    while state.outer is not None and state.chain[0].name != command.mode:
        state = state.outer
    return command, state
