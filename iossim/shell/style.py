"""Colours: of the words that are typed, of the lines that are shown, of the menu and the bottom line."""

from __future__ import annotations

import re

from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.styles import Style

from iossim.terminal.pager import MORE

STYLE = Style.from_dict(
    {
        "keyword": "bold",
        "number": "ansicyan",
        "address": "ansicyan",
        "interface": "ansimagenta",
        "word": "ansigreen",
        "negation": "ansiyellow",
        "comment": "ansibrightblack",
        "wrong": "ansired underline",
        "suggestion": "ansibrightblack",
        "bottom": "reverse",
        "choice.current": "reverse",
        "choice.help": "ansibrightblack",
    }
)

_RESET = "\x1b[0m"
_RED, _YELLOW, _CYAN, _REVERSE, _MARKED = "\x1b[31m", "\x1b[33m", "\x1b[36m", "\x1b[7m", "\x1b[1m"
#: The lines that are shown in colour: a message of refusal with its caret, log messages, remarks.
_LINES = re.compile(
    r"^(?P<refused> *\^|% .*)$|^(?P<log>(?:[*.]?[A-Z][a-z]{2} .{1,40}: )?%[A-Z0-9_]+-[0-7]-[A-Z0-9_]+: .*)$|^(?P<remark>!.+)$",
    re.MULTILINE,
)
_COLOURS = {"refused": _RED, "log": _YELLOW, "remark": _CYAN}


def has_colours(output: Output) -> bool:
    """True if a screen shows colours, and the user has not asked for none (`NO_COLOR`)."""
    return output.get_default_color_depth() is not ColorDepth.DEPTH_1_BIT


def painted(text: str) -> str:
    """A text of the router in colours: refusals, log messages, remarks, ` --More-- `."""
    if text == MORE:
        return f" {_REVERSE}{MORE[1:]}{_RESET}"
    return _LINES.sub(_paint, text)


def marked(text: str) -> str:
    """A text that was searched for."""
    return f"{_MARKED}{text}{_RESET}"


def _paint(match: re.Match[str]) -> str:
    return f"{_COLOURS[str(match.lastgroup)]}{match[0]}{_RESET}"
