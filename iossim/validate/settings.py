"""Settings of validation: what is checked, how it is judged, and for which router."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec

from iossim.config.platforms import platform as platform_of
from iossim.validate.codes import WITHOUT_CHECK, codes, unknown_code
from iossim.validate.patterns import Patterns
from iossim.validate.target import Target
from iossim.versions import Version

Severity = Literal["error", "warning", "info"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True, dict=True):
    """Settings of validation. In a file, the names have hyphens: `cme-version = "8.6"`.

    Attributes:
        cme_version: warn of commands that this version of Unified CME does not have, such as "8.6".
        platform: apply the limits of this router model, such as "2811".
        select: report only these codes; None: all.
        ignore: do not report these codes.
        severity: severities by code, in place of the usual ones.
        per_file_ignores: codes that are not reported in some files, by patterns like those of .gitignore.
        strict: warnings count as errors in the exit status.
        paths: files and folders to check if the command line names none, relative to `folder`.
        exclude: patterns, like those of .gitignore, of files in folders that are not checked.
        baseline: file of known findings, relative to `folder`, which are not reported.
        folder: the folder that patterns and paths are relative to; not part of a file.
    """

    cme_version: str | None = None
    platform: str | int | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: dict[str, Severity] = {}
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    strict: bool = False
    paths: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    folder: str = "."

    def __post_init__(self) -> None:
        """Refuses values that do not exist.

        Raises:
            ValueError: a version, a platform or a code is not known; the message begins with the name of the setting.
        """
        for name, of in (("cme-version", lambda: self._version), ("platform", lambda: self._platform)):
            try:
                of()
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
        listed = {
            "select": self.select or (),
            "ignore": self.ignore,
            "severity": self.severity,
            "per-file-ignores": [name for names in self.per_file_ignores.values() for name in names],
        }
        for setting, names in listed.items():
            for name in names:
                if name not in codes():
                    raise ValueError(f"{setting}: {unknown_code(name)}")

    @property
    def _version(self) -> Version | None:
        return Version.of(self.cme_version) if self.cme_version is not None else None

    @property
    def _platform(self) -> Any:
        return platform_of(str(self.platform)) if self.platform is not None else None

    @cached_property
    def target(self) -> Target:
        """The router that files are validated for."""
        return Target(self._version, self._platform)

    @cached_property
    def _excluded(self) -> Patterns:
        return Patterns(self.exclude)

    def excludes(self, path: str) -> bool:
        """True if a file in a folder is not checked; the path of a folder ends with `/`."""
        return self._excluded.decide(self.relative(path) + ("/" if path.endswith("/") else "")) is True

    @property
    def paths_of_files(self) -> list[str]:
        """The files and folders to check if none are named; relative to the working directory if they are in it."""
        absolute, here = [Path(self.folder, path).absolute() for path in self.paths], Path.cwd()
        return [str(path.relative_to(here) if path.is_relative_to(here) else path) for path in absolute]

    @cached_property
    def _ignored_in_files(self) -> list[tuple[Patterns, frozenset[str]]]:
        return [(Patterns([pattern]), frozenset(names)) for pattern, names in self.per_file_ignores.items()]

    def relative(self, path: str) -> str:
        """A path relative to `folder`, with slashes; unchanged if it lies outside."""
        absolute, folder = Path(path).absolute(), Path(self.folder).absolute()
        return absolute.relative_to(folder).as_posix() if absolute.is_relative_to(folder) else Path(path).as_posix()

    def reported(self, path: str) -> frozenset[str]:
        """The codes that are reported in a file."""
        ignored = set(self.ignore)
        for patterns, names in self._ignored_in_files:
            if patterns.decide(self.relative(path)):
                ignored |= names
        # A file that was not checked is always reported.
        return frozenset(codes() if self.select is None else self.select) - ignored | WITHOUT_CHECK
