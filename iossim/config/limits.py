"""Limits of what the router reads, so that no input can fill its memory."""

from __future__ import annotations

#: The most characters of a line, typed, received or in a file. IOS takes 254 at a terminal; files and programs write longer ones.
LONGEST_LINE = 4_096
