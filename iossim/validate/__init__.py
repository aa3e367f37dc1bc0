"""Validation of configuration files: diagnostics with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from iossim.files.diagnostics import Diagnostic
from iossim.files.fixes import Edit, Fix
from iossim.validate.checking import check_content, check_text, checked_files
from iossim.validate.settings import Settings
from iossim.validate.settings_files import find_settings, read_settings
from iossim.validate.sources import find_files
from iossim.validate.target import Target

__all__ = ["Diagnostic", "Edit", "Fix", "Settings", "Target", "check_text", "find_settings", "read_settings", "validate"]


def validate(
    paths: Iterable[str | Path] | str | Path | None = None,
    *,
    text: str | None = None,
    settings: Settings | None = None,
    cme_version: str | None = None,
    platform: str | None = None,
) -> Iterator[Diagnostic]:
    """The diagnostics of configuration files or of a text, in the order of the files and of their lines.

    Files are checked one by one while the result is read.

    Args:
        paths: files, or folders with files; `-` is standard input. None: `paths` of the settings.
        text: check this text in place of files; `paths` may give it one name.
        settings: what is checked, and how it is judged; None: everything. `find_settings` reads them from a file.
        cme_version: warn of commands that this version of Unified CME does not have, such as `8.6`.
        platform: apply the limits of this router model, such as `2811`.

    Raises:
        ValueError: the version or the platform is not known; there is neither a path nor a text.
    """
    chosen = settings or Settings()
    if cme_version is not None or platform is not None:
        changes = {"cme_version": cme_version, "platform": platform}
        chosen = msgspec.structs.replace(chosen, **{name: value for name, value in changes.items() if value is not None})
    several = [paths] if isinstance(paths, str | Path) else list(paths if paths is not None else chosen.paths_of_files)
    if text is not None:
        if len(several) > 1:
            raise ValueError("a text has one name")
        return iter(check_content(str(several[0]) if several else "", text, chosen).diagnostics)
    if paths is None and not several:
        raise ValueError("neither a path nor a text to validate")
    files = find_files(several, chosen.excludes)
    return (diagnostic for file in checked_files(files, lambda _: chosen) for diagnostic in file.diagnostics)
