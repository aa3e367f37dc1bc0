"""The ISget methods: the view of the method, filled from the router."""

from __future__ import annotations

from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.item import Item
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.views.events import Events
from iossim.xmlapi.views.schema import View, view_of
from iossim.xmlapi.views.select import Items, Sections, select


def query(view: View, call: MethodCall) -> Reply | Problem:
    """An ISget method: its view, filled from the router."""
    other = next((view.answers[name] for name, _ in call.parameters if name in view.answers), None)
    if other is not None:
        view = view_of(other)
    items: Items
    if view.of:
        items = Events(view, call, view_of(view.of))
    elif view.item is not None:
        items = Sections(view, call)
    else:
        return _single(view, call)
    return select(view, call, items) or Reply(items.lines(), view.kind)


def _single(view: View, call: MethodCall) -> Reply | Problem:
    """An answer about the whole router, or about the value of its parameters, of which none may be missing."""
    parameters = {name: value for name, value in call.parameters if value}
    missing = next((selector.name for selector in view.selectors if selector.name not in parameters), None)
    if missing is not None:
        return bad_parameter(missing)
    return Reply([view.prepared.write(Item(call.router, None, parameters))], view.kind)
