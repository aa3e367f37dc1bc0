"""Confirmed changes: the configuration goes back to a copy unless the user confirms the change in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from iossim.router.archive import Archive
from iossim.router.clock import Clock
from iossim.router.replacing import Replaceable, Replacement, replace

#: The message while no change waits.
NOTHING = "%No Rollback Confirmed Change pending"
#: The message for a second change while one waits.
BUSY = "%Rollback Confirmed Change already pending"


class RollbackRouter(Replaceable, Protocol):
    """The parts of a router that a confirmed change uses."""

    archive: Archive
    clock: Clock

    @property
    def running_config(self) -> str:
        """The running-config."""


@dataclass(slots=True)
class Pending:
    """A change that waits for its confirmation.

    Attributes:
        text: the configuration to go back to.
        file: the name of its copy.
        minutes: the time for the confirmation.
        idle: the time begins anew with every line that is typed.
        user: the user who made the change; "" for none.
        set_at: the time when the timer was set.
        since: the time from which it runs.
        warned: the user has been warned one minute before the end.
    """

    text: str
    file: str
    minutes: int
    idle: bool
    user: str
    set_at: datetime
    since: datetime
    warned: bool = False

    @property
    def due(self) -> datetime:
        """The time of the rollback."""
        return self.since + timedelta(minutes=self.minutes)


class Rollback:
    """The one change that may wait for its confirmation.

    Args:
        router: the router.

    Attributes:
        pending: the change; None if none waits.
    """

    def __init__(self, router: RollbackRouter) -> None:
        self._router = router
        self.pending: Pending | None = None

    def start(self, minutes: int, idle: bool, user: str) -> tuple[str, str]:
        """Copies the running-config to the archive, and starts the timer; one change waits at a time.

        Args:
            minutes: the time for the confirmation.
            idle: the time begins anew with every line that is typed.
            user: the user; "" for none.

        Returns:
            The name of the copy, and the router's message if there is none; one of them is "".
        """
        if self.pending is not None:
            return "", BUSY
        router, now = self._router, self._router.clock.now()
        text = router.running_config
        message = router.archive.save()
        if message:
            return "", message
        file = router.archive.copies[-1].full.replace(":/", ":")
        self._log("BACKUP", f"Backing up current running config to {file}")
        self.pending = Pending(text, file, minutes, idle, user, now, now)
        kind = "IDLETIMER" if idle else "ABSTIMER"
        self._log(f"START_{kind}", f"User: {user or 'console'}: Scheduled to rollback to config {file} in {minutes} minutes")
        return file, ""

    def set_timer(self, minutes: int, idle: bool) -> bool:
        """Sets the timer of the pending change anew; returns False if none waits."""
        if self.pending is None:
            return False
        now = self._router.clock.now()
        self.pending.minutes, self.pending.idle, self.pending.warned = minutes, idle, False
        self.pending.set_at = self.pending.since = now
        return True

    def confirm(self, user: str) -> bool:
        """Keeps the change; returns False if none waits."""
        if self.pending is None:
            return False
        self.pending = None
        self._log("CONFIRM", f"User: {user or 'console'}: Confirm the configuration change")
        return True

    def revert(self) -> tuple[str, Replacement] | None:
        """Goes back at once; returns the name of the copy and the result, or None if no change waits."""
        pending, self.pending = self.pending, None
        if pending is None:
            return None
        self._log("ROLLBACK_START", f"Start rolling to: {pending.file}")
        return pending.file, replace(self._router, pending.text, pending.user)

    def used(self) -> None:
        """A line was typed: an idle timer begins anew."""
        if self.pending is not None and self.pending.idle:
            self.pending.since, self.pending.warned = self._router.clock.now(), False

    def advance(self) -> None:
        """Warns one minute before the end of the time, and goes back after it."""
        pending = self.pending
        if pending is None:
            return
        now = self._router.clock.now()
        if now >= pending.due:
            self.revert()
        elif now >= pending.due - timedelta(minutes=1) and pending.minutes > 1 and not pending.warned:
            pending.warned = True
            text = f'System will rollback to config {pending.file} in one minute. Enter "configure confirm" if you wish to keep'
            self._log("WARNING_IDLETIMER" if pending.idle else "WARNING_ABSTIMER", f"{text} what you've configured")

    def _log(self, mnemonic: str, text: str) -> None:
        self._router.log("ARCHIVE_DIFF", 5, f"ROLLBK_CNFMD_CHG_{mnemonic}", text)
