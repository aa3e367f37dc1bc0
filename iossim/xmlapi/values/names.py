"""First and last names: two elements of an answer, one text of a command."""

from __future__ import annotations

from iossim.xmlapi.item import Item
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.values.registry import value


@value("name.first")
def first_name(item: Item) -> str:
    """The first name in the `name` of a line or of a directory entry; "" when the text is one word."""
    return _names(item)[0]


@value("name.last")
def last_name(item: Item) -> str:
    """The last name in the `name` of a line or of a directory entry; the whole text when it is one word."""
    return _names(item)[1]


def _names(item: Item) -> tuple[str, str]:
    entry = item.entry or item.command(("name",))
    text = str(entry.fields["name"]) if entry is not None and not entry.negative else ""
    return split_name(text, last_first=_last_name_first(item))


def split_name(text: str, *, last_first: bool) -> tuple[str, str]:
    """First and last name in a text.

    Args:
        text: like `Peter Lee`.
        last_first: the directory puts last names first, like `Lee Peter`.
    """
    first_word, _, rest = text.strip().partition(" ")
    rest = rest.strip()
    if not rest:
        return "", first_word
    return (rest, first_word) if last_first else (first_word, rest)


def _last_name_first(item: Item) -> bool:
    config = item.router.config

    def configured() -> bool:
        section = config.section("telephony_service")
        entry = section.get("directory") if section is not None else None
        return entry is not None and "last-name-first" in entry.keywords

    return Index.of(config).once("last-name-first", configured)
