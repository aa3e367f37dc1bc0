"""The items of ISgetDevEvts and ISgetExtEvts: the events of the event table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from iossim.router.fields import plain_mac
from iossim.xmlapi.item import Item
from iossim.xmlapi.method import MethodCall
from iossim.xmlapi.views.render import Repeated
from iossim.xmlapi.views.schema import Selector, View
from iossim.xmlapi.views.select import Sections, select


class Events:
    """The events of a view, and the selected ones among them.

    Args:
        view: the view.
        call: the request.
        subject: the view of the phones or extensions that the events belong to.
    """

    def __init__(self, view: View, call: MethodCall, subject: View) -> None:
        self._call = call
        self._subject = subject
        events = view.payload[0]
        assert isinstance(events, Repeated)
        self._element = events.node
        self._events = list(events.repetitions(Item(call.router, None, {})))
        self._selected: set[int] = set()

    def keyword(self, selector: Selector, word: str) -> None:  # noqa: ARG002 (`all` is the only one)
        """Select all events."""
        self._selected.update(range(len(self._events)))

    def value(self, selector: Selector, value: str) -> bool:
        """Select the events of which one part has a value."""
        text = _comparable(selector, str(int(value)) if selector.is_key else value)
        places = [place for place, event in enumerate(self._events) if _comparable(selector, _part(event, selector.part)) == text]
        self._selected.update(places)
        return bool(places)

    def is_known(self) -> bool:
        """True if the request names a phone or extension that exists; it has no events."""
        names = {selector.name for selector in self._subject.selectors}
        parameters = tuple((name, value) for name, value in self._call.parameters if name in names)
        call = replace(self._call, parameters=parameters)
        return bool(parameters) and select(self._subject, call, Sections(self._subject, call)) is None

    def lines(self) -> Iterator[str]:
        """The selected events, oldest first."""
        for place, event in enumerate(self._events):
            if place in self._selected:
                yield self._element.write(event)


def _part(event: Item, name: str) -> str:
    return event.value if isinstance(event.value, str) else event.value[name]


def _comparable(selector: Selector, text: str) -> str:
    return plain_mac(text) if selector.as_mac else text
