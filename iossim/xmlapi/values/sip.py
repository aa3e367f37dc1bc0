"""SIP phones and their lines, hunt groups, and the users of phones."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.values.registry import carriers, field, number_of, value, values

if TYPE_CHECKING:
    from iossim.config import Section
    from iossim.router import RouterCore


@values("pool.lines")
def pool_lines(item: Item) -> Iterator[Value]:
    """The lines of a SIP phone that carry a directory number, in order."""
    for entry in item.commands("number"):
        fields = entry.fields
        if "dn" in fields:
            tag = str(fields["dn"])
            line = item.router.phones.sip_extension(tag)
            yield {
                "line": str(fields["tag"]),
                "extension": tag,
                "number": number_of(item, "voice_register_dn", tag),
                "state": line.state if line is not None else "",
            }


@value("pool.codec-class")
def codec_class(item: Item) -> str | None:
    """The class of codecs of a SIP phone, as it is configured: it may hold several codecs, or not be there yet."""
    tag = field(item, "voice_class_codec", "tag")
    return f"voice-class codec {tag}" if tag is not None else None


@values("sip-extension.pools")
def pools(item: Item) -> list[str]:
    """The tags of the pools that carry this directory number, ascending."""
    return carriers(item, "voice_register_pool", "voice-register-dn", "number")


#: A number on a user's profile, by the word behind `type`.
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
    """The numbers of a user, each by itself."""
    for entry in item.commands("number"):
        fields = entry.fields
        for number in str(fields["number"]).split(","):
            yield {"number": number, "mode": _LINE_MODES[str(fields["line_type"])]}


@value("profile.highest")
def highest_profile(item: Item) -> str:
    """The last tag that a user profile may have."""
    section = item.router.config.section("telephony_service")
    phones = field(item.at(section), "max_ephones", "count")
    return str(_PROFILES_PER_PHONE * int(phones or 0))


@values("hunt-group.members")
def members(item: Item) -> list[str]:
    """The numbers in the list of a hunt group."""
    return (field(item, "list", "members") or "").replace(",", " ").split()


@value("hunt-group.size")
def size(item: Item) -> str:
    """How many numbers are in the list of a hunt group."""
    return str(len(members(item)))


#: Where a user name may stand: ISuserType, the sections and the command.
_USERS = (("1", "ephone", "username"), ("2", "voice_logout_profile", "user"), ("3", "voice_user_profile", "user"))


@value("user.type")
def user_type(item: Item) -> str | None:
    """What kind of user has the name that is asked for."""
    return _user(item)[0]


@value("user.tag")
def user_tag(item: Item) -> str | None:
    """The tag of the ephone or profile of the user that is asked for."""
    return _user(item)[1]


def _user(item: Item) -> tuple[str, str]:
    kind, _, tag = find_user(item.router, item.parameters["ISuserID"]) or ("0", "", 0)
    return kind, str(tag)


def find_user(router: RouterCore, name: str) -> tuple[str, str, int] | None:
    """Where a user name is configured: ISuserType, and rule and tag of the section; None where it is nowhere."""
    for kind, rule, command in _USERS:
        tags = Index.of(router.config).lookup(rule, "user", partial(_user_of, command)).find(name)
        if tags:
            return kind, rule, tags[0]
    return None


def _user_of(command: str, section: Section) -> list[str]:
    entry = section.get(command)
    name = entry.fields.get("username") if entry is not None and not entry.negative else None
    return [name] if isinstance(name, str) else []
