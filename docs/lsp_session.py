"""Records a session of the language server, docs/editors-session.md: `python docs/lsp_session.py [--check]`. Needs the extra lsp.

The server is `iossim lsp` as editors start it. The page holds the messages as they were sent and as they came; the release of iossim
and what all messages have (`jsonrpc`) are left out. `--check` writes nothing, and exits with 1 where the page is out of date.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))  # for the client, which is part of the tests

from tests.lsp.wire import Wire  # noqa: E402 (the path comes first)

PAGE = DOCS / "editors-session.md"
_WIDTH = 140
_URI = "file:///office.cfg"
_DOCUMENT = {"uri": _URI}
TEXT = """\
version 15.7
hostname Office
!
telephony-service
 max-ephones 5
 max-dn 20
 max-ephones 10
 ip source-address 10.1.0.1 port 2000
 create cnf-files
!
ephone-dn  1
 number 1001
 nmae Anna Berg
!
ephone-dn  2
 number 1002
!
ephone  1
 mac-address 0000.0000.0001
 button  1:1 2:2
!
end
"""
_HEAD = f"""# A session of the language server

<!-- Written by docs/lsp_session.py: run it to write it anew. -->

What an editor and `iossim lsp` say to each other, as it came out. `>` is a message of the editor, `<` one of the server; the header of each
message and `jsonrpc` are left out. A test runs the session again and compares. See [editors.md](editors.md) for editors. The document:

```text
{TEXT}```
"""


class Session:
    """A session with its record."""

    def __init__(self) -> None:
        self.parts = [_HEAD]
        self._wire = Wire(self._note)

    def run(self) -> str:
        """Plays the session; returns the page."""
        with self._wire as wire:
            self._title(
                "Start", "The editor says what it can; this one asks for the edits of a code action when the user has chosen it."
            )
            actions = {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}
            wire.request("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": actions}})
            wire.notify("initialized", {})
            self._title("Diagnostics", "A document is opened; one line is overwritten, and one has a typing mistake.")
            item = {**_DOCUMENT, "languageId": "cisco-ios", "version": 1, "text": TEXT}
            wire.notify("textDocument/didOpen", {"textDocument": item})
            self._diagnostics(1)
            self._ask("Completion", "After `button  1:`, the dns of the document.", "completion", _at(19, 11))
            self._ask("Hover", "The dn in `2:2`.", "hover", _at(19, 15))
            self._title(
                "An edit", "`nmae` becomes `name`. First the section is read again, then all rules are applied to the file."
            )
            area = {"start": {"line": 12, "character": 1}, "end": {"line": 12, "character": 5}}
            change = {"textDocument": {**_DOCUMENT, "version": 2}, "contentChanges": [{"range": area, "text": "name"}]}
            wire.notify("textDocument/didChange", change)
            self._diagnostics(2)
            self._diagnostics(2)
            self._ask("Definition", "Where the dn of the first button is.", "definition", _at(19, 11))
            declared = {"context": {"includeDeclaration": True}}
            self._ask(
                "References",
                "All places of dn 1; its number 1001 and ephone 1 are none.",
                "references",
                {**_at(10, 11), **declared},
            )
            self._ask("Renaming", "First what would be renamed, then the edits.", "prepareRename", _at(10, 11))
            wire.request("textDocument/rename", {"textDocument": _DOCUMENT, **_at(10, 11), "newName": "15"})
            wire.answer("textDocument/rename", {"textDocument": _DOCUMENT, **_at(10, 11), "newName": "2"})
            self._actions(wire)
            self._ask("Symbols", "The sections, for the outline of the editor.", "documentSymbol", {})
            self._ask("Folding", "The same as lines.", "foldingRange", {})
            options = {"options": {"tabSize": 1, "insertSpaces": True}}
            self._ask("Formatting", "The lines that the router would print otherwise.", "formatting", options)
            self._title("End", "")
            wire.notify("textDocument/didClose", {"textDocument": _DOCUMENT})
            wire.wait(lambda content: content.get("method") == "textDocument/publishDiagnostics")
            wire.request("shutdown", None)
            wire.notify("exit", None)
        self.parts.append("```\n")
        return "".join(self.parts)

    def _actions(self, wire: Wire) -> None:
        self._title(
            "A fix",
            "The actions for the line `max-ephones 5`, and the edit of the first one. The edit is made as `--fix` makes it.",
        )
        here = {"start": {"line": 4, "character": 1}, "end": {"line": 4, "character": 1}}
        params = {"textDocument": _DOCUMENT, "range": here, "context": {"diagnostics": []}}
        found = wire.request("textDocument/codeAction", params)
        wire.request("codeAction/resolve", found[0])

    def _ask(self, title: str, about: str, method: str, params: dict[str, Any]) -> None:
        self._title(title, about)
        self._wire.request(f"textDocument/{method}", {"textDocument": _DOCUMENT, **params})

    def _diagnostics(self, version: int) -> None:
        self._wire.wait(
            lambda content: content.get("method") == "textDocument/publishDiagnostics" and content["params"]["version"] == version
        )

    def _title(self, title: str, about: str) -> None:
        end = "```\n" if len(self.parts) > 1 else ""
        sentence = f"{about}\n\n" if about else ""
        self.parts.append(f"{end}\n## {title}\n\n{sentence}```text\n")

    def _note(self, sent: bool, content: dict[str, Any]) -> None:
        content = {name: value for name, value in content.items() if name != "jsonrpc"}
        result = content.get("result")
        if isinstance(result, dict) and "serverInfo" in result:
            content["result"] = {**result, "serverInfo": {**result["serverInfo"], "version": "…"}}
        self.parts.append(f"{'>' if sent else '<'} {laid_out(content)}\n")


def _at(line: int, column: int) -> dict[str, Any]:
    return {"position": {"line": line, "character": column}}


def laid_out(value: Any, indent: int = 2) -> str:
    """A value as JSON: on one line if it fits, else its parts on lines of their own."""
    short = json.dumps(value, ensure_ascii=False)
    if len(short) + indent <= _WIDTH or not isinstance(value, dict | list) or not value:
        return short
    blanks = " " * (indent + 2)
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}: {laid_out(each, indent + 2)}" for name, each in value.items()]
        return "{\n" + ",\n".join(f"{blanks}{part}" for part in parts) + "\n" + " " * indent + "}"
    parts = [laid_out(each, indent + 2) for each in value]
    return "[\n" + ",\n".join(f"{blanks}{part}" for part in parts) + "\n" + " " * indent + "]"


def main(arguments: list[str]) -> int:
    """Writes the page, or compares it; returns the exit status."""
    page = Session().run()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    if "--check" not in arguments:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    sys.stdout.write(f"out of date: {PAGE.name}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
