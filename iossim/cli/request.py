"""The command `iossim request`: answers one request to the XML API."""

from __future__ import annotations

import argparse
import re
import sys

from iossim.cli.options import Commands, command_parser, model_options, sample_option
from iossim.cli.router import router_of
from iossim.versions import NEWEST

#: The elements that report a failure: an ISError, or the number of the line that ISexecCLI could not run. A value never has a `<`.
_FAILURE = re.compile(rb"<ISError>|<ISexecCLIResponse>[1-9]")


def add(commands: Commands) -> None:
    """Adds the parser of `iossim request`."""
    parser = command_parser(
        commands,
        "request",
        "Answer one XML API request and exit.",
        "echo '<request><ISgetGlobal/></request>' | iossim request sample-configs/small-office.cfg -",
    )
    parser.add_argument("config", nargs="?", metavar="CONFIG", help="running-config of the router")
    parser.add_argument("file", metavar="FILE", help="the request; - is standard input")
    sample_option(parser, "a sample configuration in place of CONFIG")
    parser.add_argument("--fail", action="store_true", help="end with status 1 at an ISError, or a line that ISexecCLI cannot run")
    model_options(parser, f"version of Unified CME that the router reports (default: {NEWEST})")
    parser.set_defaults(run=_run, nvram=None, parser=parser)


def _run(options: argparse.Namespace) -> int:
    from pathlib import Path

    from iossim import xmlapi
    from iossim.errors import ConfigurationError

    if options.config is None and options.sample is None:
        options.parser.error("CONFIG or --sample is missing")
    router = router_of(options)
    try:
        body = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read {options.file}: {error.strerror}") from error
    answer = xmlapi.answer_as_owner(router, body)
    sys.stdout.buffer.write(answer)
    return 1 if options.fail and _FAILURE.search(answer) else 0
