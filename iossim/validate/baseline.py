"""A baseline: the findings that are known, so that only new ones are reported."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from iossim.atomic import write_atomically
from iossim.errors import ConfigurationError
from iossim.files.diagnostics import Diagnostic
from iossim.validate.checking import CheckedFile
from iossim.validate.codes import WITHOUT_CHECK
from iossim.validate.fingerprints import subject
from iossim.validate.settings import Settings

_VERSION = 1
_MODE = 0o644


class _Finding(msgspec.Struct, frozen=True):
    """Equal findings of a file.

    Attributes:
        code: their code.
        subject: the line that they are about, without its secrets; a message where there is no line.
        count: their number.
    """

    code: str
    subject: str
    count: int = 1


class _File(msgspec.Struct):
    """The whole file: the findings by path, relative to its folder."""

    version: int
    findings: dict[str, list[_Finding]]


class Baseline:
    """The known findings of some files. They are known by their code and by the words of their line, wherever that line stands.

    Args:
        file: the file of the baseline; paths in it are relative to its folder.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[str, Counter[tuple[str, str]]] = {}

    @classmethod
    def read(cls, file: Path) -> Baseline:
        """The baseline in a file.

        Raises:
            ConfigurationError: it cannot be read, or is no baseline.
        """
        baseline = cls(file)
        try:
            content = msgspec.json.decode(file.read_bytes(), type=_File)
        except OSError as error:
            raise ConfigurationError(f"cannot read {file}: {error.strerror}; `--write-baseline {file}` makes it") from error
        except msgspec.MsgspecError as error:
            raise ConfigurationError(f"{file}: is no baseline: {error}") from error
        if content.version != _VERSION:
            raise ConfigurationError(f"{file}: is a baseline of version {content.version}, and only {_VERSION} is known")
        for path, findings in content.findings.items():
            baseline._known[path] = Counter({(finding.code, finding.subject): finding.count for finding in findings})
        return baseline

    def add(self, file: CheckedFile) -> None:
        """Makes the findings of a file known ones, in place of those that were known before."""
        self._known[self._name(file.path)] = Counter(map(_key, filter(_may_be_known, file.diagnostics)))

    def without_known(self, file: CheckedFile) -> CheckedFile:
        """A file without its known findings. Of equal findings, as many are left out as are known."""
        known = Counter(self._known.get(self._name(file.path), {}))
        left: list[Diagnostic] = []
        for diagnostic in file.diagnostics:
            key = _key(diagnostic)
            if known[key] and _may_be_known(diagnostic):
                known[key] -= 1
            else:
                left.append(diagnostic)
        return replace(file, diagnostics=left)

    def write(self) -> int:
        """Writes the file; returns the number of findings in it.

        Raises:
            OSError: it cannot be written.
        """
        findings: dict[str, list[dict[str, Any]]] = {
            path: [{"code": code, "subject": subject, "count": count} for (code, subject), count in sorted(known.items())]
            for path, known in sorted(self._known.items())
            if known
        }
        text = json.dumps({"version": _VERSION, "findings": findings}, indent=1)
        write_atomically(self._file, f"{text}\n".encode(), _MODE)
        return sum(known.total() for known in self._known.values())

    def _name(self, path: str) -> str:
        absolute, folder = Path(path).absolute(), self._file.absolute().parent
        return absolute.relative_to(folder).as_posix() if absolute.is_relative_to(folder) else absolute.as_posix()


class KnownFindings:
    """Leaves out the findings that the baseline of a file knows.

    Args:
        baseline: the file of the baseline, for all files; "": the one of their settings.
        settings_of: returns the settings for a file, by its path.
    """

    def __init__(self, baseline: str, settings_of: Callable[[str], Settings]) -> None:
        self._baseline = baseline
        self._settings_of = settings_of
        self._read: dict[Path, Baseline] = {}

    def left_out(self, file: CheckedFile) -> CheckedFile:
        """A file without its known findings; the file itself if it has no baseline.

        Raises:
            ConfigurationError: the baseline cannot be read.
        """
        settings = self._settings_of(file.path)
        if self._baseline:
            name = Path(self._baseline)
        elif settings.baseline is not None:
            name = Path(settings.folder) / settings.baseline
        else:
            return file
        if name not in self._read:
            self._read[name] = Baseline.read(name)
        return self._read[name].without_known(file)


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, subject(diagnostic)


def _may_be_known(diagnostic: Diagnostic) -> bool:
    """A file that was not checked is always new; nobody asks for lines of severity "info" that were kept or skipped."""
    return diagnostic.code not in WITHOUT_CHECK and diagnostic.severity != "info"
