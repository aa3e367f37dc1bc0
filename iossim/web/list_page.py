"""The page with the list of all routers: name, phones, and a link to each."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from nicegui import ui

from iossim.web.site import SharedRouter, Site

#: The most routers that are shown at once.
_MOST = 200
#: Seconds between two looks at the phones.
_TICK = 2.0


class RouterList:
    """The list in one browser.

    Args:
        site: the routers.
    """

    def __init__(self, site: Site) -> None:
        self._site = site
        self._labels: list[tuple[SharedRouter, Any]] = []
        with ui.row().classes("items-center gap-4"):
            self._wanted = ui.input("Filter", on_change=lambda _: self._fill()).props("dense outlined clearable autofocus")
            self._facts = ui.label()
        self._place = ui.element("div").classes("w-full grid gap-2 grid-cols-1 sm:grid-cols-2 lg:grid-cols-4")
        self._fill()
        ui.timer(_TICK, self._count)

    def _fill(self) -> None:
        """Shows the routers that have the wanted text in a name."""
        found = self._site.named(str(self._wanted.value or ""))
        self._place.clear()
        self._labels = []
        with self._place:
            for shared in found[:_MOST]:
                with ui.card().classes("p-3 gap-1"):
                    ui.link(shared.name, f"/router/{quote(shared.name)}").classes("text-lg")
                    ui.label(shared.router.hostname)
                    self._labels.append((shared, ui.label().classes("opacity-80")))
                    ui.label(shared.url).classes("text-xs opacity-80 break-all")
        more = f", the first {_MOST} are shown" if len(found) > _MOST else ""
        self._facts.set_text(f"{len(found):,} of {len(self._site.routers):,} routers{more}")
        self._count()

    def _count(self) -> None:
        for shared, label in self._labels:
            label.set_text(shared.phones)


def list_page(site: Site) -> None:
    """Fills the page.

    Args:
        site: the routers.
    """
    RouterList(site)
