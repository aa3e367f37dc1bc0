"""The users of phones: user profiles, and the place where a user name is configured."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from iossim.router.fields import field, number
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.values.registry import value, values

if TYPE_CHECKING:
    from iossim.config import Section
    from iossim.router import RouterCore

#: The mode of a number in a user profile, by the word after `type`.
_LINE_MODES = {
    "normal": "NORMAL",
    "beep-ring": "BEEP_RING",
    "feature-ring": "FEATURE_RING",
    "monitor-ring": "MONITOR_RING",
    "silent-ring": "SILENT_RING",
    "overlay": "OVERLAY",
    "cw-overlay": "CW_OVERLAY",
}
#: There may be three times as many profiles as phones.
_PROFILES_PER_PHONE = 3


@values("profile.numbers")
def profile_numbers(item: Item) -> Iterator[Value]:
    """The numbers of a user profile, one by one."""
    for entry in item.all("number"):
        fields = entry.fields
        for text in str(fields["number"]).split(","):
            yield {"number": text, "mode": _LINE_MODES[str(fields["line_type"])]}


@value("profile.highest")
def highest_profile(item: Item) -> str:
    """The highest tag of a user profile."""
    section = item.router.config.section("telephony_service")
    return str(_PROFILES_PER_PHONE * number(section, "max_ephones", "count", 0))


#: The places of a user name: ISuserType, the rule of the sections, and the command.
_USERS = (("1", "ephone", "username"), ("2", "voice_logout_profile", "user"), ("3", "voice_user_profile", "user"))


@value("user.type")
def user_type(item: Item) -> str | None:
    """The kind of section that has the requested user name: 1 ephone, 2 logout profile, 3 user profile, 0 none."""
    return _user(item)[0]


@value("user.tag")
def user_tag(item: Item) -> str | None:
    """The tag of the ephone or profile that has the requested user name; 0 for none."""
    return _user(item)[1]


def _user(item: Item) -> tuple[str, str]:
    kind, _, tag = find_user(item.router, item.parameters["ISuserID"]) or ("0", "", 0)
    return kind, str(tag)


def find_user(router: RouterCore, name: str) -> tuple[str, str, int] | None:
    """The place of a user name: ISuserType, and rule and tag of the section; None if no section has it."""
    for kind, rule, command in _USERS:
        tags = Index.of(router.config).lookup(rule, "user", partial(_user_name, command)).find(name)
        if tags:
            return kind, rule, tags[0]
    return None


def _user_name(command: str, section: Section) -> list[str]:
    name = field(section, command, "username")
    return [name] if name else []
