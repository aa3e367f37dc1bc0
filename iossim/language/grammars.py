"""The whole language: every grammar file of the folder, each read when one of its modes is first entered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from iossim.errors import GrammarError
from iossim.language.family import EVERY_MODE, Family
from iossim.language.mode import Mode

_MODE_RULE = re.compile(r"^mode_([a-z0-9_]+)\s*:", re.MULTILINE)


class Language:
    """The modes of the grammar files in a folder.

    Args:
        folder: the folder with the `.lark` files; by default the one that came with iossim.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or grammar_folder()
        self._files: dict[str, str] = {}
        for file in sorted(self.folder.glob("*.lark")):
            if file.name == EVERY_MODE:
                continue
            for name in _MODE_RULE.findall(file.read_text(encoding="utf-8")):
                if name in self._files:
                    raise GrammarError(f"mode {name} is also in {self._files[name]}", file.name)
                self._files[name] = file.name
        self._families: dict[str, Family] = {}
        self._modes: dict[str, Mode] = {}
        self._chains: dict[str, tuple[Mode, ...]] = {}

    def mode(self, name: str) -> Mode:
        """A mode by its name (`ephone_dn`), its family read on first use.

        Raises:
            GrammarError: no such mode, or a fault in its file.
        """
        found = self._modes.get(name)
        if found is None:
            found = self._modes[name] = Mode(self.family(self._file(name)), name)
        return found

    def family(self, file: str) -> Family:
        """A grammar file by its name."""
        if file not in self._families:
            self._families[file] = Family(self.folder, file)
        return self._families[file]

    def chain(self, name: str) -> tuple[Mode, ...]:
        """The modes that a line typed in a mode may belong to: the mode, its parents, global configuration."""
        found = self._chains.get(name)
        if found is None:
            modes = [self.mode(name)]
            while modes[-1].parent:
                modes.append(self.mode(modes[-1].parent))
            found = self._chains[name] = tuple(modes)
        return found

    def has_mode(self, name: str) -> bool:
        """Whether there is such a mode."""
        return name in self._files

    @property
    def mode_names(self) -> list[str]:
        """All modes, by name."""
        return sorted(self._files)

    @property
    def files(self) -> list[str]:
        """All grammar files, by name."""
        return sorted(set(self._files.values()))

    def modes(self) -> Iterator[Mode]:
        """Every mode, loaded."""
        return (self.mode(name) for name in self.mode_names)

    def _file(self, name: str) -> str:
        try:
            return self._files[name]
        except KeyError:
            raise GrammarError(f"no grammar file has a mode {name!r}; there are: {', '.join(self.mode_names)}") from None


def grammar_folder() -> Path:
    """The folder of the grammars: `iossim/grammars` in an installed wheel, `grammars` beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "grammars", package.parent / "grammars"):
        if folder.is_dir():
            return folder
    raise GrammarError(f"the grammars are missing: neither {package / 'grammars'} nor {package.parent / 'grammars'} exists")


@cache
def language() -> Language:
    """The language that came with iossim, read once."""
    return Language()
