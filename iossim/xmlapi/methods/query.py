"""The ISget methods: the view of the method, filled from the router."""

from __future__ import annotations

from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.item import Item
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.views.rows import rows
from iossim.xmlapi.views.schema import view_of
from iossim.xmlapi.views.select import Selection
from iossim.xmlapi.views.view import View


def query(view: View, call: MethodCall) -> Reply | Problem:
    """An ISget method: its view, filled from the router."""
    other = next((found for name, _ in call.parameters if (found := view.answers.get(name))), None)
    if other is not None:
        view = view_of(other)
    if any(selector.part for selector in view.selectors):
        return rows(view, call)
    if view.item is None:
        return _single(view, call)
    selection = Selection(view, call)
    return selection.collect() or Reply(selection.lines(), view.kind)


def _single(view: View, call: MethodCall) -> Reply | Problem:
    """An answer about the whole router, or about what the parameters name; each of those is needed."""
    given = {name: value for name, value in call.parameters if value}
    missing = next((each.name for each in view.selectors if each.name not in given), None)
    if missing is not None:
        return bad_parameter(missing)
    return Reply([view.plan.text(Item(call.router, None, dict(given)))], view.kind)
