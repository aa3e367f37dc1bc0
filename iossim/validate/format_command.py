"""The command `iossim format`: rewrites files, or shows what would change."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from iossim.errors import ConfigurationError
from iossim.escape import escaped
from iossim.validate.checking import lines_of
from iossim.validate.correcting import write_lines
from iossim.validate.counts import counted
from iossim.validate.fixing import difference
from iossim.validate.formatting import formatted, is_kept
from iossim.validate.settings_files import SettingsFinder
from iossim.validate.sources import FoundFile, find_files, read
from iossim.versions import NEWEST


def run_format(paths: Iterable[str], *, check: bool = False, diff: bool = False) -> int:
    """Formats files; returns the exit status: with `check` or `diff`, 1 if a file would change.

    Args:
        paths: files, or folders with files; `-` is standard input, whose result is printed.
        check: write nothing, and name the files that would change.
        diff: write nothing, and show what would change.

    Raises:
        ConfigurationError: a file cannot be read or written.
    """
    finder, changed, same = SettingsFinder(lambda settings: settings), 0, 0
    for file in find_files(paths, finder.of_folder(Path()).excludes):
        before, after = _formatted(file, finder)
        if file.is_stdin and not check and not diff:
            sys.stdout.write("".join(f"{line}\n" for line in after))
            continue
        if [line.rstrip("\r") for line in before] == after:
            same += 1
            continue
        changed += 1
        if diff:
            sys.stdout.writelines(f"{line}\n" for line in difference(file.path, before, after))
        elif check:
            sys.stdout.write(f"would be reformatted: {escaped(file.path)}\n")
        else:
            write_lines(Path(file.path), before, after)
            sys.stdout.write(f"reformatted: {escaped(file.path)}\n")
    if changed or same:
        would = " would be" if check or diff else ""
        sys.stderr.write(f"{counted(changed, 'file')}{would} reformatted, {counted(same, 'file')} unchanged\n")
    return 1 if changed and (check or diff) else 0


def _formatted(file: FoundFile, finder: SettingsFinder) -> tuple[list[str], list[str]]:
    """The lines of a file, and those of its formatted text."""
    content = read(file)
    if content.decoded is None:
        raise ConfigurationError(f"{file.path}: {content.problem}")
    settings = finder.of_file(file.path)
    text = content.decoded.text
    after = formatted(text, settings.cme_version or NEWEST, settings.target.platform)
    if not is_kept(text, after):
        raise ConfigurationError(f"{file.path}: its formatted text would not mean the same: it is left as it is")
    return lines_of(text), lines_of(after)
