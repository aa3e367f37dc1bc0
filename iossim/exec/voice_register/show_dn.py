"""show voice register dn: directory numbers of SIP phones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import Carrier, phones_by_dn, sections_of, tag_of
from iossim.exec.text import enabled
from iossim.router import RouterCore
from iossim.router.fields import field, is_set, number


@exec_command
def show_voice_register_dn(line: Line, dn: str | bool = "", all: bool = False) -> Iterator[str]:
    """A directory number of SIP phones, or all of them."""
    return dn_texts(line.router, "" if all else str(dn))


def dn_texts(router: RouterCore, tag: str = "") -> Iterator[str]:
    """The directory numbers of SIP phones; with a tag, one of them."""
    carriers = phones_by_dn(router.config, "voice_register_pool")
    for section in sections_of(router, "voice_register_dn", tag):
        yield from _dn(section, carriers.get(tag_of(section), []))


def _dn(section: Section, carriers: list[Carrier]) -> Iterator[str]:
    yield f"Dn Tag {tag_of(section)}"
    yield "Config:"
    if digits := field(section, "number", "number"):
        yield f"  Number is {digits}"
        yield f"  Preference is {number(section, 'preference', 'preference', 0)}"
        yield f"  Huntstop is {enabled(is_set(section, 'huntstop'))}"
    for direction in ("incoming", "outgoing"):
        if profile := field(section, "translation_profile", "profile", direction):
            yield f"  Translation-profile {direction} {profile}"
    if is_set(section, "allow_watch"):
        yield "  Allow watch is enabled"
    yield f"  Auto answer is {enabled(is_set(section, 'auto_answer'))}"
    for kind in ("all", "busy", "mailbox", "noan"):
        command = section.get(f"call_forward_b2bua_{kind}")
        if command is not None and not command.negative:
            yield f"  {command.text}"
    if is_set(section, "after_hour_exempt"):
        yield "  after-hour exempt"
    for pool, buttons in groupby(carriers, lambda carrier: tag_of(carrier[0])):
        yield f"  Pool {pool:<4} has this DN configured for line {', '.join(str(button) for _, button in buttons)}"
