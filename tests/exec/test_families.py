"""Every EXEC command stands in the folder of its family, in a file whose name fits."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import iossim.exec
from iossim.exec import COMMANDS
from iossim.exec.families import family_of
from iossim.language import language

_FOLDER = Path(iossim.exec.__file__).parent
_RULES = sorted({rule.base for rule in language().mode("exec").commands})


@pytest.mark.parametrize("rule", _RULES)
def test_a_command_stands_in_its_family(rule: str) -> None:
    function = COMMANDS[rule]
    package, name, family = function.__module__.split(".")[:3]
    assert (function.__name__, package, name, family) == (rule, "iossim", "exec", family_of(rule))


@pytest.mark.parametrize("rule", _RULES)
def test_a_file_of_one_verb_has_commands_of_that_verb(rule: str) -> None:
    file = COMMANDS[rule].__module__.rpartition(".")[2]
    for verb in ("show", "clear"):
        if file == verb or file.startswith(f"{verb}_"):
            assert rule.startswith(f"{verb}_")


def test_no_function_is_registered_without_a_rule() -> None:
    assert sorted(COMMANDS) == _RULES


@pytest.mark.parametrize(
    ("rule", "family"),
    [
        ("show_ephone_dn_summary", "ephone"),
        ("ephone_hunt_statistics_write_all", "ephone"),
        ("clear_telephony_service_conference", "telephony_service"),
        ("show_voice_register_pool", "voice_register"),
        ("show_voice_hunt_group", "voice_services"),
        ("hunt_group_statistics", "voice_services"),
        ("show_ip_interface_brief", "network"),
        ("show_running_config", "files"),
        ("configure_replace", "files"),
        ("configure_terminal", "system"),
        ("show_clock", "system"),
        ("show_debugging", "system"),
        ("simulate_voice_register_dn", "simulate"),
    ],
)
def test_the_family_of_a_command(rule: str, family: str) -> None:
    assert family_of(rule) == family


def test_every_file_is_loaded() -> None:
    """A file with a command that no package imports would leave the command without a function."""
    for path in _FOLDER.rglob("*.py"):
        functions = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
        commands = [node.name for node in functions if any(ast.unparse(mark) == "exec_command" for mark in node.decorator_list)]
        assert not [name for name in commands if name not in COMMANDS], path
