"""Failed logins: after a few from one address, its next refusals are slow."""

from __future__ import annotations

import asyncio

#: Failed logins of one address within a minute that are refused at once.
FREE = 5
#: Seconds that a further refusal takes.
PENALTY = 1.0
_MINUTE = 60.0
_MOST_ADDRESSES = 1000


class FailedLogins:
    """The failed logins of the last minute, by address."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[float, int]] = {}

    async def wait(self, client: str) -> None:
        """Count a failed login; wait if there were many.

        Args:
            client: the client's address.
        """
        now = asyncio.get_running_loop().time()
        since, count = self._counts.pop(client, (now, 0))
        if now - since > _MINUTE:
            since, count = now, 0
        self._counts[client] = since, count + 1
        if len(self._counts) > _MOST_ADDRESSES:
            del self._counts[next(iter(self._counts))]
        if count >= FREE:
            await asyncio.sleep(PENALTY)
