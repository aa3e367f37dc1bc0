"""The rows of the live tables, and the changes that are sent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from iossim.web.live_table import Changes, LiveTable, changed
from iossim.web.rows import COLUMNS, Row, rows
from tests.web.support import office


def test_every_row_has_an_id_of_its_own_and_every_column() -> None:
    router = office()
    router.phones.register(1)
    router.phones.register_pool(1)
    router.phones.set_line(1, "ringing", 1, "555")
    for table, columns in COLUMNS.items():
        found = list(rows(router, table))
        assert found
        assert all(row.keys() == {"id", *columns} for row in found)
        assert len({row["id"] for row in found}) == len(found)


def test_a_phone_and_its_line_change_with_what_happens() -> None:
    router = office()
    assert next(rows(router, "ephones"))["status"] == "unregistered"
    router.clock.advance(seconds=90)
    router.phones.register(1, "10.0.0.5")
    router.phones.set_line(1, "ringing", 2, "555")
    phone = next(rows(router, "ephones"))
    assert (phone["status"], phone["address"], phone["lines"], phone["since"]) == ("registered", "10.0.0.5", "101 102", "12:01:30")
    assert [row["number"] for row in rows(router, "calls")] == ["101"]
    call = next(rows(router, "calls"))
    assert (call["channel"], call["state"], call["peer"], call["way"]) == (2, "ringing", "555", "in")
    assert [row["text"] for row in rows(router, "events")] == [
        "IP Phone 1[SEP000000000001] registered",
        "DN 1[101] goes up",
        "DN 2[102] goes up",
    ]
    router.phones.set_line(1, "idle", 2)
    assert list(rows(router, "calls")) == []


def test_times_are_in_the_zone_of_the_router() -> None:
    router = office()
    session = router.session()
    for line in ("configure terminal", "clock timezone CET 1", "end"):
        session.execute(line)
    router.phones.register(1)
    router.clock.advance(seconds=1)
    router.phones.unregister(1)
    assert next(rows(router, "ephones"))["since"] == "13:00:01"


def row(key: str, value: int = 0) -> Row:
    return {"id": key, "value": value}


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        ([], [], {}),
        ([row("a")], [row("a")], {}),
        ([], [row("a")], {"add": [row("a")]}),
        ([row("a")], [], {"remove": [{"id": "a"}]}),
        ([row("a"), row("b")], [row("b", 1), row("c")], {"add": [row("c")], "update": [row("b", 1)], "remove": [{"id": "a"}]}),
    ],
)
def test_only_the_changes_are_sent(old: list[Row], new: list[Row], changes: Changes) -> None:
    assert changed({str(one["id"]): one for one in old}, {str(one["id"]): one for one in new}) == changes


def test_two_listeners_get_the_same_changes_and_a_table_without_listeners_is_not_read() -> None:
    present = [row("a")]
    readings: list[int] = []

    def read() -> Iterator[Row]:
        readings.append(1)
        return iter(list(present))

    async def run() -> None:
        table = LiveTable(read)
        await table.work()
        assert not readings
        first: list[Changes] = []
        second: list[Changes] = []
        assert await table.listen(first.append) == [row("a")]
        present.append(row("b"))
        assert await table.listen(second.append) == [row("a"), row("b")]
        assert (first, second) == ([{"add": [row("b")]}], [])
        present.pop(0)
        await table.listen(lambda _: None)
        assert first[1:] == second == [{"remove": [{"id": "a"}]}]
        table.forget(first.append)
        table.forget(second.append)
        table.forget(second.append)

    asyncio.run(run())


def test_a_large_table_shows_its_first_rows() -> None:
    async def run() -> list[Row]:
        return await LiveTable(lambda: (row(str(number)) for number in range(100)), most=10).listen(lambda _: None)

    assert len(asyncio.run(run())) == 10
