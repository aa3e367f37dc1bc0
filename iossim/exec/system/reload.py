"""reload, now or later, and show reload."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from iossim.exec.command import Line, Question, Reply, ask, exec_command
from iossim.exec.files.write import write_memory
from iossim.exec.text import is_confirmed, is_no, is_yes
from iossim.router.reloads import USUAL_REASON, Plan

_MODIFIED = "System configuration has been modified. Save? [yes/no]: "
_PROCEED = "Proceed with reload? [confirm]"
_NONE = "No reload is scheduled."


@exec_command
def reload(line: Line, message: str = USUAL_REASON) -> Question:
    """Restarts the router, after questions; the first question is asked if the configuration is not saved."""
    return _ask_to_save(line, (), lambda: line.router.reload(_user(line), message))


@exec_command
def reload_in(line: Line, minutes: str = "", delay: str = "", message: str = USUAL_REASON) -> Question:
    """Plans a reload after a time, after the questions of a reload."""
    hours, _, rest = delay.partition(":")
    wait = timedelta(minutes=int(minutes)) if minutes else timedelta(hours=int(hours), minutes=int(rest))
    return _plan(line, Plan(line.router.clock.now() + wait, _user(line), message))


@exec_command
def reload_at(line: Line, time: str, day: str = "", month: str = "", message: str = USUAL_REASON) -> Reply:
    """Plans a reload at a time of day, within a year; without a date, within a day."""
    now = line.router.clock.now()
    local = _local(line, now)
    hour, _, minute = time.partition(":")
    try:
        due = local.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
        if day:
            due = datetime.strptime(f"{day} {month[:3]} {local.year} {due:%H:%M}", "%d %b %Y %H:%M")
        if due <= local:
            due = due.replace(year=due.year + 1) if day else due + timedelta(days=1)
    except ValueError:
        return iter(["%Error: no such day"])
    return _plan(line, Plan(now + (due - local), _user(line), message, at=True))


def _local(line: Line, moment: datetime) -> datetime:
    """A moment in the time zone of the router, to the second."""
    time, _, _, month, day, year = line.router.clock.stamp(moment).split()
    return datetime.strptime(f"{time} {month} {day} {year}", "%H:%M:%S %b %d %Y")


def _plan(line: Line, plan: Plan) -> Question:
    left = _span(round((plan.due - line.router.clock.now()).total_seconds() / 60) * 60)
    says = [f"Reload scheduled {_when(line, plan, left)}", f"Reload reason: {plan.reason}"]
    return _ask_to_save(line, says, lambda: line.router.reloads.schedule(plan))


def _when(line: Line, plan: Plan, left: str) -> str:
    """The time of a planned reload, and its user: `in 10 minutes by console`."""
    time = f"for {line.router.clock.stamp(plan.due)} (in {left})" if plan.at else f"in {left}"
    return f"{time} by {plan.by}"


def _ask_to_save(line: Line, says: Iterable[str], then: Callable[[], None], before: Iterable[str] = ()) -> Question:
    """Asks whether to save a modified configuration, until the answer is yes or no; then whether to go on."""
    if not line.router.modified:
        return _ask_to_proceed(says, then)

    def saved(answer: str) -> Question:
        if is_yes(answer):
            return _ask_to_proceed([*write_memory(line), *says], then)
        if is_no(answer):
            return _ask_to_proceed(says, then)
        return _ask_to_save(line, says, then, ["% Please answer 'yes' or 'no'."])

    return ask(_MODIFIED, saved, says=before, default="no")


def _ask_to_proceed(says: Iterable[str], then: Callable[[], None]) -> Question:
    return ask(_PROCEED, lambda answer: then() if is_confirmed(answer) else None, says=says)


@exec_command
def reload_cancel(line: Line) -> Iterator[str]:
    """Gives up the planned reload."""
    if not line.router.reloads.cancel():
        yield "%No reload is scheduled."


@exec_command
def show_reload(line: Line) -> Iterator[str]:
    """The planned reload."""
    plan = line.router.reloads.plan
    if plan is None:
        yield _NONE
        return
    yield f"Reload scheduled {_when(line, plan, _span(line.router.reloads.seconds_left()))}"
    yield f"Reload reason: {plan.reason}"


def _user(line: Line) -> str:
    """The line and user, as the messages about a reload name them."""
    return "console" if line.name == "console" else f"{line.user or 'unknown'} on vty0"


def _span(seconds: int) -> str:
    """A time span in words: `1 hour and 33 minutes`, `9 minutes and 12 seconds`."""
    counts = ((seconds // 86400, "day"), (seconds // 3600 % 24, "hour"), (seconds // 60 % 60, "minute"), (seconds % 60, "second"))
    parts = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in counts if count] or ["0 seconds"]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
