"""Access lists of a configuration: their entries, and the commands that name them."""

from __future__ import annotations

from iossim.config import Section
from iossim.config.sequences import has_number
from iossim.language import Command
from iossim.validate.facts.facts import Facts

#: The commands that open a named access list.
_OPENERS = ("ip_access_list",)
#: Modes with many commands, none of which names an access list, a route map or a policy.
_OTHER_MODES = frozenset(("ephone", "ephone_dn", "ephone_template", "voice_register_dn", "voice_register_pool", "ephone_hunt"))


def access_lists(facts: Facts) -> dict[str, list[Command]]:
    """The entries of the access lists, in the order in which they are looked at, by the name of the list; remarks are left out."""
    return {
        section.key[0]: [entry for entry in section.all("entry") if has_number(entry)]
        for section in facts.sections("ip_access_list")
    }


def other_words(facts: Facts) -> set[str]:
    """All words of the commands that may name an access list, a route map or a policy: no headers and no entries of lists."""
    words: set[str] = set()
    for form, placed in facts.forms.items():
        if form.mode in _OTHER_MODES or form.rule.enters or form.name == "entry":
            continue
        for _, command in placed:
            words.update(command.words)
    return words


def map_names(facts: Facts, opener: str) -> set[str]:
    """The names of the sections that a rule opens: route maps, policy maps."""
    return {_name(section) for section in facts.sections(opener)}


def _name(section: Section) -> str:
    return section.key[0] if section.key else ""
