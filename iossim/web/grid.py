"""A live table in one browser, with AG Grid."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from nicegui import ui

from iossim.web.live_table import Changes, LiveTable

#: Seconds until a table is there in the browser.
_PATIENCE = 20.0
_WIDE = frozenset({"text", "request", "source", "value", "element"})
_ORDERED = frozenset({"tag", "index", "number"})


def live_grid(
    table: LiveTable,
    columns: Mapping[str, str],
    chosen: Callable[[dict[str, Any]], None] | None = None,
    *,
    newest: bool = False,
    small: bool = False,
) -> None:
    """Adds a table that shows every change.

    Args:
        table: the table.
        columns: the titles of the columns.
        chosen: called with the row that the user chooses.
        newest: the row with the highest number comes first.
        small: the table has few rows.
    """
    place = ui.column().classes("w-full")
    ui.timer(0, partial(_fill, place, table, columns, chosen, newest, small), once=True)


async def _fill(
    place: Any,
    table: LiveTable,
    columns: Mapping[str, str],
    chosen: Callable[[dict[str, Any]], None] | None,
    newest: bool,
    small: bool,
) -> None:
    waiting: list[Changes] = []
    shown: list[Any] = []

    def update(changes: Changes) -> None:
        if shown:
            shown[0].run_grid_method("applyTransaction", changes)
        else:
            waiting.append(changes)

    present = await table.listen(update)
    place.client.on_delete(lambda: table.forget(update))
    with place:
        grid = ui.aggrid(options(columns, present, newest=newest)).classes("w-full h-48" if small else "w-full h-80")
    if chosen is not None:

        async def select() -> None:
            row = await grid.get_selected_row()
            if row is not None:
                chosen(row)

        grid.on("selectionChanged", select, args=[])
    await place.client.connected()
    with contextlib.suppress(TimeoutError):  # the browser has gone
        await grid.run_grid_method("getDisplayedRowCount", timeout=_PATIENCE)  # the answer comes when the grid is there
    shown.append(grid)
    for changes in waiting:
        update(changes)


def options(columns: Mapping[str, str], present: list[Any], *, newest: bool = False) -> dict[str, Any]:
    """The options of a grid; a cell shows its text as it is, and no markup.

    Args:
        columns: the titles of the columns.
        present: the rows.
        newest: the row with the highest number comes first.
    """
    first = next((column for column in columns if column in _ORDERED), None)
    return {
        "columnDefs": [
            {
                "field": column,
                "headerName": title,
                "filter": True,
                "flex": 3 if column in _WIDE else 1,
                "minWidth": 80,
                **({"sort": "desc" if newest else "asc"} if column == first and columns[column] in ("Tag", "No") else {}),
            }
            for column, title in columns.items()
        ],
        "rowData": present,
        ":getRowId": "params => params.data.id",
        "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True},
    }
