"""Scenarios that play, pause and jump, and the lines of faults."""

from __future__ import annotations

import asyncio

import pytest

from iossim import Router
from iossim.errors import ScenarioError
from iossim.router.faults import KINDS
from iossim.web.fault_rows import COLUMNS, fault_line, fault_rows, off_line
from iossim.web.player import MOST_LINES, Player
from iossim.web.typing import typed
from iossim.web.visitors import Visitor
from tests.web.support import office

OWNER = Visitor("web", 15)
TEXT = """events:
  - at: 10
    do: [simulate ephone 1 register, simulate ephone 2 register]
  - at: 60
    do: simulate ephone 1 unregister
  - at: 60
    do: nonsense
"""


def loaded(text: str = TEXT, visitor: Visitor = OWNER) -> tuple[Router, Player]:
    router = office()
    player = Player(router)
    player.load(text, visitor, "127.0.0.1")
    return router, player


def jump(player: Player, second: float) -> list[str]:
    """The lines that a jump types, with their seconds."""
    before = len(player.typed)
    asyncio.run(player.jump(second))
    return [f"{at:g} {line.line}" for _, at, line in list(player.typed)[before:]]


def pass_time(router: Router, player: Player, seconds: float) -> None:
    router.clock.advance(seconds=seconds)
    asyncio.run(player.work())


def test_it_waits_until_it_plays_and_stands_still_while_it_pauses() -> None:
    router, player = loaded()
    pass_time(router, player, 100)
    assert (player.position, list(player.typed)) == (0, [])
    player.play()
    pass_time(router, player, 9)
    assert (player.position, len(player.typed)) == (9, 0)
    pass_time(router, player, 1)
    assert [str(line) for _, _, line in player.typed] == ["R1#simulate ephone 1 register", "R1#simulate ephone 2 register"]
    player.pause()
    player.pause()
    pass_time(router, player, 500)
    assert (player.position, len(player.typed), player.playing) == (10, 2, False)
    player.play()
    player.play()
    pass_time(router, player, 50)
    assert len(player.typed) == 4
    assert (player.playing, player.next) == (False, None)
    assert "has ended at second 60" in player.state
    player.play()
    assert not player.playing


def test_a_jump_types_every_line_at_its_time_and_the_time_of_the_router_jumps_with_it() -> None:
    router, player = loaded()
    began = router.clock.uptime()
    assert jump(player, 59.5) == ["10 simulate ephone 1 register", "10 simulate ephone 2 register"]
    assert (player.position, router.clock.uptime() - began) == (59.5, 59)
    assert [event.time - began for event in router.phones.events if "IP Phone" in event.text] == [10, 10]
    assert jump(player, 5) == []
    assert player.position == 59.5
    player.play()
    assert jump(player, 70) == ["60 simulate ephone 1 unregister", "60 nonsense"]
    assert (player.position, player.playing) == (70, False)
    assert not player.typed[-1][2].accepted


def test_a_jump_in_a_scenario_without_end_stops_after_many_lines() -> None:
    _, player = loaded("events: [{at: 1, every: 0.001, do: show clock}]")
    asyncio.run(player.jump(1000))
    assert player.typed[-1][0] == MOST_LINES
    assert player.position == pytest.approx(1 + (MOST_LINES - 1) * 0.001)
    assert player.next is not None


def test_others_are_served_during_a_jump_and_a_second_jump_waits_for_none() -> None:
    async def run() -> int:
        _, player = loaded("events: [{at: 1, every: 1, times: 3000, do: show clock}]")
        turns = 0
        task = asyncio.create_task(player.jump(3000))
        while not task.done():
            await asyncio.sleep(0)
            turns += 1
            assert player.jumping or task.done()
            await player.jump(1)
            await player.work()
        assert player.typed[-1][0] == 3000
        return turns

    assert asyncio.run(run()) >= 3000 / 20


def test_a_new_scenario_takes_the_place_and_a_wrong_one_does_not() -> None:
    router, player = loaded("events: [{at: 0, do: configure terminal}, {at: 5, do: hostname R2}]")
    jump(player, 0)
    assert router.lines
    with pytest.raises(ScenarioError, match="do"):
        player.load("events: [{at: 0}]", OWNER, "")
    assert jump(player, 5) == ["5 hostname R2"]
    assert router.hostname == "R2"
    player.load(TEXT, Visitor("anna", 15), "")
    assert router.lines == []
    assert (player.owner, player.position, player.playing) == ("anna", 0, False)
    player.stop()
    player.play()
    assert (jump(player, 100), player.state, player.playing) == ([], "No scenario is loaded.", False)


def test_a_reload_does_not_end_a_scenario() -> None:
    _, player = loaded("events: [{at: 0, do: exit}, {at: 5, do: simulate ephone 1 register}]")
    jump(player, 5)
    assert [line.accepted for _, _, line in player.typed] == [True, True]


@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_is_switched_on_and_off_by_a_line(kind: str) -> None:
    router = office()
    value = str(KINDS[kind].values[-1] if KINDS[kind].unit == "status" else max(KINDS[kind].values[0], 7))
    result = typed(router, OWNER, "", fault_line(kind, value, " 3", "2 ", "60"))
    assert result.accepted, str(result)
    (row,) = fault_rows(router)
    assert row.keys() == {"id", *COLUMNS}
    assert (row["first"], row["times"], row["until"]) == (3, 2, "12:01:00 UTC Mon Nov 23 2026")
    assert str(row["fault"]).startswith(f"{kind} {value}" if KINDS[kind].unit else kind)
    assert typed(router, OWNER, "", off_line(str(row["number"]))).accepted
    assert list(fault_rows(router)) == []


def test_all_faults_go_off_together_and_a_wrong_value_is_refused() -> None:
    router = office()
    for line in (fault_line("xml error", "5"), fault_line("http delay", "500")):
        assert typed(router, OWNER, "", line).accepted
    assert [row["times"] for row in fault_rows(router)] == ["", ""]
    for value in ("", "0", "many", "5\nreload"):
        assert not typed(router, OWNER, "", fault_line("http delay", value)).accepted
    assert not typed(router, Visitor("bob", 1), "", off_line()).accepted
    assert typed(router, OWNER, "", off_line()).accepted
    assert list(fault_rows(router)) == []
