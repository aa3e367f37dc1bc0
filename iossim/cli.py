"""The command line: `iossim shell | serve | validate | request | schema | grammar`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from iossim.errors import IossimError
from iossim.versions import NEWEST, Version

if TYPE_CHECKING:
    from iossim.config.platforms import Platform
    from iossim.router.scenario import Step


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs iossim.

    Args:
        arguments: the command line without the program's name; by default the process's own.

    Returns:
        The exit status.
    """
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except IossimError as error:
        print(f"iossim: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line's parser, with those of all commands."""
    parser = argparse.ArgumentParser(prog="iossim", description="A simulated Cisco IOS router that runs Unified CME.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _shell(commands)
    _serve(commands)
    _validate(commands)
    _request(commands)
    _schema(commands)
    _grammar(commands)
    return parser


class _Version(argparse.Action):
    """Reads the version only when it is asked for: looking it up takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        """Prints the version and exits."""
        from importlib.metadata import version

        print(f"iossim {version('iossim')}")
        parser.exit()


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help_: str, example: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=help_,
        description=help_,
        epilog=f"example:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _router_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "config", nargs="?", metavar="CONFIG", help="running-config; else the startup-config in DIR, else a bare router"
    )
    parser.add_argument("--nvram", metavar="DIR", help="folder that keeps the startup-config")
    _model_options(parser, f"the version of Unified CME that the router says it is ({NEWEST})")


def _model_options(parser: argparse.ArgumentParser, cme_version: str) -> None:
    parser.add_argument("--cme-version", type=_version, metavar="V", help=cme_version)
    parser.add_argument("--platform", type=_platform, metavar="MODEL", help="the router model whose limits count, like 2811")


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


def _shell(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "shell", "A router's console.", "iossim shell sample-configs/small-office.cfg")
    _router_options(parser)
    parser.add_argument("--script", metavar="FILE", help="type the lines of a file, print the session and end")
    parser.add_argument("--plain", action="store_true", help="no line editing, even on a terminal")
    parser.set_defaults(run=_run_shell)


def _run_shell(options: argparse.Namespace) -> int:
    from iossim import shell

    return shell.run(_router(options), script=options.script, plain=options.plain)


def _serve(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "serve", "The router on the network.", "iossim serve sample-configs/small-office.cfg --http-port 8080"
    )
    _router_options(parser)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--http-port", type=int, metavar="N", help="port of the XML API, in place of `ip http port`")
    parser.add_argument("--https-port", type=int, metavar="N", help="port of HTTPS, in place of `ip http secure-port`")
    parser.add_argument("--scenario", metavar="FILE", help="EXEC lines with the times to type them at, YAML; see docs/xml-api.md")
    parser.add_argument("--quiet", action="store_true", help="neither requests nor log messages on standard error")
    parser.add_argument(
        "--xml-buffer",
        type=int,
        default=0,
        metavar="KB",
        help="a longer XML answer becomes an ISError, as on a router short of memory",
    )
    parser.add_argument("--strict-save", action="store_true", help="ISSaveConfig waits for every open terminal session")
    parser.set_defaults(run=_run_serve)


def _run_serve(options: argparse.Namespace) -> int:
    from iossim.xmlapi.server import Ports, run

    steps: Iterable[Step] = ()
    if options.scenario:
        from iossim.router.scenario import read_scenario

        steps = read_scenario(options.scenario).steps()
    router = _router(options)
    router.xml_options.buffer = options.xml_buffer * 1024
    router.xml_options.strict_save = options.strict_save
    return run(router, Ports(options.host, options.http_port, options.https_port), quiet=options.quiet, steps=steps)


def _router(options: argparse.Namespace):  # type: ignore[no-untyped-def]
    """The router that the options describe; errors in its configuration are printed on standard error."""
    from iossim.facade import Router

    version = str(options.cme_version or NEWEST)
    platform = options.platform.name if options.platform else None
    if options.config:
        router = Router.from_file(options.config, options.nvram, cme_version=version, platform=platform)
    else:
        router = Router(options.nvram, cme_version=version, platform=platform)
        text = router.nvram.read()
        if text is not None:
            router.restart(text)
    for finding in router.findings:
        if finding.severity == "error":
            where = options.config or "startup-config"
            print(
                f"{where}:{finding.line}:{finding.column}: {finding.severity} {finding.code} {finding.message}",
                file=sys.stderr,
            )
    return router


def _validate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "validate", "Finds the faults in configuration files.", "iossim validate sample-configs --format json"
    )
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files or folders; - is standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text (default) or json")
    parser.add_argument("--verbose", action="store_true", help="in text, also what is only kept or passed over")
    _model_options(parser, "warn of commands that this version of Unified CME does not have, like 8.6")
    parser.set_defaults(run=_run_validate)


def _run_validate(options: argparse.Namespace) -> int:
    from iossim.validate import Target
    from iossim.validate.command import run_command

    target = Target(options.cme_version, options.platform)
    return run_command(options.paths, target, as_json=options.format == "json", verbose=options.verbose)


def _request(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "request", "One XML API request, without a server.", "iossim request small-office.cfg request.xml")
    parser.add_argument("config", metavar="CONFIG", help="running-config of the router")
    parser.add_argument("file", metavar="FILE", help="the request; - is standard input")
    _model_options(parser, f"the version of Unified CME that the router says it is ({NEWEST})")
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


def _schema(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
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


def _grammar(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "grammar", "For whoever writes grammars.", 'iossim grammar explain "speed-dial 3 4100" --mode ephone'
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="find every fault in the grammars")
    check.set_defaults(run=_run_grammar, action="check")
    listed = actions.add_parser("list", help="the command reference of a mode")
    listed.add_argument("mode", metavar="MODE")
    listed.set_defaults(run=_run_grammar, action="list")
    explain = actions.add_parser("explain", help="what a line means, word by word, and which rule says so")
    explain.add_argument("line", metavar="LINE")
    explain.add_argument("--tree", action="store_true", help="also print Lark's parse tree of the line")
    explain.add_argument("--mode", default="", metavar="MODE", help="mode to read it in; by default the first that understands it")
    explain.set_defaults(run=_run_grammar, action="explain")


def _run_grammar(options: argparse.Namespace) -> int:
    from iossim.language import workbench

    if options.action == "check":
        from iossim.router.actions import ACTIONS

        return workbench.check(sys.stdout, ACTIONS)
    if options.action == "list":
        return workbench.list_mode(options.mode, sys.stdout)
    return workbench.explain(options.line, options.mode, sys.stdout, options.tree)


if __name__ == "__main__":
    sys.exit(main())
