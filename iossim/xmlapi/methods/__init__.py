"""The methods of the API, one file for each group of them."""

from __future__ import annotations

from functools import cache, partial

from iossim.xmlapi.method import Catalogue, Method, Parameter
from iossim.xmlapi.methods.execcli import exec_cli
from iossim.xmlapi.methods.key_phones import set_key_phones, unset_key_phones
from iossim.xmlapi.methods.query import query
from iossim.xmlapi.methods.save import save_config
from iossim.xmlapi.methods.users import update_user
from iossim.xmlapi.views.schema import views


@cache
def catalogue() -> Catalogue:
    """All methods of a router: the five that change something, and an ISget method for each view."""
    changing = [
        Method("ISexecCLI", exec_cli, (Parameter("CLI"),), in_turn=True),
        Method("ISSaveConfig", save_config),
        Method("ISsetKeyPhones", set_key_phones, (Parameter("ISPhoneName"),)),
        Method("ISunsetKeyPhones", unset_key_phones, (Parameter("ISPhoneName"),)),
        Method("ISupdateUser", update_user, (Parameter("ISuserID"), Parameter("ISpassword"))),
    ]
    asking = [Method(view.method, partial(query, view), view.selectors, view.aliases) for view in views()]
    return Catalogue([*changing, *asking])
