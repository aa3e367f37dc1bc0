"""A planned reload (`reload in`, `reload at`): its countdown on the lines, and its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from iossim.errors import NvramError
from iossim.router.clock import Clock
from iossim.router.log import Log

#: The reason of a reload for which the user gave none.
USUAL_REASON = "Reload Command"
#: Seconds before the reload at which the lines are warned.
_WARNINGS = (3600, 1800, 300, 60)


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned reload.

    Attributes:
        due: its time, in UTC.
        by: the line and user: `console`, `bob on vty0`.
        reason: the reason.
        at: a time of day was given, no delay.
    """

    due: datetime
    by: str
    reason: str = USUAL_REASON
    at: bool = False


class Reloads:
    """The one reload that may be planned.

    Args:
        clock: the router's clock.
        log: the router's log.
        announce: shows a text on all lines.
        reload: restarts the router; takes the line and user, and the reason.

    Attributes:
        plan: the planned reload; None if there is none.
    """

    def __init__(self, clock: Clock, log: Log, announce: Callable[[str], None], reload: Callable[[str, str], None]) -> None:
        self._clock = clock
        self._log = log
        self._announce = announce
        self._reload = reload
        self._warned: datetime | None = None
        self.plan: Plan | None = None

    def schedule(self, plan: Plan) -> None:
        """Plans a reload in place of an earlier one."""
        self.plan = plan
        self._warned = now = self._clock.now()
        stamps = f"for {self._clock.stamp(plan.due)} at {self._clock.stamp(now)}"
        self._log("SYS", 5, "SCHEDULED_RELOAD", f"Reload requested {stamps} by {plan.by}. Reload Reason: {plan.reason}.")

    def cancel(self) -> bool:
        """Gives up the planned reload, and says so on all lines; returns False if there is none."""
        if self.plan is None:
            return False
        self.plan = None
        self._announce("\n\n***\n*** --- SHUTDOWN ABORTED ---\n***\n")
        now = self._clock.stamp()
        self._log("SYS", 5, "SCHEDULED_RELOAD_CANCELLED", f" Scheduled reload cancelled at {now}")
        return True

    def seconds_left(self) -> int:
        """The seconds until the planned reload; 0 if there is none."""
        return max(0, int((self.plan.due - self._clock.now()).total_seconds())) if self.plan is not None else 0

    def advance(self) -> None:
        """Warns the lines when the time of a warning has come, and restarts the router at the end."""
        plan = self.plan
        if plan is None:
            return
        now = self._clock.now()
        if now >= plan.due:
            self.plan = None
            self._end(plan)
            return
        passed = [
            left for left in _WARNINGS if self._warned is not None and self._warned < plan.due - timedelta(seconds=left) <= now
        ]
        self._warned = now
        if passed:
            hours, rest = divmod(passed[-1], 3600)
            self._announce(f"\n\n***\n*** --- SHUTDOWN in {hours}:{rest // 60:02}:00 ---\n***\n")

    def _end(self, plan: Plan) -> None:
        try:
            self._reload(plan.by, plan.reason)
        except NvramError as error:
            self._log("SYS", 3, "RELOAD_FAILED", error.report)
