"""The Netmiko example of the README, as it stands there, against the program that the README starts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from iossim import Router
from tests.interop.served import served

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def blocks() -> tuple[str, str]:
    """The command that starts the router, and the example."""
    section = (_ROOT / "README.md").read_text(encoding="utf-8").split("### Automate it over SSH")[1].split("\n### ")[0]
    shell, example = re.findall(r"```(?:sh|python)\n(.*?)```", section, re.DOTALL)
    return shell, example


def test_the_example_runs(tmp_path: Path, blocks: tuple[str, str]) -> None:
    command, example = blocks
    config = re.search(r"serve (\S+) --console --ssh-port 2222", command)
    assert config is not None
    with served(tmp_path, (_ROOT / config[1]).read_text(encoding="utf-8")) as program:
        typed = example.replace("port=2222", f"port={program.ssh}")
        result = subprocess.run([sys.executable, "-c", typed], capture_output=True, text=True, check=True, timeout=120)
    assert "ephone-dn  9\n number 5009\n" in result.stdout
    assert "[OK]" in result.stdout
    saved = Router.from_file(tmp_path / "nvram" / "startup-config")
    assert "ephone-dn  9\n number 5009\n" in saved.running_config
