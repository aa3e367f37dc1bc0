"""Plays a scenario for the page: it can pause, go on, and jump ahead; the router's time jumps with it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator

from iossim.router import RouterCore
from iossim.router.scenario import Step, parse_scenario
from iossim.session import Session
from iossim.session.captured import new_session
from iossim.web.typing import Typed, type_line
from iossim.web.visitors import Visitor

#: The longest jump, in seconds: a year.
LONGEST_JUMP = 366 * 86_400
#: The most lines of one jump: a scenario may have no end.
MOST_LINES = 20_000
_KEPT = 300
#: Lines after which others are served.
_TURN = 20


class Player:
    """A scenario of one router, for all browsers.

    Life: `load`, then `play`, `pause` and `jump` in any order, with `work` again and again; `stop` ends it.

    Args:
        router: the router.

    Attributes:
        next: the second and the line of the next step; None if there is none.
        typed: the newest lines that were typed: a number, the second of the scenario, and the line.
        owner: the name of the user who loaded the scenario; "" while none is loaded.
        playing: the time of the scenario passes.
        jumping: a jump is under way.
    """

    def __init__(self, router: RouterCore) -> None:
        self._router = router
        self._steps: Iterator[Step] = iter(())
        self._session: Session | None = None
        self._visitor = Visitor("", 0)
        self._address = ""
        self._position = 0.0
        self._since = 0.0
        self._count = 0
        self.next: Step | None = None
        self.typed: deque[tuple[int, float, Typed]] = deque(maxlen=_KEPT)
        self.owner = ""
        self.playing = False
        self.jumping = False

    @property
    def position(self) -> float:
        """The second of the scenario."""
        return self._position + (self._router.clock.elapsed() - self._since if self.playing else 0.0)

    @property
    def state(self) -> str:
        """The state, for people."""
        if not self.owner:
            return "No scenario is loaded."
        how = "plays" if self.playing else "has ended" if self.next is None else "waits"
        following = f"; second {self.next[0]:g}: {self.next[1]}" if self.next is not None else ""
        return f"The scenario of {self.owner} {how} at second {self.position:.0f}{following}"

    def load(self, text: str, visitor: Visitor, address: str) -> None:
        """Takes a scenario in place of the present one; it waits at its second 0.

        Args:
            text: the scenario, in YAML.
            visitor: the person who types its lines.
            address: the address of the browser.

        Raises:
            ScenarioError: it is no scenario.
        """
        steps = parse_scenario(text).steps()
        self.stop()
        self._steps, self._visitor, self._address, self.owner = steps, visitor, address, visitor.name
        self.next = next(self._steps, None)

    def play(self) -> None:
        """Lets the time of the scenario pass."""
        if self.owner and not self.playing and self.next is not None:
            self._since, self.playing = self._router.clock.elapsed(), True

    def pause(self) -> None:
        """Stops the time of the scenario; that of the router passes on."""
        self._position, self.playing = self.position, False

    def stop(self) -> None:
        """Ends the scenario, and its session."""
        self.playing, self._position, self.owner, self.next = False, 0.0, "", None
        if self._session is not None and not self._session.closed:
            self._session.close()
        self._session = None

    async def work(self) -> None:
        """Types the lines that are due."""
        if self.playing and not self.jumping:
            await self._type_until(self.position)
            self._end_if_over()

    async def jump(self, second: float) -> None:
        """Goes ahead to a second of the scenario: the time of the router passes at once, and every line is typed at its time.

        Args:
            second: the second; one that has passed changes nothing.
        """
        if self.jumping or not self.owner:
            return
        self.jumping = True
        try:
            target = min(second, self.position + LONGEST_JUMP)
            lines = 0
            while self.next is not None and self.next[0] <= target and lines < MOST_LINES:
                self._pass(self.next[0] - self.position)
                lines += await self._type_until(self.next[0], MOST_LINES - lines)
            if lines < MOST_LINES:
                self._pass(target - self.position)
        finally:
            self.jumping = False
        self._end_if_over()

    def _end_if_over(self) -> None:
        if self.playing and self.next is None:
            self.pause()

    def _pass(self, seconds: float) -> None:
        """Lets time pass on the router, and so in the scenario."""
        if seconds > 0:
            self._router.clock.advance(seconds=seconds)
            if not self.playing:
                self._position += seconds

    async def _type_until(self, second: float, most: int = MOST_LINES) -> int:
        """Types the lines up to a second; returns their number."""
        lines = 0
        while self.next is not None and self.next[0] <= second and lines < most:
            at, line = self.next
            self.next = next(self._steps, None)
            self._type(at, line)
            lines += 1
            if self._count % _TURN == 0:
                await asyncio.sleep(0)
        return lines

    def _type(self, at: float, line: str) -> None:
        if self._session is None or self._session.closed:
            self._session = new_session(self._router, self._visitor.level, self._visitor.name, "http", self._address)
        self._count += 1
        self.typed.append((self._count, at, type_line(self._session, line)))
