"""The commands that a user has: by the version of the router, and by the privilege level."""

from __future__ import annotations

from functools import cache

from iossim.config import Configuration, Section
from iossim.language import Form, Identity, Node
from iossim.language.bodies import Keyword, leading_keywords
from iossim.language.places import Place
from iossim.language.rules import Rule
from iossim.versions import NEWEST

#: Names of modes in the `privilege` command; other modes have their own names there, with hyphens.
_MODE_NAMES = {"global": "configure"}
#: Most nodes whose keywords are cached for a user.
_MOST_NODES = 10_000
#: The commands that `privilege` moves to another level: by mode and words, the level, and True if longer commands move too (`all`).
Table = dict[str, dict[tuple[str, ...], tuple[int, bool]]]


class ReleaseAccess:
    """The commands that exist in a version of Unified CME and in a kind of section, at the highest privilege level.

    Args:
        version: the version, such as `14.1`.
        header_words: the words of the section's header that decide which commands it has.
    """

    def __init__(self, version: str, header_words: frozenset[str] = frozenset()) -> None:
        self.version = version
        self._header_words = header_words
        self._visible: dict[Node, frozenset[str]] = {}

    def visible(self, node: Node) -> frozenset[str]:
        """The keywords after a node that lead to a command of this user."""
        known = self._visible.get(node)
        if known is None:
            known = frozenset(child.text for child in {**node.children(), **node.folded}.values() if self.reaches(child))
            if len(self._visible) >= _MOST_NODES:
                self._visible.clear()
            self._visible[node] = known
        return known

    def reaches(self, node: Node) -> bool:
        """True if the user has a command that goes through a node."""
        return any(self._may(node.tree.mode, node.tree.level, place.command, _keywords(place)) for place in node.places)

    def permits(self, form: Form) -> bool:
        """True if the user has a command."""
        return self._may(form.mode, form.level, form.rule, form.literal)

    def _may(self, mode: str, default: int, rule: Rule, words: tuple[str, ...]) -> bool:  # noqa: ARG002 (levels need them)
        return self._exists(rule)

    def _exists(self, rule: Rule) -> bool:
        return rule.exists_in(self.version) and rule.exists_among(self._header_words)


@cache
def release_access(version: str, header_words: frozenset[str] = frozenset()) -> ReleaseAccess:
    """The commands that exist in a version and a kind of section; all users at the highest level share one object."""
    return ReleaseAccess(version, header_words)


class LevelAccess(ReleaseAccess):
    """The commands that a user has at a privilege level.

    Args:
        configuration: has the `privilege` commands, which move commands to other levels.
        level: 0 to 15.
        version: the router's version of Unified CME.
        header_words: the words of the section's header that decide which commands it has.
    """

    def __init__(
        self, configuration: Configuration, level: int, version: str = NEWEST, header_words: frozenset[str] = frozenset()
    ) -> None:
        super().__init__(version, header_words)
        self.configuration = configuration
        self.level = level
        self._moved = Moves.of(configuration).table

    def _may(self, mode: str, default: int, rule: Rule, words: tuple[str, ...]) -> bool:
        return self._exists(rule) and self.level >= self._level(mode, default, rule, words)

    def _level(self, mode: str, default: int, rule: Rule, words: tuple[str, ...]) -> int:
        """The level of a command: its own, or the one to which `privilege` moves it or the words that it begins with."""
        table = self._moved.get(_MODE_NAMES.get(mode, mode.replace("_", "-")))
        level = default if rule.level is None else rule.level
        if not table:
            return level
        name = tuple(leading_keywords(rule.body))
        needed = 0
        for length in range(1, max(len(words), len(name)) + 1):
            prefix = words[:length] if length <= len(words) else name[:length]
            moved_to = table.get(prefix)
            if moved_to is None:
                continue
            new, with_all_after = moved_to
            if length >= len(name) or with_all_after:
                level = new
            else:
                needed = max(needed, new)
        return max(level, needed)


class Moves:
    """The commands of a configuration that `privilege` moves; read again only after a `privilege` command changed.

    Args:
        configuration: the configuration; it is watched for changes.

    Attributes:
        changes: number of changes so far.
    """

    def __init__(self, configuration: Configuration) -> None:
        self._configuration = configuration
        self._table: Table | None = None
        self.changes = 0

    @classmethod
    def of(cls, configuration: Configuration) -> Moves:
        """The moves of a configuration; all its users share one object."""
        return configuration.watcher(cls)

    def __call__(self, section: Section, identity: Identity) -> None:
        """Notes a change of a command in a section; the identity `()` stands for all commands below it."""
        if section.parent is None and (not identity or identity[0] == "privilege"):
            self.changes += 1
            self._table = None

    @property
    def table(self) -> Table:
        """The moved commands."""
        if self._table is None:
            self._table = moved(self._configuration)
        return self._table


def moved(configuration: Configuration) -> Table:
    """The commands that the `privilege` commands of a configuration move."""
    levels: Table = {}
    for entry in configuration.root.all("privilege"):
        fields = entry.fields
        if entry.negative or "level" not in fields:
            continue
        words = tuple(str(fields["command"]).split())
        levels.setdefault(str(fields["privilege_mode"]), {})[words] = (
            int(str(fields["level"])),
            "all" in entry.keywords,
        )
    return levels


def _keywords(place: Place | None) -> tuple[str, ...]:
    words: list[str] = []
    while place is not None:
        if isinstance(place.symbol, Keyword):
            words.append(place.symbol.text)
        place = place.previous
    return tuple(reversed(words))
