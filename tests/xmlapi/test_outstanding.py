"""`request outstanding`: long answers in turn, a queue that ends, and time limits."""

from __future__ import annotations

import asyncio

import pytest

from iossim.xmlapi import outstanding as gates
from iossim.xmlapi.method import TimedOut
from iossim.xmlapi.outstanding import Gate, QueueFull
from tests.xmlapi.support import office


def test_so_many_at_a_time_and_the_others_in_their_order() -> None:
    async def run() -> None:
        router = office("ixi transport http\n request outstanding 2\n")
        gate = Gate(router)
        order: list[int] = []
        may_leave = asyncio.Event()

        async def pass_through(number: int) -> None:
            await gate.enter()
            order.append(number)
            await may_leave.wait()
            gate.leave()

        tasks = [asyncio.create_task(pass_through(number)) for number in range(5)]
        while len(order) < 2:
            await asyncio.sleep(0)
        assert (router.xml_statistics.outstanding, router.xml_statistics.waiting) == (2, 3)
        may_leave.set()
        await asyncio.gather(*tasks)
        assert order == [0, 1, 2, 3, 4]
        assert (router.xml_statistics.outstanding, router.xml_statistics.peak_waiting) == (0, 3)

    asyncio.run(run())


def test_a_full_queue_refuses_but_not_those_that_have_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        gate = Gate(office())
        await gate.enter()
        waiting = asyncio.create_task(gate.enter())
        await asyncio.sleep(0)
        with pytest.raises(QueueFull):
            await gate.enter()
        again = asyncio.create_task(gate.enter(again=True))
        await asyncio.sleep(0)
        gate.leave()
        await waiting
        gate.leave()
        await again

    monkeypatch.setattr(gates, "LONGEST_QUEUE", 1)
    asyncio.run(run())


def test_who_waits_too_long_or_goes_away_leaves_the_queue() -> None:
    async def run() -> None:
        router = office()
        gate = Gate(router)
        await gate.enter()
        with pytest.raises(TimedOut):
            await gate.enter(0.001)
        task = asyncio.create_task(gate.enter())
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert router.xml_statistics.waiting == 0
        gate.leave()
        await gate.enter(0.001)
        assert router.xml_statistics.outstanding == 1

    asyncio.run(run())


def test_a_place_given_to_somebody_who_has_just_gone_is_not_lost() -> None:
    async def run() -> None:
        gate = Gate(office())
        await gate.enter()
        task = asyncio.create_task(gate.enter())
        await asyncio.sleep(0)
        gate.leave()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await gate.enter(0.001)

    asyncio.run(run())
