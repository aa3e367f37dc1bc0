"""The tab with the phones: the office as a drawing, buttons that type `simulate` lines, and live tables."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from iossim.router.buttons import buttons
from iossim.web import clicks, office
from iossim.web.grid import live_grid
from iossim.web.rows import COLUMNS
from iossim.web.site import View
from iossim.web.strip import tab_strip
from iossim.web.typing import typed

_PHONE_AT = "(e) => emit(e.target.closest('[data-phone]')?.dataset.phone ?? '')"
_TITLES = {"ephones": "Ephones", "pools": "Pools", "extensions": "Extensions", "calls": "Calls", "events": "Events"}
#: Seconds between two looks if the drawing has changed.
_TICK = 0.5


class PhonesTab:
    """The tab in one browser.

    Args:
        view: the router in the browser.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._router = view.shared.router
        self._first = 0
        self._drawn = ""
        self._phone = ""
        ui.add_css(office.STYLE)
        self._drawing = ui.html("", sanitize=False).classes("w-full")
        for event in ("click", "keydown.enter"):
            self._drawing.on(event, lambda happened: self._choose_phone(str(happened.args)), js_handler=_PHONE_AT)
        with ui.row().classes("items-center"):
            self._earlier = ui.button("Earlier phones", on_click=lambda: self._page(-office.MOST)).props("flat dense")
            self._later = ui.button("Later phones", on_click=lambda: self._page(office.MOST)).props("flat dense")
        self._actions()
        self._typed = ui.log(max_lines=200).classes("w-full h-24 iossim-mono").props('aria-label="Typed lines"')
        tab_strip(ui.row(), {name: (title, partial(self._table, name)) for name, title in _TITLES.items()}, "ephones")
        ui.timer(_TICK, self._draw)
        self._draw()

    # -- the drawing ---------------------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        drawing = office.draw(self._router, self._first)
        if drawing != self._drawn:
            self._drawn = drawing
            self._drawing.set_content(drawing)
        number = self._router.phones.sccp.configured() + self._router.phones.sip.configured()
        self._earlier.set_visibility(self._first > 0)
        self._later.set_visibility(self._first + office.MOST < number)

    def _page(self, phones: int) -> None:
        self._first = max(0, self._first + phones)
        self._draw()

    # -- actions -------------------------------------------------------------------------------------------------------------------

    def _actions(self) -> None:
        with ui.row().classes("items-center gap-2"):
            self._chosen = ui.label("Choose a phone, in the drawing or in a table.").classes("font-bold")
            self._phone_buttons = [
                ui.button(title, on_click=partial(self._act, action)).props("dense no-caps outline")
                for action, title in clicks.PHONE.items()
            ]
            ui.button("Register all", on_click=lambda: self._type("simulate ephone all register")).props("dense no-caps outline")
        with ui.row().classes("items-center gap-2"):
            self._line = ui.select({}, label="Line").props("dense outlined").classes("w-48")
            self._far_end = ui.input("Far end").props("dense outlined maxlength=32").classes("w-32")
            for state, title in clicks.LINE.items():
                ui.button(title, on_click=partial(self._put, state)).props("dense no-caps outline")
        for button in self._phone_buttons:
            button.disable()

    def _choose_phone(self, phone: str) -> None:
        if phone.partition(" ")[0] not in ("ephone", "pool"):
            return
        kind, _, tag = phone.partition(" ")
        device = self._router.phones.pool(tag) if kind == "pool" else self._router.phones.get(tag)
        if device is None:
            return
        self._phone = phone
        self._chosen.set_text(phone)
        for action, button in zip(clicks.PHONE, self._phone_buttons, strict=True):
            button.set_enabled(bool(clicks.phone_line(phone, action)))
        extensions = self._router.phones.sip_extensions if device.sip else self._router.phones.extensions
        kind = "sip-dn" if device.sip else "dn"
        lines = {}
        for button in buttons(device.section):
            for tag in button.dns:
                extension = extensions.get(tag)
                if extension is not None:
                    lines[f"{kind} {tag}"] = f"{extension.number or 'no number'} ({kind} {tag})"
        self._line.set_options(lines, value=next(iter(lines), None))

    def _choose_line(self, row: dict[str, Any]) -> None:
        key = str(row["id"]).partition("/")[0]
        self._line.set_options({key: f"{row['number'] or 'no number'} ({key})"}, value=key)

    def _act(self, action: str) -> None:
        if self._phone and (line := clicks.phone_line(self._phone, action)):
            self._type(line)

    def _put(self, state: str) -> None:
        if self._line.value:
            self._type(clicks.line_line(str(self._line.value), state, str(self._far_end.value or "")))
        else:
            ui.notify("Choose a phone or a line first.")

    def _type(self, line: str) -> None:
        result = typed(self._router, self._view.visitor, self._view.address, line)
        self._typed.push(str(result))
        if not result.accepted:
            ui.notify(result.output.strip() or "refused", type="warning")
        self._draw()

    # -- tables --------------------------------------------------------------------------------------------------------------------

    def _table(self, name: str) -> None:
        live_grid(self._view.shared.tables[name], COLUMNS[name], lambda row: self._select(name, row), newest=name == "events")

    def _select(self, name: str, row: dict[str, Any]) -> None:
        if name in ("ephones", "pools"):
            self._choose_phone(str(row["id"]))
        elif name in ("extensions", "calls"):
            self._choose_line(row)


def phones_tab(view: View) -> None:
    """Fills the tab.

    Args:
        view: the router in the browser.
    """
    PhonesTab(view)
