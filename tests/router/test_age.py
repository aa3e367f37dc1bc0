"""Ages in the short form of tables."""

from __future__ import annotations

import pytest

from iossim.router.clock import age


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "00:00:00"),
        (53, "00:00:53"),
        (86_399, "23:59:59"),
        (86_400, "1d00h"),
        (93_600, "1d02h"),
        (604_799, "6d23h"),
        (604_800, "1w0d"),
        (9 * 86_400, "1w2d"),
        (364 * 86_400, "52w0d"),
        (365 * 86_400, "1y0w"),
        (435 * 86_400, "1y10w"),
    ],
)
def test_an_age(seconds: int, text: str) -> None:
    assert age(seconds) == text
