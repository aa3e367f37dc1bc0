"""The command `iossim serve`: a router on the network."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from iossim.cli.options import Commands, command_parser, kilobytes, port, router_options, scale
from iossim.cli.router import router_of

if TYPE_CHECKING:
    from iossim.router.scenario import Step


def add(commands: Commands) -> None:
    """Adds the parser of `iossim serve`."""
    parser = command_parser(
        commands,
        "serve",
        "Serve a router over HTTP (the XML API), SSH and telnet.",
        "iossim serve sample-configs/small-office.cfg --http-port 8080 --ssh-port 2222 --console",
    )
    router_options(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--http-port", type=port, metavar="N", help="port of HTTP, instead of `ip http port`")
    parser.add_argument("--https-port", type=port, metavar="N", help="port of HTTPS, instead of `ip http secure-port`")
    parser.add_argument("--ssh-port", type=port, metavar="N", help="port of SSH; without it there is no SSH")
    parser.add_argument("--telnet-port", type=port, metavar="N", help="port of telnet; without it there is no telnet")
    parser.add_argument("--console", action="store_true", help="this terminal is the router's console; no log on standard error")
    parser.add_argument(
        "--scenario", metavar="FILE", help="YAML file of EXEC lines and the times to execute them; see docs/xml-api.md"
    )
    parser.add_argument(
        "--time-scale", type=scale, default=1.0, metavar="X", help="seconds that pass on the router in a second (default: 1)"
    )
    parser.add_argument(
        "--capture", metavar="DIR", help="store every request, answer and session in this folder, without passwords"
    )
    parser.add_argument("--quiet", action="store_true", help="no log on standard error")
    parser.add_argument(
        "--xml-buffer",
        type=kilobytes,
        default=0,
        metavar="KB",
        help="answer with an ISError instead of a longer XML answer, like a router short of memory (default: 0, no limit)",
    )
    parser.add_argument("--strict-save", action="store_true", help="ISSaveConfig waits until no terminal session is open")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.serving import Doors, run
    from iossim.xmlapi.server import Ports

    steps: Iterable[Step] = ()
    if options.scenario:
        from iossim.router.scenario import read_scenario

        steps = read_scenario(options.scenario).steps()
    router = router_of(options, options.time_scale)
    if options.capture is not None:
        from iossim.capture import CaptureFolder

        router.capture = CaptureFolder(options.capture, router.config.language)
    router.xml_options.buffer = options.xml_buffer * 1024
    router.xml_options.strict_save = options.strict_save
    web = Ports(options.host, options.http_port, options.https_port)
    doors = Doors(web, options.ssh_port, options.telnet_port, options.console)
    return run(router, doors, quiet=options.quiet or options.console, steps=steps)
