"""The numbers that bound arguments in a document, such as the value of its `max-dn`."""

from __future__ import annotations

from iossim.lsp.outline import Outline


def bound(outline: Outline, name: str) -> int | None:
    """The number that bounds an argument; None if no line sets it.

    Args:
        outline: the document.
        name: the name of the bound in a notation: `max-dn`.
    """
    setter = outline.language.bound(name)
    if setter is None:
        return None
    value = None
    for line in outline.lines:
        command = line.command
        if command is not None and command.name == setter.name and command.mode == setter.mode and not command.negative:
            number = str(command.fields.get(setter.field, ""))
            value = int(number) if number.isdigit() else value
    return value
