"""What a rule is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.language import Command
from iossim.validate.options import Options


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault found by a rule.

    Attributes:
        command: the command it is about.
        message: what is wrong.
        word: the word at fault; -1: the whole command.
        severity: where it is not the rule's.
    """

    command: Command
    message: str
    word: int = -1
    severity: str = ""


class Rule:
    """One rule. Its name is the fault, never the cure; its docstring says what is wrong and what to do."""

    code = ""
    name = ""
    severity = "warning"

    def check(self, configuration: Configuration, options: Options) -> Iterator[Fault]:
        """The faults in a configuration.

        Args:
            configuration: what was read.
            options: the router that it is meant for.
        """
        raise NotImplementedError
