"""The lines after the diagnostics in the formats for people: the numbers, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.validate.counts import Counts, counted


def summary(counts: Counts) -> Iterator[str]:
    """The lines of the summary.

    Args:
        counts: the numbers of the run.
    """
    yield str(counts)
    if counts.fixable:
        yield f"{counted(counts.fixable, 'finding')} can be corrected with `--fix`"
