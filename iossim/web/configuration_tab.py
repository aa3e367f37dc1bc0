"""The tab with the configuration: running-config with findings, the difference to startup, and a copy to edit and apply."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from iossim.files.diagnostics import Diagnostic
from iossim.web import drafts
from iossim.web.checker import findings
from iossim.web.highlight import config_html, difference_html
from iossim.web.site import View
from iossim.web.strip import tab_strip

#: Lines of one page of the running-config.
_PAGE = 1000
#: Lines up to which the running-config is shown anew as soon as it changes.
_LIVE = 5000
_OTHERS = "Somebody else has changed the running-config since this plan. Here is the new plan: look at it, and apply again."
_LOST = "A change of more than 1 MB has not arrived: copy the running-config again, and paste smaller parts."
#: Seconds for the answer of a browser.
_PATIENCE = 20.0
_CHANGED = "The running-config has changed since this copy: the plan would undo the change."


class RunningTab:
    """The running-config in one browser.

    Args:
        view: the router in the browser.
    """

    def __init__(self, view: View) -> None:
        self._router = view.shared.router
        self._changes: tuple[Any, int] | None = None
        self._lines: list[str] = []
        self._findings: list[Diagnostic] = []
        self._busy = False
        with ui.row().classes("items-center"):
            ui.button("Refresh", on_click=lambda: self._show(always=True)).props("dense no-caps outline")
            self._facts = ui.label()
        self._pages = ui.pagination(1, 1, direction_links=True, on_change=lambda _: self._draw())
        self._text = ui.html("", sanitize=False).classes("w-full")
        ui.timer(1.0, self._show)

    async def _show(self, *, always: bool = False) -> None:
        """Shows the running-config if it has changed."""
        now = (self._router.config, self._router.config.changes)
        if self._busy or (not always and (now == self._changes or len(self._lines) > _LIVE)):
            return
        self._busy, self._changes = True, now
        try:
            text = self._router.running_config
            self._lines, self._findings = text.splitlines(), []
            self._pages.max = (len(self._lines) - 1) // _PAGE + 1
            self._pages.set_visibility(len(self._lines) > _PAGE)
            self._draw("checking …")
            self._findings = await findings(text)
            self._draw()
        finally:
            self._busy = False

    def _draw(self, state: str = "") -> None:
        first = (int(self._pages.value or 1) - 1) * _PAGE
        self._text.set_content(config_html(self._lines[first : first + _PAGE], first + 1, self._findings))
        self._facts.set_text(f"{len(self._lines):,} lines, {state or _counted(self._findings)}")


class EditTab:
    """A copy of the running-config that is edited in one browser.

    Args:
        view: the router in the browser.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        self._router = view.shared.router
        self._plan: drafts.Plan | None = None
        self._copied = self._state()
        self._client = ui.context.client
        view.shared.editors[self._client.id] = view.visitor.name
        self._client.on_delete(lambda: view.shared.editors.pop(self._client.id, None))
        with ui.row().classes("items-center"):
            ui.button("Copy the running-config", on_click=self._copy).props("dense no-caps outline")
            ui.button("Check and plan", on_click=self._look).props("dense no-caps")
            self._apply = ui.button("Apply", on_click=self._enter).props("dense no-caps color=positive")
            self._others = ui.label().classes("text-warning")
        self._apply.disable()
        self._editor = ui.codemirror(line_wrapping=True).classes("w-full h-96 border").props('aria-label="Edited copy"')
        self._facts = ui.label()
        self._shown = ui.html("", sanitize=False).classes("w-full")
        self._copy()
        ui.timer(1.0, self._name_others)

    def _name_others(self) -> None:
        others = [name for client, name in self._view.shared.editors.items() if client != self._client.id]
        names = f"Also editing: {', '.join(others)}. " if others else ""
        self._others.set_text(names + (_CHANGED if self._copied != self._state() else ""))

    def _state(self) -> tuple[Any, int]:
        return self._router.config, self._router.config.changes

    def _copy(self) -> None:
        text = self._router.running_config
        if len(text) > drafts.MOST:
            self._facts.set_text("The configuration is too long for a browser: edit it at the console.")
            return
        self._editor.set_value(text)
        self._editor.update()  # the browser may have another text although the value is the same: see _arrived
        self._copied = self._state()
        self._forget("")

    def _forget(self, facts: str) -> None:
        self._plan = None
        self._apply.disable()
        self._shown.set_content("")
        self._facts.set_text(facts)

    async def _look(self) -> None:
        """Shows the findings in the copy, and the lines that it would enter."""
        if not await self._arrived():
            self._forget(_LOST)
            return
        text = str(self._editor.value)
        if len(text) > drafts.MOST:
            self._forget("The text is too long.")
            return
        plan = self._plan = drafts.plan(self._router, text)
        self._apply.set_enabled(bool(plan.lines))
        self._facts.set_text(f"{len(plan.lines)} lines would be entered." if plan.lines else "Nothing differs.")
        self._shown.set_content(difference_html(plan.lines))
        found = await findings(text)
        if self._plan is not plan:  # it was applied, or there is another one
            return
        self._editor.props["line-tooltips"] = {finding.line: f"{finding.severity}: {finding.message}" for finding in found}
        if found:
            lines = text.splitlines()
            marked = sorted({finding.line for finding in found if 0 < finding.line <= len(lines)})
            texts = "".join(config_html([lines[at - 1]], at, found) for at in marked)
            self._facts.set_text(f"{self._facts.text} {_counted(found)}")
            self._shown.set_content(difference_html(plan.lines) + "<hr>" + texts)

    async def _arrived(self) -> bool:
        """True if the text in the browser has arrived here: NiceGUI drops a change of more than 1 MB in the browser."""
        length = await ui.run_javascript(f"return getElement({self._editor.id}).editor.state.doc.length", timeout=_PATIENCE)
        return bool(length == len(str(self._editor.value).encode("utf-16-le", "surrogatepass")) // 2)

    async def _enter(self) -> None:
        agreed = self._plan
        if agreed is None or agreed.text != str(self._editor.value):
            ui.notify("The text has changed since the plan: here is the new one.", type="warning")
            await self._look()
            return
        result = drafts.apply(self._router, agreed, self._view.visitor, self._view.address)
        if not result.happened:
            ui.notify(result.refusal or _OTHERS, type="warning", multi_line=True)
            self._facts.set_text(result.refusal)
            if result.outdated:
                await self._look()
            return
        self._copied = self._state()
        self._forget("Applied." if not result.left else f"Applied; {len(result.left)} lines could not be entered:")
        self._shown.set_content(difference_html(result.left))


def configuration_tab(view: View) -> None:
    """Fills the tab.

    Args:
        view: the router in the browser.
    """
    tabs = {
        "running": ("Running-config", lambda: _filled(RunningTab, view)),
        "startup": ("Difference to startup", lambda: _startup(view)),
        "edit": ("Edit a copy", lambda: _filled(EditTab, view)),
    }
    tab_strip(ui.row(), tabs, "running")


def _filled(kind: type[RunningTab | EditTab], view: View) -> None:
    kind(view)


def _startup(view: View) -> None:
    router = view.shared.router
    shown = ui.html("", sanitize=False).classes("w-full")
    state: list[Any] = [None]

    def show() -> None:
        now = (router.config, router.config.changes, router.modified)
        if now == state[0]:
            return
        state[0] = now
        lines = drafts.unsaved(router)
        if lines is None:
            shown.set_content("There is no startup-config.")
        else:
            shown.set_content(difference_html(lines) if lines else "The running-config is saved.")

    ui.timer(1.0, show)


def _counted(found: list[Diagnostic]) -> str:
    """The number of findings of each severity."""
    counts = {severity: sum(finding.severity == severity for finding in found) for severity in ("error", "warning")}
    return ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts.items())
