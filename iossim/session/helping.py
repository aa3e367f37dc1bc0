"""What `?` prints and Tab completes, laid out as the router does."""

from __future__ import annotations

from dataclasses import replace

from iossim.language import Access, Ambiguous, Mode, Outcome
from iossim.language.help import LiveBound, begun, choices, complete
from iossim.session.modifiers import may_be_filtered
from iossim.session.wording import UNRECOGNIZED, message

_WIDTH = 80


def help_text(mode: Mode, line: str, access: Access | None, live_bound: LiveBound | None, modifiers: Mode) -> str:
    """What `?` prints for a line.

    Args:
        mode: the current mode.
        line: what was typed before `?`.
        access: what the user may see.
        live_bound: the number that bounds an argument now.
        modifiers: the grammar of what may follow `|`.
    """
    _, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return help_text(modifiers, modifier, None, None, modifiers)
    if line and not line[-1].isspace():
        return _begun(mode, line, access)
    found = choices(mode, line, access, live_bound)
    if not isinstance(found, tuple):
        return _problem(line, found)
    lines, ends = found
    if not lines and not ends:
        return f"{UNRECOGNIZED}\n"
    if ends and mode.name == "exec" and may_be_filtered(mode, line):
        lines.append(("|", "Output modifiers"))
    if ends:
        lines.append(("<cr>", "<cr>"))
    heading = f"{_HEADINGS.get(mode.name, 'Configure commands:')}\n" if not line.strip() and mode.name != "output_modifier" else ""
    return heading + _table(lines)


def _problem(line: str, problem: Outcome) -> str:
    """Why there is no help. Unlike an error, help quotes the blank behind an ambiguous word, too."""
    if isinstance(problem, Ambiguous):
        return f"{message(replace(problem, end=problem.end + 1), line)}\n"
    return f"{UNRECOGNIZED}\n"


_HEADINGS = {"exec": "Exec commands:"}


def _table(lines: list[tuple[str, str]]) -> str:
    width = max(len(shown) for shown, _ in lines)
    return "".join(f"  {shown:{width}}  {text}".rstrip() + "\n" if shown != "<cr>" else "  <cr>\n" for shown, text in lines) + "\n"


def _begun(mode: Mode, line: str, access: Access | None) -> str:
    word = line.rsplit(maxsplit=1)[-1]
    found = begun(mode, line[: len(line) - len(word)], word, access)
    if not isinstance(found, list):
        return _problem(line, found)
    if not found:
        return f"{UNRECOGNIZED}\n"
    width = max(len(each) for each in found) + 2
    per_row = max(1, _WIDTH // width)
    rows = [found[at : at + per_row] for at in range(0, len(found), per_row)]
    return "".join("".join(f"{each:{width}}" for each in row).rstrip() + "\n" for row in rows) + "\n"


def completed(mode: Mode, line: str, access: Access | None, modifiers: Mode) -> str:
    """The line after Tab: its last word completed and a blank, or the line unchanged."""
    text, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return text + bar + complete(modifiers, modifier, None)
    return complete(mode, line, access)
