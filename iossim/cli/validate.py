"""The command `iossim validate`: finds the errors in configuration files."""

from __future__ import annotations

import argparse

from iossim.cli.options import Commands, command_parser, model_options


def add(commands: Commands) -> None:
    """Adds the parser of `iossim validate`."""
    parser = command_parser(
        commands, "validate", "Find the errors in configuration files.", "iossim validate sample-configs --format json"
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - is standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.add_argument("--verbose", action="store_true", help="in text, also show lines that are skipped, or kept unchecked")
    model_options(parser, "warn of commands that this version of Unified CME does not have, such as 8.6")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.validate import Target
    from iossim.validate.command import run_command

    target = Target(options.cme_version, options.platform)
    return run_command(options.paths, target, as_json=options.format == "json", verbose=options.verbose)
