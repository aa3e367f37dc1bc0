"""Matches a line against a mode: the hot loop for lines in full spelling, and the careful match that says what failed."""

from __future__ import annotations

from iossim.language.mode import Mode
from iossim.language.outcome import Command, Incomplete, Outcome
from iossim.language.trail import Access, Trail, follow, positions, split


def match_exact(mode: Mode, text: str, words: list[str] | None = None) -> Command | None:  # noqa: C901 (hot: a call costs too much)
    """The command that a line is, where its keywords are spelled in full; None for anything that takes a closer look.

    This is the hot loop: one look-up a keyword, one check an argument.

    Args:
        mode: the mode to read it in.
        text: the line.
        words: its words, where they are known; the list becomes that of the command.
    """
    if words is None:
        words = split(text)
    if not words:
        return None
    node = mode.tree.root
    negative = words[0] == "no"
    if negative:
        del words[0]
    at = 0
    for word in words:
        child = node.exact.get(word)
        if child is not None:
            words[at] = child.text  # one string for the keyword in all lines: a large configuration has it thousands of times
        else:
            check = node.only_check
            if check is not None:
                canonical = check(word)
                if canonical is None:
                    return None
                child = node.only_argument
            elif node.rest_check is not None:
                canonical = node.rest_check(_rest(text, at + negative))
                if canonical is None:
                    return None
                child = node.only_argument
                del words[at + 1 :]
            elif node.arguments and (argument := node.argument(word)) is not None:
                canonical, child = argument
            else:
                return None
            if canonical is not word:
                words[at] = canonical
        node = child
        at += 1
    form = node.known_negated or None if negative else node.known_form or node.form
    return Command(form, words, negative) if form is not None else None


def _rest(text: str, words: int) -> str:
    """The line from the word after so many words to its end."""
    return text.split(None, words)[-1].rstrip() if '"' not in text else text[positions(text)[words][0] :].rstrip()


def match(mode: Mode, text: str, access: Access | None = None) -> Outcome:
    """The outcome of a line of one mode.

    Args:
        mode: the mode to read it in.
        text: the line.
        access: what the user may see; None at the highest level.
    """
    command = match_exact(mode, text)
    if command is not None and (access is None or access.permits(command.form)):
        return command
    return match_typed(mode, text, access)


def match_typed(mode: Mode, text: str, access: Access | None = None) -> Outcome:
    """The outcome of a line as users type it: with abbreviations, `no` and `default`, long arguments, privilege.

    Args:
        mode: the mode to read it in.
        text: the line.
        access: what the user may see; None at the highest level.
    """
    return outcome_of(follow(mode, text, access))


def outcome_of(trail: Trail) -> Outcome:
    """The outcome of a line that has been followed through the command tree of a mode."""
    if trail.problem is not None:
        return trail.problem
    if not trail.steps:
        return Incomplete(len(trail.text.rstrip()), len(trail.words))
    form = trail.ending()
    if form is None:
        return Incomplete(trail.spot(len(trail.words) - 1)[1], len(trail.words))
    return Command(form, trail.canonical, trail.negative, trail.reset)
