"""The pages: the list of the routers, and the tabs of one router."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

from fastapi import FastAPI
from nicegui import core, ui
from starlette.requests import Request
from starlette.responses import Response

from iossim.web.api_tab import api_tab
from iossim.web.configuration_tab import configuration_tab
from iossim.web.console_tab import console_tab
from iossim.web.entrance import VISITOR
from iossim.web.list_page import list_page
from iossim.web.nonsense import shorten
from iossim.web.phones_tab import phones_tab
from iossim.web.scenario_tab import scenario_tab
from iossim.web.site import SharedRouter, Site, View
from iossim.web.strip import tab_strip
from iossim.web.visitors import Visitor

_STYLE = """
.iossim-mono { font-family: ui-monospace, monospace; font-size: 13px; white-space: pre-wrap; }
.iossim-console { width: 100%; height: calc(100vh - 72px); min-height: 240px; }
.nicegui-content { padding: 8px; }
.q-header .q-tab { min-height: 44px; padding: 0 12px; }
.q-btn--dense .q-btn__content { padding: 0 6px; }
.iossim-tabs { max-width: 100%; } .iossim-tabs .q-tab { flex: none; min-width: 0; }
.iossim-tabs .q-tabs__content { overflow-x: auto; }
@media (max-width: 639px) {
  .iossim-console { height: calc(100vh - 118px); }
  .q-header .iossim-tabs .q-tab { padding: 0 6px; } .q-header .q-tab__label { font-size: 12px; }
}
.body--dark .q-btn--outline.text-primary, .body--dark .q-btn--flat.text-primary { color: #90caf9 !important; }
.q-field--with-bottom { padding-bottom: 0; } .q-field__bottom--animated { position: static; transform: none; }
.body--dark .cm-editor { filter: invert(.9) hue-rotate(180deg); }
.config { line-height: 1.35; counter-reset: none; overflow-x: auto; width: 100%; }
.config .no { display: inline-block; width: 4em; text-align: right; padding-right: 1em; opacity: .55; user-select: none; }
.config .comment { opacity: .6; } .config .word { font-weight: 600; } .config .number { color: #1976d2; }
.body--dark .config .number { color: #7cb8f7; }
.config .plus { background: #2e9e5b33; } .config .minus { background: #d0463b33; }
.config .error, .config .warning, .config .info { padding-left: 4em; }
.config .error { color: #c62828; } .config .warning { color: #9a6700; } .config .info { opacity: .8; }
.body--dark .config .error { color: #ff8a80; } .body--dark .config .warning { color: #ffcc66; }
"""


#: The tabs: the word in the address, the title, the function that fills the tab, and True if it needs the highest level.
_TABS: tuple[tuple[str, str, Callable[[View], None], bool], ...] = (
    ("console", "Console", console_tab, False),
    ("phones", "Phones", phones_tab, True),
    ("api", "API", api_tab, True),
    ("configuration", "Configuration", configuration_tab, True),
    ("scenario", "Scenario", scenario_tab, True),
)


_LONGEST_NAME = 100
#: Seconds that a browser may be away, as on a poor network, before its page and its session end.
_PATIENCE = 10.0
#: Answers 204 to a visitor; the entrance answers 401 to anybody else.
_VISITOR_CHECK = "/visitor"
#: Reloads a page that has lost its socket if its visitor has logged out: the form to log in takes its place.
_LEAVE = f"""["disconnect", "connect_error"].forEach(event => window.socket.on(event,
    () => fetch("{_VISITOR_CHECK}").then(answer => answer.status === 401 && location.reload())))"""


def application(site: Site) -> Any:
    """The ASGI application of the pages.

    Args:
        site: the routers.
    """
    app = FastAPI(openapi_url=None)

    def start(request: Request, tab: str = "") -> None:
        if site.only is not None:
            _router_page(site.only, request, tab, alone=True)
        else:
            _list_page(site, request)

    def router(name: str, request: Request, tab: str = "") -> None:
        shared = site.routers.get(name)
        if shared is None:
            ui.label(f"There is no router {name[:_LONGEST_NAME]}.")
            ui.link("All routers", "/")
            return
        _router_page(shared, request, tab, alone=False)

    shorten()
    ui.page("/")(start)
    ui.page("/router/{name}")(router)
    app.add_api_route(_VISITOR_CHECK, lambda: Response(status_code=204))
    core.sio.async_handlers = False  # an error in a handler reaches the logger of the socket, not that of the event loop
    settings = {"dark": None, "favicon": _FAVICON, "reconnect_timeout": _PATIENCE, "show_welcome_message": False}
    ui.run_with(app, title="iossim", **settings)
    return app


#: The colour of the header and of buttons: white text on it has a contrast of 5.7.
_BLUE = "#1565c0"
_FAVICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1565c0"/></svg>'


def _router_page(shared: SharedRouter, request: Request, wanted: str, *, alone: bool) -> None:
    """The tabs of a router; a tab is filled when it is first shown, and stays as it is while others are shown."""
    visitor: Visitor = request.scope[VISITOR]
    _end_at_logout(visitor)
    view = View(shared, visitor, request.client.host if request.client is not None else "")
    ui.page_title(f"{shared.router.hostname} - iossim")
    ui.add_css(_STYLE)
    may_all = view.visitor.may_all
    tabs = {name: (title, partial(fill, view)) for name, title, fill, for_highest in _TABS if may_all or not for_highest}
    first = wanted if wanted in tabs else next(iter(tabs))
    tab_strip(_header(shared.router.hostname, view.visitor, back=not alone), tabs, first, _keep_in_address)


def _keep_in_address(tab: str) -> None:
    """Puts the tab into the address, so that a reload shows it again."""
    ui.navigate.history.replace(f"?tab={tab}")


def _header(title: str, visitor: Visitor, *, back: bool = False) -> Any:
    """The line at the top of a page; returns the place in it for tabs."""
    ui.colors(primary=_BLUE)
    with ui.header().classes("items-center q-py-none q-px-md gap-x-3"):
        if back:
            ui.link("Routers", "/").classes("text-white")
        ui.label(title).classes("text-h6")
        place = ui.row().classes("max-sm:order-last max-sm:w-full")
        ui.space()
        ui.label(visitor.name)
        shade = ui.button(icon="contrast").props('flat round color=white aria-label="dark or light"')
        shade.on("click", js_handler="() => Quasar.Dark.toggle()")
        ui.link("Log out", "/logout").classes("text-white")
    return place


def _end_at_logout(visitor: Visitor) -> None:
    """Ends the page when its visitor logs out in any tab: otherwise the tab would connect again for the next visitor of the browser."""
    client = ui.context.client
    ui.run_javascript(_LEAVE)

    async def wait() -> None:
        await visitor.logout.wait()
        if client.has_socket_connection:
            client.delete()
        else:  # NiceGUI deletes it itself, after the time for connecting again
            client.remove_all_elements()

    waiting = asyncio.get_running_loop().create_task(wait())
    client.on_delete(waiting.cancel)


def _list_page(site: Site, request: Request) -> None:
    visitor: Visitor = request.scope[VISITOR]
    _end_at_logout(visitor)
    ui.page_title("iossim")
    ui.add_css(_STYLE)
    _header("Routers", visitor)
    list_page(site)
