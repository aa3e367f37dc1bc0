"""The command line: `iossim shell | serve | validate | request | schema | grammar`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from iossim.escape import escaped
from iossim.exit_status import exit_status
from iossim.versions import NEWEST, Version

if TYPE_CHECKING:
    from iossim.config.platforms import Platform
    from iossim.router.scenario import Step

    Commands = argparse._SubParsersAction[Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command of iossim and returns the exit status.

    Args:
        arguments: the command line without the name of the program; None: the one of this process.

    Raises:
        SystemExit: the command line is wrong (status 2), or asks for help (status 0).
    """
    return exit_status(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    options = parser().parse_args(arguments)
    return int(options.run(options))


def parser() -> argparse.ArgumentParser:
    """The parser of the command line, with the parsers of all commands."""
    parser = _Parser(
        prog="iossim",
        description="A simulated Cisco IOS router that runs Unified CME.",
        epilog="example:\n  iossim shell sample-configs/small-office.cfg",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _shell(commands)
    _serve(commands)
    _validate(commands)
    _request(commands)
    _schema(commands)
    _grammar(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are one line, whatever was typed."""

    def error(self, message: str) -> None:  # type: ignore[override]
        """Prints the usage and a message, and exits with status 2."""
        super().error(escaped(message))


class _Version(argparse.Action):
    """The option `--version`; looks the version up when it is used, because that takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Prints the version and exits."""
        from importlib.metadata import version

        print(f"iossim {version('iossim')}")
        parser.exit()


def _command(commands: Commands, name: str, help_: str, example: str) -> argparse.ArgumentParser:
    """The parser of a command, with a description and an example in its help."""
    form = argparse.RawDescriptionHelpFormatter
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=help_, description=help_, epilog=f"example:\n  {example}", formatter_class=form
    )
    return command


def _router_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "config",
        nargs="?",
        metavar="CONFIG",
        help="the running-config; default: the startup-config in DIR, or an empty configuration",
    )
    parser.add_argument(
        "--nvram", metavar="DIR", help="keep the startup-config in this folder, which one process at a time may use"
    )
    _model_options(parser, f"version of Unified CME that the router reports (default: {NEWEST})")


def _model_options(parser: argparse.ArgumentParser, cme_version: str) -> None:
    parser.add_argument("--cme-version", type=_version, metavar="V", help=cme_version)
    parser.add_argument("--platform", type=_platform, metavar="MODEL", help="apply the limits of this router model, such as 2811")


def _version(text: str) -> Version:
    try:
        return Version.of(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _platform(text: str) -> Platform:
    from iossim.config.platforms import platform

    try:
        return platform(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _port(text: str) -> int:
    return _number(text, 65535, "a port is a number from 0 to 65535; 0 means any free port")


def _kilobytes(text: str) -> int:
    return _number(text, 1_000_000, "a size is a number from 0 to 1000000")


def _number(text: str, highest: int, message: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= highest):
        raise argparse.ArgumentTypeError(message)
    return int(text)


def _shell(commands: Commands) -> None:
    parser = _command(commands, "shell", "Open the router's console.", "iossim shell sample-configs/small-office.cfg")
    _router_options(parser)
    parser.add_argument("--script", metavar="FILE", help="execute the lines of a file, print the session, and exit")
    parser.add_argument("--fail-on-error", action="store_true", help="end with status 1 at the first line that the router refuses")
    parser.add_argument("--plain", action="store_true", help="no line editing, even on a terminal")
    parser.add_argument("--http-port", type=_port, metavar="N", help="serve the XML API on this port beside the console")
    parser.add_argument("--ssh-port", type=_port, metavar="N", help="serve SSH on this port beside the console")
    parser.set_defaults(run=_run_shell)


def _run_shell(options: argparse.Namespace) -> int:
    from iossim import shell

    if options.script is None and (options.http_port, options.ssh_port) != (None, None):
        from iossim.serving import Doors, run
        from iossim.xmlapi.server import Ports

        doors = Doors(Ports(http=options.http_port), options.ssh_port, console=True, ends_with_console=True)
        return run(_router(options), doors, quiet=True)
    return shell.run(_router(options), script=options.script, plain=options.plain, until_refused=options.fail_on_error)


def _serve(commands: Commands) -> None:
    parser = _command(
        commands,
        "serve",
        "Serve a router over HTTP (the XML API), SSH and telnet.",
        "iossim serve sample-configs/small-office.cfg --http-port 8080 --ssh-port 2222 --console",
    )
    _router_options(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    parser.add_argument("--http-port", type=_port, metavar="N", help="port of HTTP, instead of `ip http port`")
    parser.add_argument("--https-port", type=_port, metavar="N", help="port of HTTPS, instead of `ip http secure-port`")
    parser.add_argument("--ssh-port", type=_port, metavar="N", help="port of SSH; without it there is no SSH")
    parser.add_argument("--telnet-port", type=_port, metavar="N", help="port of telnet; without it there is no telnet")
    parser.add_argument("--console", action="store_true", help="this terminal is the router's console; no log on standard error")
    parser.add_argument(
        "--scenario", metavar="FILE", help="YAML file of EXEC lines and the times to execute them; see docs/xml-api.md"
    )
    parser.add_argument("--quiet", action="store_true", help="no log on standard error")
    parser.add_argument(
        "--xml-buffer",
        type=_kilobytes,
        default=0,
        metavar="KB",
        help="answer with an ISError instead of a longer XML answer, like a router short of memory (default: 0, no limit)",
    )
    parser.add_argument("--strict-save", action="store_true", help="ISSaveConfig waits until no terminal session is open")
    parser.set_defaults(run=_run_serve)


def _run_serve(options: argparse.Namespace) -> int:
    from iossim.serving import Doors, run
    from iossim.xmlapi.server import Ports

    steps: Iterable[Step] = ()
    if options.scenario:
        from iossim.router.scenario import read_scenario

        steps = read_scenario(options.scenario).steps()
    router = _router(options)
    router.xml_options.buffer = options.xml_buffer * 1024
    router.xml_options.strict_save = options.strict_save
    web = Ports(options.host, options.http_port, options.https_port)
    doors = Doors(web, options.ssh_port, options.telnet_port, options.console)
    return run(router, doors, quiet=options.quiet or options.console, steps=steps)


def _router(options: argparse.Namespace):  # type: ignore[no-untyped-def]
    """The router of the options; prints the errors in its configuration on standard error."""
    from iossim.facade import Router
    from iossim.router import read_configuration

    version = str(options.cme_version or NEWEST)
    platform = options.platform.name if options.platform else None
    if options.config:
        router = Router.from_file(options.config, options.nvram, cme_version=version, platform=platform)
        router.nvram.original = read_configuration(options.config)
    else:
        router = Router(options.nvram, cme_version=version, platform=platform)
        text = router.nvram.read()
        if text is not None:
            router.restart(text)
    for finding in router.findings:
        if finding.severity == "error":
            print(escaped(options.config or "startup-config") + str(finding).removeprefix(finding.path), file=sys.stderr)
    return router


def _validate(commands: Commands) -> None:
    parser = _command(
        commands, "validate", "Find the errors in configuration files.", "iossim validate sample-configs --format json"
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - is standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    parser.add_argument("--verbose", action="store_true", help="in text, also show lines that are skipped, or kept unchecked")
    _model_options(parser, "warn of commands that this version of Unified CME does not have, such as 8.6")
    parser.set_defaults(run=_run_validate)


def _run_validate(options: argparse.Namespace) -> int:
    from iossim.validate import Target
    from iossim.validate.command import run_command

    target = Target(options.cme_version, options.platform)
    return run_command(options.paths, target, as_json=options.format == "json", verbose=options.verbose)


def _request(commands: Commands) -> None:
    parser = _command(
        commands,
        "request",
        "Answer one XML API request and exit.",
        "echo '<request><ISgetGlobal/></request>' | iossim request sample-configs/small-office.cfg -",
    )
    parser.add_argument("config", metavar="CONFIG", help="running-config of the router")
    parser.add_argument("file", metavar="FILE", help="the request; - is standard input")
    _model_options(parser, f"version of Unified CME that the router reports (default: {NEWEST})")
    parser.set_defaults(run=_run_request, nvram=None)


def _run_request(options: argparse.Namespace) -> int:
    from pathlib import Path

    from iossim import xmlapi
    from iossim.errors import ConfigurationError

    router = _router(options)
    try:
        body = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
    except OSError as error:
        raise ConfigurationError(f"cannot read {options.file}: {error.strerror}") from error
    sys.stdout.buffer.write(xmlapi.answer_as_owner(router, body))
    return 0


def _schema(commands: Commands) -> None:
    example = "iossim schema answers.xsd --namespace cisco_cme_xml_namespace"
    parser = _command(commands, "schema", "Print a schema of the XML API.", example)
    names = "answers.xsd (the default), answers.rng, envelope.xsd (the SOAP envelope of answers.xsd) or requests.rng"
    parser.add_argument("name", nargs="?", default="answers.xsd", metavar="NAME", help=names)
    parser.add_argument("--namespace", metavar="URI", default="", help="for requests and answers within this default namespace")
    parser.set_defaults(run=_run_schema, parser=parser)


def _run_schema(options: argparse.Namespace) -> int:
    from iossim.xmlapi.schemas import schema

    try:
        sys.stdout.write(schema(options.name, options.namespace))
    except ValueError as error:
        options.parser.error(str(error))
    return 0


def _grammar(commands: Commands) -> None:
    parser = _command(
        commands, "grammar", "Check, list and explain the grammars (for developers).", 'iossim grammar explain "speed-dial 3 4100"'
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = _command(actions, "check", "Find the mistakes in the grammars.", "iossim grammar check")
    check.set_defaults(run=_run_check)
    listed = _command(actions, "list", "Print the command reference of a mode.", "iossim grammar list ephone")
    listed.add_argument("mode", nargs="?", default="", metavar="MODE", help="name of the mode, such as ephone")
    listed.add_argument(
        "--loose",
        action="store_true",
        help="list the commands with an argument that nobody has described (without MODE: of all modes)",
    )
    listed.set_defaults(run=_run_list, parser=listed)
    explain = _command(
        actions,
        "explain",
        "Explain a line word by word, with the rule of each word.",
        'iossim grammar explain "speed-dial 3 4100" --mode ephone',
    )
    explain.add_argument("line", metavar="LINE", help="the line, as it is typed")
    explain.add_argument("--tree", action="store_true", help="also print Lark's parse tree of the line")
    explain.add_argument("--mode", default="", metavar="MODE", help="mode to read the line in (default: the first that accepts it)")
    explain.set_defaults(run=_run_explain)


def _run_check(_: argparse.Namespace) -> int:
    from iossim.language import workbench
    from iossim.router.actions import ACTIONS

    return workbench.check(sys.stdout, ACTIONS)


def _run_list(options: argparse.Namespace) -> int:
    from iossim.language import workbench

    if options.loose:
        return workbench.list_loose(options.mode, sys.stdout)
    if not options.mode:
        options.parser.error("MODE is missing")
    return workbench.list_mode(options.mode, sys.stdout)


def _run_explain(options: argparse.Namespace) -> int:
    from iossim.language import workbench

    return workbench.explain(options.line, options.mode, sys.stdout, options.tree)


if __name__ == "__main__":
    sys.exit(main())
