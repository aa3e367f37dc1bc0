"""Plays a scenario beside the server: types its EXEC lines at their time."""

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
    """Type lines into a privileged session; a line that the router refuses is logged, and the next one follows.

    Args:
        router: the router.
        steps: seconds from now, and the line to type then; ascending.
        show: called with the prompt and the line, and then with every line of its output.
    """
    loop = asyncio.get_running_loop()
    start = loop.time()
    session = Session(router, _HIGHEST, None, "library")
    try:
        for at, line in steps:
            # Also without a wait: others are served between two lines.
            await asyncio.sleep(max(0.0, start + at - loop.time()))
            prompt = session.prompt
            result = session.run(line)
            if not result.accepted:
                _log.warning("scenario, second %g: %s: %s", at, line, result.message)
            elif result.output:
                for text in (f"{prompt}{line}", *result.output.splitlines()):
                    show(text)
    finally:
        session.close()
