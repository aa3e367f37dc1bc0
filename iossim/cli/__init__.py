"""The command line: `iossim shell`, `serve`, `validate` and others. One module for every command, with its options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from iossim.cli import diff, explain, format, grammar, replay, request, rules, schema, serve, shell, validate
from iossim.escape import escaped
from iossim.exit_status import exit_status

#: The modules of the commands, in the order of the help.
_COMMANDS = (shell, serve, validate, rules, explain, format, diff, request, replay, schema, grammar)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command of iossim and returns the exit status.

    Args:
        arguments: the command line without the name of the program; None: the one of this process.

    Raises:
        SystemExit: the command line is wrong (status 2), or asks for help (status 0).
    """
    return exit_status(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    return int(options.run(options))


def parser() -> argparse.ArgumentParser:
    """The parser of the command line, with the parsers of all commands."""
    parser = _Parser(
        prog="iossim",
        description="A simulated Cisco IOS router that runs Unified CME.",
        epilog="example:\n  iossim shell sample-configs/small-office.cfg",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are one line, whatever was typed."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Prints the usage and a message, and exits with status 2."""
        super().error(escaped(message))


class _Version(argparse.Action):
    """The option `--version`; looks the version up when it is used, because that takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Prints the version and exits."""
        from iossim.release import version

        print(f"iossim {version()}")
        parser.exit()
