"""The command `iossim request`: answers one request to the XML API."""

from __future__ import annotations

import argparse
import sys

from iossim.cli.options import Commands, command_parser, model_options
from iossim.cli.router import router_of
from iossim.versions import NEWEST


def add(commands: Commands) -> None:
    """Adds the parser of `iossim request`."""
    parser = command_parser(
        commands,
        "request",
        "Answer one XML API request and exit.",
        "echo '<request><ISgetGlobal/></request>' | iossim request sample-configs/small-office.cfg -",
    )
    parser.add_argument("config", metavar="CONFIG", help="running-config of the router")
    parser.add_argument("file", metavar="FILE", help="the request; - is standard input")
    model_options(parser, f"version of Unified CME that the router reports (default: {NEWEST})")
    parser.set_defaults(run=_run, nvram=None)


def _run(options: argparse.Namespace) -> int:
    from pathlib import Path

    from iossim import xmlapi
    from iossim.errors import ConfigurationError

    router = router_of(options)
    try:
        body = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read {options.file}: {error.strerror}") from error
    sys.stdout.buffer.write(xmlapi.answer_as_owner(router, body))
    return 0
