"""Values of the router as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.language import defaults_of, language
from iossim.router.facts import dscp, fac
from iossim.router.facts.locales import LOCALES
from iossim.router.fields import field
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.values.registry import value, values


@value("cme.version")
def version(item: Item) -> str:
    """The version of Unified CME."""
    return item.router.cme_version


@value("count.ephones")
def ephones(item: Item) -> str:
    """The count of configured ephones."""
    return str(len(Index.of(item.router.config).tags("ephone")))


@value("count.extensions")
def extensions(item: Item) -> str:
    """The count of configured ephone-dns."""
    return str(len(Index.of(item.router.config).tags("ephone_dn")))


@value("login.clear")
def login_clear(item: Item) -> str | None:
    """The time at which users are logged out, as `hour:minute` without leading zeros."""
    text = field(item, "login", "clear")
    if not text:
        return None
    hour, minute = text.split(":") if ":" in text else (text[:-2] or "0", text[-2:])
    return f"{int(hour)}:{int(minute)}"


@value("em.logout")
def em_logout(item: Item) -> str | None:
    """Three times of day; -1 stands for a time that is not set."""
    times = [text for name in ("time1", "time2", "time3") if (text := field(item, "em_logout", name))]
    padded = [f"{int(hour):02}:{int(minute):02}" for hour, minute in (text.split(":") for text in times)]
    return " ".join([*padded, "00:-1", "-1:-1"][:3]) if padded else None


@values("fac.codes")
def fac_codes(item: Item) -> Iterator[Value]:
    """The feature access codes in force, standard or custom, in the documented order; then the aliases."""
    custom = [(str(entry.fields["feature"]), str(entry.fields["code"])) for entry in item.all("fac_custom")]
    for feature, code in fac.in_force(item.command(("fac_standard",)) is not None, custom).items():
        yield {"feature": feature, "code": code}
    for entry in item.all("fac_custom_alias"):
        fields = {name: str(text) for name, text in entry.fields.items()}
        yield {"feature": "alias", "code": fields["code"], "alias": fields["alias_tag"], "map": fields["target"]}


#: The kind of packets of a word that marks no kind.
_UNUSED = dscp.TRAFFIC["media"]


@values("dscp.words")
def dscp_words(item: Item) -> Iterator[Value]:
    """The 21 DSCP words, each with the kind of packets that is marked with it."""
    kinds = {}
    for kind, name in dscp.TRAFFIC.items():
        kinds[dscp.name_of(field(item, "ip_qos_dscp", "dscp", kind) or _default_dscp(kind))] = name
    for index, word in enumerate(dscp.VALUES):
        yield {"index": str(index), "word": word, "traffic": kinds.get(word, _UNUSED)}


def _default_dscp(kind: str) -> str:
    """The default mark of a kind; it also counts on a router without telephony-service."""
    default = defaults_of(language().mode("telephony_service"))["ip_qos_dscp", kind]
    return str(default.fields["dscp"])


@values("call-forward.patterns")
def call_forward_patterns(item: Item) -> Iterator[Value]:
    """The patterns of `call-forward pattern`, by their numbers; a pattern keeps its number when another one is removed."""
    for entry in item.all("call_forward_pattern"):
        yield {"index": str(entry.number), "pattern": str(entry.fields["pattern"])}


@values("locales.network")
def network_locales(item: Item) -> Iterator[Value]:
    """The five network locales; one that is not configured is empty."""
    for index, fields in enumerate(_locales(item, "network_locale")):
        yield {"index": str(index), "locale": fields.get("locale", "")}


@values("locales.user")
def user_locales(item: Item) -> Iterator[Value]:
    """The five user locales; one that is not configured is empty. A locale that a user defines (`U1 fr`) has its own language."""
    for index, fields in enumerate(_locales(item, "user_locale")):
        locale = fields.get("locale", "")
        own = {"locale": fields["user_code"], "package": locale} if "user_code" in fields else {"locale": locale}
        package = LOCALES[locale].package if locale in LOCALES else ""
        yield {"index": str(index), "package": package, "load": fields.get("file", "")} | own


def _locales(item: Item, rule: str) -> Iterator[dict[str, str]]:
    """The fields of the five locales; a command without a tag is for the first one."""
    for index in range(5):
        entry = item.command((rule, str(index)), *([(rule,)] if index == 0 else []))
        fields = entry.fields if entry is not None and not entry.negative else {}
        yield {name: str(text) for name, text in fields.items()}


_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


@values("night-service.days")
def night_service_days(item: Item) -> Iterator[Value]:
    """The days with night service, Sunday first; `everyday` is for all days that have no command of their own."""
    everyday = item.command(("night_service_everyday",))
    for index, day in enumerate(_DAYS, start=1):
        entry = item.command(("night_service_day", day)) or everyday
        if entry is not None and not entry.negative:
            fields = entry.fields
            yield {"index": str(index), "day": day.title(), "start": str(fields["start"]), "stop": str(fields["stop"])}
