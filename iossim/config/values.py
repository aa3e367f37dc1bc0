"""Index of the values in commands: unique values, references, and numbers that are limited by a maximum.

With it the sections that have a MAC address, the buttons that have a dn, the interfaces of a network, and the highest tag in use are
known without a walk over the whole configuration.
"""

from __future__ import annotations

from iossim.config.networks import KEYS, WILDCARDS, Entry, Key, Networks, network_of, prefix_of, source_kind
from iossim.config.section import Section
from iossim.language import Command, Form, Identity
from iossim.language.notations import unquoted
from iossim.language.speed import Remembered

#: The entries with one value, by section and identity, in the order in which they were entered (an ordered set).
Entries = dict[tuple[Section, Identity], None]


class ValueIndex:
    """The values in one configuration, and the entries that have them.

    Life: `Configuration` calls `enter` and `remove` for each change. The values are computed at the next query, so that reading a
    file costs little.

    Attributes:
        unique: the entries with a value that only one section should have, by kind and value (`//@ unique mac ADDRESS`);
            validation reports a second one.
        references: the entries that a router refuses without a definition, by kind and name
            (`//@ demands ephone-dn BUTTON "message"`).
        places: the entries with an address, a VLAN or a crypto map, by the keys of `networks.py`.
        networks: the networks of the addresses.
        prefixes: the prefixes of the IPv6 addresses.
        bounded: for each maximum (`max-dn`), the numbers that it would have to be at least.
    """

    def __init__(self) -> None:
        self.unique: dict[tuple[str, str], Entries] = {}
        self.references: dict[tuple[str, str], Entries] = {}
        self.places: dict[Key, Entries] = {}
        self.networks = Networks()
        self.prefixes = Networks(bits=128)
        self.bounded: dict[str, Numbers] = {}
        self._unread: list[tuple[Section, Identity, Command, _ValuePositions]] = []

    def enter(self, section: Section, identity: Identity, command: Command) -> None:
        """Adds the values of a command that was entered."""
        words = _value_positions(command.form)
        if words is not None:
            self._unread.append((section, identity, command, words))

    def remove(self, section: Section, identity: Identity, command: Command) -> None:
        """Removes the values of a command that was entered before."""
        words = _value_positions(command.form)
        if words is None:
            return
        self.index_new()
        for index, key in self._keys(words, command):
            places = index.get(key, {})
            places.pop((section, identity), None)
            if not places:
                index.pop(key, None)
        for place in words.places(section, command):
            there = self.places.get(place, {})
            there.pop((section, identity), None)
            if not there:
                self.places.pop(place, None)
        if words.has_network:
            self.networks.remove((section, identity))
        if words.has_prefix:
            self.prefixes.remove((section, identity))
        for name, number in words.numbers(command):
            self.bounded[name].remove(number)

    def index_new(self) -> None:
        """Adds the values of the commands that were entered since the last query."""
        if not self._unread:
            return
        for section, identity, command, words in self._unread:
            for index, key in self._keys(words, command):
                index.setdefault(key, {})[section, identity] = None
            for place in words.places(section, command):
                self.places.setdefault(place, {})[section, identity] = None
            if words.has_network and not command.negative and (network := network_of(command)) is not None:
                self.networks.add((section, identity), *network)
            if words.has_prefix and not command.negative:
                self.prefixes.add((section, identity), *prefix_of(str(command.fields["address"])))
            for name, number in words.numbers(command):
                self.bounded.setdefault(name, Numbers()).add(number)
        self._unread.clear()

    def _keys(self, words: _ValuePositions, command: Command) -> list[tuple[dict[tuple[str, str], Entries], tuple[str, str]]]:
        """The dict and the key of each value of a command that is unique or names something."""
        unique = [(self.unique, key) for key in unique_values(command)]
        return unique if command.negative else unique + [(self.references, key) for key in words.names(command)]

    def owners(self, kind: str, value: str) -> list[Section]:
        """The sections with a value that only one section should have."""
        self.index_new()
        return list(dict.fromkeys(section for section, _ in self.unique.get((kind, value), ())))

    def at(self, key: Key) -> list[Section]:
        """The sections with an entry that has a key of `networks.py`."""
        self.index_new()
        return [section for section, _ in self.places.get(key, ())]

    def entries(self, key: Key) -> list[tuple[Section, Identity]]:
        """The entries with a key of `networks.py`: the section, and the identity in it."""
        self.index_new()
        return list(self.places.get(key, ()))

    def covering(self, section: Section, address: int) -> list[Identity]:
        """The entries of a standard access list whose networks an address is in, the narrowest network first."""
        self.index_new()
        kind, places, covering = source_kind(section), self.places, []
        for wildcard in reversed(WILDCARDS):
            key = kind, address & ~wildcard, wildcard
            if key in places:
                covering += [identity for _, identity in places[key]]
        return covering

    def overlapping(self, address: int, length: int) -> list[Section]:
        """The interfaces whose networks have addresses in common with the network of an address, by the length of its mask."""
        self.index_new()
        return [section for section, _ in self.networks.overlapping(address, length)]

    def overlapping_prefixes(self, prefix: str) -> list[Entry]:
        """The IPv6 addresses of interfaces whose prefixes have addresses in common with a prefix."""
        self.index_new()
        return self.prefixes.overlapping(*prefix_of(prefix))

    def dependents(self, kind: str, name: str) -> list[tuple[Section, Identity]]:
        """The entries that the router refuses without a definition of this kind and name."""
        self.index_new()
        return list(self.references.get((kind, name), ()))

    def least_maximum(self, maximum: str) -> int:
        """The least that a maximum can be with the numbers in use; 0 if no number is in use.

        Args:
            maximum: its name, as in the notation `<1-max-dn>`.
        """
        self.index_new()
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
        """Counts one use less of a number."""
        self._uses[number] -= 1
        if not self._uses[number]:
            del self._uses[number]

    def highest(self) -> int:
        """The highest number in use; 0 if no number is."""
        while self._highest and self._highest not in self._uses:
            self._highest -= 1
        return self._highest


