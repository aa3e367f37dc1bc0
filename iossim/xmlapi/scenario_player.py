"""Plays a scenario beside the server: types its EXEC lines at their time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from iossim.session import Session

if TYPE_CHECKING:
    from iossim.router import Clock, RouterCore

_log = logging.getLogger(__name__)
_HIGHEST = 15
#: Seconds after which the clock is read again, since it may have jumped.
_LONGEST_WAIT = 0.25


async def play(router: RouterCore, steps: Iterable[tuple[float, str]], show: Callable[[str], None]) -> None:
    """Type lines into a privileged session; a line that the router refuses is logged, and the next one follows.

    A session that a reload or another user closes is opened anew for the next line. One that is in configuration after the last line
    stays there, as that of a user who has gone away, until somebody closes it.

    Args:
        router: the router, whose clock counts: the scenario runs faster or jumps with it.
        steps: seconds from now, and the line to type then; ascending.
        show: called with the prompt and the line, and then with every line of its output.
    """
    start = router.clock.elapsed()
    session = Session(router, _HIGHEST, None, "library")
    try:
        for at, line in steps:
            await _wait(router.clock, start + at)
            if session.closed:
                session = Session(router, _HIGHEST, None, "library")
            prompt = session.prompt
            result = session.run(line)
            if not result.accepted:
                _log.warning("scenario, second %g: %s: %s", at, line, result.message)
            elif result.output:
                for text in (f"{prompt}{line}", *result.output.splitlines()):
                    show(text)
        while session.in_configuration and not session.closed:
            await asyncio.sleep(_LONGEST_WAIT)
    finally:
        if not session.closed:
            session.close()


async def _wait(clock: Clock, moment: float) -> None:
    """Wait until a time of the router's clock, at least until others have been served.

    Args:
        clock: the clock; it may jump at any time.
        moment: the time, in seconds since the clock was made.
    """
    await asyncio.sleep(0)
    while (left := moment - clock.elapsed()) > 0:
        await asyncio.sleep(min(left / clock.scale, _LONGEST_WAIT))
