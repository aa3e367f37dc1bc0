"""The lines that a user typed, kept across starts: one file for EXEC and one for configuration, without secrets."""

from __future__ import annotations

from pathlib import Path

from iossim.atomic import write_atomically
from iossim.escape import forbidden

#: Lines of a file that are kept.
MOST = 1000
#: Bytes of a file that is read; a longer one is no history.
_LARGEST = 1 << 20
_NAMES = {False: "history-exec", True: "history-configuration"}


class Memory:
    """The history of one user.

    Args:
        folder: the folder of the files; None: nothing is kept.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lines: dict[bool, list[str]] = {}
        self._problem = ""

    def lines(self, configuration: bool) -> list[str]:
        """The lines, oldest first.

        Args:
            configuration: True for the lines of configuration, False for those of EXEC.
        """
        if configuration not in self._lines:
            self._lines[configuration] = self._read(configuration)
        return self._lines[configuration]

    def add(self, line: str, configuration: bool, keeps: bool) -> None:
        """Adds a line, unless it repeats the last one.

        Args:
            line: the line.
            configuration: True for a line of configuration.
            keeps: the line is kept after the program ends; False for a line with a secret.
        """
        line, lines = line.rstrip(), self.lines(configuration)
        if not line.strip() or (lines and lines[-1] == line):
            return
        lines.append(line)
        del lines[:-MOST]
        if not keeps or self._folder is None or forbidden(line) >= 0:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with (self._folder / _NAMES[configuration]).open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"{line}\n")
        except OSError as error:
            self._give_up(f"cannot write the history in {self._folder}: {error.strerror}")

    def problem(self) -> str:
        """The message that files cannot be used, once; "" if they can."""
        problem, self._problem = self._problem, ""
        return problem

    def _read(self, configuration: bool) -> list[str]:
        if self._folder is None:
            return []
        file = self._folder / _NAMES[configuration]
        try:
            if not file.exists():
                return []
            if not file.is_file() or file.stat().st_size > _LARGEST:
                raise ValueError
            lines = file.read_bytes().decode().splitlines()
            if any(forbidden(line) >= 0 for line in lines):
                raise ValueError
            if len(lines) > 2 * MOST:
                lines = lines[-MOST:]
                write_atomically(file, "".join(f"{line}\n" for line in lines).encode())
        except OSError as error:
            self._give_up(f"cannot use the history in {file}: {error.strerror}")
        except ValueError:
            self._give_up(f"{file} is damaged, or no history; it is not used, and not changed")
        else:
            return lines[-MOST:]
        return []

    def _give_up(self, problem: str) -> None:
        self._problem = f"! {problem}\n"
        self._folder = None


def user_memory() -> Memory:
    """The history of the user of this computer."""
    from platformdirs import user_state_path

    return Memory(user_state_path("iossim", appauthor=False))
