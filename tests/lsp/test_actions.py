"""Code actions over standard input and output: fixes give the text that `iossim validate --fix` writes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from iossim.cli import main
from tests.lsp.support import Editor

#: Two lines that are overwritten, and one that is not: it is a comment of another thing.
TEXT = """\
version 15.7
hostname Office
!
telephony-service
 max-ephones 5
 max-dn 20
 max-ephones 10
 ip source-address 10.1.0.1 port 2000
 max-dn 30
 create cnf-files
!
ephone-dn  1
 number 1001
!
ephone  1
 mac-address 0000.0000.0001
 button  1:1
!
end
"""
COMMAND = [sys.executable, "-m", "iossim", "lsp"]
pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND), scope="module")
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    await lsp_client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND), scope="module")
async def resolving(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    support = types.CodeActionClientCapabilities(resolve_support=types.ClientCodeActionResolveOptions(["edit"]))
    document = types.TextDocumentClientCapabilities(code_action=support)
    await lsp_client.initialize_session(types.InitializeParams(types.ClientCapabilities(text_document=document)))
    yield
    await lsp_client.shutdown_session()


async def asked(editor: Editor, place: types.Position, only: Sequence[str] | None = None) -> list[types.CodeAction]:
    """The actions at a place."""
    context = types.CodeActionContext([], only)
    params = types.CodeActionParams(editor.document, types.Range(place, place), context)
    answer = await editor.client.text_document_code_action_async(params)
    return [action for action in answer or () if isinstance(action, types.CodeAction)]


def after(editor: Editor, action: types.CodeAction) -> str:
    """The text after an action."""
    assert action.edit is not None
    assert action.edit.changes is not None
    return editor.applied(action.edit.changes[editor.uri])


def fixed_by_the_program(folder: Path, text: str, *options: str) -> str:
    file = folder / "office.cfg"
    file.write_text(text, encoding="utf-8", newline="")
    main(["validate", "--fix", *options, str(file)])
    return file.read_bytes().decode()


async def test_the_fix_of_one_finding(client: LanguageClient, tmp_path: Path) -> None:
    editor = Editor(client, TEXT)
    await editor.codes("overwritten-line", "overwritten-line")
    fix, allow = await asked(editor, editor.place("max-ephones 5"))
    assert (fix.title, fix.kind, fix.is_preferred) == (
        "Fix: remove the line that is overwritten", types.CodeActionKind.QuickFix, True,
    )  # fmt: skip
    assert allow.title.startswith("Allow overwritten-line")
    text = after(editor, fix)
    assert text == TEXT.replace(" max-ephones 5\n", "")
    editor.replace(text)
    await editor.codes("overwritten-line")
    (fix, _) = await asked(editor, editor.place("max-dn 20"))
    assert after(editor, fix) == fixed_by_the_program(tmp_path, TEXT)


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
async def test_all_fixes_give_the_text_of_the_program(client: LanguageClient, tmp_path: Path, end: str) -> None:
    text = TEXT.removesuffix("\n") + end
    editor = Editor(client, text)
    await editor.codes("overwritten-line", "overwritten-line")
    (action,) = await asked(editor, editor.place("hostname"), ["source.fixAll"])
    assert action.kind == "source.fixAll.iossim"
    assert after(editor, action) == fixed_by_the_program(tmp_path, text) != text


async def test_an_editor_that_asks_for_edits_later(resolving: LanguageClient, tmp_path: Path) -> None:
    editor = Editor(resolving, TEXT)
    await editor.codes("overwritten-line", "overwritten-line")
    fix = (await asked(editor, editor.place("max-ephones 5")))[0]
    assert fix.edit is None
    assert after(editor, await resolving.code_action_resolve_async(fix)) == TEXT.replace(" max-ephones 5\n", "")
    (every,) = await asked(editor, editor.place("hostname"), ["source"])
    assert after(editor, await resolving.code_action_resolve_async(every)) == fixed_by_the_program(tmp_path, TEXT)
    editor.edit("hostname Office\n", "")  # another line that is overwritten has the number of the action now
    resolving.messages.clear()
    late = await resolving.code_action_resolve_async(fix)
    assert late.edit is None
    assert "nothing is changed" in resolving.messages[-1].message


@pytest.mark.parametrize("data", [None, 5, {"uri": "file:///no/such.cfg", "version": 1}, {"version": 1}])
async def test_an_action_that_is_not_ours(resolving: LanguageClient, data: object) -> None:
    action = types.CodeAction("Something else", data=data)
    assert (await resolving.code_action_resolve_async(action)).edit is None


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (None, ["quickfix", "quickfix"]),
        (["quickfix"], ["quickfix", "quickfix"]),
        (["source.fixAll.iossim"], ["source.fixAll.iossim"]),
        (["source.fixAll.ruff"], []),
        (["source.organizeImports"], []),
        (["quick"], []),
        ([""], ["quickfix", "source.fixAll.iossim", "quickfix"]),
    ],
)
async def test_the_kinds_that_an_editor_wants(client: LanguageClient, only: list[str] | None, kinds: list[str]) -> None:
    editor = Editor(client, TEXT)
    await editor.codes("overwritten-line", "overwritten-line")
    found = await asked(editor, editor.place("max-ephones 5"), only)
    assert [getattr(action.kind, "value", action.kind) for action in found] == kinds


async def test_no_fix_where_nothing_can_be_fixed(client: LanguageClient) -> None:
    editor = Editor(client, TEXT.replace(" max-ephones 5\n", "").replace(" max-dn 20\n", " nubmer 1\n"))
    await editor.codes("unknown-command")
    assert [action.title for action in await asked(editor, editor.place("nubmer"))] == [
        "Allow unknown-command here (then write the reason)"
    ]
    assert await asked(editor, editor.place("nubmer"), ["source.fixAll"]) == []
    assert await asked(editor, editor.place("hostname")) == []


async def test_a_finding_that_the_baseline_knows_is_not_fixed(client: LanguageClient, tmp_path: Path) -> None:
    file = tmp_path / "office.cfg"
    file.write_text(TEXT.replace(" max-dn 20\n", ""), encoding="utf-8")
    main(["validate", str(file), "--write-baseline", str(tmp_path / "known.json")])
    (tmp_path / "iossim.toml").write_text('baseline = "known.json"\n', encoding="utf-8")
    editor = Editor(client, TEXT, file.as_uri())
    await editor.codes("overwritten-line")
    (action,) = await asked(editor, editor.place("hostname"), ["source.fixAll"])
    assert after(editor, action) == TEXT.replace(" max-dn 20\n", "")


async def test_actions_for_lines_that_an_edit_has_just_removed(client: LanguageClient) -> None:
    editor = Editor(client, TEXT)
    await editor.codes("overwritten-line", "overwritten-line")
    place = editor.place("max-dn 20")
    editor.replace("hostname X")
    await asked(editor, place)  # an answer, whatever it holds, and no error
    await editor.codes()
    assert await asked(editor, place) == []
