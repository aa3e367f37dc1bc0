"""The command `iossim shell`: a console of a router."""

from __future__ import annotations

import argparse

from iossim.cli.options import Commands, command_parser, port, router_options
from iossim.cli.router import router_of


def add(commands: Commands) -> None:
    """Adds the parser of `iossim shell`."""
    parser = command_parser(commands, "shell", "Open the router's console.", "iossim shell sample-configs/small-office.cfg")
    router_options(parser)
    parser.add_argument("--script", metavar="FILE", help="execute the lines of a file, print the session, and exit")
    parser.add_argument("--fail-on-error", action="store_true", help="end with status 1 at the first line that the router refuses")
    parser.add_argument("--plain", action="store_true", help="no line editing, even on a terminal")
    parser.add_argument("--http-port", type=port, metavar="N", help="serve the XML API on this port beside the console")
    parser.add_argument("--ssh-port", type=port, metavar="N", help="serve SSH on this port beside the console")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim import shell

    if options.script is None and (options.http_port, options.ssh_port) != (None, None):
        from iossim.serving import Doors, run
        from iossim.xmlapi.server import Ports

        doors = Doors(Ports(http=options.http_port), options.ssh_port, console=True, ends_with_console=True)
        return run(router_of(options), doors, quiet=True)
    return shell.run(router_of(options), script=options.script, plain=options.plain, until_refused=options.fail_on_error)
