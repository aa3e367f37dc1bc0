"""Times of the day, months, and days of the week."""

from __future__ import annotations

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def clock_time(word: str) -> str | None:
    """The canonical form of hh:mm, 00:00 to 24:00, or None."""
    hours, _, minutes = word.partition(":")
    if len(hours) not in (1, 2) or len(minutes) != 2 or not (_is_number(hours) and _is_number(minutes)):
        return None
    fits = ((len(hours) == 1 or hours < "24") and minutes < "60") or word == "24:00"
    return f"{hours:0>2}:{minutes}" if fits else None


def _is_number(word: str) -> bool:
    return word.isdigit() and word.isascii()


def day_time(word: str) -> str | None:
    """Like `clock_time`, but without 24:00."""
    time = clock_time(word)
    return time if time != "24:00" else None


def hour_time(word: str) -> str | None:
    """Like `day_time`, printed without a leading zero (`clock summer-time CDT recurring 2 Sun Mar 2:00 …`)."""
    time = day_time(word)
    return time and time.removeprefix("0")


def short_time(word: str) -> str | None:
    """Like `clock_time`, printed without leading zeros (`em logout 1:0`)."""
    hours, _, minutes = word.partition(":")
    time = clock_time(f"{hours}:{minutes.zfill(2)}") if minutes else None
    return time and ":".join(str(int(part)) for part in time.split(":"))


def month(word: str) -> str | None:
    """The full name of a month (`nov` is November), or None."""
    return _begun(_MONTHS, word)


def weekday(word: str) -> str | None:
    """The first three letters of a day of the week (`monday` is Mon), or None."""
    name = _begun(_DAYS, word)
    return name and name[:3]


def _begun(names: tuple[str, ...], word: str) -> str | None:
    """The name that begins with a word of three letters or more, or None."""
    return next((name for name in names if len(word) > 2 and name.lower().startswith(word.lower())), None)
