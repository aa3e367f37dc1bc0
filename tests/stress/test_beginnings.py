"""Every beginning of every command of configuration, alone and after `no` or `default`: the router takes it or refuses it.

What a file has of them is printed, and comes back when the printed text is read again. The gate reads one in twelve in a file;
IOSSIM_LONG=1 reads all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from iossim import Router
from iossim.config import Configuration, Section, apply
from iossim.language import Command, Mode, language, match
from iossim.language.bodies import Keyword
from iossim.language.tree import Node
from tests.in_force import in_force
from tests.support import LONG

#: Words of a line, at most.
LONGEST = 7
MODES = [name for name in language().mode_names if language().mode(name).prompt]
#: One beginning in so many is read in a file.
STEP = 1 if LONG else 12
#: What lines of phones need.
BEFORE = (
    "telephony-service\n max-ephones 50\n max-dn 50\nvoice register global\n mode cme\n max-pool 50\n max-dn 50\naaa new-model\n"
)


def _beginnings(mode: Mode) -> Iterator[str]:
    seen: set[frozenset[tuple[int, int]]] = set()

    def walk(node: Node, words: list[str]) -> Iterator[str]:
        for child in [*node.children().values(), *(after for _, after in node.arguments)]:
            symbol = child.symbol
            assert symbol is not None, "every word after the first node is a keyword or an argument"
            word = symbol.text if isinstance(symbol, Keyword) else next(iter(symbol.notation.samples), "")
            places = frozenset((id(place.command), id(place.owner)) for place in child.places) | {(id(symbol), len(words))}
            if places in seen or not word or len(words) == LONGEST:
                continue
            seen.add(places)
            yield " ".join([*words, word])
            yield from walk(child, [*words, word])

    yield from walk(mode.root, [])


@cache
def beginnings(name: str) -> list[str]:
    """The beginnings of the commands of a mode, with a sample for every argument; every place of a rule stands at the end of one."""
    return list(_beginnings(language().mode(name)))


@cache
def headers() -> dict[str, list[str]]:
    """The lines that lead to a mode, one for each section around its lines."""
    found: dict[str, list[str]] = {"global": []}
    following = ["global"]
    for name in following:
        for beginning in beginnings(name):
            command = match(language().mode(name), beginning)
            opened = command.form.rule.enters if isinstance(command, Command) else ""
            if opened and opened not in found:
                found[opened] = [*found[name], beginning]
                following.append(opened)
    return found


@pytest.mark.parametrize("name", MODES)
def test_a_beginning_of_a_command_is_taken_or_refused(name: str) -> None:
    mode = language().mode(name)
    taken = 0
    for beginning in beginnings(name):
        for prefix in ("", "no ", "default "):
            command = match(mode, prefix + beginning)
            if isinstance(command, Command):
                configuration = Configuration()
                section = configuration.root if name == "global" else Section(mode, None, configuration.root)
                assert apply(configuration, section, command).section is not None, prefix + beginning
                taken += 1
    assert taken


@pytest.mark.parametrize("name", MODES)
def test_no_before_a_whole_command_means_this_command(name: str) -> None:
    mode = language().mode(name)
    for line in beginnings(name):
        command = match(mode, line)
        if isinstance(command, Command) and command.form.rule.negative != "none" and not command.form.rule.action:
            negative = match(mode, f"no {line}")
            assert isinstance(negative, Command), line
            assert (negative.negative, negative.form.rule) == (True, command.form.rule), line


@pytest.mark.parametrize("name", sorted(set(MODES) & set(headers())))
def test_a_beginning_of_a_command_comes_back(name: str) -> None:
    mode, around = language().mode(name), headers()[name]
    opened = BEFORE + "".join(" " * depth + line + "\n" for depth, line in enumerate(around)) + " " * len(around)
    for beginning in beginnings(name)[::STEP]:
        for line in (beginning, f"no {beginning}"):
            command = match(mode, line)
            if isinstance(command, Command) and not command.form.session and not command.form.multiline:
                router = Router.from_text(f"{opened}{line}\n")
                again = Router.from_text(router.running_text(apart=True))
                assert again.running_config == router.running_config, line
                assert in_force(again.config.root) == in_force(router.config.root), line


def test_there_are_lines_that_lead_to_nearly_every_mode() -> None:
    assert len(set(MODES) - set(headers())) < 5
