"""The routers of a pasted session, told apart by the names in their prompts: `R1(config)#`, then `R2(config)#`, then `R1#` again."""

from __future__ import annotations

import re

import msgspec

from iossim.files.noise import prints_configuration

#: A prompt of a configuration mode, with marks of a page before it: the name, whether the mode is global configuration, the command.
_PROMPT = re.compile(r"(?:\d{1,3}[.)]\s+)?[^\w(]*([A-Za-z0-9][\w.\-/:]{0,62}) ?\((?:config(\))|[^()]{1,40}\))#\s*(.*)")
#: A prompt of the EXEC.
_EXEC = re.compile(r"[^\w(]*([A-Za-z0-9][\w.\-/:]{0,62})#\s*(.*)")
_HOSTNAME = re.compile(r"hostn?a?m?e?\s+(\S+)\s*", re.IGNORECASE)
#: A text with more routers is read as before: the parts would be too large together.
_MOST_ROUTERS = 64


class Part(msgspec.Struct):
    """The lines of one router of a text.

    Attributes:
        lines: the lines, with empty lines in the place of those of other routers.
        name: its name, by its first prompt or its first `hostname`; "" in a text without prompts of two routers.
        line: number of the line that gives the name.
        renamed: the line is its `hostname`.
    """

    lines: list[str]
    name: str = ""
    line: int = 0
    renamed: bool = False


def routers_in(lines: list[str]) -> list[Part]:
    """The routers of a text.

    The lines up to the next prompt belong to the router of the prompt, those before the first one to the first router. A router that
    gets another name by `hostname` stays the same; with the old name another one begins at a prompt of the EXEC, or with `hostname`. A
    router whose name changes from one line to the next within a mode, or after `hostname`, stays the same: the author was inattentive.

    Args:
        lines: the lines of the text.
    """
    prompts = {index: match for index, line in enumerate(lines) if ")#" in line and (match := _PROMPT.match(line)) is not None}
    named = {match[1].casefold() for match in prompts.values()}
    if len(named) < 2:
        return [Part(lines)]
    parts: list[Part] = []
    owners: list[Part] = []
    known: dict[str, Part] = {}
    old: set[str] = set()
    part, renamed_in = Part([]), -1
    for index, line in enumerate(lines):
        prompt = prompts.get(index) or _shown(line, named)
        if prompt is not None:
            name = prompt[1].casefold()
            follows = index - 1 in prompts and index in prompts
            renamed = _HOSTNAME.fullmatch(prompt[3]) if index in prompts else None
            if (renamed is not None or index not in prompts) and name in old and known[name].name.casefold() != name:
                del known[name]
            if (name not in known and follows and not prompt[2]) or (follows and renamed_in == index - 1):
                known[name] = part
            elif name not in known:
                known[name] = Part([], prompt[1])
                parts.append(known[name])
            part = known[name]
            if index in prompts and (not part.line or (renamed is not None and not part.renamed)):
                part.line, part.renamed = index + 1, renamed is not None
                part.name = renamed[1] if renamed is not None else part.name
            if renamed is not None and renamed[1].casefold() != name:
                old.add(name)
                known[renamed[1].casefold()], renamed_in = part, index
        owners.append(part)
    return _apart(lines, owners, parts)


def _shown(line: str, named: set[str]) -> re.Match[str] | None:
    """A prompt of the EXEC, if its name is that of a router, or its command prints a configuration."""
    prompt = _EXEC.match(line) if "#" in line else None
    return prompt if prompt is not None and (prompt[1].casefold() in named or prints_configuration(prompt[2])) else None


def _apart(lines: list[str], owners: list[Part], parts: list[Part]) -> list[Part]:
    if not 1 < len(parts) <= _MOST_ROUTERS:
        return [Part(lines)]
    for part in parts:
        part.lines = [""] * len(lines)
    known = {id(part) for part in parts}
    for index, owner in enumerate(owners):
        (owner if id(owner) in known else parts[0]).lines[index] = lines[index]
    return parts
