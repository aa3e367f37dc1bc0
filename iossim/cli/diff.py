"""The command `iossim diff`: the lines that turn one configuration into another."""

from __future__ import annotations

import argparse
import sys

from iossim.cli.options import Commands, command_parser

#: Exit statuses, as those of `diff`: no difference, a difference, no commands lead from one to the other.
EQUAL, DIFFERENT, IMPOSSIBLE = 0, 1, 2


def add(commands: Commands) -> None:
    """Adds the parser of `iossim diff`."""
    help_ = "Print the lines to type into a router that runs one configuration, so that it runs another."
    parser = command_parser(commands, "diff", help_, "iossim diff running.cfg wanted.cfg")
    parser.add_argument("old", metavar="A", help="the configuration that the router runs")
    parser.add_argument("new", metavar="B", help="the one that it should run")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.escape import escaped
    from iossim.router import read_configuration
    from iossim.validate.comparison import compare

    comparison = compare(read_configuration(options.old), read_configuration(options.new))
    for line in comparison.lines:
        print(escaped(line))
    if comparison.left:
        print("iossim: these lines differ all the same, because the router refuses the change:", file=sys.stderr)
        for line in comparison.left:
            print(f"  {escaped(line)}", file=sys.stderr)
        return IMPOSSIBLE
    return DIFFERENT if comparison.lines else EQUAL
