"""Sets up Hypothesis: the gate draws the same examples on every run, IOSSIM_LONG=1 many more and new ones."""

import pytest
from hypothesis import HealthCheck, settings

from tests.support import LONG, examples

# No verdict may depend on how busy the machine is: neither an example's duration nor the generator's pace counts.
unhurried = settings(max_examples=examples(100), deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", unhurried, derandomize=True)
settings.register_profile("long", unhurried)
settings.load_profile("long" if LONG else "gate")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first: side by side, the short ones then fill what is left."""
    items.sort(key=lambda item: "properties" not in item.path.parts)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` rewrites the transcripts as the router plays them; review the result as a diff."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/transcripts as they come out")
