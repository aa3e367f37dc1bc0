"""What `?` prints and Tab completes, laid out as the router does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from iossim.language import Access, Ambiguous, Mode, Outcome
from iossim.language.help import begun, choices, complete
from iossim.session.wording import UNRECOGNIZED, message

LiveBound = Callable[[str, str], int | None]
_WIDTH = 80
_COMMON = ("default", "no", "do", "end", "exit", "help")


def help_text(mode: Mode, line: str, access: Access | None, live_bound: LiveBound | None = None) -> str:
    """What `?` prints for a line.

    Args:
        mode: the current mode.
        line: what was typed before `?`.
        access: what the user may see.
        live_bound: the number that bounds an argument now, by rule and name of the bound.
    """
    _, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return help_text(mode.family_mode("output_modifier"), modifier, None)
    if line and not line[-1].isspace():
        return _begun(mode, line, access)
    found = choices(mode, line, access)
    if not isinstance(found, tuple):
        return _problem(line, found)
    lines, ends = found
    if not lines and not ends:
        return f"{UNRECOGNIZED}\n"
    lines = [(shown_bound(line, shown, live_bound), text) for shown, text in lines]
    if ends and mode.name == "exec" and line.split(maxsplit=1)[0].lower().startswith("sh"):
        lines.append(("|", "Output modifiers"))
    if ends:
        lines.append(("<cr>", "<cr>"))
    heading = f"{_HEADINGS.get(mode.name, 'Configure commands:')}\n" if not line.strip() and mode.name != "output_modifier" else ""
    return heading + _table(lines)


def _problem(line: str, problem: Outcome) -> str:
    """Why there is no help. Unlike an error, help quotes the blank behind an ambiguous word, too (ios-cli.md, "Errors")."""
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


def completed(mode: Mode, line: str, access: Access | None) -> str:
    """What Tab makes of a line: its last word completed and a blank, or the line unchanged."""
    text, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return text + bar + complete(mode.family_mode("output_modifier"), modifier, None)
    return complete(mode, line, access)


def shown_bound(line: str, shown: str, live_bound: LiveBound | None) -> str:
    """A notation with the number that bounds it now: `<1-max-dn>` is shown as `<1-50>`."""
    if live_bound is None or not shown.startswith("<1-") or shown[3:-1].isdigit():
        return shown
    words = line.split()
    bound = live_bound(words[0].replace("-", "_") if words[0] != "voice" else "voice_register", shown[3:-1])
    return shown if bound is None else f"<1-{bound}>"
