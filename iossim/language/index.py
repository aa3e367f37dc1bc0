"""The index of the grammars: all name spaces in one file of JSON lines, so that a start need not read the grammars with Lark.

The first line has the hash of the grammar texts and the checksum of all other lines; the second line the space of every mode and
the place of every space. Each further line is one space, decoded when one of its modes is first asked for. The index is made when
the package is built or installed (`hatch_build.py`). It is valid while the hash matches the grammar texts and the checksum the
lines; otherwise Lark reads the grammars again, and the index is written anew where its folder is writable.
"""

from __future__ import annotations

import contextlib
import os
import zlib
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from iossim.atomic import write_atomically
from iossim.errors import GrammarError
from iossim.language.bodies import Argument, Body, Choice, Keyword, Optional, Reference, Repeat, Sequence, base_name
from iossim.language.mode import Mode
from iossim.language.notations import Notation, notation
from iossim.language.rules import Rule
from iossim.language.space import Space

#: The index's name in the folder of the grammars.
FILE = "index.jsonl"
#: Part of the hash: raise it with every change of what the lines hold, or of what reading makes of a grammar.
_FORMAT = "5"


class Definer(NamedTuple):
    """A command that defines something, or sets a bound.

    Attributes:
        mode: the mode it belongs to.
        name: its name without variant.
        field: the field with the name or tag, or with the number.
        keyed: the field is the only key of the command.
    """

    mode: str
    name: str
    field: str
    keyed: bool


class Opener(NamedTuple):
    """A command that enters a mode.

    Attributes:
        mode: the mode it belongs to.
        name: its name without variant.
        words: the keywords that it begins with.
    """

    mode: str
    name: str
    words: str


class GrammarIndex:
    """The name spaces of the grammars in a folder.

    Args:
        folder: the folder with the `.lark` files.

    Attributes:
        modes: the name of the space of each mode.
        definers: the commands that define each kind of thing.
        bounds: the command that sets each bound.
        openers: the commands that enter each mode.
        prompts: the prompt of each mode that has one.
        beginnings: the modes with a prompt that have a command with a first keyword, by the keyword in lower case, aliases included.

    Raises:
        GrammarError: the index is not valid, and the grammars have a mistake.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._hash = texts_hash(folder)
        data = self._read()
        if data is None:
            data = make(folder, self._hash)
            _write(folder / FILE, data)
        _, second, self._rest = data.split(b"\n", 2)
        header = msgspec.json.decode(second)
        self.modes: dict[str, str] = header["modes"]
        self.definers = {kind: [Definer(*definer) for definer in definers] for kind, definers in header["definers"].items()}
        self.bounds = {name: Definer(*definer) for name, definer in header["bounds"].items()}
        self.openers = {mode: [Opener(*opener) for opener in openers] for mode, openers in header["openers"].items()}
        self.prompts: dict[str, str] = header["prompts"]
        self.beginnings: dict[str, list[str]] = header["beginnings"]
        self._spans: dict[str, tuple[int, int]] = header["spaces"]

    def _read(self) -> bytes | None:
        """The index's bytes; None where there is none for these texts."""
        try:
            data = (self.folder / FILE).read_bytes()
        except OSError:
            return None
        first = data.find(b"\n") + 1
        return data if data[:first] == _first_line(self._hash, memoryview(data)[first:]) else None

    def space(self, name: str) -> Space:
        """A name space, decoded."""
        start, end = self._spans[name]
        value = msgspec.json.decode(self._rest[start:end])
        terminals = {terminal: notation(text) for terminal, text in value["terminals"].items()}
        return Space(name, _Rules(value["rules"], terminals), terminals, value["paths"])


def _first_line(hash_: str, lines: bytes | memoryview) -> bytes:
    """The first line of a valid index, by the hash of the grammar texts and all other lines."""
    return _dump({"hash": hash_, "checksum": f"{zlib.crc32(lines):08x}-{len(lines)}"}) + b"\n"


def texts_hash(folder: Path) -> str:
    """A hash of the names and texts of all grammar files in a folder."""
    value = zlib.crc32(f"{_FORMAT} {Definer._fields} {Opener._fields}".encode())
    size = 0
    for name in sorted(_files(folder)):
        text = (folder / name).read_bytes()
        value = zlib.crc32(text, zlib.crc32(name.encode(), value))
        size += len(text)
    return f"{value:08x}-{size}"


def _files(folder: Path, inside: str = "") -> Iterator[str]:
    """The paths of the grammar files in a folder and the folders in it, relative to the folder, with `/` between the parts."""
    for entry in os.scandir(folder / inside):
        if entry.is_dir():
            yield from _files(folder, f"{inside}{entry.name}/")
        elif entry.name.endswith(".lark"):
            yield inside + entry.name


