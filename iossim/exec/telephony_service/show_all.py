"""show telephony-service all, dial-peer and voice-port: the settings, numbers and phones with their voice ports and dial peers."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.phones import tag_of
from iossim.exec.telephony_service.show_ephone_dn import safe_lines
from iossim.exec.telephony_service.show_settings import settings
from iossim.router import RouterCore
from iossim.router.facts.dial_peers import of_dn
from iossim.router.fields import field, is_set


def everything(router: RouterCore, section: Section) -> Iterator[str]:
    """The settings, all numbers and phones, voice ports and dial peers."""
    yield from settings(router, section)
    for rule in ("ephone_dn", "ephone"):
        for part in router.config.sections(rule):
            assert part.header is not None
            yield f"{part.header.words[0]} {tag_of(part)}"
            yield from (text.strip() for text in safe_lines(part))
            yield "!"
    yield from voice_ports(router, section)
    yield from dial_peers(router, section)


def dial_peers(router: RouterCore, section: Section) -> Iterator[str]:
    """The dial peers of the directory numbers."""
    for dn in router.config.sections("ephone_dn"):
        if pattern := field(dn, "number", "number"):
            yield f"dial-peer voice {of_dn(tag_of(dn))} pots"
            yield f" destination-pattern {pattern}"
            if is_set(dn, "huntstop"):
                yield " huntstop"
            yield f" port 50/0/{tag_of(dn)}"


def voice_ports(router: RouterCore, section: Section) -> Iterator[str]:
    """The virtual voice ports of the directory numbers."""
    for dn in router.config.sections("ephone_dn"):
        yield f"voice-port 50/0/{tag_of(dn)}"
        yield f" station-id number {field(dn, 'number', 'number')}"
        if name := field(dn, "name", "name"):
            yield f" station-id name {name}"
        if timeout := field(dn, "call_forward_noan", "timeout"):
            yield f" timeout ringing {timeout}"
        yield "!"
