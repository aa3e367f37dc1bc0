"""The tab of the XML API: a request by its documented parameters, the answer, and the requests that the server receives."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from iossim.web import requests
from iossim.web.api import COLUMNS, Answered, ask, element_rows, formatted
from iossim.web.examples import as_curl, as_python, request_text
from iossim.web.grid import live_grid, options
from iossim.web.site import View
from iossim.web.strip import tab_strip
from iossim.xmlapi.admission import PATH, known_user
from iossim.xmlapi.skeletons import Parameter, Skeleton, skeletons

_FIRST = "ISgetGlobal"
#: Characters of an answer that are shown.
_MOST = 300_000


class ApiTab:
    """The tab in one browser.

    Args:
        view: the router in the browser.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._methods = {method.name: method for method in skeletons()}
        self._inputs: dict[str, Any] = {}
        with ui.row().classes("w-full items-start"):
            with ui.column().classes("w-96 max-w-full"):
                self._method = ui.select(
                    list(self._methods), value=_FIRST, label="Method", with_input=True, on_change=lambda _: self._choose()
                ).classes("w-full")
                self._meaning = ui.label()
                self._parameters = ui.column().classes("w-full gap-1")
            with ui.column().classes("grow min-w-64"):
                self._request = ui.codemirror(language="XML", line_wrapping=True).classes("w-full h-40 border")
                with ui.row().classes("items-center"):
                    ui.button("Send", on_click=self._send)
                    self._facts = ui.label()
                    ui.button("Copy as curl", on_click=lambda: self._copy(as_curl)).props("flat dense no-caps")
                    ui.button("Copy as Python", on_click=lambda: self._copy(as_python)).props("flat dense no-caps")
                self._example = ui.code("", language="text").classes("w-full")
                self._example.set_visibility(False)
        self._texts: dict[str, Any] = {}
        titles = {"formatted": "Formatted", "elements": "Elements", "raw": "Raw", "requests": "Requests of the server"}
        fills = {
            "formatted": self._add_formatted,
            "elements": self._add_elements,
            "raw": self._add_raw,
            "requests": lambda: live_grid(view.shared.tables["requests"], requests.COLUMNS, newest=True),
        }
        self._answered: Answered | None = None
        tab_strip(ui.row(), {name: (title, fills[name]) for name, title in titles.items()}, "formatted")
        self._choose()

    # -- the request ---------------------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        method = self._chosen
        self._meaning.set_text(method.meaning)
        self._parameters.clear()
        self._inputs = {}
        with self._parameters:
            for parameter in method.parameters:
                field = ui.input(parameter.name, on_change=lambda _: self._write()).props("dense outlined")
                field.classes("w-full").props["hint"] = _hint(parameter)
                self._inputs[parameter.name] = field
        self._write()

    @property
    def _chosen(self) -> Skeleton:
        return self._methods.get(str(self._method.value), self._methods[_FIRST])

    def _write(self) -> None:
        values = [(name, str(field.value or "")) for name, field in self._inputs.items()]
        self._request.set_value(request_text(self._chosen.name, values))

    def _copy(self, program: Any) -> None:
        router = self._view.shared.router
        known = known_user(router)
        fields = known.fields if known is not None else {}
        user = str(fields.get("user") or fields.get("username") or "USER")
        text = program(self._view.shared.url or f"http://ROUTER{PATH}", user, str(self._request.value))
        self._example.set_content(text)
        self._example.set_visibility(True)
        ui.clipboard.write(text)

    # -- the answer ----------------------------------------------------------------------------------------------------------------

    async def _send(self) -> None:
        view, body = self._view, str(self._request.value)
        answered = await ask(view.shared.router, view.visitor, view.address, body)
        self._answered = answered
        now = view.shared.router.clock.now()
        view.shared.requests.note(
            view.address, view.visitor.name, now, "from the page", 200, answered.size, answered.method, answered.seconds
        )
        self._facts.set_text(f"{answered.size:,} bytes, {answered.seconds * 1000:.1f} ms")
        self._show()

    def _show(self) -> None:
        """Shows the answer in the tabs that are there."""
        if self._answered is None:
            return
        text = self._answered.text
        cut = f"{text[:_MOST]}\n… {len(text):,} characters in all" if len(text) > _MOST else text
        if "formatted" in self._texts:
            self._texts["formatted"].set_value(formatted(text) if cut is text else cut)
        if "raw" in self._texts:
            self._texts["raw"].set_text(cut)
        if "elements" in self._texts:
            self._texts["elements"].options["rowData"] = element_rows(text, self._answered.method)

    def _add_formatted(self) -> None:
        self._texts["formatted"] = ui.codemirror(language="XML").classes("w-full h-96 border")
        self._texts["formatted"].disable()
        self._show()

    def _add_raw(self) -> None:
        self._texts["raw"] = ui.label().classes("iossim-mono w-full").props('role="region" aria-label="Raw answer"')
        self._show()

    def _add_elements(self) -> None:
        grid = options(COLUMNS, [])
        grid["defaultColDef"] = {"sortable": False, "cellStyle": {"whiteSpace": "pre"}}
        self._texts["elements"] = ui.aggrid(grid).classes("w-full h-96")
        self._show()


def _hint(parameter: Parameter) -> str:
    """The value that a parameter takes, in one line."""
    keywords = f"or {', '.join(parameter.keywords)}" if parameter.keywords else ""
    other = f"{parameter.answers} answers" if parameter.answers else ""
    return " ".join(part for part in (parameter.selects.replace("`", ""), keywords, other) if part)


def api_tab(view: View) -> None:
    """Fills the tab.

    Args:
        view: the router in the browser.
    """
    ApiTab(view)
