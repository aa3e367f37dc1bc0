"""Plays a scenario beside the server: types its EXEC lines when their time has come."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from iossim.session import Session

if TYPE_CHECKING:
    from iossim.router import RouterCore

_log = logging.getLogger(__name__)
_HIGHEST = 15


async def play(router: RouterCore, steps: Iterable[tuple[float, str]], show: Callable[[str], None]) -> None:
    """Types lines into a privileged session; what the router refuses is told in the log, and the rest goes on.

    Args:
        router: the router.
        steps: seconds after now, and the line to type then; ascending.
        show: is given what a line prints, line by line, below the prompt and the line itself.
    """
    loop = asyncio.get_running_loop()
    start = loop.time()
    session = Session(router, _HIGHEST, None, "library")
    try:
        for at, line in steps:
            # Also where nothing has to be waited for: others are served between two lines.
            await asyncio.sleep(max(0.0, start + at - loop.time()))
            prompt = session.prompt
            result = session.run(line)
            if not result.accepted:
                _log.warning("scenario, second %g: %s: %s", at, line, result.message)
            elif result.output:
                for each in (f"{prompt}{line}", *result.output.splitlines()):
                    show(each)
    finally:
        session.close()
