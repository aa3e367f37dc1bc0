"""What a rule is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.config import Configuration
from iossim.language import Command


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault found by a rule: the command it is about, the message, and the word at fault (-1: the whole command)."""

    command: Command
    message: str
    word: int = -1


class Rule:
    """One rule. Its name is the fault, never the cure; its docstring says what is wrong and what to do."""

    code = ""
    name = ""
    severity = "warning"

    def check(self, configuration: Configuration) -> Iterator[Fault]:
        """The faults in a configuration."""
        raise NotImplementedError
