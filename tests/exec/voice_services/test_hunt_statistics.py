"""show voice hunt-group statistics: the hours of a period. The clock stands on Monday, Nov 23 2026, 12:00."""

from __future__ import annotations

import pytest

from tests.exec.support import session


def _hours(period: str) -> list[str]:
    user, _ = session()
    text = user.execute(f"show voice hunt-group 1 statistics {period}")
    lines = text.removesuffix("\n").split("\n")
    assert set(lines[1::2]) == {"    No info"}
    return lines[::2]


@pytest.mark.parametrize(
    ("period", "hours"),
    [
        ("last 2 hours", ["Mon 10:00 - 11:00", "Mon 11:00 - 12:00"]),
        ("start mon 12", ["Mon 12:00 - 13:00"]),
        ("start mon 13", ["Mon 13:00 - 14:00"]),
        ("start tue 23", ["Tue 23:00 - 00:00"]),
        ("start sun 22 to mon 1", ["Sun 22:00 - 23:00", "Sun 23:00 - 00:00", "Mon 00:00 - 01:00"]),
    ],
)
def test_a_period(period: str, hours: list[str]) -> None:
    assert _hours(period) == hours


def test_an_hour_that_is_to_come_is_that_of_last_week() -> None:
    """From Monday 13:00 of last week to Monday 12:00 of today: all hours of a week but one."""
    hours = _hours("start mon 13 to mon 12")
    assert (len(hours), hours[0], hours[-1]) == (167, "Mon 13:00 - 14:00", "Mon 11:00 - 12:00")


def test_an_hour_of_today_that_is_over_is_that_of_today() -> None:
    assert _hours("start mon 11 to mon 12") == ["Mon 11:00 - 12:00"]


def test_a_group_that_does_not_exist() -> None:
    user, _ = session()
    assert user.execute("show voice hunt-group 9 statistics last 1 hours") == "no voice hunt-groups configured\n"
