"""Time zones and summer time, against the zones of the host's database."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from iossim import Router
from iossim.router.time_zone import TimeZone, time_zone
from tests.router.support import configure

RULES = {
    "America/New_York": ("clock timezone EST -5", "clock summer-time EDT recurring"),
    "Europe/Berlin": ("clock timezone CET 1", "clock summer-time CEST recurring last Sun Mar 2:00 last Sun Oct 3:00"),
    "Australia/Sydney": ("clock timezone AEST 10", "clock summer-time AEDT recurring 1 Sun Oct 2:00 1 Sun Apr 3:00"),
    "Australia/Lord_Howe": (
        "clock timezone LHST 10 30",
        "clock summer-time LHDT recurring first Sun Oct 2:00 first Sun Apr 2:00 30",
    ),
    "Asia/Kolkata": ("clock timezone IST 5 30", "no clock summer-time"),
}


def zone(*lines: str) -> TimeZone:
    router = Router()
    configure(router, *lines)
    return time_zone(router.config.root.get("clock_timezone"), router.config.root.get("clock_summer_time"))


@pytest.mark.parametrize("name", RULES)
def test_each_half_hour_of_two_years(name: str) -> None:
    ours, theirs = zone(*RULES[name]), ZoneInfo(name)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    while moment.year < 2028:
        local, _ = ours.local(moment)
        assert local.replace(tzinfo=None) == moment.astimezone(theirs).replace(tzinfo=None), moment
        moment += timedelta(minutes=30)


@pytest.mark.parametrize("name", RULES)
def test_a_local_time_is_a_moment(name: str) -> None:
    ours = zone(*RULES[name])
    for day in range(0, 365, 5):
        moment = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        assert ours.moment(ours.local(moment)[0]) == moment


def test_the_name_changes_with_the_season() -> None:
    ours = zone(*RULES["Europe/Berlin"])
    assert ours.local(datetime(2026, 7, 1, tzinfo=UTC))[1] == "CEST"
    assert ours.local(datetime(2026, 12, 1, tzinfo=UTC))[1] == "CET"


def test_one_year_only() -> None:
    ours = zone("clock timezone CET 1", "clock summer-time CEST date 29 mar 2026 2:00 oct 25 2026 3:00")
    assert [ours.local(datetime(year, 7, 1, tzinfo=UTC))[1] for year in (2025, 2026, 2027)] == ["CET", "CEST", "CET"]


def test_summer_time_alone_is_of_utc() -> None:
    ours = zone("clock summer-time BST recurring last Sun Mar 1:00 last Sun Oct 2:00")
    assert ours.local(datetime(2026, 7, 1, tzinfo=UTC)) == (datetime(2026, 7, 1, 1, tzinfo=UTC), "BST")
