"""The examples work as they stand; those with Netmiko and Ansible are run in tests/interop, pre-commit in tests/install."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.router.scenario import read_scenario
from iossim.samples import sample_path
from tests.router.support import Time
from tests.support import copy_folder

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"


def run(*command: str, folder: Path, **more: str) -> str:
    """What a program prints; it must end well."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | more
    result = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout + result.stderr


@pytest.fixture
def copied(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A copy of an example, so that nothing is written beside the original."""
    folder = tmp_path / str(request.param)
    copy_folder(EXAMPLES / request.param, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def test_every_example_is_in_the_list() -> None:
    listed = set(
        re.findall(r"^\| \[([\w-]+)/\]\(\1/README\.md\)", (EXAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == {folder.name for folder in EXAMPLES.iterdir() if folder.is_dir()}


@pytest.mark.parametrize("copied", ["provisioning"], indirect=True)
def test_the_client_in_python(copied: Path) -> None:
    plugin = ("-p", "no:cacheprovider", "-p", "iossim.pytest_plugin")
    alone = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    assert re.search(r"^[89] passed", run(sys.executable, "-m", "pytest", "-q", *plugin, folder=copied, **alone), re.MULTILINE)
    assert "Ran 1 test" in run(sys.executable, "-m", "unittest", "test_with_unittest", folder=copied)


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed here (2026-11-29)")
@pytest.mark.parametrize("copied", ["node"], indirect=True)
def test_the_client_in_node(copied: Path, tmp_path: Path) -> None:
    program = tmp_path / "iossim"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iossim "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    assert "# pass 3\n" in run("node", "--test", "--test-reporter=tap", folder=copied, IOSSIM=str(program))


def test_the_morning_in_an_office() -> None:
    router = Router.from_file(sample_path("small-office"), clock=Clock(Time()))
    session = router.session()
    seen: dict[float, str] = {}
    for second, line in read_scenario(EXAMPLES / "scenario" / "morning.yaml").steps():
        router.clock.advance(seconds=second - max(seen, default=0))
        result = session.run(line)
        assert result.accepted, (line, result.output)
        seen[second] = session.execute("show ephone registered summary") + session.execute("show simulate faults")
    assert list(seen) == [0, 60, 180, 600, 660, 900]
    for second in (0, 180, 660):
        assert "Total ephones registered   : 3" in seen[second]
    assert "http status" in seen[900]
    assert "http status" not in seen[660]
    router.clock.advance(seconds=61)
    assert "http status" not in session.execute("show simulate faults")
