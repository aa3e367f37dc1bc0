"""The Netmiko example of the README, as it stands there, against the program that the README starts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from iossim.samples import sample
from tests.interop.served import served

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def example() -> str:
    """The example of the README."""
    section = (_ROOT / "README.md").read_text(encoding="utf-8").split("### Automate it")[1].split("\n### ")[0]
    (block,) = re.findall(r"```python\n(.*?)```", section, re.DOTALL)
    return str(block)


def test_the_example_runs(tmp_path: Path, example: str) -> None:
    with served(tmp_path, sample("small-office").text) as program:
        typed = example.replace("port=2222", f"port={program.ssh}")
        result = subprocess.run([sys.executable, "-c", typed], capture_output=True, text=True, check=True, timeout=120)
    assert "Office(config-ephone-dn)#number 5009\n" in result.stdout
    assert result.stdout.rstrip().endswith("ephone-dn  9\n number 5009")
