"""show ephone dn and show ephone telephone-number: the phones that have a dn, or a number, on a button."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.ephone.phone_text import NONE_SUCH
from iossim.exec.phones import Carrier, phones_by_dn, tag_of
from iossim.router.fields import field, mac_of


@exec_command
def show_ephone_with_dn(line: Line, dn: str | bool = "") -> Iterator[str]:
    """The phones that have a directory number on a button; without a tag, the phones of every directory number."""
    config = line.router.config
    carriers = phones_by_dn(config, "ephone")
    tags = [dn] if isinstance(dn, str) and dn else [tag_of(section) for section in config.sections("ephone_dn")]
    for tag in tags:
        if config.section("ephone_dn", tag):
            yield f"Tag {tag}, Normal or Intercom dn "
            yield from _phones(carriers.get(tag, []), "")


@exec_command
def show_ephone_telephone_number(line: Line, number: str) -> Iterator[str]:
    """The phones that have a telephone number on a button."""
    config = line.router.config
    carriers = phones_by_dn(config, "ephone")
    empty = True
    for section in config.sections("ephone_dn"):
        numbers = {"primary": field(section, "number", "number"), "secondary": field(section, "number", "secondary")}
        kind = next((kind for kind, value in numbers.items() if value == number), "")
        if kind:
            empty = False
            yield f"DP tag: 0, {kind}"
            yield f"Tag {tag_of(section)}, Normal or Intercom dn"
            yield from _phones(carriers.get(tag_of(section), []), "  ")
    if empty:
        yield NONE_SUCH


def _phones(carriers: list[Carrier], indent: str) -> Iterator[str]:
    for phone, button in carriers:
        yield f"{indent}ephone {tag_of(phone)}, mac-address {mac_of(phone)}, line {button}"
