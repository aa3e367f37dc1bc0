"""The command `iossim format`: configurations as the router prints them."""

from __future__ import annotations

import argparse

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim format`."""
    help_ = "Write configurations as the router prints them, with their comments."
    parser = command_parser(commands, "format", help_, "iossim format --diff sample-configs/small-office.cfg")
    parser.add_argument("paths", nargs="+", metavar="FILE", help="files or folders; - reads standard input and prints the result")
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--check", action="store_true", help="write nothing; name the files that would change, and end with status 1"
    )
    group.add_argument("--diff", action="store_true", help="write nothing; show what would change, and end with status 1")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.validate.format_command import run_format

    return run_format(options.paths, check=options.check, diff=options.diff)
