"""Documents that are no configuration, long lines, edits faster than the check, and an editor that vanishes."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from tests.lsp.support import PATIENCE, Editor

COMMAND = [sys.executable, "-m", "iossim", "lsp"]


@pytest_lsp.fixture(config=ClientServerConfig(server_command=COMMAND), scope="module")
async def client(lsp_client: LanguageClient):  # type: ignore[no-untyped-def]
    await lsp_client.initialize_session(types.InitializeParams(capabilities=types.ClientCapabilities()))
    yield
    await lsp_client.shutdown_session()


pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_a_document_that_is_no_configuration(client: LanguageClient) -> None:
    editor = Editor(client, "import os\n\n\ndef main():\n    print(os.sep)\n    return 0\n\nmain()\n")
    shown = await editor.diagnostics(lambda shown: any(each.code == "mostly-unknown" for each in shown))
    assert shown[0].range.start == types.Position(0, 0)
    assert await editor.hover("print") == ""
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(editor.document))
    assert symbols == []


async def test_an_empty_document(client: LanguageClient) -> None:
    editor = Editor(client, "")
    await editor.codes()
    assert "hostname" in await editor.complete("")
    options = types.FormattingOptions(1, True)
    await client.text_document_formatting_async(types.DocumentFormattingParams(editor.document, options))
    editor.replace("hostname X")
    editor.edit("hostname X", "")
    await editor.codes()


async def test_characters_that_only_python_takes_for_line_ends(client: LanguageClient) -> None:
    editor = Editor(client, "ephone-dn  1\n name a\x0bb\x0cc\x85d\u2028e\n nubmer 1\n")
    shown = await editor.diagnostics(lambda shown: any(each.code == "unknown-command" for each in shown))
    assert [each.range.start for each in shown if each.code == "unknown-command"] == [types.Position(2, 1)]
    editor.edit("nubmer", "number")
    await editor.diagnostics(lambda shown: all(each.code != "unknown-command" for each in shown))


async def test_a_line_of_a_megabyte(client: LanguageClient) -> None:
    editor = Editor(client, f"ephone-dn  1\n description {'x ' * 500_000}\n number 1001\n")
    (shown,) = await editor.codes("line-too-long")
    assert shown.range.start.line == 1
    assert await editor.hover("x x", 2) == ""
    assert await editor.complete("x x", 2) == {}
    editor.edit(" number 1001", " nubmer 1001")
    await editor.codes("line-too-long", "unknown-command")
    editor.edit("x x x", "y")
    editor.edit("nubmer", "number")
    await editor.codes("line-too-long")


async def test_edits_faster_than_the_check(client: LanguageClient) -> None:
    editor = Editor(client, "".join(f"ephone-dn  {tag}\n number {tag}\n!\n" for tag in range(1, 1000)))
    for count in range(200):
        editor.edit(f"ephone-dn  500{'x' * count}\n", f"ephone-dn  500{'x' * (count + 1)}\n")
    editor.edit(f"ephone-dn  500{'x' * 200}\n", "ephone-dn  500\n nubmer 1\n")
    shown = await editor.diagnostics(lambda shown: any("nubmer" in each.message for each in shown) and len(shown) == 1)
    assert shown[0].range.start.line == editor.place("nubmer").line
    proposals = await editor.complete("nubmer", 1)
    assert "number" in proposals


async def test_a_document_that_is_not_open(client: LanguageClient) -> None:
    from pygls.exceptions import JsonRpcException

    params = types.HoverParams(types.TextDocumentIdentifier("file:///no/such.cfg"), types.Position(0, 0))
    with pytest.raises(JsonRpcException, match="not open"):
        await client.text_document_hover_async(params)


async def test_a_closed_document_has_no_diagnostics(client: LanguageClient) -> None:
    editor = Editor(client, "ephone-dn  1\n nubmer 1\n")
    await editor.codes("unknown-command")
    client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document))
    await editor.codes()


async def test_wrong_settings_are_shown_and_the_usual_ones_count(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "iossim.toml").write_text('select = ["nonsense"]\n', encoding="utf-8")
    client.messages.clear()
    editor = Editor(client, "ephone-dn  1\n nubmer 1\n", (tmp_path / "a.cfg").as_uri())
    await editor.codes("unknown-command")
    assert any("iossim.toml: select: `nonsense` is no rule or code" in each.message for each in client.messages)
    (tmp_path / "iossim.toml").write_text('ignore = ["unknown-command"]\n', encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(editor.document))
    await editor.codes()


def _message(method: str, params: object, number: int | None = None) -> bytes:
    content = {"jsonrpc": "2.0", "method": method, "params": params, **({} if number is None else {"id": number})}
    data = json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)


def _children(pid: int) -> list[int]:
    return [int(word) for task in Path(f"/proc/{pid}/task").iterdir() for word in (task / "children").read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="2026-11-29: the processes of a server are looked up in /proc")
@pytest.mark.parametrize("end", ["pipe", "kill"])
async def test_an_editor_that_vanishes_leaves_no_process(end: str) -> None:
    server = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(_message("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1))
    text = "".join(f"ephone-dn  {tag}\n number {tag}\n!\n" for tag in range(1, 10_000))
    item = {"uri": "file:///a.cfg", "languageId": "ios", "version": 1, "text": text}
    server.stdin.write(_message("textDocument/didOpen", {"textDocument": item}))
    server.stdin.flush()
    server.stdout.readline()

    async def worker() -> list[int]:
        while not (children := _children(server.pid)):
            await asyncio.sleep(0.05)
        return children

    children = await asyncio.wait_for(worker(), PATIENCE)
    if end == "kill":
        server.send_signal(signal.SIGKILL)
    server.stdin.close()
    server.stdout.close()
    status = await asyncio.wait_for(asyncio.to_thread(server.wait), PATIENCE)
    assert status == (0 if end == "pipe" else -signal.SIGKILL)

    async def gone() -> None:
        while any(_runs(child) for child in children):
            await asyncio.sleep(0.05)

    await asyncio.wait_for(gone(), PATIENCE)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
