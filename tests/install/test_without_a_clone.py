"""The lines of the README that run iossim without an environment of its own: pipx and uvx build it from a folder of sources.

Both ask the package index for what iossim needs.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_SOURCES = ("iossim", "grammars", "sample-configs", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
_LINES = re.findall(r"^((?:pipx|uvx) .* \. iossim .*)$", (_ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sources and nothing that was built from them."""
    folder = tmp_path_factory.mktemp("sources")
    for name in _SOURCES:
        if (_ROOT / name).is_dir():
            shutil.copytree(_ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "index.jsonl"))
        else:
            shutil.copy(_ROOT / name, folder)
    return folder


def test_the_readme_has_a_line_for_each() -> None:
    assert [line.split()[0] for line in _LINES] == ["pipx", "uvx"]


@pytest.mark.parametrize("line", _LINES, ids=lambda line: line.split()[0])
def test_the_router_starts(line: str, sources: Path, tmp_path: Path) -> None:
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    home = {"PATH": programs, "HOME": str(tmp_path), "PIPX_HOME": str(tmp_path / "pipx"), "UV_CACHE_DIR": str(tmp_path / "uv")}
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")} | home
    result = subprocess.run(
        shlex.split(line), cwd=sources, env=environment, input="show clock\nexit\n", capture_output=True, text=True, timeout=540
    )
    assert result.returncode == 0, result.stderr
    assert "Office>show clock\n" in result.stdout
