"""The modules that a start loads: the engine only where it is needed, Lark only where the index is not valid."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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


#: The libraries that carry bytes on the network, and the terminal's.
_LIBRARIES = {"aiohttp", "asyncssh", "telnetlib3", "prompt_toolkit"}
_WITHOUT_WEB = "no ip http server\nend\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("shell", "CONFIG", "--ssh-port", "0"), {"asyncssh"}),
        (("shell", "CONFIG", "--http-port", "0"), set()),
        (("shell", "sample-configs/small-office.cfg", "--http-port", "0"), {"aiohttp"}),
        (("shell", "sample-configs/small-office.cfg"), set()),
    ],
)
def test_a_library_is_loaded_by_the_port_that_it_serves(arguments: tuple[str, ...], expected: set[str], tmp_path: Path) -> None:
    configuration = tmp_path / "router.cfg"
    configuration.write_text(_WITHOUT_WEB)
    modules = _loaded("-m", "iossim", *(str(configuration) if word == "CONFIG" else word for word in arguments))
    assert "iossim.shell" in modules
    assert modules & _LIBRARIES == expected


def test_the_xml_api_without_a_socket_loads_no_web_server() -> None:
    code = "from iossim import Router; Router().xml('<ISgetGlobal/>', user='a', password='b')"
    modules = _loaded("-c", code)
    assert "iossim.xmlapi" in modules
    assert not {module for module in modules if module.partition(".")[0] in ("aiohttp", "asyncio")}
