"""The output of `?` and the line after Tab, in the layout of a router."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from iossim.language import Access, Ambiguous, Mode, Outcome
from iossim.language.help import LiveBound, begun, choices, complete
from iossim.session.modifiers import may_be_filtered
from iossim.session.wording import UNRECOGNIZED, message

_WIDTH = 80


def help_text(
    mode: Mode, line: str, access: Access | None, live_bound: LiveBound | None, modifiers: Mode, aliases: Sequence[str] = ()
) -> str:
    """The output of `?` for a line.

    Args:
        mode: the current mode.
        line: the text before `?`.
        access: the commands of the user; None: all.
        live_bound: gives the number that bounds an argument now, such as the value of `max-dn`.
        modifiers: the grammar of output modifiers.
        aliases: the aliases that begin with the line, as help shows them: `*s=show`.
    """
    _, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return help_text(modifiers, modifier, None, None, modifiers)
    if line and not line[-1].isspace():
        return _begun(mode, line, access, aliases)
    following = choices(mode, line, access, live_bound)
    if not isinstance(following, tuple):
        return _problem(line, following)
    lines, ends = following
    if not lines and not ends:
        return f"{UNRECOGNIZED}\n"
    if ends and mode.name == "exec" and may_be_filtered(mode, line):
        lines.append(("|", "Output modifiers"))
    if ends:
        lines.append(("<cr>", "<cr>"))
    heading = f"{_HEADINGS.get(mode.name, 'Configure commands:')}\n" if not line.strip() and mode.name != "output_modifier" else ""
    return heading + _table(lines)


def _problem(line: str, problem: Outcome) -> str:
    """The message if there is no help. For an ambiguous word it quotes the blank after it too, as a router does."""
    if isinstance(problem, Ambiguous):
        return f"{message(replace(problem, end=problem.end + 1), line)}\n"
    return f"{UNRECOGNIZED}\n"


_HEADINGS = {"exec": "Exec commands:"}


def _table(lines: list[tuple[str, str]]) -> str:
    width = max(len(shown) for shown, _ in lines)
    return "".join(f"  {shown:{width}}  {text}".rstrip() + "\n" if shown != "<cr>" else "  <cr>\n" for shown, text in lines) + "\n"


def _begun(mode: Mode, line: str, access: Access | None, aliases: Sequence[str]) -> str:
    word = line.rsplit(maxsplit=1)[-1]
    words = begun(mode, line[: len(line) - len(word)], word, access)
    if not isinstance(words, list):
        return _problem(line, words)
    words = [*aliases, *words]
    if not words:
        return f"{UNRECOGNIZED}\n"
    width = max(map(len, words)) + 2
    per_row = max(1, _WIDTH // width)
    rows = [words[at : at + per_row] for at in range(0, len(words), per_row)]
    return "".join("".join(f"{text:{width}}" for text in row).rstrip() + "\n" for row in rows) + "\n"


def completed(mode: Mode, line: str, access: Access | None, modifiers: Mode) -> str:
    """The line after Tab: its last word completed and a blank, or the line unchanged."""
    text, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return text + bar + complete(modifiers, modifier, None)
    return complete(mode, line, access)
