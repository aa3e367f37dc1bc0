"""What a line may be that is no plain command: output, a pasted session, a remark, a wrapped line, two commands in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from iossim.files.findings import Finding, masked
from iossim.files.lines import Line
from iossim.files.nearest import modes_with
from iossim.files.noise import command_of, is_noise, is_session
from iossim.files.wording import is_mistake, problem, worded
from iossim.language import Command, Invalid, Mode, match, match_in
from iossim.language.bodies import Argument
from iossim.language.notations import Span

if TYPE_CHECKING:
    from iossim.files.load import Loader

Explanation = Callable[["Loader", Line], Iterator[Finding] | None]
"""Reads a line that no mode understands, and yields what is found; None where the explanation does not hold."""

#: A line is never put together from more lines of the file than this.
_MOST_PIECES = 8


def not_configuration(loader: Loader, line: Line) -> Iterator[Finding] | None:
    """What a router printed, a remark behind `#`, or an EXEC command."""
    if is_noise(line.text):
        return iter([loader.passed(line, "not-configuration", "not a line of configuration: passed over")])
    if line.text[0] == "#":
        return iter([loader.passed(line, "remark", "a remark: passed over")])
    return iter([exec_command(loader, line)]) if is_session(line.text) else None


def exec_command(loader: Loader, line: Line) -> Finding:
    """An EXEC command that somebody typed between the others; `configure terminal` goes back to global configuration."""
    if line.text[:4].lower() == "conf":
        loader.enter(loader.configuration.root)
    return loader.passed(line, "exec-command", "an EXEC command: passed over")


def pasted_session(loader: Loader, line: Line) -> Iterator[Finding] | None:
    """A command with a prompt in front."""
    prompted = command_of(line.text)
    return None if prompted is None or command_of(prompted[1]) is not None else _behind_prompt(loader, line, *prompted)


def _behind_prompt(loader: Loader, line: Line, mode: str, rest: str) -> Iterator[Finding]:
    """EXEC commands are passed over, the others read; the prompt tells where global configuration begins anew."""
    behind = replace(line.behind(len(line.text) - len(rest)), prompt=mode, depth=0)
    prompt = line.head(len(line.text) - len(rest)) if rest else line
    yield loader.passed(prompt, "pasted-prompt", "a prompt stands in front of the command: read as a pasted session")
    if mode == "(config)":
        loader.enter(loader.configuration.root)
    if loader.unknown and mode == loader.unknown_prompt:
        behind = replace(behind, depth=loader.unknown)
    else:
        loader.unknown = 0
    if mode and rest and rest[0] != "!":
        yield from loader.read(behind)


def remark_behind(loader: Loader, line: Line) -> Iterator[Finding] | None:
    """A command with a remark behind it: `max-dn 20 ! as many as there are desks`."""
    start = line.text.find(" !")
    command = match_in(loader.chain, line.text[:start]) if start > 0 else None
    return _without_remark(loader, line, start, command) if isinstance(command, Command) else None


def takes_anything(command: Command) -> bool:
    """Whether a command ends in options that the grammar does not know one by one, so that a remark may pass for one."""
    last = command.form.places[-1].symbol
    if not isinstance(last, Argument) or last.notation.span is Span.WORD:
        return False
    return last.field == "arguments" or command.words[-1].startswith("!")


def _without_remark(loader: Loader, line: Line, start: int, command: Command) -> Iterator[Finding]:
    yield loader.passed(line.behind(start), "remark", "a remark behind the command: passed over")
    yield from loader.apply(line.head(start), command)


def goes_on(loader: Loader, line: Line) -> Iterator[Finding] | None:
    """A line that was cut where the terminal was full, and goes on in the next."""
    text = piece = line.clean
    for count in range(1, _MOST_PIECES):
        following = next(loader.lines.behind(line.number + count - 1), None)
        if following is None or following.number != line.number + count or not loader.lines.wraps(piece, following):
            return None
        if isinstance(match_in(loader.chain, following.text), Command):
            return None
        whole = loader.lines.joined(text, piece, following)
        for joined in whole:
            command = match_in(loader.chain, joined.strip())
            if isinstance(command, Command):
                loader.skip(count)
                return _as_one(loader, line, following.number, joined, command)
        text, piece = whole[0], following.clean
    return None


def began_before(loader: Loader, line: Line) -> Iterator[Finding] | None:
    """The end of the line before, which was a command without it (a description)."""
    before = loader.lines.at(line.number - 1) if line.number > 1 else None
    if before is None or line.depth or not before.text or before.text[0] == "!":
        return None
    if len(before.clean) != loader.lines.width or not loader.lines.cuts or _is_somewhere(loader, line.text):
        return None
    start = loader.joined[1] if loader.joined[0] == before.number else before.clean
    for joined in loader.lines.joined(start, before.clean, line):
        command = match_in(loader.chain, joined.strip())
        if isinstance(command, Command) and _take_back(loader, command, before.number):
            return _as_one(loader, before, line.number, joined, command)
    return None


def _is_somewhere(loader: Loader, text: str) -> bool:
    """Whether a text is a command in any mode, and so hardly the end of another one."""
    return any(isinstance(match(mode, text), Command) for mode in modes_with(loader.configuration.language, text))


def _take_back(loader: Loader, command: Command, number: int) -> bool:
    """Whether a command takes the place of the one that was read from the lines just before, which is then removed."""
    entry = loader.section.entries.get(loader.last) if loader.last is not None else None
    if entry is None or entry.name != command.name or not number - _MOST_PIECES < entry.line <= number:
        return False
    if loader.last is not None and loader.last != command.form.identity(command.words):
        loader.configuration.drop(loader.section, loader.last)
    return True


def _as_one(loader: Loader, line: Line, last: int, joined: str, command: Command) -> Iterator[Finding]:
    """Applies a command put together from a line and those behind it, up to the last one."""
    loader.joined = (last, joined)
    yield loader.passed(line, "wrapped-line", "goes on in the next line: read as one")
    yield from loader.apply(line, command)


def two_commands(loader: Loader, line: Line, around: tuple[Mode, ...] | None = None) -> Iterator[Finding] | None:
    """Two commands on one line, which the router refuses.

    Args:
        loader: who reads the line.
        line: the line.
        around: the modes in which it is read; by default, those of the section.
    """
    found = problem(around or loader.chain, line.text)
    start = found.outcome.column
    if not isinstance(found.outcome, Invalid) or not found.known:
        return None
    chain = _chain_behind(loader, line.text[:start])
    if not chain or not _is_commands(chain, line.text[start:]):
        return None
    second = masked(chain, line.text[start:])
    message = f"two commands on one line: `{second}` must stand on a line of its own"
    return iter([loader.keep(line, "error", "two-commands", message, line.column + start, line.column + len(line.text))])


def _chain_behind(loader: Loader, text: str) -> tuple[Mode, ...]:
    """The modes that a command would be read in behind another one; none where that is no command."""
    first = match_in(loader.chain, text)
    if not isinstance(first, Command):
        return ()
    mode = first.form.rule.enters
    return loader.chain if not mode or first.negative else loader.configuration.language.chain(mode)


def _is_commands(chain: tuple[Mode, ...], text: str, most: int = _MOST_PIECES) -> bool:
    """Whether a text is a command whose first word is spelled in full, or several of them one behind the other."""
    first = text.split(None, 2)
    word = first[1] if first[0].lower() == "no" and len(first) > 1 else first[0]
    if not any(word.lower() in mode.root.folded for mode in chain):
        return False
    if isinstance(match_in(chain, text), Command):
        return True
    found = problem(chain, text)
    start = found.outcome.column
    if not isinstance(found.outcome, Invalid) or not found.known or not most:
        return False
    return isinstance(match_in(chain, text[:start]), Command) and _is_commands(chain, text[start:], most - 1)


#: In the order in which they are tried.
EXPLANATIONS: tuple[Explanation, ...] = (not_configuration, pasted_session, remark_behind, goes_on, began_before, two_commands)


def unexplained(loader: Loader, line: Line) -> Finding:
    """A line that nothing explains: what is wrong with it; it is kept."""
    while (opened := loader.opened.get(loader.section)) is not None and loader.lines.stands_outside(line, opened):
        loader.enter(loader.section.parent or loader.configuration.root)
    found = problem(loader.chain, line.text)
    start = line.column + found.outcome.column
    place = (start, start + len(found.word))
    code, message = worded(loader.configuration, found, loader.chain)
    if not found.open or found.claimed(loader.configuration.language):
        finding, why = loader.keep(line, "error", code, message, *place), "was refused"
    else:
        loader.kept += 1
        severity, code = ("warning", code) if is_mistake(loader.configuration, found, loader.chain) else ("info", "verbatim")
        finding, why = loader.keep(line, severity, code, f"{message} (kept as it is)", *place), "is not known"
    open_unknown(loader, line, why)
    return finding


def open_unknown(loader: Loader, line: Line, why: str) -> None:
    """The lines that follow, where they are deeper, belong to a section that there is not.

    Args:
        loader: who reads the lines.
        line: what would have opened the section.
        why: what its lines are told: "is not known", "was refused".
    """
    loader.why = why
    if line.prompt:
        loader.unknown_prompt = loader.lines.prompt_behind(line)
        loader.unknown = int(loader.unknown_prompt not in ("", "(config)", line.prompt))
    elif loader.lines.deeper_follows(line):
        loader.unknown = line.depth + 1
