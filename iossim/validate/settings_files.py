"""The files with settings of validation: iossim.toml, or `[tool.iossim]` in pyproject.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from iossim.errors import ConfigurationError
from iossim.files.nearest import Keywords, nearest
from iossim.validate.settings import Settings

#: The files with settings; the first one that a folder has counts.
NAMES = ("iossim.toml", "pyproject.toml")
#: The file with settings of many programs, and the word without which none of them are of iossim.
_SHARED, _OURS = "pyproject.toml", "iossim"


class SettingsFinder:
    """The settings for every file, with the options of the command line in front of them.

    Args:
        override: returns settings with the options of the command line.
    """

    def __init__(self, override: Callable[[Settings], Settings]) -> None:
        self._override = override
        self._of_folders: dict[Path, Settings] = {}
        self._found_in: dict[Path, Settings | None] = {}

    def of_file(self, path: str) -> Settings:
        """The settings for a file."""
        return self.of_folder(Path(path).absolute().parent)

    def of_folder(self, folder: Path) -> Settings:
        """The settings for the files of a folder.

        Raises:
            ConfigurationError: a file with settings cannot be read, or has a wrong setting.
        """
        folder = folder.absolute()
        settings = self._of_folders.get(folder)
        if settings is None:
            settings = self._of_folders[folder] = self._override(self._found(folder) or Settings())
        return settings

    def _found(self, folder: Path) -> Settings | None:
        """The settings that `find_settings` finds; a file with settings is read once."""
        if folder not in self._found_in:
            found = _settings_in(folder)
            self._found_in[folder] = self._found(folder.parent) if found is None and folder.parent != folder else found
        return self._found_in[folder]


def find_settings(folder: Path) -> Settings | None:
    """The settings for the files of a folder: of the nearest iossim.toml, or pyproject.toml with `[tool.iossim]`, from it upwards.

    Args:
        folder: the folder.

    Raises:
        ConfigurationError: a file with settings cannot be read, or has a wrong setting.
    """
    folder = folder.absolute()
    return next((found for parent in (folder, *folder.parents) if (found := _settings_in(parent)) is not None), None)


def _settings_in(folder: Path) -> Settings | None:
    """The settings that a file of a folder has."""
    files = (file for name in NAMES if (file := folder / name).is_file())
    return next((settings for file in files if (settings := read_settings(file)) is not None), None)


def read_settings(file: Path) -> Settings | None:
    """The settings of a file; None if it is a pyproject.toml without `[tool.iossim]`.

    Args:
        file: an iossim.toml or a pyproject.toml.

    Raises:
        ConfigurationError: the file cannot be read, or has a wrong setting.
    """
    try:
        text = file.read_text(encoding="utf-8")
        content: Any = tomllib.loads(text) if file.name != _SHARED or _OURS in text else {}
    except OSError as error:
        raise ConfigurationError(f"cannot read {file}: {error.strerror}") from error
    except ValueError as error:
        raise ConfigurationError(f"{file}: {error}") from error
    prefix = ""
    if file.name == _SHARED:
        prefix, content = "tool.iossim.", content.get("tool", {}).get("iossim")
        if content is None:
            return None
    if isinstance(content, dict) and "folder" in content:
        raise ConfigurationError(f"{file}: {prefix}folder: is no setting")
    try:
        return msgspec.structs.replace(msgspec.convert(content, Settings), folder=str(file.parent))
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{file}: {prefix}{_explained(str(error))}") from error


def _explained(message: str) -> str:
    """A message of msgspec with the name of the setting in front: ``strict: expected `bool`, got `int```."""
    text, _, path = message.partition(" - at `")
    key = path.rstrip("`").removeprefix("$").removeprefix(".").replace("[...]", "")
    if text.startswith("Object contains unknown field `"):
        name = text.split("`")[1]
        known = [field.encode_name for field in msgspec.structs.fields(Settings) if field.name != "folder"]
        near = nearest(name, Keywords(known)) if not key else []
        return f"{key}{'.' if key else ''}{name}: is no setting{f'; did you mean `{near[0]}`?' if near else ''}"
    text = text[:1].lower() + text[1:].replace(" | null", "")  # TOML has no null
    return f"{key}: {text}" if key else text
