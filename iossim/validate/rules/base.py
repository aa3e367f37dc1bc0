"""The base class of validation rules."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from iossim.config import Configuration
from iossim.files.fixes import Fix
from iossim.language import Command
from iossim.validate.facts import Facts, FormProperty
from iossim.validate.target import Target


class Violation(msgspec.Struct, frozen=True):
    """A place in a configuration that breaks a validation rule.

    Attributes:
        command: the command that breaks it.
        message: describes the fault.
        word: index of the word at fault; -1: the whole command.
        severity: in place of the rule's severity; "": as the rule.
        fix: a safe correction of the text; None if there is none.
    """

    command: Command
    message: str
    word: int = -1
    severity: str = ""
    fix: Fix | None = None


class ValidationRule(ABC):
    """A rule for a whole configuration.

    A subclass stands alone in a module of this folder, which has its name with underscores. It sets `name`, the fault in words that
    read well after "allow", which is also the code of its diagnostics, and `severity`, the one that most of its diagnostics have.

    Its docstring becomes its page (`iossim explain`, `docs/rules/`): the first sentence says what the rule finds, then follow the harm,
    what the rule leaves out, and the sections `Example:` (a configuration with the fault), `Better:` (the same without it) and
    `References:`.
    """

    name: ClassVar[str] = ""
    severity: ClassVar[str] = "warning"
    #: Names of the commands of which a configuration must have one, if the rule shall find something.
    looks_at: ClassVar[tuple[str, ...]] = ()
    #: The same by properties of their forms. A rule with neither looks at all commands.
    looks_for: ClassVar[tuple[FormProperty, ...]] = ()
    #: The router that the examples of the docstring are meant for.
    example_target: ClassVar[Target] = Target()

    def __init_subclass__(cls) -> None:
        """Refuses a rule without a name.

        Raises:
            TypeError: the class has no name.
        """
        if not cls.name:
            raise TypeError(f"validation rule {cls.__name__} has no name")

    @abstractmethod
    def find(self, facts: Facts, configuration: Configuration, target: Target) -> Iterator[Violation]:
        """The violations of the rule in a configuration that has one of the commands that it looks at.

        Args:
            facts: what rules ask about the configuration.
            configuration: the configuration.
            target: the router that it is meant for.
        """
