"""show telephony-service tftp-bindings: the files that SCCP phones fetch."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.config.phone_types import USUAL
from iossim.router import RouterCore
from iossim.router.facts.locales import DEFAULT, LOCALES, Locale
from iossim.router.fields import field, mac_of, name_of
from iossim.router.templates import in_force

_FILES = (
    "SEPDEFAULT.cnf",
    "SEPDEFAULT.cnf alias SEPDefault.cnf",
    "XMLDefault.cnf.xml alias XMLDefault.cnf.xml",
    "ATADefault.cnf.xml",
)


def bindings(router: RouterCore, section: Section) -> Iterator[str]:
    """The files of all phones, of every phone that has a MAC address, and of the locales."""
    yield from (f"tftp-server system:/its/{file}" for file in _FILES)
    for phone in router.config.sections("ephone"):
        if mac_of(phone):
            kind = field(in_force(router.config, phone), "type", "phone_type") or USUAL
            yield f"tftp-server system:/its/XMLDefault{kind}.cnf.xml alias {name_of(phone)}.cnf.xml"
    language, country, _ = _locale(section, "user_locale")
    for name in ("7960-font.xml", "7960-dictionary.xml", "7960-kate.xml", "SCCP-dictionary.xml"):
        yield f"tftp-server system:/its/{country.lower()}/{name} alias {language}_{country}/{name}"
    country = _locale(section, "network_locale").country
    yield f"tftp-server system:/its/{country.lower()}/7960-tones.xml alias {country}/7960-tones.xml"


def _locale(section: Section, rule: str) -> Locale:
    return LOCALES.get(field(section, rule, "locale"), LOCALES[DEFAULT])
