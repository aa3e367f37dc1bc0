"""The output of `?` and the line after Tab, in the layout of a router."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from msgspec.structs import replace

from iossim.language import Access, Ambiguous, Mode, Outcome
from iossim.language.help import LiveBound, begun, choices, complete
from iossim.session.modifiers import may_be_filtered
from iossim.session.wording import UNRECOGNIZED, message

#: The least room for the text of a help line beside its word; on narrower terminals the text stands below the word.
_LEAST_TEXT = 16
_BELOW = 6


def help_text(
    mode: Mode,
    line: str,
    access: Access | None,
    live_bound: LiveBound | None,
    modifiers: Mode,
    aliases: Sequence[str] = (),
    width: int = 80,
) -> str:
    """The output of `?` for a line.

    Args:
        mode: the current mode.
        line: the text before `?`.
        access: the commands of the user; None: all.
        live_bound: gives the number that bounds an argument now, such as the value of `max-dn`.
        modifiers: the grammar of output modifiers.
        aliases: the aliases that begin with the line, as help shows them: `*s=show`.
        width: columns of the terminal; 0: any number.
    """
    _, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return help_text(modifiers, modifier, None, None, modifiers, width=width)
    if line and not line[-1].isspace():
        return _begun(mode, line, access, aliases, width)
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
    heading = f"{_HEADINGS.get(mode.name, 'Configure')} commands:\n" if not line.strip() and mode.name != "output_modifier" else ""
    return heading + _table(lines, width)


def _problem(line: str, problem: Outcome) -> str:
    """The message if there is no help. For an ambiguous word it quotes the blank after it too, as a router does."""
    if isinstance(problem, Ambiguous):
        return f"{message(replace(problem, end=problem.end + 1), line)}\n"
    return f"{UNRECOGNIZED}\n"


_ROUTER = "Router configuration"
#: The titles of help by mode; modes that are not here have the one of global configuration.
_HEADINGS = {
    "exec": "Exec",
    "ephone": "Ephone configuration",
    "ephone_dn": "Ephone DN configuration",
    "interface": "Interface configuration",
    "interface_range": "Interface configuration",
    "ip_dhcp_pool": "DHCP pool configuration",
    "line": "Line configuration",
    "router_bgp": _ROUTER,
    "router_eigrp": _ROUTER,
    "router_odr": _ROUTER,
    "router_ospf": _ROUTER,
    "router_rip": _ROUTER,
    "subinterface": "Interface configuration",
    "voice_port": "Voice-port configuration",
}


def _table(lines: list[tuple[str, str]], width: int) -> str:
    """The help lines in two columns. A text that is wider than the terminal goes on below itself, broken at a blank."""
    column = max(len(shown) for shown, _ in lines)
    room = width - column - 4 if width else 0
    indent = column + 4
    if width and room < _LEAST_TEXT:
        room, indent = max(width - _BELOW, _LEAST_TEXT), _BELOW
    rows: list[str] = []
    for shown, text in lines:
        first, *more = textwrap.wrap(text, room) if room and (len(text) > room or indent == _BELOW) else [text]
        if indent == _BELOW:
            first, more = "", [first, *more]
        rows.append("  <cr>" if shown == "<cr>" else f"  {shown:{column}}  {first}".rstrip())
        rows += [f"{'':{indent}}{part}" for part in more if shown != "<cr>"]
    return "".join(f"{row}\n" for row in rows) + "\n"


def _begun(mode: Mode, line: str, access: Access | None, aliases: Sequence[str], width: int) -> str:
    word = line.rsplit(maxsplit=1)[-1]
    words = begun(mode, line[: len(line) - len(word)], word, access)
    if not isinstance(words, list):
        return _problem(line, words)
    words = [*aliases, *words]
    if not words:
        return f"{UNRECOGNIZED}\n"
    column = max(map(len, words)) + 2
    per_row = max(1, width // column) if width else len(words)
    rows = [words[at : at + per_row] for at in range(0, len(words), per_row)]
    return "".join("".join(f"{text:{column}}" for text in row).rstrip() + "\n" for row in rows) + "\n"


def completed(mode: Mode, line: str, access: Access | None, modifiers: Mode) -> str:
    """The line after Tab: its last word completed and a blank, or the line unchanged."""
    text, bar, modifier = line.partition("|")
    if bar and mode.name == "exec":
        return text + bar + complete(modifiers, modifier, None)
    return complete(mode, line, access)
