"""The command `iossim schema`: prints a schema of the XML API."""

from __future__ import annotations

import argparse
import sys

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim schema`."""
    example = "iossim schema answers.xsd --namespace cisco_cme_xml_namespace"
    parser = command_parser(commands, "schema", "Print a schema of the XML API.", example)
    names = "answers.xsd (the default), answers.rng, envelope.xsd (the SOAP envelope of answers.xsd) or requests.rng"
    parser.add_argument("name", nargs="?", default="answers.xsd", metavar="NAME", help=names)
    parser.add_argument("--namespace", metavar="URI", default="", help="for requests and answers within this default namespace")
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    from iossim.xmlapi.schemas import schema

    try:
        sys.stdout.write(schema(options.name, options.namespace))
    except ValueError as error:
        options.parser.error(str(error))
    return 0
