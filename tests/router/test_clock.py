"""The clock, driven by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.router.clock import duration

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class Hand:
    """A source of time that a test moves."""

    def __init__(self) -> None:
        self.moment = NOON

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **time: float) -> None:
        self.moment += timedelta(**time)


def test_time_and_uptime_follow_the_source() -> None:
    hand = Hand()
    clock = Clock(hand)
    assert (clock.now(), clock.uptime(), clock.stamp()) == (NOON, 0, "12:00:00 UTC Mon Nov 23 2026")
    hand.move(days=1, seconds=1.9)
    assert (clock.uptime(), clock.stamp()) == (86_401, "12:00:01 UTC Tue Nov 24 2026")


def test_setting_the_time_does_not_change_the_uptime() -> None:
    hand = Hand()
    clock = Clock(hand)
    hand.move(hours=2)
    clock.set(datetime(2030, 1, 5, 8, 0, tzinfo=UTC))
    assert (clock.uptime(), clock.stamp()) == (7200, "08:00:00 UTC Sat Jan 5 2030")
    hand.move(minutes=1)
    assert (clock.uptime(), clock.stamp()) == (7260, "08:01:00 UTC Sat Jan 5 2030")
    clock.set(NOON - timedelta(days=400))
    assert clock.uptime() == 7260


def test_without_a_source_it_tells_the_machine_s_time() -> None:
    before = datetime.now(UTC)
    clock = Clock()
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.uptime() >= 0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 minutes"),
        (59, "0 minutes"),
        (60, "1 minute"),
        (3600, "1 hour"),
        (3660, "1 hour, 1 minute"),
        (90_000, "1 day, 1 hour"),
        (788_640, "1 week, 2 days, 3 hours, 4 minutes"),
        (31_536_000 * 2 + 60, "2 years, 1 minute"),
    ],
)
def test_a_time_span_as_show_version_prints_it(seconds: int, text: str) -> None:
    assert duration(seconds) == text


def test_the_router_prints_the_time_of_its_clock() -> None:
    hand = Hand()
    router = Router(clock=Clock(hand))
    session = router.session()
    hand.move(hours=1, milliseconds=7)
    assert session.execute("show clock") == "*13:00:00.007 UTC Mon Nov 23 2026\n"
    assert "uptime is 1 hour\n" in session.execute("show version")
    session.execute("clock set 07:30:00 1 february 2027")
    assert session.execute("show clock") == "07:30:00.000 UTC Mon Feb 1 2027\n"
    assert session.execute("clock set 07:30:00 31 february 2027").startswith("%")
    assert session.execute("show clock") == "07:30:00.000 UTC Mon Feb 1 2027\n"


def test_the_router_starts_anew_with_its_uptime() -> None:
    hand = Hand()
    router = Router(clock=Clock(hand))
    hand.move(hours=5)
    router.restart(None)
    assert router.clock.uptime() == 0


def test_time_that_passes_at_once_moves_the_clock_the_calendar_and_the_uptime() -> None:
    clock = Clock(Hand())
    clock.set(datetime(2027, 1, 1, tzinfo=UTC))
    clock.advance(days=1, hours=2, minutes=3, seconds=4.5)
    passed = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
    assert clock.now() == datetime(2027, 1, 1, tzinfo=UTC) + passed
    assert clock.calendar() == NOON + passed
    assert clock.uptime() == int(passed.total_seconds())
    assert clock.elapsed() == passed.total_seconds()
    assert clock.is_set


def test_setting_the_clock_is_no_time_that_passes() -> None:
    clock = Clock(Hand())
    clock.set(NOON + timedelta(days=400))
    assert clock.elapsed() == 0


@pytest.mark.parametrize(("seconds", "steps"), [(0, 0), (1, 1), (60, 1), (61, 2), (3 * 3600, 180), (400 * 86_400, 10_000)])
def test_timers_run_every_minute_or_ten_thousand_times(seconds: int, steps: int) -> None:
    clock = Clock(Hand())
    times: list[float] = []
    clock.advanced.append(lambda: times.append(clock.elapsed()))
    clock.advance(seconds=seconds)
    assert len(times) == steps
    assert times == sorted(times)
    assert not times or times[-1] == seconds


@pytest.mark.parametrize("time", [{"seconds": -1}, {"hours": 1, "minutes": -61}])
def test_time_does_not_run_backwards(time: dict[str, float]) -> None:
    clock = Clock(Hand())
    with pytest.raises(ValueError, match="backwards"):
        clock.advance(**time)
    assert clock.now() == NOON


@pytest.mark.parametrize("time", [{"days": 3_000_000}, {"days": 1e300}, {"seconds": float("inf")}, {"seconds": float("nan")}])
def test_the_clock_stays_in_its_years(time: dict[str, float]) -> None:
    clock = Clock(Hand())
    with pytest.raises(ValueError, match="year 9000"):
        clock.advance(**time)
    assert clock.now() == NOON


def test_a_scale_makes_time_pass_faster() -> None:
    hand = Hand()
    clock = Clock(hand, scale=60)
    hand.move(seconds=2)
    clock.advance(seconds=5)
    assert (clock.uptime(), clock.elapsed()) == (125, 125.0)
    assert clock.now() == NOON + timedelta(seconds=125)


@pytest.mark.parametrize("scale", [0, -1, 86_401, float("nan"), float("inf")])
def test_a_scale_is_a_positive_number(scale: float) -> None:
    with pytest.raises(ValueError, match="scale"):
        Clock(Hand(), scale=scale)


def test_a_router_runs_its_timers_when_time_passes_at_once() -> None:
    router = Router.from_text("interface Loopback0\n ip address 10.0.0.1 255.255.255.255\n", clock=Clock(Hand()))
    session = router.session()
    for line in ("configure terminal", "interface Loopback0", "shutdown", "end"):
        session.execute(line)
    router.clock.advance(hours=1)
    log = session.execute("show logging | include Loopback0")
    assert "*Nov 23 12:00:0" in log  # each message as of its own time
    assert "13:00" not in log
