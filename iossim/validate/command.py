"""The command `iossim validate`: checks files, writes the diagnostics, and returns the exit status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from iossim.errors import ConfigurationError
from iossim.escape import escaped
from iossim.validate.baseline import Baseline, KnownFindings
from iossim.validate.checking import CheckedFile
from iossim.validate.codes import WITHOUT_CHECK
from iossim.validate.correcting import Corrector
from iossim.validate.counts import Counts, counted
from iossim.validate.jobs import checked_by_jobs
from iossim.validate.output import writer
from iossim.validate.output.writer import Style
from iossim.validate.progress import ProgressBar, wanted
from iossim.validate.settings import Settings
from iossim.validate.settings_files import SettingsFinder
from iossim.validate.sources import STDIN, STDIN_NAME, FoundFile, find_files

#: Exit statuses: no errors in the files, errors in the files, a file could not be read.
SOUND, FAULTY, UNREADABLE = 0, 1, 2
_FOR_PEOPLE = ("full", "concise")


@dataclass(frozen=True, slots=True)
class Request:
    """The choices of the command line.

    Attributes:
        paths: files, or folders with files; `-` is standard input. None at all: those of the settings.
        override: returns settings with the options of the command line.
        format: the output format.
        verbose: also write diagnostics of severity "info".
        quiet: write no summary.
        statistics: write the number of diagnostics by code in place of them.
        output_file: where to write; "": standard output.
        stdin_name: the name of standard input, for diagnostics and settings.
        baseline: file of known findings, which are not reported; "": that of the settings.
        write_baseline: file to write all findings to, which are known then; "": none.
        correct: write the corrected files.
        show_corrections: show the corrections, and write nothing.
        show_files: print the names of the files, and check nothing.
        jobs: number of processes that check; None: one for every core, if the files are large enough.
        scheduler: the address of a Dask scheduler, whose workers check; "": none.
    """

    paths: list[str] = field(default_factory=list)
    override: Callable[[Settings], Settings] = lambda settings: settings
    format: str = "full"
    verbose: bool = False
    quiet: bool = False
    statistics: bool = False
    output_file: str = ""
    stdin_name: str = STDIN_NAME
    baseline: str = ""
    write_baseline: str = ""
    correct: bool = False
    show_corrections: bool = False
    show_files: bool = False
    jobs: int | None = None
    scheduler: str = ""


def run_command(request: Request) -> int:
    """Checks files, and writes the diagnostics; returns the exit status.

    Args:
        request: the choices of the command line.

    Raises:
        ConfigurationError: a file with settings or a baseline cannot be used; there is no path.
        OSError: the output cannot be written.
    """
    finder = SettingsFinder(request.override)
    files = list(_files(request, finder))
    with _output(request.output_file) as out:
        if request.show_files:
            out.writelines(f"{escaped(file.path)}\n" for file in files if not file.problem)
            return UNREADABLE if any(file.problem for file in files) else SOUND
        with closing(checked_by_jobs(files, finder.of_file, request.jobs, request.scheduler)) as checked:
            shown = ProgressBar(len(files)).over(checked) if wanted(len(files)) else checked
            if request.write_baseline:
                return _write_baseline(Path(request.write_baseline), shown, out)
            return _report(_corrected(shown, files, request, finder, out), len(files), request, finder, out)


def _corrected(
    checked: Iterable[CheckedFile], files: Iterable[FoundFile], request: Request, finder: SettingsFinder, out: TextIO
) -> Iterable[CheckedFile]:
    """The files without the findings that are known, and with the corrections that are asked for."""
    known = KnownFindings(request.baseline, finder.of_file)
    left = map(known.left_out, checked)
    if not request.correct and not request.show_corrections:
        return left
    stdin = {file.path for file in files if file.is_stdin}
    # A document for a program is not mixed with diffs.
    diffs = out if request.format in _FOR_PEOPLE and not request.output_file else sys.stderr
    corrector = Corrector(finder.of_file, known.left_out, diffs)
    return (corrector.correct(file, write=request.correct and file.path not in stdin) for file in left)


def _files(request: Request, finder: SettingsFinder) -> Iterator[FoundFile]:
    """The files to check."""
    here = finder.of_folder(Path())
    paths = request.paths or here.paths_of_files
    if not paths:
        raise ConfigurationError("no PATH is given, and the settings name none (`paths`)")
    for path in paths:
        folder = Path(path) if path != STDIN and Path(path).is_dir() else Path()
        yield from find_files([path], finder.of_folder(folder).excludes, request.stdin_name)


def _write_baseline(file: Path, checked: Iterable[CheckedFile], out: TextIO) -> int:
    baseline, unreadable = Baseline(file), 0
    for each in checked:
        baseline.add(each)
        unreadable += any(diagnostic.code in WITHOUT_CHECK for diagnostic in each.diagnostics)
    out.write(f"{counted(baseline.write(), 'finding')} written to {escaped(str(file))}\n")
    return UNREADABLE if unreadable else SOUND


def _report(checked: Iterable[CheckedFile], total: int, request: Request, finder: SettingsFinder, out: TextIO) -> int:
    """Writes the diagnostics of a file as soon as it is checked; returns the exit status. Ctrl-C ends with the numbers so far."""
    style = Style(request.verbose, request.quiet, not request.output_file and coloured(out, os.environ))
    format_, counts, faults = writer(request.format, out, style), Counts(), 0
    interruption: KeyboardInterrupt | None = None
    if not request.statistics:
        format_.begin()
    try:
        for file in checked:
            counts.files += 1
            counts.lines += len(file.lines)
            strict = finder.of_file(file.path).strict
            for diagnostic in file.diagnostics:
                counts.add(diagnostic)
                faults += diagnostic.severity == "error" or (strict and diagnostic.severity == "warning")
            if not request.statistics:
                format_.file(file)
                out.flush()
    except KeyboardInterrupt as error:
        if not counts.files:
            raise
        interruption = error
    if request.statistics:
        out.writelines(statistics(counts, request.verbose))
    else:
        format_.end(counts)
    if interruption is not None:
        sys.stderr.write(f"iossim: interrupted: {counts.files} of {counted(total, 'file')} checked\n")
        raise interruption
    return UNREADABLE if counts.unchecked else FAULTY if faults else SOUND


def statistics(counts: Counts, verbose: bool) -> Iterator[str]:
    """The lines of a table of codes and the number of their diagnostics, the most frequent first.

    Args:
        counts: the numbers of the run.
        verbose: include codes that are only of severity "info".
    """
    shown = [(code, number) for code, number in counts.codes.items() if verbose or code in counts.grave]
    width = max((len(str(number)) for _, number in shown), default=0)
    for code, number in sorted(shown, key=lambda item: (-item[1], item[0])):
        yield f"{number:{width}}  {code}\n"
    yield f"{counts}\n"


def coloured(out: TextIO, environment: os._Environ[str] | dict[str, str]) -> bool:
    """True if output is coloured: on a terminal, unless NO_COLOR is set; FORCE_COLOR colours it everywhere.

    Args:
        out: where the output goes.
        environment: the variables of the process.
    """
    if environment.get("NO_COLOR"):
        return False
    return bool(environment.get("FORCE_COLOR")) or (out.isatty() and environment.get("TERM") != "dumb")


@contextmanager
def _output(file: str) -> Iterator[TextIO]:
    """Standard output, or a file. Characters that the encoding lacks, such as bytes of a name that is not UTF-8, become escapes."""
    if file:
        with Path(file).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    yield sys.stdout
