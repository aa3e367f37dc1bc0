"""Countries of `user-locale` and `network-locale`."""

from __future__ import annotations

from typing import NamedTuple


class Locale(NamedTuple):
    """The names that the files of a country have.

    Attributes:
        language: the language in the names of files for phones.
        country: the country in the names of files for phones.
        package: the code of the language package; "" for English, which is on every phone.
    """

    language: str
    country: str
    package: str


DEFAULT = "US"
LOCALES = {
    "US": Locale("English", "United_States", ""),
    "DE": Locale("German", "Germany", "de"),
    "DK": Locale("Danish", "Denmark", "da"),
    "ES": Locale("Spanish", "Spain", "es"),
    "FR": Locale("French", "France", "fr"),
    "IT": Locale("Italian", "Italy", "it"),
    "JP": Locale("Japanese", "Japan", "ja"),
    "NL": Locale("Dutch", "Netherlands", "nl"),
    "NO": Locale("Norwegian", "Norway", "no"),
    "PT": Locale("Portuguese", "Portugal", "pt"),
    "RU": Locale("Russian", "Russian_Federation", "ru"),
    "SE": Locale("Swedish", "Sweden", "sv"),
}
