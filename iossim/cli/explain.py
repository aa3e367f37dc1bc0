"""The command `iossim explain`: a rule, a code, or a line of a file."""

from __future__ import annotations

import argparse

from iossim.cli.options import Commands, command_parser


def add(commands: Commands) -> None:
    """Adds the parser of `iossim explain`."""
    example = "iossim explain duplicate-value\n  iossim explain sample-configs/small-office.cfg:21"
    parser = command_parser(commands, "explain", "Explain a rule, a code, or a line of a file.", example)
    parser.add_argument(
        "subject", metavar="NAME|FILE:LINE", help="a rule or code of `iossim validate`, or a file and the number of a line"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from iossim.errors import ConfigurationError
    from iossim.validate.codes import codes, unknown_code
    from iossim.validate.explaining import explain_code, explain_line
    from iossim.validate.settings_files import SettingsFinder
    from iossim.validate.sources import STDIN, FoundFile, read

    path, _, number = options.subject.rpartition(":")
    if options.subject in codes():
        print(*explain_code(options.subject), sep="\n")
        return 0
    if not path or not (number.isascii() and number.isdecimal()):
        raise ConfigurationError(f"{unknown_code(options.subject)}; a line is named FILE:LINE")
    file = read(FoundFile(path, is_stdin=path == STDIN))
    if file.decoded is None:
        raise ConfigurationError(f"{path}: {file.problem}")
    settings = SettingsFinder(lambda found: found).of_file(path)
    try:
        print(*explain_line(path, file.decoded.text, int(number[:9]), settings), sep="\n")
    except ValueError as error:
        raise ConfigurationError(str(error)) from error
    return 0
