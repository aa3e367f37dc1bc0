"""Ages as IOS prints them."""

from __future__ import annotations


def age(seconds: int) -> str:
    """A time span: `00:12:34` under a day, `1d02h` under a week, `1w2d` under a year, then `1y10w`."""
    hours, days = seconds // 3600, seconds // 86_400
    if days < 1:
        return f"{hours:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if days < 7:
        return f"{days}d{hours % 24:02}h"
    if days < 365:
        return f"{days // 7}w{days % 7}d"
    return f"{days // 365}y{days % 365 // 7}w"
