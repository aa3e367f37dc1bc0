"""What tests of every folder share."""

import os

LONG = os.environ.get("IOSSIM_LONG") == "1"
"""True when the properties run at length: ten times the examples, and other ones each time."""


def examples(count: int) -> int:
    """How many examples a property runs: `count` in the gate, ten times as many with IOSSIM_LONG=1."""
    return 10 * count if LONG else count
