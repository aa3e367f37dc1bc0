"""The command `iossim rules`: lists the rules of `iossim validate`."""

from __future__ import annotations

import argparse

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim rules`."""
    parser = command_parser(commands, "rules", "List the rules and codes of `iossim validate`.", "iossim rules --all")
    parser.add_argument("--all", action="store_true", help="also the codes of lines that a router refuses, or that are skipped")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.validate.codes import codes, url

    listed = [code for code in codes().values() if options.all or code.is_rule]
    if options.format == "json":
        import json  # no other command's start needs it

        fields = [{"name": code.name, "severity": code.severity, "summary": code.summary, "url": url(code.name)} for code in listed]
        print(json.dumps(fields, indent=1, ensure_ascii=False))
        return 0
    width = max(len(code.name) for code in listed)
    for code in listed:
        print(f"{code.name:{width}}  {code.severity:7}  {code.summary}")
    return 0
