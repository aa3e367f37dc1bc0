"""The open documents of an editor, and the checks of them: of changed sections at once, of whole files a little later."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from iossim.errors import IossimError
from iossim.files.diagnostics import Diagnostic
from iossim.lsp.checks import Checked, present
from iossim.lsp.document import Document
from iossim.lsp.outline import Outline
from iossim.lsp.worker import Worker, WorkerError
from iossim.validate.settings import Settings
from iossim.validate.settings_files import SettingsFinder

_LOG = logging.getLogger(__name__)
#: Seconds without an edit before the changed sections are read, and before the whole file is checked.
SOON, LATER = 0.05, 0.15


@dataclass(slots=True, eq=False)
class OpenDocument:
    """A document that is open.

    Attributes:
        document: its text.
        outline: the outline of its text.
        checked: the last check of the whole file; None before the first.
        shown: the diagnostics that the editor shows.
        timers: what is done after a pause.
        checking: a check of the whole file is under way.
        again: it is to be checked again after that.
        closed: the editor has closed it.
    """

    document: Document
    outline: Outline
    checked: Checked | None = None
    shown: list[Diagnostic] = field(default_factory=list)
    timers: list[asyncio.TimerHandle] = field(default_factory=list)
    checking: bool = False
    again: bool = False
    closed: bool = False

    def stop(self) -> None:
        """Stops the timers."""
        for timer in self.timers:
            timer.cancel()
        self.timers.clear()


class Checker:
    """Checks open documents, and hands their diagnostics on.

    Args:
        worker: checks whole files.
        publish: shows the diagnostics of a document.
        complain: shows a message to the user.
    """

    def __init__(self, worker: Worker, publish: Callable[[OpenDocument], None], complain: Callable[[str], None]) -> None:
        self._worker = worker
        self._publish = publish
        self._complain = complain
        self._finder = SettingsFinder(lambda settings: settings)
        self._tasks: set[asyncio.Task[None]] = set()

    def forget_settings(self) -> None:
        """Reads the files with settings again when they are needed next."""
        self._finder = SettingsFinder(lambda settings: settings)

    def settings(self, document: Document) -> Settings:
        """The settings for a document; the usual ones, and a message, if its file with settings has a mistake."""
        if not document.uri.startswith("file:"):
            return Settings()
        try:
            return self._finder.of_file(document.name)
        except IossimError as error:
            self._complain(str(error))
            return Settings()

    def edited(self, opened: OpenDocument) -> None:
        """Takes over an edit, and checks the document after a pause."""
        opened.outline.update(opened.document.raw)
        opened.stop()
        loop = asyncio.get_running_loop()
        opened.timers += [loop.call_later(SOON, self._check_part, opened), loop.call_later(LATER, self.check, opened)]

    def check(self, opened: OpenDocument) -> None:
        """Checks the whole document now; if it is being checked, once more after that."""
        opened.stop()
        if opened.checking:
            opened.again = True
            return
        opened.checking = True
        task = asyncio.get_running_loop().create_task(self._check_whole(opened))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _check_part(self, opened: OpenDocument) -> None:
        if opened.checked is None or opened.closed:
            return
        document = opened.document
        diagnostics = present(document.name, opened.outline, self.settings(document), opened.checked)
        if diagnostics is not None:
            self._show(opened, diagnostics)

    async def _check_whole(self, opened: OpenDocument) -> None:
        document = opened.document
        try:
            while not opened.closed:
                opened.again = False
                raw = document.raw
                diagnostics = await self._worker.check(document.name, document.source, self.settings(document))
                opened.checked = Checked(raw, diagnostics)
                if document.raw is raw:
                    self._show(opened, diagnostics)
                elif not opened.timers:
                    self._check_part(opened)
                if not opened.again:
                    break
        except WorkerError as error:
            self._complain(f"the document cannot be checked: {error}")
        finally:
            opened.checking = False

    def _show(self, opened: OpenDocument, diagnostics: list[Diagnostic]) -> None:
        if not opened.closed:
            opened.shown = diagnostics
            self._publish(opened)
