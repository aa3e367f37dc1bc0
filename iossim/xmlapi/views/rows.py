"""Methods that answer with things that are no sections, the events: those that some parameter of the request names.

A phone to which nothing has happened has no events, and one that is not configured is not found: the view tells by `of` which
method knows that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from iossim.xmlapi.iserror import Problem, bad_parameter, not_found
from iossim.xmlapi.item import Item
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.views.render import Repeated
from iossim.xmlapi.views.schema import view_of
from iossim.xmlapi.views.select import Selection, is_tag, plain_mac

if TYPE_CHECKING:
    from iossim.xmlapi.views.view import Selector, View

_Test = Callable[[Item], bool]


def rows(view: View, call: MethodCall) -> Reply | Problem:
    """The answer of a method whose parameters compare parts of what is listed."""
    tests: list[tuple[str, str, _Test]] = []
    every = False
    for name, value in call.parameters:
        selector = next(each for each in view.selectors if each.name == name)
        if value.lower() in selector.keywords:
            every = True
        elif not value or (selector.is_key and not is_tag(value)):
            return bad_parameter(name)
        else:
            tests.append((name, value, _test(selector, value)))
    if not tests and not every:
        return bad_parameter(view.selectors[0].name)
    listed = view.payload[0]
    assert isinstance(listed, Repeated)
    lines: list[str] = []
    for item in listed.each(Item(call.router, None, {})):
        if every or any(test(item) for _, _, test in tests):
            listed.node.write(item, lines)
    return Reply(lines, view.kind) if lines or every or _is_known(view, call) else not_found(*tests[0][:2])


def _is_known(view: View, call: MethodCall) -> bool:
    subject = view_of(view.of)
    names = {selector.name for selector in subject.selectors}
    named = tuple((name, value) for name, value in call.parameters if name in names)
    return bool(named) and Selection(subject, replace(call, parameters=named)).collect() is None


def _test(selector: Selector, value: str) -> _Test:
    if selector.is_key:
        value = str(int(value))
    if selector.as_mac:
        mac = plain_mac(value)
        return lambda item: plain_mac(_part(item, selector.part)) == mac
    return lambda item: _part(item, selector.part) == value


def _part(item: Item, name: str) -> str:
    return item.value[name] if not isinstance(item.value, str) else item.value
