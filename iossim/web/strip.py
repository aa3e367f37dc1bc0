"""A strip of tabs: a tab is filled when it is first shown, and stays as it is while others are shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui


def tab_strip(
    place: Any, tabs: Mapping[str, tuple[str, Callable[[], None]]], first: str, shown: Callable[[str], None] | None = None
) -> None:
    """Adds a strip of tabs.

    Args:
        place: the element that gets the strip; the contents go to the present place.
        tabs: by name, the title of a tab and the function that fills it.
        first: the name of the tab that is shown first.
        shown: called with the name of a tab that the user has chosen.
    """
    with place.classes("max-w-full"):
        strip = ui.tabs(value=first).classes("iossim-tabs").props("mobile-arrows outside-arrows")
        with strip:
            for name, (title, _) in tabs.items():
                ui.tab(name, title)
    panels = {name: ui.column().classes("w-full gap-2") for name in tabs}
    filled: set[str] = set()

    def show(name: str) -> None:
        for other, panel in panels.items():
            panel.set_visibility(other == name)
        if name in tabs and name not in filled:
            filled.add(name)
            with panels[name]:
                tabs[name][1]()

    def change(name: str) -> None:
        show(name)
        if shown is not None and name in tabs:
            shown(name)

    strip.on_value_change(lambda event: change(event.value))
    show(first)
