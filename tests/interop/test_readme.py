"""The example of the README with Netmiko, and that of examples/, as they stand there, against the program."""

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


def test_the_phones_of_a_file_are_configured(tmp_path: Path) -> None:
    folder = _ROOT / "examples" / "netmiko"
    with served(tmp_path, sample("small-office").text) as program:
        command = [sys.executable, str(folder / "add_phones.py"), "127.0.0.1", str(program.ssh)]
        result = subprocess.run([*command, str(folder / "phones.csv")], capture_output=True, text=True, check=True, timeout=120)
        wrong = tmp_path / "wrong.csv"
        wrong.write_text("tag,mac,number,name\n8,banana,6008,Nobody\n", encoding="utf-8")
        refused = subprocess.run([*command, str(wrong)], capture_output=True, text=True, check=False, timeout=120)
    for tag in (5, 6, 7):
        assert f"0011.2233.440{tag}" in result.stdout
    assert "Total ephones configured   : 6" in result.stdout
    assert "ConfigInvalidException" in refused.stderr
    assert "banana" in refused.stderr
