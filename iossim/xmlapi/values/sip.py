"""SIP phones (voice register pool) and their lines."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.router.buttons import buttons
from iossim.router.fields import field
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.lookup import carriers
from iossim.xmlapi.values.registry import value, values


@values("pool.lines")
def pool_lines(item: Item) -> Iterator[Value]:
    """The lines of a SIP phone that have a directory number, by position."""
    for button in buttons(item):
        for tag in button.dns:
            extension = item.router.phones.sip_extension(tag)
            yield {
                "line": str(button.number),
                "extension": tag,
                "number": extension.number if extension is not None else "",
                "state": extension.state if extension is not None else "",
            }


@value("pool.codec-class")
def codec_class(item: Item) -> str | None:
    """The codec class of a SIP phone as it is configured; the class may have several codecs, or may not exist yet."""
    tag = field(item, "voice_class_codec", "tag")
    return f"voice-class codec {tag}" if tag else None


@values("sip-extension.pools")
def pools(item: Item) -> list[str]:
    """The tags of the pools that have this directory number on a line, ascending."""
    return carriers(item.router.config, "voice_register_pool", "voice-register-dn", "number", item.key)
