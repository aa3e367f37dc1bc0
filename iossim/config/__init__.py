"""The config tree: sections and commands; apply, negate, default, transaction, diff, render, references, constraints. No I/O."""

from iossim.config.applied import Applied
from iossim.config.apply import apply, enter
from iossim.config.diff import difference
from iossim.config.plan import PLAIN, plan_of
from iossim.config.render import line, render, section_lines
from iossim.config.transaction import Transaction
from iossim.config.tree import Configuration, Section

__all__ = [
    "PLAIN",
    "Applied",
    "Configuration",
    "Section",
    "Transaction",
    "apply",
    "difference",
    "enter",
    "line",
    "plan_of",
    "render",
    "section_lines",
]
