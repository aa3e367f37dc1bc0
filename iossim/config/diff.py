"""What must be typed to turn one configuration into another."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.render import line as printed
from iossim.config.render import ordered
from iossim.config.tree import Section


def difference(old: Section, new: Section, indent: str = "") -> Iterator[str]:
    """The lines that turn `old` into `new` when typed in order; each section's under its header.

    Removals come first, in reverse order, so that nothing is removed while another command still needs it.

    Args:
        old: the configuration as it is.
        new: as it should be.
        indent: blanks before each line.
    """
    wanted = dict(ordered(new))
    present = dict(ordered(old))
    for identity in reversed(list(present)):
        if identity not in new.entries:
            command = present[identity]
            yield indent + (f"default {' '.join(command.words)}" if command.negative else f"no {' '.join(command.words)}")
    for identity, command in wanted.items():
        child = new.sections.get(identity)
        before = present.get(identity)
        if before is None or before.text != command.text:
            yield indent + printed(command)
            if child is not None:
                yield from _inside(old, child, identity, indent)
        elif child is not None:
            below = list(_inside(old, child, identity, indent))
            if below:
                yield indent + printed(command)
                yield from below


def _inside(old: Section, child: Section, identity: tuple[str, ...], indent: str) -> Iterator[str]:
    below = old.sections.get(identity) or Section(child.mode, child.header)
    yield from difference(below, child, indent + " ")
