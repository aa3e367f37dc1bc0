"""Mistakes about loose commands: an argument that nobody has described without `//@ loose`, and `//@ loose` without one."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.errors import GrammarError
from iossim.language.bodies import Argument, leaves
from iossim.language.check.names import with_sub_rules
from iossim.language.mode import Mode
from iossim.language.notations.words import any_word
from iossim.language.rules import Rule

#: The arguments that a router, too, takes as a text of the user's own: these fields may be `LINE` in a command that is not loose.
TEXTS = frozenset(
    {
        "command", "description", "exec_command", "fragment", "label", "members", "message", "name", "password", "regex", "script",
        "secret", "text", "value",
    }
)  # fmt: skip


def loose_mistakes(mode: Mode, rule: Rule) -> Iterator[GrammarError]:
    """Mistakes about `//@ loose` of a command.

    Args:
        mode: the mode of the command.
        rule: the command.
    """
    arguments = [leaf for part in with_sub_rules(mode, rule) for leaf in leaves(part.body) if isinstance(leaf, Argument)]
    undescribed = next((leaf for leaf in arguments if leaf.notation.text == "LINE" and leaf.field not in TEXTS), None)
    if undescribed is not None and not rule.loose:
        message = f"{undescribed.name} of {rule.name} takes anything: describe its words, or write `//@ loose`"
        yield GrammarError(f"{message}; texts of the user's own are called {', '.join(sorted(TEXTS))}", rule.file, rule.line)
    if rule.loose and all(leaf.notation.check is not any_word for leaf in arguments):
        line = next(at for name, _, at in rule.directives if name == "loose")
        yield GrammarError(f"`loose`: {rule.name} has no argument that takes any word or text", rule.file, line)
