"""Programs that install iossim by themselves: pipx and uvx, as the README has them, and pre-commit, as in examples/.

They build it from a folder of sources, and ask the package index for what it needs.
"""

from __future__ import annotations

import json
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


def fresh(home: Path, **more: str) -> dict[str, str]:
    """The environment of a user whose home is empty."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    return {**kept, "PATH": programs, "HOME": str(home), **more}


def test_the_readme_has_a_line_for_each() -> None:
    assert [line.split()[0] for line in _LINES] == ["pipx", "uvx"]


@pytest.mark.parametrize("line", _LINES, ids=lambda line: line.split()[0])
def test_the_router_starts(line: str, sources: Path, tmp_path: Path) -> None:
    environment = fresh(tmp_path, PIPX_HOME=str(tmp_path / "pipx"), UV_CACHE_DIR=str(tmp_path / "uv"))
    result = subprocess.run(
        shlex.split(line), cwd=sources, env=environment, input="show clock\nexit\n", capture_output=True, text=True, timeout=540
    )
    assert result.returncode == 0, result.stderr
    assert "Office>show clock\n" in result.stdout


def test_a_faulty_configuration_is_not_committed(sources: Path, tmp_path: Path) -> None:
    folder = tmp_path / "lab"
    folder.mkdir()
    example = (_ROOT / "examples" / "pre-commit" / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    dependency = "additional_dependencies: [iossim]"
    assert dependency in example
    (folder / ".pre-commit-config.yaml").write_text(
        example.replace(dependency, f"additional_dependencies: [{json.dumps(str(sources))}]"), encoding="utf-8"
    )
    environment = fresh(tmp_path, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))
    commits = ["git", "-c", "user.name=Ann", "-c", "user.email=ann@example.com", "commit", "-q", "-m", "office"]

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=540, check=False)

    assert run("git", "init", "-q").returncode == 0
    assert run("pre-commit", "install").returncode == 0
    configuration = folder / "office.cfg"
    configuration.write_text("hostname Office\nephone-dn 1\n number 5001 5002\n", encoding="utf-8")
    run("git", "add", ".")
    refused = run(*commits)
    assert refused.returncode == 1
    assert "office.cfg:3:" in refused.stdout + refused.stderr
    configuration.write_text("hostname Office\nephone-dn 1\n number 5001\n", encoding="utf-8")
    run("git", "add", ".")
    accepted = run(*commits)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
