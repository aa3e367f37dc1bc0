"""The tests of README and docs/testing.md, as they stand there, run by pytest with the plugin."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PAGES = ["README.md", "docs/testing.md"]


def examples_of(page: str) -> list[str]:
    """The blocks of a page that are tests."""
    blocks = re.findall(r"```python\n(.*?)```", (_ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    return [block for block in blocks if "def test_" in block]


@pytest.mark.parametrize("page", _PAGES)
def test_the_examples_pass(page: str, tmp_path: Path) -> None:
    blocks = examples_of(page)
    for number, block in enumerate(blocks):
        (tmp_path / f"test_{number}.py").write_text(block, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "iossim.pytest_plugin", "--strict-markers", "."]
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    result = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout
    assert blocks