def unique_values(command: Command) -> list[tuple[str, str]]:
    """The values of a command that no other section may have, with their kind (`//@ unique mac ADDRESS`)."""
    if command.negative:
        return []
    return [(kind, unquoted(command.words[index])) for kind, index in command.form.unique_words]


class _ValuePositions:
    """The positions of the values in the words of one form.

    Attributes:
        references: kind, index of the word, and the function that gives the names in it (`1:1,2` has the dns 1 and 2).
        bounded: the words that are limited by a maximum.
        keys: the functions that give the keys of its address, VLAN, translation or crypto map.
        has_network: it is the address of an interface.
        has_prefix: it is an IPv6 address of an interface with a prefix.
    """

    __slots__ = ("bounded", "has_network", "has_prefix", "keys", "references")

    def __init__(self, form: Form) -> None:
        self.references = [(kind, index, notation.tags) for kind, index, notation, message in form.referring if message]
        self.bounded = form.bounded
        self.keys = [KEYS[name] for name in (*form.rule.checks, form.rule.follow_up) if name in KEYS]
        self.has_network = "host-address" in form.rule.checks
        self.has_prefix = "own-prefix" in form.rule.checks

    def places(self, section: Section, command: Command) -> list[Key]:
        """The keys of the address, VLAN or crypto map of a command."""
        return [] if command.negative else [key for keys in self.keys for key in keys(section, command)]

    def names(self, command: Command) -> list[tuple[str, str]]:
        """Kind and name of everything that a command refers to."""
        return [(kind, name) for kind, index, tags in self.references for name in tags(command.words[index])]

    def numbers(self, command: Command) -> list[tuple[str, int]]:
        """The least that each maximum of a command's words can be, with the name of the maximum."""
        words = command.words  # a negative form may have been stored without its last words
        return [(word.name, -(-int(words[word.at]) // word.factor)) for word in self.bounded if word.at < len(words)]


def _made(form: Form) -> _ValuePositions | None:
    words = _ValuePositions(form)
    return words if form.unique_words or words.references or words.bounded or words.keys or words.has_prefix else None


#: The value words of a form; None where it has none.
_value_positions = Remembered(_made).__getitem__
