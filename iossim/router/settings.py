"""Short ways to read the config tree: an argument in force, a number, whether a command is set."""

from __future__ import annotations

import re
from dataclasses import dataclass

from iossim.config import Section
from iossim.router.templates import Commands


def field(section: Commands | None, rule: str, name: str, *key: str) -> str:
    """An argument of a command in force; "" where the command, or the argument, is not there.

    Args:
        section: where the command stands; None: nowhere.
        rule: the command's rule.
        name: the argument's field.
        key: what tells the command from its like.
    """
    command = section.effective(rule, *key) if section is not None else None
    value = command.fields.get(name, "") if command is not None and not command.negative else ""
    return value if isinstance(value, str) else " ".join(value)


def number(section: Commands | None, rule: str, name: str, otherwise: int) -> int:
    """An argument that is a number, or what counts where it is not set."""
    text = field(section, rule, name)
    return int(text) if text.isdigit() else otherwise


def is_set(section: Commands | None, rule: str, *key: str) -> bool:
    """True if a command is in force, entered or by default."""
    command = section.effective(rule, *key) if section is not None else None
    return command is not None and not command.negative


def mac_of(section: Section) -> str:
    """The MAC address of an ephone or a pool, `AAAA.BBBB.CCCC`; "" where it has none."""
    return field(section, "mac_address", "address") or field(section, "id", "mac")


def name_of(section: Section) -> str:
    """The device name of an ephone or a pool: `SEP` and the MAC address, or the name that takes its place."""
    own = field(section, "id", "device_name")
    mac = mac_of(section)
    if own or not mac:
        return own or field(section, "vm_device_id", "device")
    return "SEP" + mac.replace(".", "").upper()


@dataclass(frozen=True, slots=True)
class Button:
    """A line button of a phone.

    Attributes:
        number: its position, from 1.
        sign: how it rings: `:` b f m s w, or o c (overlay), x (more calls of another button).
        dns: the tags on it; none for x.
    """

    number: int
    sign: str
    dns: tuple[str, ...]

    @property
    def owns(self) -> bool:
        """Whether calls can be taken on it: buttons that monitor or watch only show a state."""
        return self.sign not in "mwx"


_BUTTON = re.compile(r"(\d+)([a-z:])(.*)").fullmatch


def buttons(section: Section) -> list[Button]:
    """The line buttons of an ephone (`button`) or of a pool (`number TAG dn DN`), by position."""
    found = []
    for command in section.all("button"):
        match = _BUTTON(command.words[-1])
        if match is not None and not command.negative:
            dns = () if match[2] == "x" else tuple(match[3].split(","))
            found.append(Button(int(match[1]), match[2], dns))
    for command in section.all("number"):
        fields = command.fields
        if "dn" in fields and not command.negative:
            found.append(Button(int(str(fields["tag"])), ":", (str(fields["dn"]),)))
    return found
