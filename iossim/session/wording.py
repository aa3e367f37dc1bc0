"""How a session words an outcome for a terminal."""

from __future__ import annotations

from iossim.language import Ambiguous, Incomplete, Invalid

INVALID = "% Invalid input detected at '^' marker."
INCOMPLETE = "% Incomplete command."
UNRECOGNIZED = "% Unrecognized command"


def word(problem: Incomplete | Ambiguous | Invalid, line: str, prompt: str) -> str:
    """What is printed below the line, an empty line included.

    Args:
        problem: why the line was not understood.
        line: as typed.
        prompt: what stood before it; it counts for the caret's column.
    """
    if isinstance(problem, Incomplete):
        return f"{INCOMPLETE}\n\n"
    if isinstance(problem, Ambiguous):
        return f"{message(problem, line)}\n\n"
    return caret(len(prompt) + problem.column)


def caret(column: int) -> str:
    """The line with the caret, and the words below it."""
    return f"{' ' * column}^\n{INVALID}\n\n"


def message(problem: Incomplete | Ambiguous | Invalid, line: str) -> str:
    """The message alone, without the caret's line."""
    if isinstance(problem, Incomplete):
        return INCOMPLETE
    if isinstance(problem, Ambiguous):
        return f'% Ambiguous command:  "{line[: problem.end].lstrip()}"'
    return INVALID


def unknown_host(line: str) -> str:
    """What EXEC says to one unknown word while it may be a name to look up."""
    return (
        f'Translating "{line.strip()}"...domain server (255.255.255.255)\n'
        "% Unknown command or computer name, or unable to find computer address\n\n"
    )
