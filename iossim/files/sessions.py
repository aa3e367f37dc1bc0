"""The routers of a text, told apart by the names in their prompts (`R1(config)#`, then `R2(config)#`) or in the titles of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from iossim.files.noise import prints_configuration, without_tags
from iossim.files.titles import LOWEST, TAB, Title, begins_as_title, title_in

#: A prompt of a configuration mode, with marks of a page before it: the name, whether the mode is global configuration, the command.
_PROMPT = re.compile(r"(?:(?:\d{1,3}|[a-z])[.)]\s+)?[^\w(]*([A-Za-z0-9][\w.\-/:]{0,62})[ #]?\((?:config(\))|[^()]{1,40}\))#\s*(.*)")
#: A prompt of the EXEC.
_EXEC = re.compile(r"[^\w(]*([A-Za-z0-9][\w.\-/:]{0,62})#\s*(.*)")
#: Letters of the name of a router, at most.
_LONGEST_NAME = 63
_HOSTNAME = re.compile(r"hostn?a?m?e?\s+(\S+)\s*", re.IGNORECASE)
_WORD = re.compile(r"\*\*([a-z][a-z0-9-]{1,15})(?: \([^()]{0,80}\))?\*\*:?")
_PROCESS = re.compile(r"\s*router bgp (\d{1,10})\s*")
#: Names in prompts that say nothing about which router it is.
_ANY = frozenset({"router", "switch"})
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
    prompts = {
        index: match
        for index, line in enumerate(lines)
        if ")#" in line and (match := _PROMPT.match(without_tags(line))) is not None
    }
    named = {match[1].casefold() for match in prompts.values()}
    named |= set(_named_otherwise(lines))
    if len(named) < 2:
        return _titled(lines, prompts, named)
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


def _titled(lines: list[str], prompts: dict[int, re.Match[str]], named: set[str]) -> list[Part]:
    """The routers of a page with a title for each of them; what stands below other titles is the last part.

    Below the title of a router, one that names it beside another is about a link of it (`## R1`, `### R1 and R2`). A prompt with the
    name of a router counts more than the title.

    Args:
        lines: the lines of the text.
        prompts: the prompts of configuration modes in them, by the index of the line.
        named: the names in the prompts, in small letters: one, or none.
    """
    titles = {index: title for index, line in enumerate(lines) if begins_as_title(line) and (title := title_in(line)) is not None}
    titles = titles | dict(_words(lines)) if any(title.name for title in titles.values()) else dict(_processes(lines))
    names = {title.name.casefold() for title in titles.values()} - {""}
    is_configuration = any(title.remark for title in titles.values()) and sum(map(_names_router, lines)) == 1
    if len(names) < 2 or is_configuration or not named <= names | _ANY:
        return [Part(lines)]
    rest, known = Part([]), {name: Part([]) for name in names}
    parts: list[Part] = []
    owners: list[Part] = []
    above: list[tuple[Title, Part]] = []
    for index in range(len(lines)):
        title = titles.get(index)
        if title is not None:
            while above and above[-1][0].level >= title.level:
                above.pop()
            if title.name:
                inner = above and above[-1][0].name in title.name.split(" and ")
                part = above[-1][1] if inner else known[title.name.casefold()]
                above.append((title, part))
                if not part.line:
                    part.name, part.line = title.name, index + 1
                    parts.append(part)
        prompt = prompts.get(index)
        by_prompt = known.get(prompt[1].casefold()) if prompt is not None else None
        owners.append(by_prompt or (above[-1][1] if above else rest))
    return _apart(lines, owners, [*parts, rest])


def _words(lines: list[str]) -> Iterator[tuple[int, Title]]:
    """Titles of one word in bold small letters above a block, on a page that names routers in its titles: `**core (site 1)**`."""
    for index, line in enumerate(lines):
        word = _WORD.fullmatch(line.strip()) if line.lstrip()[:2] == "**" else None
        if word is not None and any(below.lstrip()[:3] == "```" for below in lines[index + 1 : index + 3]):
            yield index, Title(LOWEST, word[1])


def _processes(lines: list[str]) -> Iterator[tuple[int, Title]]:
    """A title for each block of a page with a process of BGP: a router has one, so that blocks of other numbers belong to others."""
    fences = [index for index, line in enumerate(lines) if "```" in line and line.lstrip()[:3] == "```"]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        processes = (_PROCESS.fullmatch(line) for line in lines[first:last] if "router bgp" in line)
        process = next((match for match in processes if match is not None), None)
        if process is not None:
            yield first, Title(1, f"AS {process[1]}")


def _names_router(line: str) -> bool:
    """True if a line is `hostname NAME`."""
    return _HOSTNAME.fullmatch(line.strip()) is not None


def _named_otherwise(lines: list[str]) -> Iterator[str]:
    """The names in EXEC prompts before a command that prints a configuration, and in tabs above one, in small letters."""
    for index, line in enumerate(lines):
        if line[:6] == "{% tab":
            tab = _tab(line)
            if tab is not None and f"hostname {tab[1]}" in lines[index + 1 : index + 4]:
                yield tab[1].casefold()
        elif "#" in line and " run" in line and (prompt := _shown(line, set())) is not None:
            yield prompt[1].casefold()


def _tab(line: str) -> re.Match[str] | None:
    """A tab of a page whose title is short enough for the name of a router."""
    tab = TAB.fullmatch(line)
    return tab if tab is not None and len(tab[1]) <= _LONGEST_NAME else None


def _shown(line: str, named: set[str]) -> re.Match[str] | None:
    """A prompt of the EXEC, if its name is that of a router, or its command prints a configuration; a tab of a page with the name."""
    if line[:6] == "{% tab":
        tab = _tab(line)
        return tab if tab is not None and tab[1].casefold() in named else None
    prompt = _EXEC.match(without_tags(line)) if "#" in line else None
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
