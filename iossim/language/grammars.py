"""The whole language: the modes of all grammar files in a folder, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from iossim.errors import GrammarError
from iossim.language.index import Definer, GrammarIndex, Opener
from iossim.language.mode import Mode
from iossim.language.space import Space
from iossim.language.spelling import nearest


class Language:
    """The modes of the grammar files in a folder.

    Args:
        folder: the folder with the `.lark` files; by default the one that came with iossim.

    Attributes:
        folder: the folder.
        first_keywords: the first keywords of the commands of all configuration modes, in lower case, aliases included.

    Raises:
        GrammarError: a mistake in the grammars.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or grammar_folder()
        self._index = GrammarIndex(self.folder)
        self.first_keywords = self._index.beginnings.keys()
        self._spaces: dict[str, Space] = {}
        self._modes: dict[str, Mode] = {}
        self._chains: dict[str, tuple[Mode, ...]] = {}

    def mode(self, name: str) -> Mode:
        """A mode by its name (`ephone_dn`), its rules decoded on first use.

        Raises:
            GrammarError: no such mode, or its list names a rule that does not exist.
        """
        mode = self._modes.get(name)
        if mode is None:
            mode = self._modes[name] = Mode(self._space(name), name)
        return mode

    def _space(self, mode: str) -> Space:
        space = self._index.modes.get(mode)
        if space is None:
            raise GrammarError(f"no grammar file has a mode {mode!r}{nearest(mode, self._index.modes)}")
        if space not in self._spaces:
            self._spaces[space] = self._index.space(space)
        return self._spaces[space]

    def chain(self, name: str) -> tuple[Mode, ...]:
        """The modes that a line typed in a mode may belong to: the mode, its parents, global configuration.

        Raises:
            GrammarError: the parents of the mode form a circle.
        """
        chain = self._chains.get(name)
        if chain is None:
            modes = [self.mode(name)]
            while modes[-1].parent:
                parent = self.mode(modes[-1].parent)
                if parent in modes:
                    raise GrammarError(f"mode {parent.name} is its own parent", parent.rule.file, parent.rule.line)
                modes.append(parent)
            chain = self._chains[name] = tuple(modes)
        return chain

    def definers(self, kind: str) -> list[Definer]:
        """The commands that define things of a kind (`//@ defines`)."""
        return self._index.definers.get(kind, [])

    def bound(self, name: str) -> Definer | None:
        """The command that sets a bound (`//@ bounds`); None where none does."""
        return self._index.bounds.get(name)

    def openers(self, mode: str) -> list[Opener]:
        """The commands that enter a mode."""
        return self._index.openers.get(mode, [])

    def modes_with(self, word: str) -> Iterator[Mode]:
        """The configuration modes with a command whose first keyword is a word in lower case, aliases included, by name."""
        return map(self.mode, self._index.beginnings.get(word, ()))

    def modes_at(self, prompt: str) -> Iterator[Mode]:
        """The configuration modes with a prompt: `(config-router)#` is that of several routing protocols."""
        return (self.mode(name) for name, own in self._index.prompts.items() if own == prompt)

    def has_mode(self, name: str) -> bool:
        """True if there is such a mode."""
        return name in self._index.modes

    @property
    def mode_names(self) -> list[str]:
        """All modes, by name."""
        return sorted(self._index.modes)

    @property
    def spaces(self) -> list[str]:
        """All name spaces, by name: files without `.lark`, and folders."""
        return sorted(set(self._index.modes.values()))

    def modes(self) -> Iterator[Mode]:
        """Every mode, by name."""
        return (self.mode(name) for name in self.mode_names)


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
