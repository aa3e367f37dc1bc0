"""The tab with time, scenario and faults: every click types a `simulate` line, and shows it."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from iossim.errors import ScenarioError
from iossim.router.faults import KINDS
from iossim.web.fault_rows import COLUMNS, fault_line, off_line
from iossim.web.grid import live_grid
from iossim.web.site import View
from iossim.web.typing import typed

_STEPS = {"+1 minute": 60, "+10 minutes": 600, "+1 hour": 3600, "+1 day": 86_400}
#: Seconds between two looks at the clock and the scenario.
_TICK = 0.5
_EXAMPLE = """# Seconds after the start, and the lines to type then.
events:
  - at: 0
    do: simulate ephone all register
  - at: 20
    every: 60
    times: 5
    do:
      - simulate ephone-dn 1 ringing 5550100
      - simulate ephone-dn 1 idle
  - at: 400
    do: simulate ephone 1 decease
"""


class ScenarioTab:
    """The tab in one browser.

    Args:
        view: the router in the browser.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._router = view.shared.router
        self._player = view.shared.player
        self._seen = self._player.typed[-1][0] if self._player.typed else 0
        self._time()
        ui.separator()
        self._scenario()
        ui.separator()
        self._faults()
        self._typed = ui.log(max_lines=400).classes("w-full h-40 iossim-mono").props('aria-label="Typed lines"')
        for _, at, line in self._player.typed:
            self._typed.push(f"{at:g} s  {line}")
        ui.timer(_TICK, self._look)
        self._look()

    # -- time ----------------------------------------------------------------------------------------------------------------------

    def _time(self) -> None:
        with ui.row().classes("items-center gap-2"):
            self._clock = ui.label().classes("font-bold iossim-mono")
            for title, seconds in _STEPS.items():
                ui.button(title, on_click=partial(self._advance, str(seconds))).props("dense no-caps outline")
            self._seconds = ui.input("Seconds").props("dense outlined maxlength=9").classes("w-28")
            ui.button("Let pass", on_click=lambda: self._advance(str(self._seconds.value or ""))).props("dense no-caps outline")

    def _advance(self, seconds: str) -> None:
        if seconds.strip():
            self._type(f"simulate time {''.join(seconds.split())}")
        else:
            ui.notify("Give a number of seconds.")

    # -- scenario ------------------------------------------------------------------------------------------------------------------

    def _scenario(self) -> None:
        self._editor = ui.codemirror(_EXAMPLE, language="YAML").classes("w-full h-48 border").props('aria-label="Scenario"')
        with ui.row().classes("items-center gap-2"):
            ui.button("Load", on_click=self._load).props("dense no-caps")
            self._play = ui.button("Play", on_click=self._player.play).props("dense no-caps color=positive")
            self._pause = ui.button("Pause", on_click=self._player.pause).props("dense no-caps outline")
            self._next = ui.button("Next line", on_click=self._to_next).props("dense no-caps outline")
            self._second = ui.input("To second").props("dense outlined maxlength=9").classes("w-28")
            self._jump = ui.button("Jump", on_click=self._to_second).props("dense no-caps outline")
        self._state = ui.label()

    def _load(self) -> None:
        try:
            self._player.load(str(self._editor.value), self._view.visitor, self._view.address)
        except ScenarioError as error:
            ui.notify(str(error), type="warning", multi_line=True)
        self._look()

    async def _to_next(self) -> None:
        following = self._player.next
        if following is not None:
            await self._player.jump(following[0])
        self._look()

    async def _to_second(self) -> None:
        try:
            second = float(str(self._second.value or ""))
        except ValueError:
            ui.notify("Give a second of the scenario.")
            return
        if second < self._player.position:
            ui.notify("Time does not run backwards: load the scenario again.", type="warning")
            return
        try:
            await self._player.jump(second)
        except ValueError as error:
            ui.notify(str(error), type="warning")
        self._look()

    # -- faults --------------------------------------------------------------------------------------------------------------------

    def _faults(self) -> None:
        with ui.row().classes("items-center gap-2"):
            self._kind = ui.select(list(KINDS), value=next(iter(KINDS)), label="Fault", on_change=lambda _: self._explain())
            self._kind.props("dense outlined").classes("w-40")
            self._value = ui.input("Value").props("dense outlined maxlength=10").classes("w-24")
            self._first = ui.input("First").props("dense outlined maxlength=10").classes("w-20")
            self._times = ui.input("Times").props("dense outlined maxlength=10").classes("w-20")
            self._until = ui.input("Seconds").props("dense outlined maxlength=10").classes("w-24")
            ui.button("Switch on", on_click=self._switch_on).props("dense no-caps")
            ui.button("Switch off", on_click=self._switch_off).props("dense no-caps outline")
            ui.button("All off", on_click=lambda: self._type(off_line())).props("dense no-caps outline")
        self._effect = ui.label()
        self._chosen = ""
        self._explain()
        live_grid(self._view.shared.tables["faults"], COLUMNS, self._choose, small=True)

    def _explain(self) -> None:
        kind = KINDS.get(str(self._kind.value))
        if kind is not None:
            self._effect.set_text(f"{kind.text[:1].upper()}{kind.text[1:]}. Value: {kind.allowed}.")
            self._value.set_enabled(bool(kind.unit))

    def _choose(self, row: dict[str, Any]) -> None:
        self._chosen = str(row.get("number", ""))

    def _switch_on(self) -> None:
        kind = str(self._kind.value)
        if kind in KINDS:
            numbers = [str(field.value or "") for field in (self._value, self._first, self._times, self._until)]
            self._type(fault_line(kind, *numbers))

    def _switch_off(self) -> None:
        if self._chosen:
            self._type(off_line(self._chosen))
            self._chosen = ""
        else:
            ui.notify("Choose a fault in the table.")

    # -- the rest ------------------------------------------------------------------------------------------------------------------

    def _type(self, line: str) -> None:
        result = typed(self._router, self._view.visitor, self._view.address, line)
        self._typed.push(str(result))
        if not result.accepted:
            ui.notify(result.output.strip() or "refused", type="warning")
        self._look()

    def _look(self) -> None:
        """Shows the time, the state of the scenario, and the lines that it has typed since."""
        player = self._player
        self._clock.set_text(self._router.clock.stamp())
        self._state.set_text(player.state)
        ready = bool(player.owner) and player.next is not None and not player.jumping
        self._play.set_enabled(ready and not player.playing)
        self._pause.set_enabled(player.playing)
        self._next.set_enabled(ready)
        self._jump.set_enabled(bool(player.owner) and not player.jumping)
        for number, at, line in list(player.typed):
            if number > self._seen:
                self._seen = number
                self._typed.push(f"{at:g} s  {line}")


def scenario_tab(view: View) -> None:
    """Fills the tab.

    Args:
        view: the router in the browser.
    """
    ScenarioTab(view)
