"""Privilege levels: which commands exist for a user (ios-cli.md, "Privilege and passwords")."""

from __future__ import annotations

from iossim.config import Configuration
from iossim.language import Form, Node
from iossim.language.bodies import Keyword, leading_keywords
from iossim.language.rules import Rule
from iossim.language.places import Place

#: What `privilege` calls global configuration and EXEC; other modes go by their own names, with hyphens.
_MODE_NAMES = {"global": "configure"}


class LevelAccess:
    """What exists for a user at a level.

    Args:
        configuration: holds the `privilege` commands that move others.
        level: 0 to 15.
    """

    def __init__(self, configuration: Configuration, level: int) -> None:
        self.configuration = configuration
        self.level = level
        self._moved = moved(configuration)
        self._visible: dict[Node, frozenset[str]] = {}

    def visible(self, node: Node) -> frozenset[str]:
        """The keywords behind a node that lead to a command of this user."""
        known = self._visible.get(node)
        if known is None:
            known = frozenset(child.text for child in {**node.children(), **node.folded}.values() if self.reaches(child))
            self._visible[node] = known
        return known

    def reaches(self, node: Node) -> bool:
        """Whether some command behind this node exists for the user."""
        return any(self._may(node.tree.mode, node.tree.level, place.command, _keywords(place)) for place in node.places)

    def permits(self, form: Form) -> bool:
        """Whether a command exists for the user."""
        return self._may(form.mode, self.configuration.language.mode(form.mode).level, form.rule, form.literal)

    def _may(self, mode: str, default: int, rule: Rule, words: tuple[str, ...]) -> bool:
        return self.level >= self._level(mode, default, rule, words)

    def _level(self, mode: str, default: int, rule: Rule, words: tuple[str, ...]) -> int:
        """The level that a command with these keywords needs: its own, and that of every word before it that was moved."""
        table = self._moved.get(_MODE_NAMES.get(mode, mode.replace("_", "-")))
        level = default if rule.level is None else rule.level
        if not table:
            return level
        name = tuple(leading_keywords(rule.body))
        needed = 0
        for length in range(1, max(len(words), len(name)) + 1):
            prefix = words[:length] if length <= len(words) else name[:length]
            found = table.get(prefix)
            if found is None:
                continue
            if length >= len(name) or found[1]:
                level = found[0]
            needed = max(needed, found[0]) if length < len(name) and not found[1] else needed
        return max(level, needed)


def moved(configuration: Configuration) -> dict[str, dict[tuple[str, ...], tuple[int, bool]]]:
    """The commands that `privilege` moved: by mode, the words, the level, and whether all that follows moves too."""
    found: dict[str, dict[tuple[str, ...], tuple[int, bool]]] = {}
    for entry in configuration.root.all("privilege"):
        fields = entry.fields
        if entry.negative or "level" not in fields:
            continue
        words = tuple(str(fields["command"]).split())
        found.setdefault(str(fields["privilege_mode"]), {})[words] = (
            int(str(fields["level"])),
            "all" in entry.keywords,
        )
    return found


def _keywords(place: Place | None) -> tuple[str, ...]:
    words: list[str] = []
    while place is not None:
        if isinstance(place.symbol, Keyword):
            words.append(place.symbol.text)
        place = place.previous
    return tuple(reversed(words))
