"""Index of the values that commands have: unique values, references, and numbers that a maximum bounds.

With it the sections that have a MAC address, the buttons that have a dn, and the highest tag in use are known without a walk over the
whole configuration.
"""

from __future__ import annotations

from functools import lru_cache

from iossim.config.section import Section
from iossim.language import Command, Form, Identity
from iossim.language.notations import PLATFORM, unquoted

#: The entries that have a value: section and identity, in the order in which they were entered.
Places = dict[tuple[Section, Identity], None]


class ValueIndex:
    """The values in one configuration, and the entries that have them.

    Life: `enter` and `remove` keep it as the tree changes. The values themselves are read from the commands when somebody asks, so
    that reading a file pays little for it.

    Attributes:
        unique: the entries that have a value of which there should be one only, by kind and value (`//@ unique mac ADDRESS`).
        references: the entries that name something, by kind and name, as far as a router refuses them without it
            (`//@ demands ephone-dn BUTTON "message"`).
        bounded: the numbers that a maximum bounds, by the name of the maximum (`max-dn`).
    """

    def __init__(self) -> None:
        self.unique: dict[tuple[str, str], Places] = {}
        self.references: dict[tuple[str, str], Places] = {}
        self.bounded: dict[str, Numbers] = {}
        self._unread: list[tuple[Section, Identity, Command, _ValueWords]] = []

    def enter(self, section: Section, identity: Identity, command: Command) -> None:
        """Takes in the values of a command that was entered."""
        words = _value_words(command.form)
        if words is not None:
            self._unread.append((section, identity, command, words))

    def remove(self, section: Section, identity: Identity, command: Command) -> None:
        """Takes out the values of a command that was entered before."""
        words = _value_words(command.form)
        if words is None:
            return
        self.read()
        for index, key in self._keys(words, command):
            places = index.get(key, {})
            places.pop((section, identity), None)
            if not places:
                index.pop(key, None)
        for name, number in words.numbers(command):
            self.bounded[name].remove(number)

    def read(self) -> None:
        """Reads the values of the commands that were entered since it was last asked."""
        for section, identity, command, words in self._unread:
            for index, key in self._keys(words, command):
                index.setdefault(key, {})[section, identity] = None
            for name, number in words.numbers(command):
                self.bounded.setdefault(name, Numbers()).add(number)
        self._unread.clear()

    def _keys(self, words: _ValueWords, command: Command) -> list[tuple[dict[tuple[str, str], Places], tuple[str, str]]]:
        """The keys of a command, with the index in which they stand."""
        unique = [(self.unique, key) for key in unique_values(command)]
        return unique if command.negative else unique + [(self.references, key) for key in words.names(command)]

    def owners(self, kind: str, value: str) -> list[Section]:
        """The sections that have a value of which there should be one only."""
        self.read()
        return list(dict.fromkeys(section for section, _ in self.unique.get((kind, value), ())))

    def referring(self, kind: str, name: str) -> list[tuple[Section, Identity]]:
        """The entries that a router would refuse if there were nothing of this kind and name."""
        self.read()
        return list(self.references.get((kind, name), ()))

    def highest(self, maximum: str) -> int:
        """The highest number in use that a maximum bounds; 0 where none is.

        Args:
            maximum: its name in the notation: `max-dn`.
        """
        self.read()
        numbers = self.bounded.get(maximum)
        return numbers.highest() if numbers is not None else 0


class Numbers:
    """Numbers in use, from 1, and the highest of them."""

    def __init__(self) -> None:
        self._uses: dict[int, int] = {}
        self._highest = 0  # no number above it is in use

    def add(self, number: int) -> None:
        """Counts one more use of a number."""
        self._uses[number] = self._uses.get(number, 0) + 1
        if number > self._highest:
            self._highest = number

    def remove(self, number: int) -> None:
        """Counts one use of a number less."""
        self._uses[number] -= 1
        if not self._uses[number]:
            del self._uses[number]

    def highest(self) -> int:
        """The highest number in use; 0 where none is."""
        while self._highest and self._highest not in self._uses:
            self._highest -= 1
        return self._highest


def unique_values(command: Command) -> list[tuple[str, str]]:
    """The values of a command that no other section may have, with their kind (`//@ unique mac ADDRESS`)."""
    if command.negative:
        return []
    return [(kind, unquoted(command.words[index])) for kind, index in command.form.unique_words]


class _ValueWords:
    """The words of one form that hold values of the index.

    Attributes:
        references: kind, index of the word, and how names are read from it.
        bounded: name of the maximum and index of the word.
    """

    __slots__ = ("bounded", "references")

    def __init__(self, form: Form) -> None:
        self.references = [(kind, index, notation.tags) for kind, index, notation, message in form.referring if message]
        self.bounded = [(bound.name, bound.at) for bound in form.bounded if not bound.name.startswith(PLATFORM)]

    def names(self, command: Command) -> list[tuple[str, str]]:
        """Kind and name of everything that a command refers to."""
        return [(kind, name) for kind, index, tags in self.references for name in tags(command.words[index])]

    def numbers(self, command: Command) -> list[tuple[str, int]]:
        """The numbers of a command that a maximum bounds, with the name of the maximum."""
        words = command.words  # a negative form may have been stored without its last words
        return [(name, int(words[index])) for name, index in self.bounded if index < len(words)]


@lru_cache(maxsize=8192)  # the forms of all common commands, and few enough to bound the memory
def _value_words(form: Form) -> _ValueWords | None:
    """The value words of a form; None where it has none."""
    words = _ValueWords(form)
    return words if form.unique_words or words.references or words.bounded else None
