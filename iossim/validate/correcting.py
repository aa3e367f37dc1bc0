"""The option `--fix`: shows the corrections of every file as a diff, and then writes the file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TextIO

from iossim.atomic import write_atomically
from iossim.errors import ConfigurationError
from iossim.validate.checking import CheckedFile, check_content
from iossim.validate.fixing import difference, fix_lines, joined
from iossim.validate.settings import Settings


def correct(
    files: Iterable[CheckedFile], settings_of: Callable[[str], Settings], stdin: Collection[str], out: TextIO, *, write: bool
) -> Iterator[CheckedFile]:
    """Corrects files; yields them with the findings that are left. If nothing is written, they are yielded as they are.

    Args:
        files: the files with their findings.
        settings_of: returns the settings for a file, by its path.
        stdin: the names of standard input, which is shown and not written.
        out: where the diffs are written.
        write: write the corrected files; False: only show the corrections.
    """
    for file in files:
        settings = settings_of(file.path)
        fixed = fix_lines(file, settings)
        if not fixed.applied:
            yield file
            continue
        out.writelines(f"{line}\n" for line in difference(file.path, file.lines, fixed.lines))
        out.flush()
        if not write or file.path in stdin:
            yield file
            continue
        write_lines(Path(file.path), file.lines, fixed.lines)
        yield check_content(file.path, joined(fixed.lines), settings)


def write_lines(path: Path, before: list[str], after: list[str]) -> None:
    """Writes the lines of a file anew, in its encoding, with its line ends and its permissions.

    Args:
        path: the file.
        before: its lines, as they were read.
        after: its new lines.

    Raises:
        ConfigurationError: the file is not UTF-8, or was changed since it was read.
        OSError: it cannot be read or written.
    """
    data = path.read_bytes()
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data.removeprefix(mark).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: is not UTF-8, and only files in UTF-8 are written") from error
    if text not in ("\n".join(before), joined(before)):
        raise ConfigurationError(f"{path}: was changed while it was checked, or has line ends of its own; it is not written")
    crlf = len(before) > 1 and all(line.endswith("\r") for line in before[:-1])
    end = "\r\n" if crlf else "\n"
    lines = [line.removesuffix("\r") for line in after] if crlf else after
    new = "".join(f"{line}{end}" for line in lines) if text.endswith("\n") or not text else end.join(lines)
    write_atomically(path, mark + new.encode("utf-8"), path.stat().st_mode & 0o7777)