def make(folder: Path, hash_: str | None = None) -> bytes:
    """The bytes of the index of the grammars in a folder, read by Lark.

    Raises:
        GrammarError: the first mistake in the grammars.
    """
    from iossim.language.reading import read, sources, space_of_modes

    files = sources(folder)
    if not files:
        raise GrammarError(f"there are no grammar files in {folder}")
    lines: list[bytes] = []
    spans: dict[str, tuple[int, int]] = {}
    at = 0
    facts: dict[str, dict[str, Any]] = {"definers": {}, "bounds": {}, "openers": {}, "prompts": {}, "beginnings": {}}
    for name, texts in files.items():
        space, mistakes = read(name, texts)
        if mistakes:
            raise mistakes[0]
        _collect(space, facts)
        line = _dump(_encoded_space(space))
        spans[name] = (at, at + len(line))
        at += len(line) + 1
        lines.append(line)
    facts["prompts"] = dict(sorted(facts["prompts"].items()))
    facts["beginnings"] = {keyword: sorted(modes) for keyword, modes in facts["beginnings"].items()}
    header = {"modes": space_of_modes(files), **facts, "spaces": spans}
    data = b"\n".join([_dump(header), *lines]) + b"\n"
    return _first_line(hash_ or texts_hash(folder), data) + data


def _collect(space: Space, facts: dict[str, dict[str, Any]]) -> None:
    """Adds what the commands of a space define, bound and enter, and how its modes and their lines begin."""
    for mode in map(partial(Mode, space), space.modes):
        if mode.prompt:
            facts["prompts"][mode.name] = mode.prompt
            for keyword in mode.root.keywords():
                facts["beginnings"].setdefault(keyword, []).append(mode.name)
        for rule in mode.commands:
            for kind, field in rule.defines:
                definer = Definer(mode.name, rule.base, field, rule.key == (field,))
                if definer not in facts["definers"].setdefault(kind, []):
                    facts["definers"][kind].append(definer)
            for name, field in rule.bounds:
                facts["bounds"].setdefault(name, Definer(mode.name, rule.base, field, rule.key == (field,)))
            if rule.enters:
                openers = facts["openers"].setdefault(rule.enters, [])
                if not any(opener[:2] == (mode.name, rule.base) for opener in openers):
                    openers.append(Opener(mode.name, rule.base, rule.leading_words))


def _write(path: Path, data: bytes) -> None:
    """Writes the index in one piece, where the folder is writable."""
    with contextlib.suppress(OSError):
        write_atomically(path, data, mode=0o644)


def _dump(value: Any) -> bytes:
    return msgspec.json.encode(value)


# Encoding. A body is a text (`"word` a keyword, `NAME` an argument, `name` a rule) or a list that begins with its kind.


def _encoded_space(space: Space) -> dict[str, Any]:
    return {
        "rules": {rule.name: _encoded_rule(rule) for rule in space.rules.values()},
        "terminals": {name: notation_.text for name, notation_ in space.terminals.items()},
        "paths": space.paths,
    }


def _encoded_rule(rule: Rule) -> list[Any]:
    return [rule.file, rule.line, _encoded(rule.body), rule.help, list(rule.directives)]


def _encoded(body: Body) -> Any:
    match body:
        case Keyword(text):
            return f'"{text}'
        case Argument(name) | Reference(name):
            return name
        case Sequence(parts):
            return [",", *map(_encoded, parts)]
        case Choice(parts):
            return ["|", *map(_encoded, parts)]
        case Optional(part):
            return ["?", _encoded(part)]
        case Repeat(part, least):
            return ["+" if least else "*", _encoded(part)]


class _Rules(Mapping[str, Rule]):
    """The rules of a space, each decoded when it is first asked for."""

    def __init__(self, encoded: dict[str, list[Any]], terminals: Mapping[str, Notation]) -> None:
        self._encoded = encoded
        self._terminals = terminals
        self._rules: dict[str, Rule] = {}
        self._leaves: dict[str, Body] = {}

    def __getitem__(self, name: str) -> Rule:
        rule = self._rules.get(name)
        if rule is None:
            file, line, body, help_, directives = self._encoded[name]
            rule = self._rules[name] = Rule(name, file, line, self._body(body), help_, directives)
        return rule

    def __contains__(self, name: object) -> bool:
        return name in self._encoded

    def __iter__(self) -> Iterator[str]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)

    def _body(self, value: Any) -> Body:
        if isinstance(value, str):
            leaf = self._leaves.get(value)
            if leaf is None:
                leaf = self._leaves[value] = self._leaf(value)
            return leaf
        kind, parts = value[0], [self._body(part) for part in value[1:]]
        if kind == ",":
            return Sequence(tuple(parts))
        if kind == "|":
            return Choice(tuple(parts))
        return Optional(parts[0]) if kind == "?" else Repeat(parts[0], int(kind == "+"))

    def _leaf(self, value: str) -> Body:
        if value[0] == '"':
            return Keyword(value[1:])
        if value[0].isupper():
            return Argument(value, self._terminals[value], base_name(value).lower())
        return Reference(value)
