"""Short ways to read the config tree: a field of a command in force, a number, a command that is set, a phone's name."""

from __future__ import annotations

import re

from iossim.config import Section
from iossim.router.templates import Commands

_MAC = re.compile("[0-9A-F]{12}")
_MAC_SIGNS = re.compile("[.:-]")


def plain_mac(text: str) -> str:
    """A MAC address or a device name (`SEP…`) as twelve capital digits, from any spelling; any other text as it is."""
    digits = _MAC_SIGNS.sub("", text.upper().removeprefix("SEP"))
    return digits if _MAC.fullmatch(digits) else text


def field(section: Commands | None, rule: str, name: str, *key: str) -> str:
    """A field of the command in force; "" if the command or the field is missing.

    Args:
        section: where the command stands; None gives "".
        rule: the command's rule.
        name: the field's name.
        key: the fields that tell two commands of the rule apart.
    """
    command = section.effective(rule, *key) if section is not None else None
    value = command.fields.get(name, "") if command is not None and not command.negative else ""
    return value if isinstance(value, str) else " ".join(value)


def number(section: Commands | None, rule: str, name: str, default: int) -> int:
    """A field that is a whole number, or `default` if it is not set."""
    text = field(section, rule, name)
    return int(text) if text.isdecimal() else default


def is_set(section: Commands | None, rule: str, *key: str) -> bool:
    """True if a command is in force, entered or by default."""
    command = section.effective(rule, *key) if section is not None else None
    return command is not None and not command.negative


def mac_of(section: Section) -> str:
    """The MAC address of an ephone or a pool, `AAAA.BBBB.CCCC`; "" if it has none."""
    return field(section, "mac_address", "address") or field(section, "id", "mac")


def name_of(section: Section) -> str:
    """The device name of an ephone or a pool: `SEP` and the MAC address, or the name that is configured in its place."""
    device_name = field(section, "id", "device_name")
    mac = mac_of(section)
    if device_name or not mac:
        return device_name or field(section, "vm_device_id", "device")
    return "SEP" + mac.replace(".", "").upper()
