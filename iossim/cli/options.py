"""Parts of the parsers of several commands: a command with its example, the options of a router, checked values."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any, TypeAlias

from iossim.versions import NEWEST, Version

if TYPE_CHECKING:
    from iossim.config.platforms import Platform

#: The parsers of all commands, to which a command adds its own.
Commands: TypeAlias = "argparse._SubParsersAction[Any]"


def command_parser(commands: Commands, name: str, help_: str, example: str) -> argparse.ArgumentParser:
    """The parser of a command, with a description and an example in its help."""
    form = argparse.RawDescriptionHelpFormatter
    command: argparse.ArgumentParser = commands.add_parser(
        name, help=help_, description=help_, epilog=f"example:\n  {example}", formatter_class=form
    )
    return command


def router_options(parser: argparse.ArgumentParser) -> None:
    """Adds the options of a command that starts a router."""
    parser.add_argument(
        "config",
        nargs="?",
        metavar="CONFIG",
        help="the running-config; default: the startup-config in DIR, or an empty configuration",
    )
    sample_option(parser, "a sample configuration in place of CONFIG, such as small-office")
    parser.add_argument(
        "--nvram", metavar="DIR", help="keep the startup-config in this folder, which one process at a time may use"
    )
    model_options(parser, f"version of Unified CME that the router reports (default: {NEWEST})")


def sample_option(parser: argparse.ArgumentParser, help_: str) -> None:
    """Adds the option that names a sample configuration."""
    parser.add_argument("--sample", metavar="NAME", help=f"{help_}; `iossim samples` lists them")


def model_options(parser: argparse.ArgumentParser, cme_version: str) -> None:
    """Adds the options for the version and the model of a router; `cme_version` is the help of the former."""
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


def port(text: str) -> int:
    """The number of a port, for argparse."""
    return _number(text, 65535, "a port is a number from 0 to 65535; 0 means any free port")


def kilobytes(text: str) -> int:
    """A size in kilobytes, for argparse."""
    return _number(text, 1_000_000, "a size is a number from 0 to 1000000")


def jobs(text: str) -> int:
    """A number of processes, for argparse."""
    message = "a number of processes is one from 1 to 1000"
    count = _number(text, 1000, message)
    if not count:
        raise argparse.ArgumentTypeError(message)
    return count


def scale(text: str) -> float:
    """A scale of time, for argparse."""
    from iossim.router.clock import MOST_SCALE

    try:
        value = float(text)
    except ValueError:
        value = 0.0
    if not 0 < value <= MOST_SCALE:
        raise argparse.ArgumentTypeError(f"a scale of time is a number above 0, up to {MOST_SCALE}")
    return value


def _number(text: str, highest: int, message: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10 and int(text) <= highest):
        raise argparse.ArgumentTypeError(message)
    return int(text)
