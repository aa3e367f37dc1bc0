"""Every method of the API, and what an ISget method does with its view."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from iossim.xmlapi.answers import Reply
from iossim.xmlapi.exchange import Exchange
from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.item import Item
from iossim.xmlapi.method import Catalogue, Method, MethodCall, Parameter
from iossim.xmlapi.methods.execcli import exec_cli
from iossim.xmlapi.methods.save import save_config, save_if_free
from iossim.xmlapi.methods.setters import set_key_phones, unset_key_phones, update_user
from iossim.xmlapi.request.envelope import read
from iossim.xmlapi.views.rows import rows
from iossim.xmlapi.views.schema import view_of, views
from iossim.xmlapi.views.select import Selection
from iossim.xmlapi.views.view import View

if TYPE_CHECKING:
    from iossim.router import RouterCore
    from iossim.xmlapi.users import User


def respond(router: RouterCore, body: bytes, user: User, client: str) -> bytes:
    """The answer to a request of a user who may ask; always one well-formed document."""
    save_if_free(router)
    exchange = Exchange(router, user, client, len(body))
    exchange.run(*read(body, catalogue()))
    answer = exchange.whole()
    exchange.finish(len(answer))
    return answer


@cache
def catalogue() -> Catalogue:
    """Every method that a router has."""
    system = [
        Method("ISexecCLI", exec_cli, (Parameter("CLI"),)),
        Method("ISSaveConfig", save_config),
        Method("ISsetKeyPhones", set_key_phones, (Parameter("ISPhoneName"),)),
        Method("ISunsetKeyPhones", unset_key_phones, (Parameter("ISPhoneName"),)),
        Method("ISupdateUser", update_user, (Parameter("ISuserID"), Parameter("ISpassword"))),
    ]
    return Catalogue([*system, *map(_method, views())])


def _method(view: View) -> Method:
    return Method(view.method, partial(query, view), view.selectors, view.aliases)


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
    return selection.collect() or Reply(selection.lines(), view.kind, selection.is_long)


def _single(view: View, call: MethodCall) -> Reply | Problem:
    """An answer about the whole router, or about what the parameters name; each of those is needed."""
    given = {name: value for name, value in call.parameters if value}
    missing = next((each.name for each in view.selectors if each.name not in given), None)
    if missing is not None:
        return bad_parameter(missing)
    return Reply([view.plan.text(Item(call.router, None, dict(given)))], view.kind)
