"""Limits of what the router reads, so that no input can fill its memory, and the lengths of keys."""

from __future__ import annotations

#: The most characters of a line, typed, received or in a file. IOS takes 254 at a terminal; files and programs write longer ones.
LONGEST_LINE = 4_096

#: The characters of a clear key of OSPF that count, by the name of its command.
LONGEST_KEYS = {"ip_ospf_authentication_key": 8, "ip_ospf_message_digest_key": 16}
