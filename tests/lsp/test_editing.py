"""What an editor is answered while a configuration is written: the server runs as `iossim lsp`, over standard input and output."""

from __future__ import annotations

import sys

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.lsp.support import Editor

OFFICE = """\
hostname Office
!
telephony-service
 max-ephones 10
 max-dn 20
 ip source-address 10.1.0.1 port 2000
!
ephone-dn  1  dual-line
 number 1001
 name Anna Berg
!
ephone-dn  2
 number 1002
!
ephone-template  3
 softkeys idle Redial
!
ephone  1
 mac-address 0000.0000.0001
 ephone-template 3
 button  1:1 2:2
!
end
"""


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[sys.executable, "-m", "iossim", "lsp", "--stdio"]), scope="module")
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    params = types.InitializeParams(capabilities=types.ClientCapabilities())
    await lsp_client.initialize_session(params)
    yield
    await lsp_client.shutdown_session()


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_diagnostics_follow_the_edits(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    await editor.codes()
    editor.edit(" name Anna Berg", " nmae Anna Berg")
    (shown,) = await editor.codes("unknown-command")
    assert shown.range == types.Range(types.Position(9, 1), types.Position(9, 5))
    assert shown.severity is types.DiagnosticSeverity.Error
    assert "did you mean `name`" in shown.message
    editor.edit("nmae", "name")
    await editor.codes()


async def test_a_rule_across_the_file(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    editor.edit("ephone-template  3\n", "ephone-template  4\n")
    (shown,) = await editor.codes("undefined-reference")
    assert shown.range.start == editor.place("3\n button")


async def test_diagnostics_of_other_sections_move_with_their_lines(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE.replace("ephone-template  3", "ephone-template  4"))
    await editor.codes("undefined-reference")
    editor.edit("!\nephone-dn  2", "!\nephone-dn  7\n nubmer 1007\n!\nephone-dn  2")
    shown = await editor.codes("undefined-reference", "unknown-command")
    assert {each.range.start.line for each in shown} == {editor.place("nubmer").line, editor.place("ephone-template 3").line}


async def test_completion_with_help(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    editor.edit("ephone-dn  2\n", "ephone-dn  2\n call\n")
    proposals = await editor.complete(" call\n", 5)
    assert "call-forward" in proposals
    assert proposals["call-forward"].detail
    assert "button" not in proposals
    edit = proposals["call-forward"].text_edit
    assert isinstance(edit, types.TextEdit)
    assert editor.applied([edit]) == editor.text.replace(" call\n", " call-forward\n")


async def test_completion_at_the_margin_proposes_global_configuration(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    editor.edit("end\n", "dial\nend\n")
    assert "dial-peer" in await editor.complete("dial\nend", 4)


async def test_completion_shows_the_bound_that_counts(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    editor.edit("end\n", "ephone-dn \nend\n")
    assert "<1-20>" in await editor.complete("ephone-dn \n", 10)


async def test_completion_proposes_the_names_that_are_defined(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    proposals = await editor.complete("ephone-template 3", len("ephone-template "))
    assert proposals["3"].detail == "ephone-template"
    editor.edit(" button  1:1 2:2", " button  1:")
    proposals = await editor.complete("button  1:", len("button  1:"))
    assert proposals["1:1"].detail == "ephone-dn: name Anna Berg"
    assert "1:2" in proposals


async def test_no_completion_in_a_comment(client: LanguageClient) -> None:
    editor = Editor(client, "! a comm\n")
    assert await editor.complete("comm", 4) == {}


async def test_hover_shows_help_syntax_and_definition(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    text = await editor.hover("mac-address")
    assert text.startswith("`mac-address`: ")
    assert "mac-address" in text.split("```")[1]
    text = await editor.hover("1:1", 2)
    assert "Line 8: `ephone-dn 1 dual-line`, `name Anna Berg`" in text


async def test_hover_hides_secrets(client: LanguageClient) -> None:
    editor = Editor(client, "username anna password 0 TopSecret\n")
    assert "TopSecret" not in await editor.hover("TopSecret")


async def test_definition_and_references(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    place = editor.place("1:1", 2)
    answer = await client.text_document_definition_async(types.DefinitionParams(editor.document, place))
    assert isinstance(answer, list)
    assert [each.range.start for each in answer] == [editor.place("1  dual")]
    params = types.ReferenceParams(types.ReferenceContext(True), editor.document, editor.place("1  dual"))
    found = await client.text_document_references_async(params)
    assert found is not None
    assert [each.range.start for each in found] == [editor.place("1  dual"), place]


async def test_rename_changes_a_tag_and_all_its_references(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    prepared = await client.text_document_prepare_rename_async(types.PrepareRenameParams(editor.document, editor.place("1  dual")))
    assert isinstance(prepared, types.PrepareRenamePlaceholder)
    assert prepared.placeholder == "1"
    answer = await client.text_document_rename_async(types.RenameParams(editor.document, editor.place("1  dual"), "15"))
    assert answer is not None
    assert answer.changes is not None
    expected = OFFICE.replace("ephone-dn  1 ", "ephone-dn  15 ").replace("1:1", "1:15")
    assert editor.applied(answer.changes[editor.uri]) == expected


@pytest.mark.parametrize(
    ("new", "message"),
    [("2", "ephone-dn 2 is in use already"), ("x", "does not accept `x`"), ("", "does not accept ``")],
)
async def test_rename_refuses_what_the_router_would_refuse(client: LanguageClient, new: str, message: str) -> None:
    editor = Editor(client, OFFICE)
    with pytest.raises(JsonRpcException, match=message):
        await client.text_document_rename_async(types.RenameParams(editor.document, editor.place("1  dual"), new))


async def test_symbols_and_folding(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE)
    found = await client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document))
    assert found is not None
    assert [symbol.name for symbol in found] == [
        "telephony-service", "ephone-dn 1 dual-line", "ephone-dn 2", "ephone-template 3", "ephone 1",
    ]  # fmt: skip
    folds = await client.text_document_folding_range_async(types.FoldingRangeParams(editor.document))
    assert folds is not None
    assert [(fold.start_line, fold.end_line) for fold in folds] == [(2, 5), (7, 9), (11, 12), (14, 15), (17, 20)]


async def test_formatting_is_that_of_the_command_line(client: LanguageClient) -> None:
    from iossim.validate.formatting import formatted

    text = OFFICE.replace(" number 1001", "  num 1001").replace("hostname", "host")
    editor = Editor(client, text)
    options = types.FormattingOptions(1, True)
    edits = await client.text_document_formatting_async(types.DocumentFormattingParams(editor.document, options))
    assert edits
    assert editor.applied(edits) == formatted(text)


async def test_a_comment_allows_a_finding(client: LanguageClient) -> None:
    editor = Editor(client, OFFICE.replace("ephone-template  3", "ephone-template  4"))
    (shown,) = await editor.codes("undefined-reference")
    params = types.CodeActionParams(editor.document, shown.range, types.CodeActionContext([shown]))
    answer = await client.text_document_code_action_async(params)
    assert answer
    (action,) = answer
    assert isinstance(action, types.CodeAction)
    assert action.edit is not None
    assert action.edit.changes is not None
    editor.replace(editor.applied(action.edit.changes[editor.uri]))
    assert " ! iossim: allow undefined-reference \n ephone-template 3\n" in editor.text
    await editor.codes("allow-without-reason")
    editor.edit("allow undefined-reference ", "allow undefined-reference template 3 comes from another file")
    await editor.codes()


async def test_columns_count_as_editors_count(client: LanguageClient) -> None:
    editor = Editor(client, "ephone-dn  1\n description \U0001f600\n nubmer 1\n")
    await editor.codes("unknown-command")
    editor.replace("ephone-dn  1\n name \U0001f600\U0001f600 ! iossim: allow nonsense x\n")
    (shown,) = await editor.codes("unknown-allow")
    assert shown.range.start.character == len(" name ") + 4 + len(" ! iossim: allow ")
