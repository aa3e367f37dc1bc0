"""The pages about editors: the recorded session is what comes out today, and the settings name what there is."""

from __future__ import annotations

import json
import re
import tomllib

from docs.lsp_session import PAGE, Session, laid_out
from iossim.lsp.actions import FIX_ALL
from tests.lsp.wire import ROOT

EDITORS = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")


def test_the_recorded_session_is_what_comes_out() -> None:
    assert Session().run() == PAGE.read_text(encoding="utf-8"), "run docs/lsp_session.py and read the difference"


def test_a_message_is_laid_out_without_loss() -> None:
    message = {"a": [{"b": "x" * 100}, {"c": "y" * 100, "d": []}], "e": None, "f": {"g": 1}}
    assert json.loads(laid_out(message)) == message
    assert laid_out({"a": 1}) == '{"a": 1}'
    assert max(map(len, laid_out(message).split("\n"))) <= 140


def test_the_settings_of_the_page_are_those_of_the_editors() -> None:
    blocks = re.findall(r"```(\w+)\n(.*?)```", EDITORS, re.DOTALL)
    settings = json.loads(next(text for kind, text in blocks if kind == "json"))
    manifest = json.loads((ROOT / "editors" / "vscode" / "package.json").read_text(encoding="utf-8"))
    language = manifest["contributes"]["languages"][0]["id"]
    assert set(settings["files.associations"].values()) == {language}
    assert settings[f"[{language}]"] == {"editor.codeActionsOnSave": {FIX_ALL: "explicit"}}
    for name in re.findall(r"`\"?(iossim\.\w+)\"?[`:]", EDITORS):
        assert name in manifest["contributes"]["configuration"]["properties"] or name == "iossim.toml"
    helix = tomllib.loads(next(text for kind, text in blocks if kind == "toml"))
    assert helix["language"][0]["language-servers"] == list(helix["language-server"])
    assert [kind for kind, _ in blocks] == ["sh", "sh", "json", "lua", "lua", "elisp", "toml"]
