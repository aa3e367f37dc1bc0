"""The language server: the requests of an editor, each answered by the module that knows the answer."""

from __future__ import annotations

import asyncio
import gc
import inspect
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from iossim.language import language
from iossim.language.speed import at_full_speed
from iossim.lsp.actions import FIX_ALL, actions, is_wanted, shown
from iossim.lsp.checker import Checker, OpenDocument
from iossim.lsp.checks import codes_of_lines
from iossim.lsp.completion import complete
from iossim.lsp.corrections import Corrections, data_of
from iossim.lsp.document import Document
from iossim.lsp.hover import hover
from iossim.lsp.index import Place
from iossim.lsp.outline import Outline
from iossim.lsp.protocol import Protocol
from iossim.lsp.renaming import rename
from iossim.lsp.symbols import folding, symbols
from iossim.lsp.worker import Worker, WorkerError
from iossim.release import version


class ConfigurationServer:
    """A language server for configurations. It talks to one editor, on standard input and output.

    Life: `run` once; it returns when the editor has left.
    """

    def __init__(self) -> None:
        self._server = LanguageServer("iossim", version(), protocol_cls=Protocol)
        self._worker = Worker()
        self._checker = Checker(self._worker, self._publish, self._complain)
        self._corrections = Corrections(self._worker, self._checker.settings, self._complain)
        self._open: dict[str, OpenDocument] = {}
        self._verbose = False
        for feature, answer in self._answers().items():
            self._server.feature(feature, _OPTIONS.get(feature))(_function(answer))

    def run(self) -> None:
        """Answers the editor until it leaves."""
        # Standard output becomes standard error: no other line may get between the messages.
        with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as channel:
            os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
            self._worker.start()
            codes_of_lines()  # the rules are loaded here, not while the first key waits
            gc.collect()
            gc.freeze()
            logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_fault)
            try:
                self._server.start_io(stdout=channel)
            finally:
                self._worker.close()

    def _answers(self) -> Mapping[str, Callable[[Any], Any]]:
        return {
            types.INITIALIZE: self._initialize,
            types.TEXT_DOCUMENT_DID_OPEN: self._did_open,
            types.TEXT_DOCUMENT_DID_CHANGE: self._did_change,
            types.TEXT_DOCUMENT_DID_SAVE: self._settings_changed,
            types.TEXT_DOCUMENT_DID_CLOSE: self._did_close,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._settings_changed,
            types.TEXT_DOCUMENT_COMPLETION: self._complete,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.TEXT_DOCUMENT_DEFINITION: self._definition,
            types.TEXT_DOCUMENT_REFERENCES: self._references,
            types.TEXT_DOCUMENT_PREPARE_RENAME: self._prepare_rename,
            types.TEXT_DOCUMENT_RENAME: self._rename,
            types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: self._symbols,
            types.TEXT_DOCUMENT_FOLDING_RANGE: self._folding,
            types.TEXT_DOCUMENT_FORMATTING: self._format,
            types.TEXT_DOCUMENT_CODE_ACTION: self._actions,
            types.CODE_ACTION_RESOLVE: self._resolve,
        }

    # Documents

    def _initialize(self, params: types.InitializeParams) -> None:
        options = params.initialization_options
        self._verbose = bool(options.get("verbose")) if isinstance(options, Mapping) else False
        self._corrections.initialize(params.capabilities)

    def _did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        workspace, uri = self._server.workspace, params.text_document.uri
        document = Document(params.text_document, workspace.position_codec)
        workspace.text_documents[unquote(uri)] = document  # pygls applies the edits to it
        with at_full_speed():
            outline = Outline(language(), document.raw)
        gc.freeze()  # a document has no cycles; the collector would hold up answers by looking for some in all its lines
        opened = self._open[uri] = OpenDocument(document, outline)
        self._checker.check(opened)

    def _did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        opened = self._open.get(params.text_document.uri)
        if opened is not None:
            self._checker.edited(opened)

    def _did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        opened = self._open.pop(params.text_document.uri, None)
        if opened is not None:
            opened.closed = True
            opened.stop()
            empty = types.PublishDiagnosticsParams(params.text_document.uri, [])
            self._server.text_document_publish_diagnostics(empty)

    def _settings_changed(self, _: Any) -> None:
        self._checker.forget_settings()
        for opened in self._open.values():
            self._checker.check(opened)

    def _publish(self, opened: OpenDocument) -> None:
        document = opened.document
        diagnostics = [shown(document, each) for each in opened.shown if self._verbose or each.severity != "info"]
        params = types.PublishDiagnosticsParams(str(document.uri), diagnostics, document.version)
        self._server.text_document_publish_diagnostics(params)

    def _complain(self, message: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Error, f"iossim: {message}"))

    def _opened(self, params: Any) -> OpenDocument:
        opened = self._open.get(params.text_document.uri)
        if opened is None:
            raise JsonRpcInvalidParams("the document is not open")
        return opened

    # Answers

    def _complete(self, params: types.CompletionParams) -> types.CompletionList:
        opened = self._opened(params)
        return complete(opened.document, opened.outline, *opened.document.place(params.position))

    def _hover(self, params: types.HoverParams) -> types.Hover | None:
        opened = self._opened(params)
        return hover(opened.document, opened.outline, *opened.document.place(params.position))

    def _place(self, params: Any) -> tuple[OpenDocument, Place | None]:
        opened = self._opened(params)
        line, column = opened.document.place(params.position)
        name = opened.outline.names.at(line, column)
        return opened, Place(line, name) if name is not None else None

    def _definition(self, params: types.DefinitionParams) -> list[types.Location]:
        opened, place = self._place(params)
        return [_location(opened, each) for each in _same(opened, place) if each.name.defines]

    def _references(self, params: types.ReferenceParams) -> list[types.Location]:
        opened, place = self._place(params)
        declared = params.context.include_declaration
        return [_location(opened, each) for each in _same(opened, place) if declared or not each.name.defines]

    def _prepare_rename(self, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder | None:
        opened, place = self._place(params)
        return types.PrepareRenamePlaceholder(_range(opened, place), place.name.name) if place is not None else None

    def _rename(self, params: types.RenameParams) -> types.WorkspaceEdit:
        opened, place = self._place(params)
        if place is None:
            raise JsonRpcInvalidParams("here is no name or tag that another line could refer to")
        edits = rename(opened.document, opened.outline, place, params.new_name.strip())
        if isinstance(edits, str):
            raise JsonRpcInvalidParams(edits)
        return types.WorkspaceEdit(changes={params.text_document.uri: edits} if edits else {})

    async def _symbols(self, params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        opened = self._opened(params)
        making = symbols(copy(opened.document), copy(opened.outline))  # an edit puts new lists of lines into the others
        while True:
            try:
                next(making)
            except StopIteration as done:
                return list(done.value)
            await asyncio.sleep(0)

    def _folding(self, params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        return folding(self._opened(params).outline)

    async def _format(self, params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        opened = self._opened(params)
        document = opened.document
        before = document.raw
        try:
            text = await self._worker.format(document.source, self._checker.settings(document))
        except WorkerError as error:
            self._complain(str(error))
            return []
        if document.raw is not before:
            return []  # edited in the meantime
        if text is None:
            self._complain("the formatted text would not mean the same: it is left as it is")
            return []
        return document.changes(text)

    async def _actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        opened = self._opened(params)
        found = actions(opened.document, opened.shown, params.range.start.line, params.range.end.line)
        wanted = [action for action in found if is_wanted(action, params.context.only)]
        return await self._corrections.ready(opened.document, wanted)

    async def _resolve(self, action: types.CodeAction) -> types.CodeAction:
        opened = self._open.get(str(data_of(action).get("uri", "")))
        return await self._corrections.resolve(opened.document if opened is not None else None, action)


def _same(opened: OpenDocument, place: Place | None) -> Sequence[Place]:
    """The places of the name that stands at a place."""
    return opened.outline.names.places(place.name.kind, place.name.name) if place is not None else ()


def _range(opened: OpenDocument, place: Place) -> types.Range:
    return opened.document.range(place.line, place.name.start, place.name.end)


def _location(opened: OpenDocument, place: Place) -> types.Location:
    return types.Location(str(opened.document.uri), _range(opened, place))


def _is_fault(record: logging.LogRecord) -> bool:
    """False for an answer that refuses a request: the editor shows it, and it is no fault of the server."""
    return record.exc_info is None or not isinstance(record.exc_info[1], JsonRpcInvalidParams)


def _function(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function of its own for a method: pygls writes attributes into it."""
    if inspect.iscoroutinefunction(answer):

        async def later(params: Any) -> Any:
            return await answer(params)

        return later

    def now(params: Any) -> Any:
        return answer(params)

    return now


_OPTIONS: Mapping[str, Any] = {
    types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(trigger_characters=[" "]),
    types.TEXT_DOCUMENT_RENAME: types.RenameOptions(prepare_provider=True),
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True),
    types.TEXT_DOCUMENT_DID_SAVE: types.SaveOptions(include_text=False),
}


def serve() -> int:
    """Serves an editor on standard input and output until it leaves; returns the exit status."""
    ConfigurationServer().run()
    return 0
