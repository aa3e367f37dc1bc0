"""Signs of the command `button`: the letter between the number of a button and its directory numbers."""

from __future__ import annotations

from typing import NamedTuple


class Sign(NamedTuple):
    """A sign of a button.

    Attributes:
        mode: its name in the XML API.
        ring: its name in `show ephone`; "" for none.
        calls: calls can be taken on the button; a button that monitors or watches only shows a state.
        overlay: several directory numbers lie on the button.
    """

    mode: str
    ring: str = ""
    calls: bool = True
    overlay: bool = False


NORMAL = Sign("NORMAL")
#: The modes are the words of `voice user-profile`; `x` takes further calls of another button.
SIGNS = {
    ":": NORMAL,
    "b": Sign("BEEP_RING", "beep-ring"),
    "f": Sign("FEATURE_RING", "feature-ring"),
    "m": Sign("MONITOR_RING", "monitor-ring", calls=False),
    "s": Sign("SILENT_RING", "silent-ring"),
    "o": Sign("OVERLAY", "overlay", overlay=True),
    "c": Sign("CW_OVERLAY", "overlay", overlay=True),
    "w": Sign("WATCH", "watch", calls=False),
    "x": Sign("NORMAL", calls=False),
}
