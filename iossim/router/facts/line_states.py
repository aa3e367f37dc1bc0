"""States of a channel of a line."""

from __future__ import annotations

#: The states in which the phone is off the hook.
OFF_HOOK = frozenset(("seize", "alerting", "connected"))
