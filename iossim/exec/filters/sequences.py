"""Entries of lists with their sequence numbers, which a router gives to entries that were typed without one."""

from __future__ import annotations

from collections.abc import Iterable


def numbered(entries: Iterable[tuple[str, str]], step: int) -> list[tuple[int, str]]:
    """Entries with their numbers, in the order of the numbers.

    Args:
        entries: the number of each entry as typed, "" for none, and its text; in the order in which they were typed.
        step: the distance from the highest number so far to the next one.
    """
    result: list[tuple[int, str]] = []
    highest = 0
    for typed, text in entries:
        number = int(typed) if typed else (highest // step + 1) * step
        highest = max(highest, number)
        result.append((number, text))
    return sorted(result)
