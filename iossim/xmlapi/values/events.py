"""The XML event table: phones that register and unregister, extensions that go up and down."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.router.phones import Event
from iossim.xmlapi.item import Item, Value
from iossim.xmlapi.values.registry import value, values


@value("events.device-count")
def device_count(item: Item) -> str:
    """The number of events of phones."""
    return str(sum(event.device for event in _events(item)))


@value("events.extension-count")
def extension_count(item: Item) -> str:
    """The number of events of extensions."""
    return str(sum(not event.device for event in _events(item)))


@values("events.devices")
def devices(item: Item) -> Iterator[Value]:
    """The events of phones, oldest first."""
    return (_parts(event) for event in _events(item) if event.device)


@values("events.extensions")
def extensions(item: Item) -> Iterator[Value]:
    """The events of extensions, oldest first."""
    return (_parts(event) for event in _events(item) if not event.device)


def _events(item: Item) -> Iterator[Event]:
    return iter(item.router.phones.events)


def _parts(event: Event) -> dict[str, str]:
    return {
        "index": str(event.index),
        "tag": event.tag,
        "name": event.name,
        "time": str(event.time),
        "status": event.status,
        "change": event.status.title(),
    }
