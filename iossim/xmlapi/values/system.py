"""What answers say about the router as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.router.facts import dscp, fac
from iossim.router.facts.locales import LOCALES
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.values.registry import field, value, values


@value("cme.version")
def version(item: Item) -> str:
    """The version of Unified CME."""
    return item.router.cme_version


@value("count.ephones")
def ephones(item: Item) -> str:
    """How many ephones are configured."""
    return str(len(Index.of(item.router.config).tags("ephone")))


@value("count.extensions")
def extensions(item: Item) -> str:
    """How many ephone-dns are configured."""
    return str(len(Index.of(item.router.config).tags("ephone_dn")))


@value("login.clear")
def login_clear(item: Item) -> str | None:
    """The time at which logged-in users are logged out: hour and minute without padding."""
    text = field(item, "login", "clear")
    if text is None:
        return None
    hour, minute = text.split(":") if ":" in text else (text[:-2] or "0", text[-2:])
    return f"{int(hour)}:{int(minute)}"


@value("em.logout")
def em_logout(item: Item) -> str | None:
    """Three times of day, of which the unset ones print as -1."""
    times = [text for name in ("time1", "time2", "time3") if (text := field(item, "em_logout", name))]
    padded = [f"{int(hour):02}:{int(minute):02}" for hour, minute in (text.split(":") for text in times)]
    return " ".join([*padded, "00:-1", "-1:-1"][:3]) if padded else None


@values("fac.codes")
def fac_codes(item: Item) -> Iterator[Value]:
    """The feature access codes in force, in the documented order, and then the aliases."""
    custom = [(str(entry.fields["feature"]), str(entry.fields["code"])) for entry in item.commands("fac_custom")]
    for feature, code in fac.in_force(item.command(("fac_standard",)) is not None, custom).items():
        yield {"feature": feature, "code": code}
    for entry in item.commands("fac_custom_alias"):
        fields = {name: str(text) for name, text in entry.fields.items()}
        yield {"feature": "alias", "code": fields["code"], "alias": fields["alias_tag"], "map": fields["target"]}


@values("dscp.words")
def dscp_words(item: Item) -> Iterator[Value]:
    """The marks of `ip qos dscp` that have a word of their own, each with its fixed index, by index."""
    found = []
    for entry in item.commands("ip_qos_dscp"):
        word = dscp.name_of(str(entry.fields["dscp"]))
        if word in dscp.INDEX:
            found.append((dscp.INDEX[word], word, dscp.TRAFFIC[str(entry.fields["traffic"])]))
    for index, word, traffic in sorted(found):
        yield {"index": str(index), "word": word, "traffic": traffic}


@values("locales.network")
def network_locales(item: Item) -> Iterator[Value]:
    """The five network locales, configured or not."""
    for index, fields in enumerate(_locales(item, "network_locale")):
        yield {"index": str(index), "locale": fields.get("locale", "")}


@values("locales.user")
def user_locales(item: Item) -> Iterator[Value]:
    """The five user locales, configured or not; one that a user defines (`U1 fr`) says its language itself."""
    for index, fields in enumerate(_locales(item, "user_locale")):
        locale = fields.get("locale", "")
        named = {"locale": fields["user_code"], "package": locale} if "user_code" in fields else {"locale": locale}
        package = LOCALES[locale].package if locale in LOCALES else ""
        yield {"index": str(index), "package": package, "load": fields.get("file", "")} | named


def _locales(item: Item, rule: str) -> Iterator[dict[str, str]]:
    """The fields of the five locales; the command without a tag is that of the first."""
    for index in range(5):
        entry = item.command((rule, str(index)), *([(rule,)] if index == 0 else []))
        fields = entry.fields if entry is not None and not entry.negative else {}
        yield {name: str(text) for name, text in fields.items()}


_DAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat")


@values("night-service.days")
def night_service_days(item: Item) -> Iterator[Value]:
    """The days with night service, Sunday first; `everyday` fills all seven, and a day of its own goes before it."""
    everyday = item.command(("night_service_everyday",))
    for index, day in enumerate(_DAYS, start=1):
        entry = item.command(("night_service_day", day)) or everyday
        if entry is not None and not entry.negative:
            fields = entry.fields
            yield {"index": str(index), "day": day.title(), "start": str(fields["start"]), "stop": str(fields["stop"])}
