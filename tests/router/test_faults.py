"""The faults of a router: which request is hit, and when a fault is over."""

from __future__ import annotations

from typing import Any

import pytest

from iossim.router import Clock
from iossim.router.faults import KINDS, Faults
from tests.router.support import Time


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def faults(time: Time) -> Faults:
    return Faults(Clock(time))


def hits(faults: Faults, kind: str, count: int) -> list[int]:
    """The values of the faults that hit so many requests; 0 for none."""
    results = [faults.hit(kind) for _ in range(count)]
    return [fault.value if fault is not None else 0 for fault in results]


def test_there_is_no_fault_at_first(faults: Faults) -> None:
    assert list(faults) == []
    assert [faults.hit(kind) for kind in KINDS] == [None] * len(KINDS)


def test_a_fault_hits_every_request_of_its_kind(faults: Faults) -> None:
    faults.add("http delay", 7)
    assert hits(faults, "http delay", 3) == [7, 7, 7]
    assert faults.hit("http status") is None


def test_first_and_times_count_requests(faults: Faults) -> None:
    faults.add("http delay", 7, first=3, times=2)
    assert hits(faults, "http delay", 6) == [0, 0, 7, 7, 0, 0]
    assert list(faults) == []


def test_a_time_ends_a_fault(faults: Faults, time: Time) -> None:
    faults.add("http delay", 7, seconds=60)
    time.passes(59.9)
    assert hits(faults, "http delay", 1) == [7]
    time.passes(0.1)
    assert hits(faults, "http delay", 1) == [0]
    assert list(faults) == []


def test_the_youngest_fault_hits_and_all_count(faults: Faults) -> None:
    faults.add("http delay", 1, times=3)
    faults.add("http delay", 2, first=2, times=1)
    assert hits(faults, "http delay", 4) == [1, 2, 1, 0]


def test_numbers_are_not_used_again(faults: Faults) -> None:
    assert [faults.add("xml error").number for _ in range(2)] == [1, 2]
    assert faults.clear(1)
    assert not faults.clear(1)
    assert [fault.number for fault in faults] == [2]
    assert faults.clear()
    assert not faults.clear()
    assert faults.add("xml error").number == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"kind": "banana"}, "no fault 'banana'; the faults are: http delay"),
        ({"kind": ""}, "no fault ''"),
        ({"kind": "http delay"}, "takes 1 to 600000 ms, not 0"),
        ({"kind": "http delay", "value": 600_001}, "not 600001"),
        ({"kind": "http status", "value": 200}, "takes 401, 403, 404, 500, 503, not 200"),
        ({"kind": "http cut", "value": -1}, "takes 0 to"),
        ({"kind": "xml error", "value": 1}, "takes no value, not 1"),
        ({"kind": "xml error", "first": 0}, "positive"),
        ({"kind": "xml error", "times": 0}, "positive"),
        ({"kind": "xml error", "seconds": 0}, "positive"),
        ({"kind": "xml error", "seconds": float("inf")}, "positive"),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(faults: Faults, arguments: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        faults.add(**arguments)
    assert list(faults) == []
