"""The commands of one configuration by their form, and the facts that were computed from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from iossim.config import Configuration, Section
from iossim.config.tree import Notes
from iossim.language import Command, Form, Identity
from iossim.language.index import Definer
from iossim.language.speed import Remembered

_Fact = TypeVar("_Fact")
#: A command and the section that it stands in.
Placed = tuple[Section, Command]
#: A function that returns a true value for a form that has the property.
FormProperty = Callable[[Form], Any]
_NONE: tuple[Placed, ...] = ()
#: For a property, the forms that were asked about it: a true value for those that have it.
_judged: Remembered[FormProperty, Remembered[Form, Any]] = Remembered(Remembered)


class Facts:
    """The facts about one configuration. All rules share the pass over its commands.

    Life: made by `facts_of`, which also brings it up to date after a change.

    Args:
        configuration: the configuration. Only its root is kept, so that both can be freed at once.

    Attributes:
        root: global configuration.
        notes: what the text says and the tree does not keep; None if nobody noted it.
        forms: the commands by their form.
        names: the forms by the name of their command.
        openers: the sections by the name of the command that opened them.
        kept: a line of any section is not known, or was refused.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.root: Section = configuration.root
        self.notes: Notes | None = configuration.notes
        self._outdated = True

    def __call__(self, section: Section, identity: Identity) -> None:
        """Notes that a command was entered or removed."""
        del section, identity
        self._outdated = True

    def read(self) -> None:
        """Reads the configuration, if it has changed since the last time."""
        if not self._outdated:
            return
        self._outdated = False
        self._known: dict[Callable[..., Any], Any] = {}
        self._found: dict[tuple[str, str], Sequence[Placed]] = {}
        self.openers: dict[str, list[Section]] = {}
        self.names: defaultdict[str, list[Form]] = defaultdict(list)
        self.kept = False
        forms: defaultdict[Form, list[Placed]] = defaultdict(list)
        for section in self.root.walk():
            if section.kept and any(section.kept.values()):
                self.kept = True
            if section.header is not None:
                self.openers.setdefault(section.header.form.name, []).append(section)
            for command in section.entries.values():
                forms[command.form].append((section, command))
        for form in forms:
            self.names[form.name].append(form)
        self.forms: dict[Form, list[Placed]] = forms

    @property
    def whole(self) -> bool:
        """True for a running-config; False for an excerpt or typed commands, where other lines may stand elsewhere."""
        return self.once(_begins_with_version)

    @property
    def several_routers(self) -> bool:
        """True if the text holds the configurations of several routers in one: a second `version` or another `hostname`."""
        return self.once(_has_second_router)

    @property
    def unknown_lines(self) -> bool:
        """True if a line of global configuration is not known, or was refused: it might be what a rule misses."""
        return any(self.root.kept.values())

    def all(self, name: str, mode: str = "") -> Sequence[Placed]:
        """The commands of a rule of the grammar that are in force, without `no` forms, in the order of their lines.

        Args:
            name: the rule's name without variant.
            mode: the mode that the command belongs to; "": any.
        """
        named = self.names.get(name)
        if named is None:
            return _NONE
        found = self._found.get((name, mode))
        if found is None:
            forms = [form for form in named if not mode or form.mode == mode]
            placed = [item for form in forms for item in self.forms[form] if not item[1].negative]
            if len(forms) > 1:
                placed.sort(key=_line)
            found = self._found[name, mode] = placed or _NONE
        return found

    def sections(self, opener: str) -> Sequence[Section]:
        """The sections that a rule opened, wherever they stand, in the order in which they were entered."""
        return self.openers.get(opener, ())

    def section(self, opener: str) -> Section | None:
        """The only section that a rule opens, such as `telephony_service`; None if there is none."""
        sections = self.openers.get(opener)
        return sections[0] if sections else None

    def entered(self, name: str) -> Command | None:
        """The command of global configuration that was entered for a rule without a key; None for none, or its `no` form."""
        return entered(self.root, name)

    def acted(self, name: str) -> bool:
        """True if a command that is not stored was carried out (`create cnf-files`); also if nobody noted it."""
        return self.notes is None or any(command.name == name and not command.negative for _, command in self.notes.actions)

    def with_form(self, wanted: FormProperty) -> Iterator[Placed]:
        """The commands, `no` forms included, whose form has a property.

        Args:
            wanted: the property; the same function at each call, since its answers are kept.
        """
        judged = _judged[wanted]
        for form, placed in self.forms.items():
            if judged[form]:
                yield from placed

    def defined(self, definers: Iterable[Definer]) -> set[str]:
        """The names of all things that commands define (`//@ defines ephone-template TAG`).

        Args:
            definers: the commands that define things of one kind.
        """
        names: set[str] = set()
        for definer in definers:
            for _, command in self.all(definer.name, definer.mode):
                names.add(command.form.identity(command.words)[1] if definer.keyed else str(command.fields.get(definer.field, "")))
        return names

    def once(self, make: Callable[[Facts], _Fact]) -> _Fact:
        """A fact that a function computes; it is called once for each state of the configuration."""
        if make not in self._known:
            self._known[make] = make(self)
        fact: _Fact = self._known[make]
        return fact


def facts_of(configuration: Configuration) -> Facts:
    """The facts about a configuration; all rules get the same ones."""
    facts = configuration.watcher(Facts)
    facts.read()
    return facts


def entered(section: Section, name: str, *key: str) -> Command | None:
    """The command of a section that was entered for a rule and its key; None for none, or its `no` form."""
    command = section.entries.get((name, *key))
    return None if command is None or command.negative else command


def has_any(section: Section, names: Container[str]) -> bool:
    """True if a command of one of several rules was entered in a section, whatever its key; `no` forms do not count."""
    return any(identity[0] in names and not command.negative for identity, command in section.entries.items())


def _line(item: Placed) -> int:
    return item[1].line


def _has_second_router(facts: Facts) -> bool:
    replaced = facts.notes.replaced if facts.notes is not None else ()
    return any(before.name == "version" or (before.name == "hostname" and before.words != now.words) for _, before, now in replaced)


def _begins_with_version(facts: Facts) -> bool:
    """True if `version` stands before all other commands, as a router prints it; a report may have other commands before it."""
    version = facts.root.get("version")
    return version is not None and all(command.line >= version.line for command in facts.root.entries.values())
