"""The command `iossim grammar`: checks, lists and explains the grammars."""

from __future__ import annotations

import argparse
import sys

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim grammar`."""
    parser = command_parser(
        commands, "grammar", "Check, list and explain the grammars (for developers).", 'iossim grammar explain "speed-dial 3 4100"'
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = command_parser(actions, "check", "Find the mistakes in the grammars.", "iossim grammar check")
    check.set_defaults(run=_run_check)
    listed = command_parser(actions, "list", "Print the command reference of a mode.", "iossim grammar list ephone")
    listed.add_argument("mode", nargs="?", default="", metavar="MODE", help="name of the mode, such as ephone")
    listed.add_argument(
        "--loose",
        action="store_true",
        help="list the commands with an argument that nobody has described (without MODE: of all modes)",
    )
    listed.set_defaults(run=_run_list, parser=listed)
    explain = command_parser(
        actions,
        "explain",
        "Explain a line word by word, with the rule of each word.",
        'iossim grammar explain "speed-dial 3 4100" --mode ephone',
    )
    explain.add_argument("line", metavar="LINE", help="the line, as it is typed")
    explain.add_argument("--tree", action="store_true", help="also print Lark's parse tree of the line")
    explain.add_argument("--mode", default="", metavar="MODE", help="mode to read the line in (default: the first that accepts it)")
    explain.set_defaults(run=_run_explain)


def _run_check(_: argparse.Namespace) -> int:
    from iossim.language import workbench
    from iossim.router.actions import ACTIONS

    return workbench.check(sys.stdout, ACTIONS)


def _run_list(options: argparse.Namespace) -> int:
    from iossim.language import workbench

    if options.loose:
        return workbench.list_loose(options.mode, sys.stdout)
    if not options.mode:
        options.parser.error("MODE is missing")
    return workbench.list_mode(options.mode, sys.stdout)


def _run_explain(options: argparse.Namespace) -> int:
    from iossim.language import workbench

    return workbench.explain(options.line, options.mode, sys.stdout, options.tree)
