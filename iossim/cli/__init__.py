"""The command line: `iossim shell`, `serve`, `validate` and others. One module for every command, with its options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from iossim.cli import (
    completion,
    diff,
    explain,
    format,
    grammar,
    lsp,
    replay,
    request,
    rules,
    samples,
    schema,
    serve,
    shell,
    validate,
)
from iossim.cli.program import ProgramParser
from iossim.exit_status import exit_status

#: The modules of the commands, in the order of the help; a module has the name of its command.
_COMMANDS = (shell, serve, samples, validate, rules, explain, format, diff, lsp, request, replay, schema, grammar, completion)
#: The exit status without any argument, as after a wrong command line.
_NOTHING_TO_DO = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command of iossim and returns the exit status.

    Args:
        arguments: the command line without the name of the program; None: the one of this process.

    Raises:
        SystemExit: the command line is wrong (status 2), or asks for help (status 0).
    """
    return exit_status(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    typed = sys.argv[1:] if arguments is None else arguments
    if not typed:
        parser().print_help(sys.stderr)
        return _NOTHING_TO_DO
    options = parser(typed[0]).parse_args(typed)
    return int(options.run(options))


def parser(command: str = "") -> argparse.ArgumentParser:
    """The parser of the command line.

    Args:
        command: the only command whose parser it has, which saves time; if there is no such command, it has those of all.
    """
    modules = [module for module in _COMMANDS if module.__name__ == f"{__name__}.{command}"]
    program = ProgramParser(
        prog="iossim",
        description="A simulated Cisco IOS router that runs Unified CME.",
        epilog="example:\n  iossim shell sample-configs/small-office.cfg",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    program.set_defaults(program=parser)  # for the command that writes the completion of all commands
    program.add_argument("-V", "--version", action=_Version, nargs=0, help="show the version and exit")
    commands = program.add_subparsers(required=True, metavar="COMMAND", prog=program.prog)
    for module in modules or _COMMANDS:
        module.add(commands)
    return program


class _Version(argparse.Action):
    """The option `--version`; looks the version up when it is used, because that takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Prints the version and exits."""
        from iossim.release import version

        print(f"iossim {version()}")
        parser.exit()
