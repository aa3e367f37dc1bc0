"""The VS Code extension: its manifest, and the package that npm makes of it, started with a stand-in for VS Code."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from iossim.files.decoding import SUFFIXES
from iossim.samples import sample_names, sample_path
from tests.lsp.wire import ROOT
from tests.support import copy_folder

FOLDER = ROOT / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
SOURCE = (FOLDER / "src" / "extension.js").read_text(encoding="utf-8")
STAND_IN = Path(__file__).parent / "stand_in.cjs"
#: npm without its registry: the test cannot be run there.
_UNREACHABLE = re.compile(r"ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ENOTCACHED")


def contributed(name: str) -> Any:
    return MANIFEST["contributes"][name]


def test_the_settings_of_the_manifest_are_those_that_are_read() -> None:
    read = {f"iossim.{name}" for name in re.findall(r'settings\.get\("([\w.]+)"', SOURCE)}
    assert set(contributed("configuration")["properties"]) == {*read, "iossim.trace.server"}  # the client reads that one
    restarting = re.search(r"\[(.*?)\]\.some", SOURCE)
    assert restarting is not None
    assert {f"iossim.{name}" for name in re.findall(r"\w+", restarting[1])} == read


def test_the_commands_of_the_manifest_are_those_that_are_registered() -> None:
    registered = re.findall(r'registerCommand\("([\w.]+)"', SOURCE)
    assert [command["command"] for command in contributed("commands")] == registered


def test_one_language_with_its_files() -> None:
    (language,) = contributed("languages")
    (grammar,) = contributed("grammars")
    assert f'const LANGUAGE = "{language["id"]}";' in SOURCE
    assert grammar["language"] == language["id"]
    assert set(language["extensions"]) <= set(SUFFIXES)
    for path in (language["configuration"], grammar["path"]):
        json.loads((FOLDER / path).read_text(encoding="utf-8"))
    first = re.compile(language["firstLine"])
    assert [
        line for line in ("Building configuration...", "version 15.7", "! Last configuration change at 1") if not first.search(line)
    ] == []
    assert not any(first.search(line) for line in ("version 3", "<html>", "[section]", "! a comment"))


def test_the_scripts_use_tools_in_exact_versions() -> None:
    needed = MANIFEST["devDependencies"]
    assert "dependencies" not in MANIFEST  # everything is in the bundle
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in needed.values())
    tools = {"tsc": "typescript", "esbuild": "esbuild", "vsce": "@vscode/vsce"}
    scripts = " ".join(MANIFEST["scripts"].values())
    for tool, package in tools.items():
        assert tool in scripts
        assert package in needed
    types, engine = needed["@types/vscode"], MANIFEST["engines"]["vscode"]
    assert engine == f"^{types}"
    lock = json.loads((FOLDER / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"][""]["devDependencies"] == needed
    assert not [name for name, package in lock["packages"].items() if "resolved" in package]


def _patterns(node: Any) -> list[str]:
    if isinstance(node, dict):
        return [node[key] for key in ("match", "begin", "end") if key in node] + [
            each for value in node.values() for each in _patterns(value)
        ]
    return [each for value in node for each in _patterns(value)] if isinstance(node, list) else []


def test_the_colours_know_every_line_of_the_samples() -> None:
    """The first word of every line has a colour; Python reads the expressions as VS Code does."""
    grammar = json.loads((FOLDER / contributed("grammars")[0]["path"]).read_text(encoding="utf-8"))
    patterns = [re.compile(pattern) for pattern in _patterns(grammar) if "\\3" not in pattern]
    assert len(patterns) == 14
    for sample in sample_names():
        for line in sample_path(sample).read_text(encoding="utf-8").split("\n"):
            starts = [match.start() for pattern in patterns if (match := pattern.search(line)) is not None]
            assert not line.strip() or not line[0].isalpha() or 0 in starts, line


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the extension after `npm ci` and `npm run package`."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("2026-11-29: npm is not installed")
    root = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "LICENSE", root)
    folder = root / "editors" / "vscode"
    copy_folder(FOLDER, folder, ignore=shutil.ignore_patterns("node_modules", "dist", "LICENSE"))
    installed = subprocess.run([npm, "ci"], cwd=folder, capture_output=True, text=True, timeout=400)
    if installed.returncode and _UNREACHABLE.search(installed.stderr):
        pytest.skip("2026-11-29: npm cannot reach its registry")
    assert installed.returncode == 0, installed.stderr
    made = subprocess.run([npm, "run", "package"], cwd=folder, capture_output=True, text=True, timeout=200)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder


def test_the_package_holds_what_the_manifest_names(package: Path) -> None:
    with zipfile.ZipFile(package / "dist" / "iossim.vsix") as file:
        names = set(file.namelist())
        assert json.loads(file.read("extension/package.json")) == MANIFEST
    (language,), (grammar,) = contributed("languages"), contributed("grammars")
    wanted = [MANIFEST["main"], language["configuration"], grammar["path"], "readme.md", "LICENSE.txt", "package.json"]
    assert names == {f"extension/{path.removeprefix('./')}" for path in wanted} | {"[Content_Types].xml", "extension.vsixmanifest"}


def started(package: Path, *command: str) -> Any:
    node = shutil.which("node")
    assert node is not None
    run = [node, str(STAND_IN), str(package / MANIFEST["main"]), *command]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_bundle_starts_restarts_and_stops_the_server(package: Path) -> None:
    found = started(package, sys.executable, "-m", "iossim", "lsp")
    assert found == {"exports": ["activate", "deactivate"], "errors": [], "commands": ["iossim.restart"]}


def test_a_program_that_is_not_there_is_named(package: Path) -> None:
    errors = [error for error in started(package, "/no/such/iossim", "lsp")["errors"] if "iossim.path" in error]
    assert len(errors) == 2  # at the start, and at the restart; the client shows a message of its own, too
    assert "/no/such/iossim" in errors[0]
    assert 'pip install "iossim[lsp]"' in errors[0]
