"""Phones that tried to register and were refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

#: How many phones are remembered where no command sets it.
MOST = 500


@dataclass(slots=True)
class Attempt:
    """A phone that was refused.

    Attributes:
        mac: its MAC address.
        address: the IP address that it came from; "" where not known.
        reported: the type that it reported.
        reason: why it was refused.
        first: when it first tried.
        latest: when it last tried.
        count: how often.
    """

    mac: str
    address: str
    reported: str
    reason: str
    first: datetime
    latest: datetime
    count: int = 1


class Attempts:
    """The refused phones, by MAC address, in the order in which they first tried.

    Args:
        size: gives how many are remembered; those that have not tried for longest go first.
    """

    def __init__(self, size: Callable[[], int] = lambda: MOST) -> None:
        self._size = size
        self._attempts: dict[str, Attempt] = {}

    def note(self, mac: str, address: str, reported: str, reason: str, moment: datetime) -> None:
        """Notes an attempt.

        Args:
            mac: the phone's MAC address.
            address: where it came from.
            reported: the type that it reported.
            reason: why it was refused.
            moment: when.
        """
        known = self._attempts.get(mac)
        if known is not None:
            known.count += 1
            known.address, known.reported, known.reason, known.latest = address or known.address, reported, reason, moment
            return
        self._attempts[mac] = Attempt(mac, address, reported, reason, moment, moment)
        self._shrink()

    def __iter__(self) -> Iterator[Attempt]:
        """The refused phones."""
        self._shrink()
        return iter(tuple(self._attempts.values()))

    def __len__(self) -> int:
        """How many there are."""
        self._shrink()
        return len(self._attempts)

    def clear(self, mac: str = "", address: str = "") -> None:
        """Forgets one phone, by MAC or IP address, or all."""
        gone = [key for key, each in self._attempts.items() if mac in ("", key) and address in ("", each.address)]
        for key in gone:
            del self._attempts[key]

    def _shrink(self) -> None:
        over = len(self._attempts) - self._size()
        if over > 0:
            for key in sorted(self._attempts, key=lambda key: self._attempts[key].latest)[:over]:
                del self._attempts[key]
