"""The messages of a router for lines that are no command."""

from __future__ import annotations

from iossim.language import Ambiguous, Incomplete, Invalid, Trail

INVALID = "% Invalid input detected at '^' marker."
INCOMPLETE = "% Incomplete command."
UNRECOGNIZED = "% Unrecognized command"
#: The commands of EXEC that name their help when nothing follows them.
_WITH_SUBCOMMANDS = ("clear", "show")


def word(problem: Incomplete | Ambiguous | Invalid, line: str, prompt: str) -> str:
    """The output for a line that is no command, with the empty line at its end (an ambiguous line has none).

    Args:
        problem: the outcome of the line.
        line: the line.
        prompt: the prompt before it; the column of the caret counts from its beginning.
    """
    if isinstance(problem, Incomplete):
        return f"{INCOMPLETE}\n\n"
    if isinstance(problem, Ambiguous):
        return f"{message(problem, line)}\n"
    return caret(len(prompt) + problem.column)


def caret(column: int) -> str:
    """The line with the caret in a column, and the message below it."""
    return f"{' ' * column}^\n{INVALID}\n\n"


def message(problem: Incomplete | Ambiguous | Invalid, line: str) -> str:
    """The message without the line of the caret."""
    if isinstance(problem, Incomplete):
        return INCOMPLETE
    if isinstance(problem, Ambiguous):
        return f'% Ambiguous command:  "{line[: problem.end].lstrip()}"'
    return INVALID


def subcommands(trail: Trail) -> str:
    """The message for `show` or `clear` alone; "" for other lines, which are simply incomplete."""
    words = trail.canonical
    return f'% Type "{words[0]} ?" for a list of subcommands' if len(words) == 1 and words[0] in _WITH_SUBCOMMANDS else ""


def unknown_host(line: str) -> str:
    """The output for an unknown word in EXEC, which the router looks up as the name of a host, without success."""
    return (
        f'Translating "{line.strip()}"...domain server (255.255.255.255)\n'
        "% Unknown command or computer name, or unable to find computer address\n"
    )


def origin(name: str, user: str | None, address: str, number: int) -> str:
    """A line and its user, as log messages name them: `console by console`, `console by bob on vty0 (192.0.2.5)`.

    Args:
        name: "console", "vty", "library" or "http".
        user: the name of the user; None without a login.
        address: the address of the user; "" if it is not known.
        number: the number of the vty line, from 0.
    """
    if name == "http":
        return f"http by {user or 'unknown'}" + (f" on {address}" if address else "")
    if name == "console":
        return f"console by {user} on console" if user else "console by console"
    where = f" ({address})" if name == "vty" and address else ""
    return f"console by {user or 'unknown'} on vty{number}{where}"  # a router says "console" for vty lines, too
