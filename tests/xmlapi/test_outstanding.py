"""`request outstanding`: long answers in turn, a queue that ends, and time limits."""

from __future__ import annotations

import asyncio

import pytest

from iossim.xmlapi import answer_as_owner, outstanding
from iossim.xmlapi.outstanding import Outstanding, QueueFull
from tests.xmlapi.support import commands, office, outcome, response


def test_places_are_given_in_the_order_of_arrival() -> None:
    async def run() -> None:
        router = office("ixi transport http\n request outstanding 2\n")
        places = Outstanding(router)
        order: list[int] = []
        may_leave = asyncio.Event()

        async def pass_through(number: int) -> None:
            await places.take(number)
            order.append(number)
            await may_leave.wait()
            places.leave(number)

        tasks = [asyncio.create_task(pass_through(number)) for number in range(5)]
        while len(order) < 2:
            await asyncio.sleep(0)
        assert (router.xml_statistics.outstanding, router.xml_statistics.waiting) == (2, 3)
        may_leave.set()
        await asyncio.gather(*tasks)
        assert order == [0, 1, 2, 3, 4]
        assert (router.xml_statistics.outstanding, router.xml_statistics.peak_waiting) == (0, 3)

    asyncio.run(run())


def test_a_full_queue_refuses_a_new_answer_but_not_one_that_has_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        places = Outstanding(office())
        await places.take("a")
        waiting = asyncio.create_task(places.take("b"))
        await asyncio.sleep(0)
        with pytest.raises(QueueFull):
            await places.take("c")
        again = asyncio.create_task(places.take("d", begun=True))
        await asyncio.sleep(0)
        places.leave("a")
        await waiting
        places.leave("b")
        await again

    monkeypatch.setattr(outstanding, "LONGEST_QUEUE", 1)
    asyncio.run(run())


def test_an_answer_that_waits_too_long_or_is_cancelled_leaves_the_queue() -> None:
    async def run() -> None:
        router = office()
        places = Outstanding(router)
        await places.take("a")
        with pytest.raises(TimeoutError):
            await places.take("b", 0.001)
        task = asyncio.create_task(places.take("c"))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert router.xml_statistics.waiting == 0
        places.leave("a")
        await places.take("d", 1)
        assert router.xml_statistics.outstanding == 1

    asyncio.run(run())


def test_a_place_given_to_an_answer_that_is_cancelled_is_not_lost() -> None:
    async def run() -> None:
        places = Outstanding(office())
        await places.take("a")
        task = asyncio.create_task(places.take("b"))
        await asyncio.sleep(0)
        places.leave("a")
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await places.take("c", 1)

    asyncio.run(run())


def test_a_place_is_not_given_to_an_answer_that_was_cancelled_a_moment_ago() -> None:
    async def run() -> None:
        places = Outstanding(office())
        await places.take("a")
        first, second = asyncio.create_task(places.take("b")), asyncio.create_task(places.take("c"))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        places.leave("a")
        async with asyncio.timeout(1):
            await second
        assert (await asyncio.gather(first, return_exceptions=True))[0].__class__ is asyncio.CancelledError

    asyncio.run(run())


def test_more_places_while_answers_wait_are_given_in_order() -> None:
    async def run() -> None:
        router = office()
        places = Outstanding(router)
        order: list[str] = []

        async def take(name: str) -> None:
            await places.take(name)
            order.append(name)

        await take("a")
        tasks = [asyncio.create_task(take(name)) for name in "bc"]
        await asyncio.sleep(0)
        assert outcome(response(answer_as_owner(router, commands("ixi transport http", "request outstanding 3")))) == ("0", "")
        tasks.append(asyncio.create_task(take("d")))
        for _ in range(5):
            await asyncio.sleep(0)
        assert order == ["a", "b", "c"]
        places.leave("a")
        await asyncio.gather(*tasks)
        assert order == ["a", "b", "c", "d"]

    asyncio.run(run())


def test_an_answer_without_a_place_may_leave() -> None:
    async def run() -> None:
        router = office()
        Outstanding(router).leave("a")
        assert router.xml_statistics.outstanding == 0

    asyncio.run(run())
