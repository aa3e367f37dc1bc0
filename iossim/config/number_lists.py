"""Lists of numbers and ranges, such as the VLANs of a trunk: `1-9,20,21`."""

from __future__ import annotations

from collections.abc import Iterable


def numbers_of(listed: str) -> set[int]:
    """The numbers of a list; none where it has other words (`all`).

    Args:
        listed: the list, with or without blanks after its commas.
    """
    numbers: set[int] = set()
    for part in listed.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if not first.isdecimal() or not (last or first).isdecimal():
            return set()
        numbers |= set(range(int(first), int(last or first) + 1))
    return numbers


def list_of(numbers: Iterable[int]) -> str:
    """The list of some numbers in their order, as a router prints it: three and more in a row are a range."""
    rows: list[list[int]] = []
    for one in sorted(numbers):
        if rows and rows[-1][-1] == one - 1:
            rows[-1].append(one)
        else:
            rows.append([one])
    return ",".join(f"{row[0]}-{row[-1]}" if len(row) > 2 else ",".join(map(str, row)) for row in rows)
