"""The option `--fix`: shows the corrections of every file as a diff, and then writes the file."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from iossim.atomic import write_atomically
from iossim.errors import ConfigurationError
from iossim.validate.checking import CheckedFile, check_content
from iossim.validate.fixing import difference, fix_lines, joined
from iossim.validate.settings import Settings


class Corrector:
    """Corrects files, after it has shown the corrections.

    Args:
        settings_of: returns the settings for a file, by its path.
        left_out: returns a checked file without the findings that are not reported; they are not corrected either.
        out: where the diffs are written.
    """

    def __init__(self, settings_of: Callable[[str], Settings], left_out: Callable[[CheckedFile], CheckedFile], out: TextIO) -> None:
        self._settings_of = settings_of
        self._left_out = left_out
        self._out = out

    def correct(self, file: CheckedFile, *, write: bool) -> CheckedFile:
        """Corrects a file; returns it with the findings that are left, or as it is if nothing is written.

        Args:
            file: the file with its findings.
            write: write the corrected file; False: only show the corrections.
        """
        settings = self._settings_of(file.path)
        fixed = fix_lines(file, settings, self._left_out)
        if not fixed.applied:
            return file
        self._out.writelines(f"{line}\n" for line in difference(file.path, file.lines, fixed.lines))
        self._out.flush()
        if not write:
            return file
        write_lines(Path(file.path), file.lines, fixed.lines)
        return self._left_out(check_content(file.path, joined(fixed.lines), settings))


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
