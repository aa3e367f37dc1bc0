"""The command `iossim lsp`: the language server."""

from __future__ import annotations

import argparse

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim lsp`."""
    parser = command_parser(commands, "lsp", "Serve an editor that speaks the Language Server Protocol.", "iossim lsp")
    parser.add_argument(
        "--stdio", action="store_true", help="talk on standard input and output, as it does without this option, too"
    )
    parser.set_defaults(run=_run)


def _run(_: argparse.Namespace) -> int:
    from iossim.errors import ConfigurationError

    try:
        from iossim.lsp.server import serve
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise ConfigurationError("the language server needs pygls: install iossim[lsp]") from error
    return serve()
