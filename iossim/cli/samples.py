"""The command `iossim samples`: lists the sample configurations with their passwords, or prints one of them."""

from __future__ import annotations

import argparse
import sys

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim samples`."""
    help_ = "List the sample configurations with their passwords, or print one of them."
    parser = command_parser(commands, "samples", help_, "iossim samples hotel")
    parser.add_argument("name", nargs="?", metavar="NAME", help="print this sample")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.samples import sample, sample_names

    if options.name is not None:
        sys.stdout.write(sample(options.name).text)
        return 0
    samples = [sample(name) for name in sample_names()]
    width = max(len(f"{login.door} {login.user}") for each in samples for login in each.logins)
    for each in samples:
        print(each.name, f"  {each.description}", sep="\n")
        for login in each.logins:
            who = f"{login.door} {login.user}".rstrip()
            print(f"    {who:{width}}  {login.password}")
    return 0
