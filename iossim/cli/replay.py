"""The command `iossim replay`: compares the answers of another CME with those of a capture."""

from __future__ import annotations

import argparse
import os
import sys

from iossim.cli.options import Commands, command_parser

_VARIABLE = "IOSSIM_PASSWORD"


def add(commands: Commands) -> None:
    """Adds the parser of `iossim replay`."""
    parser = command_parser(
        commands,
        "replay",
        "Send the requests of a capture to another CME and compare the answers.",
        "iossim replay capture --against http://192.0.2.1 --user provision --ignore ISkeepAlive",
    )
    parser.add_argument("folder", metavar="DIR", help="folder that `iossim serve --capture DIR` has written")
    parser.add_argument("--against", required=True, metavar="URL", help="URL of the other CME")
    parser.add_argument(
        "--user", default="", metavar="NAME", help=f"name of its xml user; the password is asked for, or that of {_VARIABLE}"
    )
    parser.add_argument(
        "--changes", action="store_true", help="also send requests that change the router: ISexecCLI and ISSaveConfig"
    )
    parser.add_argument(
        "--ignore", action="append", default=[], metavar="ELEMENT", help="do not compare this element; may be repeated"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.replay import run_replay
    from iossim.replay.client import Client

    client = Client(options.against, options.user, _password(options.user))
    return run_replay(options.folder, client, sys.stdout, changes=options.changes, ignored=options.ignore)


def _password(user: str) -> str:
    """The password of the user; "" if there is no user, or nobody to ask."""
    if _VARIABLE in os.environ or not user or not sys.stdin.isatty():
        return os.environ.get(_VARIABLE, "")
    from getpass import getpass

    return getpass(f"Password of {user}: ")
