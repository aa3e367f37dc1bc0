"""The modules that a start loads: the engine only where it is needed, Lark only where the index is not valid."""

from __future__ import annotations

import subprocess
import sys

import pytest


def _loaded(*arguments: str, typed: str = "") -> set[str]:
    """The modules that a Python process imports."""
    command = [sys.executable, "-X", "importtime", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=True, input=typed)
    return {line.rpartition("|")[2].strip() for line in result.stderr.splitlines()}


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", "import iossim"),
        ("-m", "iossim", "--version"),
        ("-m", "iossim", "--help"),
        ("-m", "iossim", "serve", "--help"),
    ],
)
def test_the_engine_is_not_loaded(arguments: tuple[str, ...]) -> None:
    modules = _loaded(*arguments)
    assert "iossim" in modules
    assert not {module for module in modules if module.startswith(("iossim.language", "iossim.config", "lark", "lxml", "re2"))}


def test_validation_loads_neither_lark_nor_a_front_end() -> None:
    modules = _loaded("-m", "iossim", "validate", "sample-configs/small-office.cfg")
    assert "iossim.language.tree" in modules
    others = ("aiohttp", "asyncio", "lark", "lxml", "prompt_toolkit", "re2", "yaml")
    assert not {module for module in modules if module.partition(".")[0] in others}


def test_the_shell_loads_no_web_server() -> None:
    modules = _loaded("-m", "iossim", "shell", typed="show version\nexit\n")
    assert "iossim.shell" in modules
    assert "aiohttp" not in modules


def test_the_xml_api_without_a_socket_loads_no_web_server() -> None:
    code = "from iossim import Router; Router().xml('<ISgetGlobal/>', user='a', password='b')"
    modules = _loaded("-c", code)
    assert "iossim.xmlapi" in modules
    assert not {module for module in modules if module.partition(".")[0] in ("aiohttp", "asyncio")}
