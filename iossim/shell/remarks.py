"""Remarks of the console itself: comment lines of a router, which begin with `!`."""

from __future__ import annotations

import textwrap

_LEAST = 24


def remark(text: str, width: int, margin: str = "! ") -> str:
    """A remark in rows that fit into the window.

    Args:
        text: the text.
        width: columns of the window; 0: any number.
        margin: the characters before every row.
    """
    if not width:
        return f"{margin}{text}\n"
    rows = textwrap.wrap(text, max(width - 1, _LEAST), initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)
    return "".join(f"{row}\n" for row in rows)
