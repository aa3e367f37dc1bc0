"""The files to validate: finds them, leaves out what nobody wants to check, and reads them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from iossim.files.decoding import SUFFIXES, DecodedText, decode
from iossim.validate.patterns import Patterns

STDIN = "-"
#: The name of standard input in diagnostics.
STDIN_NAME = "<stdin>"
#: Folders of other programs, beside the hidden ones; a folder with the file is a virtual environment of Python.
_FOREIGN = ("node_modules",)
_ENVIRONMENT = "pyvenv.cfg"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to validate.

    Attributes:
        path: its name; for standard input, the name that it is given.
        is_stdin: True for standard input.
        problem: the reason why there is no such file; "" if there is one.
    """

    path: str
    is_stdin: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ConfigurationFile:
    """A file that has been read, or could not be read.

    Attributes:
        path: its name.
        decoded: its text; None if there is none.
        problem: the reason why there is no text.
    """

    path: str
    decoded: DecodedText | None
    problem: str = ""


def find_files(
    paths: Iterable[str | Path], excludes: Callable[[str], bool] = lambda _: False, stdin_name: str = STDIN_NAME
) -> Iterator[FoundFile]:
    """Finds files: a file itself, the configuration files in a folder and its subfolders, or standard input for `-`.

    A path that leads to no file gives a result with a problem, so that a mistyped path does not pass as a clean one.

    Args:
        paths: files and folders.
        excludes: returns True for the path of a file or folder in a folder that is left out.
        stdin_name: the name of standard input.
    """
    for path in paths:
        if str(path) == STDIN:
            yield FoundFile(stdin_name, is_stdin=True)
        elif not str(path):
            yield FoundFile("", problem="is no name of a file")
        elif Path(path).is_dir():
            files = sorted(_in_folder(Path(path), excludes))
            if not files:
                yield FoundFile(str(path), problem=f"holds no configuration file ({', '.join(SUFFIXES)})")
            yield from (FoundFile(str(file)) for file in files)
        else:
            yield FoundFile(str(path))


def _in_folder(folder: Path, excludes: Callable[[str], bool]) -> Iterator[Path]:
    """The configuration files in a folder and its subfolders, except what is hidden, foreign, excluded, or ignored by git."""
    ignored = _Ignored(folder)
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        ignored.enter(here)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and name not in _FOREIGN
            and not (here / name / _ENVIRONMENT).is_file()
            and not ignored.has(here / name, is_folder=True)
            and not excludes(f"{here / name}/")
        ]
        for name in files:
            path = here / name
            wanted = path.suffix in SUFFIXES and not name.startswith(".") and path.is_file()
            if wanted and not ignored.has(path) and not excludes(str(path)):
                yield path


class _Ignored:
    """The files that git ignores: the .gitignore files of the folders that are walked, and of those around them up to the repository.

    Args:
        folder: where the walk begins.
    """

    def __init__(self, folder: Path) -> None:
        self._patterns: dict[Path, Patterns] = {}
        folder = folder.absolute()
        around = [folder, *folder.parents]
        top = next((index for index, parent in enumerate(around) if (parent / ".git").exists()), 0)
        self._top = around[top]
        for parent in around[1 : top + 1]:
            self.enter(parent)

    def enter(self, folder: Path) -> None:
        """Reads the patterns in a folder: its .gitignore, and in the top of a repository the file that git does not share."""
        folder = folder.absolute()
        unshared = _lines(folder / ".git" / "info" / "exclude") if folder == self._top else []
        lines = [*unshared, *_lines(folder / ".gitignore")]
        if lines:
            self._patterns[folder] = Patterns(lines)

    def has(self, path: Path, is_folder: bool = False) -> bool:
        """True if git ignores a file or folder. The file nearest to it decides; it may take back what one further up says."""
        absolute = path.absolute()
        for parent in absolute.parents:
            patterns = self._patterns.get(parent)
            if patterns is not None:
                decision = patterns.decide(absolute.relative_to(parent).as_posix() + ("/" if is_folder else ""))
                if decision is not None:
                    return decision
            if parent == self._top:
                break
        return False


def _lines(file: Path) -> list[str]:
    """The lines of a file; none if it cannot be read: git, too, goes on without it."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def read(file: FoundFile) -> ConfigurationFile:
    """Reads a file, or standard input."""
    if file.problem:
        return ConfigurationFile(file.path, None, file.problem)
    try:
        return _decoded(file.path, sys.stdin.buffer.read() if file.is_stdin else Path(file.path).read_bytes())
    except OSError as error:
        return ConfigurationFile(file.path, None, f"cannot be read: {error.strerror}")


def _decoded(path: str, data: bytes) -> ConfigurationFile:
    text = decode(data)
    return ConfigurationFile(path, text, "" if text is not None else "is not a text file: it holds NUL bytes")
