"""The edits of code actions that fix something. A fix is applied only where it is as safe as it claims to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lsprotocol import types

from iossim.lsp.actions import fix_of, replacing
from iossim.lsp.document import Document
from iossim.lsp.worker import Worker, WorkerError
from iossim.validate.settings import Settings


class Corrections:
    """Gives the actions of an editor their edits.

    Args:
        worker: finds the text after a fix.
        settings: returns the settings for a document.
        complain: shows a message to the user.

    Attributes:
        resolves: True if the editor asks for the edit of an action when the user has chosen it.
    """

    def __init__(self, worker: Worker, settings: Callable[[Document], Settings], complain: Callable[[str], None]) -> None:
        self._worker = worker
        self._settings = settings
        self._complain = complain
        self.resolves = False

    def initialize(self, capabilities: types.ClientCapabilities) -> None:
        """Takes over what an editor says of itself."""
        about = capabilities.text_document and capabilities.text_document.code_action
        self.resolves = bool(about and about.resolve_support and "edit" in about.resolve_support.properties)

    async def ready(self, document: Document, actions: Sequence[types.CodeAction]) -> list[types.CodeAction]:
        """Actions as the editor can take them: for one that does not ask later, with their edits, and without unsafe ones."""
        if self.resolves:
            return list(actions)
        for action in actions:
            action.edit = action.edit or await self._edit(document, action)
        return [action for action in actions if action.edit is not None]

    async def resolve(self, document: Document | None, action: types.CodeAction) -> types.CodeAction:
        """An action with its edit; without one if its fix is not safe, or the document was closed or edited in the meantime.

        Args:
            document: the document that it belongs to; None if it is not open.
            action: the action, as the editor gives it back.
        """
        if document is not None and action.edit is None:
            action.edit = await self._edit(document, action)
            if action.edit is None:
                self._complain("nothing is changed: the document was edited, or the fix would change more than it says")
        return action

    async def _edit(self, document: Document, action: types.CodeAction) -> types.WorkspaceEdit | None:
        data, before = data_of(action), document.raw
        if data.get("version") != document.version:
            return None
        try:
            text = await self._worker.fix(document.name, document.source, self._settings(document), fix_of(data))
        except WorkerError as error:
            self._complain(str(error))
            return None
        return replacing(document, text) if text is not None and document.raw is before else None


def data_of(action: types.CodeAction) -> Mapping[str, Any]:
    """The notes of the server in an action; none in an action of somebody else."""
    return action.data if isinstance(action.data, Mapping) else {}
