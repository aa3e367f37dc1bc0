"""An editor for the tests: opens documents, edits them, and waits for diagnostics."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence

from lsprotocol import types
from pytest_lsp import LanguageClient

#: Seconds after which a diagnostic that has not come will not come any more.
PATIENCE = 60


class Editor:
    """An editor with one document.

    Args:
        client: the client of the language server.
        text: the text of the document.
        uri: its address; "": one that no other document of the tests has.
    """

    _numbers = itertools.count()

    def __init__(self, client: LanguageClient, text: str, uri: str = "") -> None:
        self.client = client
        self.uri = uri or f"file:///work/office-{next(self._numbers)}.cfg"
        self.version = 1
        self.text = text
        item = types.TextDocumentItem(self.uri, "cisco-ios", 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def place(self, mark: str, offset: int = 0) -> types.Position:
        """The position of the first occurrence of a text, or so many characters after its beginning."""
        before = self.text[: self.text.index(mark) + offset]
        return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)

    def edit(self, old: str, new: str) -> None:
        """Replaces the first occurrence of a text, as an editor that sends the change alone."""
        start = self.place(old)
        end = self.place(old, len(old))
        self.text = self.text.replace(old, new, 1)
        self._change(types.TextDocumentContentChangePartial(types.Range(start, end), new))

    def replace(self, text: str) -> None:
        """Replaces the whole text."""
        self.text = text
        self._change(types.TextDocumentContentChangeWholeDocument(text))

    def _change(self, change: types.TextDocumentContentChangeEvent) -> None:
        self.version += 1
        identifier = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    def applied(self, edits: Sequence[types.TextEdit]) -> str:
        """The text after edits."""
        lines = self.text.split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        text = self.text
        for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
            start = starts[edit.range.start.line] + edit.range.start.character
            end = starts[edit.range.end.line] + edit.range.end.character
            text = text[:start] + edit.new_text + text[end:]
        return text

    async def diagnostics(self, wanted: Callable[[Sequence[types.Diagnostic]], bool]) -> Sequence[types.Diagnostic]:
        """The diagnostics that the editor shows as soon as they are as wanted."""

        async def wait() -> Sequence[types.Diagnostic]:
            while self.uri not in self.client.diagnostics or not wanted(self.client.diagnostics[self.uri]):
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            return list(self.client.diagnostics[self.uri])

        return await asyncio.wait_for(wait(), PATIENCE)

    async def codes(self, *wanted: str) -> Sequence[types.Diagnostic]:
        """The diagnostics as soon as their codes are these, in any order."""
        return await self.diagnostics(lambda shown: sorted(str(each.code) for each in shown) == sorted(wanted))

    async def complete(self, mark: str, offset: int = 0) -> dict[str, types.CompletionItem]:
        """The proposals at a place, by their labels."""
        params = types.CompletionParams(self.document, self.place(mark, offset))
        answer = await self.client.text_document_completion_async(params)
        assert isinstance(answer, types.CompletionList)
        return {item.label: item for item in answer.items}

    async def hover(self, mark: str, offset: int = 0) -> str:
        """The hover text at a place; "" for none."""
        answer = await self.client.text_document_hover_async(types.HoverParams(self.document, self.place(mark, offset)))
        return answer.contents.value if answer is not None and isinstance(answer.contents, types.MarkupContent) else ""
