"""The command `iossim completion`: the script that completes commands, options and files in a shell."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from iossim.cli.options import Commands, command_parser

#: The shells that shtab writes scripts for, and that this project tries.
_SHELLS = ("bash", "zsh", "fish")
#: The names of arguments that are files, and of those that are folders.
_FILES = ("A", "B", "CONFIG", "FILE", "NAME|FILE:LINE", "PATH")
_FOLDERS = ("DIR",)


def add(commands: Commands) -> None:
    """Adds the parser of `iossim completion`."""
    help_ = "Print the script that completes commands, options and files in a shell."
    parser = command_parser(commands, "completion", help_, "iossim completion bash")
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help=f"{', '.join(_SHELLS[:-1])} or {_SHELLS[-1]}")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    import shtab

    program = options.program()
    for action in _actions(program):
        if action.metavar in (*_FILES, *_FOLDERS):
            action.complete = shtab.FILE if action.metavar in _FILES else shtab.DIRECTORY  # type: ignore[attr-defined]  # shtab reads it
    sys.stdout.write(shtab.complete(program, options.shell))
    return 0


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of the commands below it."""
    for action in parser._actions:  # argparse has no public way to them
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
