"""The messages of a router for outcomes that are no command."""

from __future__ import annotations

from iossim.language import Ambiguous, Incomplete, Invalid

INVALID = "% Invalid input detected at '^' marker."
INCOMPLETE = "% Incomplete command."
UNRECOGNIZED = "% Unrecognized command"


def word(problem: Incomplete | Ambiguous | Invalid, line: str, prompt: str) -> str:
    """The text below a line that was not understood, with its last empty line.

    Args:
        problem: the outcome of reading the line.
        line: as typed.
        prompt: the text before it; it counts for the caret's column.
    """
    if isinstance(problem, Incomplete):
        return f"{INCOMPLETE}\n\n"
    if isinstance(problem, Ambiguous):
        return f"{message(problem, line)}\n\n"
    return caret(len(prompt) + problem.column)


def caret(column: int) -> str:
    """The line with the caret, and the message below it."""
    return f"{' ' * column}^\n{INVALID}\n\n"


def message(problem: Incomplete | Ambiguous | Invalid, line: str) -> str:
    """The message alone, without the caret's line."""
    if isinstance(problem, Incomplete):
        return INCOMPLETE
    if isinstance(problem, Ambiguous):
        return f'% Ambiguous command:  "{line[: problem.end].lstrip()}"'
    return INVALID


def unknown_host(line: str) -> str:
    """The text for one unknown word in EXEC, which may be a name to look up."""
    return (
        f'Translating "{line.strip()}"...domain server (255.255.255.255)\n'
        "% Unknown command or computer name, or unable to find computer address\n\n"
    )
