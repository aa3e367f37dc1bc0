"""The command `iossim shell`: a console of a router."""

from __future__ import annotations

import argparse
import gc

from iossim.cli.options import Commands, command_parser, port, router_options
from iossim.cli.router import router_of


def add(commands: Commands) -> None:
    """Adds the parser of `iossim shell`."""
    parser = command_parser(commands, "shell", "Open the router's console.", "iossim shell sample-configs/small-office.cfg")
    router_options(parser)
    parser.add_argument("--script", metavar="FILE", help="execute the lines of a file or transcript, print the session, and exit")
    parser.add_argument("--fail-on-error", action="store_true", help="end with status 1 at the first line that the router refuses")
    parser.add_argument("--plain", action="store_true", help="show what a router shows, without colours, menu and hints")
    parser.add_argument("--record", metavar="FILE", help="write the session to a file, as a transcript that --script plays")
    parser.add_argument("--tour", action="store_true", help="lead through the first steps")
    parser.add_argument("--http-port", type=port, metavar="N", help="serve the XML API on this port beside the console")
    parser.add_argument("--ssh-port", type=port, metavar="N", help="serve SSH on this port beside the console")
    parser.add_argument("--telnet-port", type=port, metavar="N", help="serve telnet on this port beside the console")
    parser.add_argument("--web-port", type=port, metavar="N", help="serve the page for browsers on this port beside the console")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim import shell

    with shell.early_keys() as typed:
        return _run_after(options, typed)


def _run_after(options: argparse.Namespace, typed: str) -> int:
    """Runs the console.

    Args:
        options: the options of the command.
        typed: text that was typed before.
    """
    from iossim import shell

    router = router_of(options)
    console = shell.options_of(router, plain=options.plain, record=options.record, tour=options.tour, typed=typed)
    ports = options.ssh_port, options.telnet_port, None, options.web_port
    if options.script is None and any(each is not None for each in (options.http_port, *ports)):
        from iossim.serving import Doors, run
        from iossim.xmlapi.server import Ports

        web = Ports(http=options.http_port, closed=options.http_port is None)
        doors = Doors(web, *ports, console=True, ends_with_console=True, options=console)
        return run(router, doors, quiet=True)
    gc.freeze()  # the configuration stays: to look through it for garbage would hold up a key by a tenth of a second in a large router
    return shell.run(router, console, script=options.script, until_refused=options.fail_on_error)
