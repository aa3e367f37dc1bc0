"""The archive of configurations: copies of the running-config that the router keeps in flash:."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from iossim.config import Configuration, Section
from iossim.errors import FlashError
from iossim.language import Identity
from iossim.router.clock import Clock
from iossim.router.flash import Flash
from iossim.router.flash_stores import REFUSED
from iossim.router.places import TIMED_OUT, Place, place_of

#: The message while no path is configured.
OFF = " Archive feature not enabled"
#: The place of the time stamp in the name of the next copy.
STAMP = "<timestamp>"


class Archiving(Protocol):
    """The parts of a router that its archive uses."""

    clock: Clock
    config: Configuration
    flash: Flash

    @property
    def hostname(self) -> str:
        """The router's name."""

    @property
    def running_config(self) -> str:
        """The running-config."""


class Archive:
    """The copies that were made since the start of the router.

    Life: made with the configuration when it has been read, and watches its `archive` section from then on.

    Args:
        router: the router.

    Attributes:
        copies: the copies that exist, oldest first.
    """

    def __init__(self, router: Archiving) -> None:
        self._router = router
        self._config = router.config
        self._made = 0
        self._since: datetime | None = None
        self.copies: list[Place] = []
        self._watch()
        router.config.watchers.append(self._changed)

    @property
    def section(self) -> Section | None:
        """The `archive` section of the configuration."""
        return self._config.section("archive")

    @property
    def enabled(self) -> bool:
        """True if a path is configured."""
        return self._setting("path") != ""

    @property
    def maximum(self) -> int:
        """The number of copies that are kept."""
        return int(self._setting("maximum") or 10)

    @property
    def with_memory(self) -> bool:
        """True if saving the configuration makes a copy, too (`write-memory`)."""
        command = self.section.get("write_memory") if self.section is not None else None
        return self.enabled and command is not None and not command.negative

    def next_place(self, stamp: str = STAMP) -> Place:
        """The file of the next copy.

        Args:
            stamp: the time stamp in its name.
        """
        path = self._setting("path").replace("$h", self._router.hostname).replace("$H", self._router.hostname)
        name = path.replace("$t", stamp).replace("$T", stamp)
        return place_of(f"{name}-{self._made}" if name != path else f"{path}-{stamp}-{self._made}")

    def save(self) -> str:
        """Makes a copy of the running-config, and removes the oldest one above the maximum.

        Returns:
            The router's message if there is no path, or the file cannot be written; else "".
        """
        if not self.enabled:
            return OFF
        file = self.next_place(self._stamp())
        try:
            if not file.is_flash:
                raise FlashError(TIMED_OUT if file.is_network else REFUSED)
            self._router.flash.write(file.path, self._router.running_config.encode())
        except FlashError as error:
            return file.problem(error.reason)
        self._made += 1
        self.copies.append(file)
        self._drop_oldest()
        return ""

    def advance(self) -> None:
        """Makes the copies of `time-period` that are due; of several that are due, only one."""
        period = self._period
        if period is None or self._since is None:
            return
        due = int((self._router.clock.now() - self._since) / period)
        if due > 0:
            self._since += due * period
            self.save()

    # -- inside ---------------------------------------------------------------------------------------------------------------

    @property
    def _period(self) -> timedelta | None:
        minutes = self._setting("time_period")
        return timedelta(minutes=int(minutes)) if minutes else None

    def _setting(self, rule: str) -> str:
        """The last word of a command of the section; "" if it is not there."""
        command = self.section.get(rule) if self.section is not None else None
        return command.words[-1] if command is not None and not command.negative else ""

    def _changed(self, section: Section, identity: Identity) -> None:
        if section.mode.name == "archive" or identity[:1] in ((), ("archive",)):
            self._watch()

    def _watch(self) -> None:
        """Starts the time of `time-period` when it appears, and ends it when it is gone."""
        if self._period is None:
            self._since = None
        elif self._since is None:
            self._since = self._router.clock.now()

    def _stamp(self) -> str:
        """The time now, as it stands in names: `Nov-23-12-00-00.000-UTC`, `Mar--1-…`."""
        moment = self._router.clock.now()
        time, zone, _, month, day, _ = self._router.clock.stamp(moment).split()
        return f"{month}-{day:>2}-{time}.{moment.microsecond // 1000:03}-{zone}".replace(" ", "-").replace(":", "-")

    def _drop_oldest(self) -> None:
        while len(self.copies) > self.maximum:
            oldest = self.copies.pop(0)
            if self._router.flash.find(oldest.path) is not None:
                try:
                    self._router.flash.remove(oldest.path)
                except FlashError:
                    return  # it cannot be removed now; the user sees it in `dir`
