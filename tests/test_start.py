"""The modules that a start loads: the engine only where it is needed, Lark only where the index is not valid."""

from __future__ import annotations

import subprocess
import sys

import pytest


def _loaded(*arguments: str) -> set[str]:
    """The modules that a Python process imports."""
    result = subprocess.run([sys.executable, "-X", "importtime", *arguments], capture_output=True, text=True, check=True)
    return {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", "import iossim"),
        ("-m", "iossim.cli", "--version"),
        ("-m", "iossim.cli", "--help"),
        ("-m", "iossim.cli", "serve", "--help"),
    ],
)
def test_the_engine_is_not_loaded(arguments: tuple[str, ...]) -> None:
    modules = _loaded(*arguments)
    assert "iossim" in modules
    assert not {module for module in modules if module.startswith(("iossim.language", "iossim.config", "lark", "lxml"))}


def test_validation_loads_neither_lark_nor_a_front_end() -> None:
    modules = _loaded("-m", "iossim.cli", "validate", "sample-configs/small-office.cfg")
    assert "iossim.language.tree" in modules
    assert not {module for module in modules if module.partition(".")[0] in ("lark", "lxml", "prompt_toolkit", "yaml", "asyncio")}
