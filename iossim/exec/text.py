"""Texts of EXEC commands: columns, words for on and off, lines of a text, and answers to questions."""

from __future__ import annotations

from collections.abc import Sequence


def row(widths: Sequence[int], *cells: object) -> str:
    """Return a row of a table.

    Args:
        widths: the widths of the columns in characters; a column ends in a blank, also after a cell that is too long.
        cells: the cells; a cell without a width follows as it is.
    """
    columns = "".join(f"{cell!s:<{width - 1}} " for cell, width in zip(cells, widths, strict=False))
    return columns + "".join(map(str, cells[len(widths) :]))


def enabled(on: bool) -> str:
    """Return `enabled` or `disabled`."""
    return "enabled" if on else "disabled"


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that ends in a newline; none of an empty text."""
    return text.removesuffix("\n").split("\n") if text else []


def is_yes(answer: str) -> bool:
    """True if an answer to a `[yes/no]` question means yes: `y`, `ye` or `yes`."""
    return answer.strip().lower() in ("y", "ye", "yes")


def is_confirmed(answer: str) -> bool:
    """True if an answer to `[confirm]` means yes: RETURN, `y`, `ye` or `yes`."""
    return not answer.strip() or is_yes(answer)


def is_no(answer: str) -> bool:
    """True if an answer to a `[yes/no]` question means no: `n` or `no`."""
    return answer.strip().lower() in ("n", "no")
