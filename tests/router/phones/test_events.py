"""The XML event table: order, size, retain-timer, counters."""

from __future__ import annotations

from datetime import UTC, datetime

from iossim.router.phones import EventTable
from tests.router.support import configure, office


class _Table(EventTable):
    """A table with a size and a retain-timer that the test sets."""

    def __init__(self, size: int, retain: int) -> None:
        self.size, self.retain, self.now = size, retain, 0
        super().__init__(lambda: (self.size, self.retain), lambda: self.now)

    def add(self, tag: int) -> None:
        self.record(True, str(tag), f"SEP{tag}", "registered", self.now, datetime(2026, 1, 1, tzinfo=UTC))

    @property
    def tags(self) -> list[str]:
        return [event.tag for event in self]


def test_what_happens_is_in_the_table_in_order() -> None:
    router, time = office()
    router.phones.register(1)
    time.passes(40)
    router.phones.decease(1)
    assert [(event.index, event.time, event.text) for event in router.phones.events] == [
        (1, 0, "IP Phone 1[SEP001122334401] registered"),
        (2, 0, "DN 1[5001] goes up"),
        (3, 0, "DN 3[5003] goes up"),
        (4, 40, "DN 1[5001] goes down"),
        (5, 40, "DN 3[5003] goes down"),
        (6, 40, "IP Phone 1[SEP001122334401] deceased"),
    ]
    assert len(router.phones.events.devices()) == 2
    assert len(router.phones.events.extensions()) == 4
    assert router.phones.events.devices()[1].moment == time.now


def test_a_full_table_overwrites_its_oldest_event() -> None:
    table = _Table(2, 900)
    for tag in (1, 2, 3, 4):
        table.add(tag)
    assert table.tags == ["3", "4"]
    assert table.current.overwrites == table.history.overwrites == 2


def test_a_table_of_size_0_records_nothing() -> None:
    table = _Table(0, 900)
    table.add(1)
    assert table.tags == []
    assert table.history.overwrites == 0


def test_a_smaller_table_deletes_what_is_too_much() -> None:
    table = _Table(4, 900)
    for tag in (1, 2, 3):
        table.add(tag)
    table.size = 1
    assert table.tags == ["3"]
    assert (table.current.deleted, table.history.deleted) == (2, 2)


def test_old_events_are_cleaned_up_and_a_new_period_begins() -> None:
    table = _Table(2, 60)
    for tag in (1, 2, 3):
        table.add(tag)
    table.now = 30
    table.add(4)
    assert table.current.overwrites == 2
    table.now = 59
    assert table.tags == ["3", "4"]
    table.now = 60
    assert table.tags == ["4"]
    assert (table.current.overwrites, table.current.deleted) == (0, 0)
    assert (table.history.overwrites, table.history.deleted) == (2, 1)


def test_clearing_counts_as_deleting() -> None:
    table = _Table(5, 60)
    table.add(1)
    table.add(2)
    table.clear()
    assert table.tags == []
    assert (table.current.deleted, table.history.deleted) == (2, 2)
    table.add(3)
    assert [event.index for event in table] == [3]


def test_the_configuration_sets_size_and_retain_timer() -> None:
    router, time = office()
    configure(router, "telephony-service", "log table max-size 2", "log table retain-timer 2")
    router.phones.register(1)
    assert [event.index for event in router.phones.events] == [2, 3]
    time.passes(120)
    assert not list(router.phones.events)
    configure(router, "telephony-service", "no log table max-size", "no log table retain-timer")
    router.phones.unregister(1)
    time.passes(899)
    assert len(list(router.phones.events)) == 3
    time.passes(1)
    assert not list(router.phones.events)
