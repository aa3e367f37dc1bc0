"""The command `iossim validate`: finds the errors in configuration files."""

from __future__ import annotations

import argparse
import gc
from typing import TYPE_CHECKING, Any

from iossim.cli.options import Commands, command_parser, jobs, model_options, sample_option

if TYPE_CHECKING:
    from iossim.validate.settings import Settings

#: The output formats, without loading the modules that write them.
_FORMATS = ("full", "concise", "json", "json-lines", "sarif", "junit", "github", "gitlab", "checkstyle")

#: Objects after which the cycle collector looks for garbage: so many that it need not look at the grammars of a small file.
_NEW_OBJECTS = 200_000


def add(commands: Commands) -> None:
    """Adds the parser of `iossim validate`."""
    example = "iossim validate sample-configs --format json"
    parser = command_parser(commands, "validate", "Find the errors in configuration files.", example)
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files or folders; - is standard input (default: `paths` of the settings)"
    )
    sample_option(parser, "also a sample configuration")
    _output_options(parser)
    _rule_options(parser)
    _fix_options(parser)
    _speed_options(parser)
    model_options(parser, "warn of commands that this version of Unified CME does not have, such as 8.6")
    parser.set_defaults(run=_run, parser=parser)


def _output_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format", choices=_FORMATS, default="full", metavar="FORMAT", help=f"{', '.join(_FORMATS)} (default: full)"
    )
    group.add_argument("--output-file", metavar="FILE", default="", help="write to this file instead of standard output")
    group.add_argument("--verbose", action="store_true", help="also show lines that are skipped, or kept unchecked")
    group.add_argument("--quiet", action="store_true", help="show diagnostics only, and no summary")
    group.add_argument("--statistics", action="store_true", help="show the number of diagnostics by code in place of them")
    group.add_argument("--show-files", action="store_true", help="print the names of the files, and check nothing")
    group.add_argument("--stdin-filename", metavar="NAME", default="<stdin>", help="name of standard input, also for settings")
    group.add_argument("--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C")


def _rule_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("rules")
    names = "names of rules or codes, with commas between them"
    group.add_argument("--select", metavar="NAMES", type=_names, help=f"report only these: {names}")
    group.add_argument("--ignore", metavar="NAMES", type=_names, default=(), help="do not report these")
    group.add_argument("--strict", action="store_true", help="warnings count as errors in the exit status")
    group.add_argument("--baseline", metavar="FILE", default="", help="report only what is not in this file")
    group.add_argument("--write-baseline", metavar="FILE", default="", help="write the present findings to this file")


def _fix_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("corrections")
    group.add_argument("--fix", action="store_true", help="show the safe corrections as a diff, and write the files")
    group.add_argument("--diff", action="store_true", help="show the safe corrections as a diff, and write nothing")


def _speed_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("many files")
    group.add_argument(
        "--jobs", type=jobs, metavar="N", help="check in so many processes (default: one for every core, and one for few files)"
    )
    group.add_argument(
        "--dask", metavar="SCHEDULER", default="", help="check on the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786"
    )


def _names(text: str) -> tuple[str, ...]:
    from iossim.validate.codes import codes, unknown_code

    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("no name is given")
    for name in names:
        if name not in codes():
            raise argparse.ArgumentTypeError(unknown_code(name))
    return names


def _run(options: argparse.Namespace) -> int:
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
    from iossim.samples import sample_path
    from iossim.validate.command import Request, run_command

    if options.sample is not None:
        if options.fix:
            options.parser.error("--fix does not go with --sample: the samples belong to iossim")
        options.paths.append(str(sample_path(options.sample)))
    request = Request(
        paths=options.paths,
        override=_override(options),
        format=options.format,
        verbose=options.verbose,
        quiet=options.quiet,
        statistics=options.statistics,
        output_file=options.output_file,
        stdin_name=options.stdin_filename,
        baseline=options.baseline,
        write_baseline=options.write_baseline,
        correct=options.fix,
        show_corrections=options.diff,
        show_files=options.show_files,
        jobs=options.jobs,
        scheduler=options.dask,
    )
    if not options.watch:
        return run_command(request)
    if "-" in options.paths or not options.paths:
        options.parser.error("--watch needs files or folders")
    from iossim.validate.watching import watch

    return watch(options.paths, lambda: run_command(request))


def _override(options: argparse.Namespace) -> Any:
    """The function that puts the options into settings: `--ignore` adds to them, the other options replace them."""
    values: dict[str, Any] = {
        "cme_version": str(options.cme_version) if options.cme_version else None,
        "platform": options.platform.name if options.platform else None,
        "select": options.select,
        "strict": options.strict or None,
    }

    def override(settings: Settings) -> Settings:
        from msgspec.structs import replace

        given = {name: value for name, value in values.items() if value is not None}
        return replace(settings, ignore=(*settings.ignore, *options.ignore), **given)

    return override
