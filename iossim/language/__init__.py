"""The command language: grammar files in, commands, help and completion out. Knows no router."""

from iossim.language.defaults import default_of, defaults_of
from iossim.language.dispatch import belongs_to, exact_in, fault_in, is_refused_around, match_closely, match_in
from iossim.language.form import Form, Identity
from iossim.language.grammars import Language, language
from iossim.language.matching import match, match_exact, match_typed
from iossim.language.mode import Mode
from iossim.language.multiline import Unfinished, unfinished
from iossim.language.outcome import Ambiguous, Command, Incomplete, Invalid, Outcome
from iossim.language.rules import Rule
from iossim.language.trail import Access, Trail, follow
from iossim.language.tree import Node

__all__ = [
    "Access", "Ambiguous", "Command", "Form", "Identity", "Incomplete", "Invalid", "Language", "Mode", "Node", "Outcome", "Rule",
    "Trail", "Unfinished", "belongs_to", "default_of", "defaults_of", "exact_in", "fault_in", "follow", "is_refused_around",
    "language", "match", "match_closely", "match_exact", "match_in", "match_typed", "unfinished",
]  # fmt: skip
