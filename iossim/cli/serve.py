"""The command `iossim serve`: a router on the network."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from iossim.cli.options import Commands, command_parser, kilobytes, port, router_options, scale
from iossim.cli.router import router_from, router_of

if TYPE_CHECKING:
    from iossim.facade import Router
    from iossim.router.scenario import Step

#: The options that are for one router.
_NOT_WITH_INVENTORY = {
    "config": "CONFIG",
    "sample": "--sample",
    "console": "--console",
    "scenario": "--scenario",
    "https_port": "--https-port",
}


def add(commands: Commands) -> None:
    """Adds the parser of `iossim serve`."""
    parser = command_parser(
        commands,
        "serve",
        "Serve a router over HTTP (the XML API), SSH and telnet.",
        "iossim serve sample-configs/small-office.cfg --http-port 8080 --ssh-port 2222 --console",
    )
    router_options(parser)
    parser.add_argument(
        "--inventory",
        metavar="FILE",
        help="serve all routers of this YAML file, or of this folder of configurations; see docs/testing.md",
    )
    parser.add_argument(
        "--print",
        choices=("table", "ansible", "nornir"),
        default="table",
        help="form of the addresses of --inventory (default: table)",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--http-port", type=port, metavar="N", help="port of HTTP, instead of `ip http port`")
    parser.add_argument("--https-port", type=port, metavar="N", help="port of HTTPS, instead of `ip http secure-port`")
    parser.add_argument("--ssh-port", type=port, metavar="N", help="port of SSH; without it there is no SSH")
    parser.add_argument("--telnet-port", type=port, metavar="N", help="port of telnet; without it there is no telnet")
    parser.add_argument("--metrics-port", type=port, metavar="N", help="port of /metrics (Prometheus) and /health")
    parser.add_argument("--web-port", type=port, metavar="N", help="port of the page for browsers; without it there is no page")
    parser.add_argument(
        "--console", action="store_true", default=None, help="this terminal is the router's console; no log on standard error"
    )
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
    parser.set_defaults(run=_run, parser=parser)


def _run(options: argparse.Namespace) -> int:
    if options.inventory is not None:
        return _run_fleet(options)
    from iossim.serving import Doors, run
    from iossim.xmlapi.server import Ports

    steps: Iterable[Step] = ()
    if options.scenario:
        from iossim.router.scenario import read_scenario

        steps = read_scenario(options.scenario).steps()
    router = _prepared(router_of(options, options.time_scale), options, options.capture)
    web = Ports(options.host, options.http_port, options.https_port)
    ports = options.ssh_port, options.telnet_port, options.metrics_port, options.web_port
    doors = Doors(web, *ports, console=bool(options.console))
    return run(router, doors, quiet=options.quiet or bool(options.console), steps=steps)


def _run_fleet(options: argparse.Namespace) -> int:
    from iossim.fleet import Entry, read_inventory
    from iossim.fleet.running import Settings, folder_of, run_fleet

    if surplus := [name for name in _NOT_WITH_INVENTORY if getattr(options, name) is not None]:
        options.parser.error(f"--inventory does not go with {', '.join(_NOT_WITH_INVENTORY[name] for name in surplus)}")
    ports = {"http": options.http_port, "ssh": options.ssh_port, "telnet": options.telnet_port}
    inventory = read_inventory(options.inventory, {door: port for door, port in ports.items() if port is not None})

    def make(entry: Entry) -> Router:
        router = router_from(entry.config, folder_of(options.nvram, entry), options, options.time_scale)
        return _prepared(router, options, folder_of(options.capture, entry))

    return run_fleet(inventory, make, Settings(options.host, options.print, options.quiet, options.metrics_port, options.web_port))


def _prepared(router: Router, options: argparse.Namespace, capture: str | None) -> Router:
    """The router, with the settings of the simulator."""
    if capture is not None:
        from iossim.capture import CaptureFolder

        router.capture = CaptureFolder(capture, router.config.language)
    router.xml_options.buffer = options.xml_buffer * 1024
    router.xml_options.strict_save = options.strict_save
    return router
