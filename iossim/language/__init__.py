"""The command language: grammar files in, commands, help and completion out. Knows no router."""

from iossim.language.commands import Command, Form, Identity
from iossim.language.dispatch import exact_in, match_in
from iossim.language.grammars import Language, language
from iossim.language.matching import Access, match, match_exact, walk
from iossim.language.mode import Mode
from iossim.language.multiline import Unfinished, unfinished
from iossim.language.outcomes import Ambiguous, Incomplete, Invalid, Outcome
from iossim.language.walk import Node

__all__ = [
    "Access", "Ambiguous", "Command", "Form", "Identity", "Incomplete", "Invalid", "Language", "Mode", "Node", "Outcome",
    "Unfinished", "exact_in", "language", "match", "match_exact", "match_in", "unfinished", "walk",
]  # fmt: skip
