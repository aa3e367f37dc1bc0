"""Runs and rewrites transcripts: Markdown files whose `ios` blocks are sessions.

A line that begins with the prompt the router shows is typed; the lines up to the next prompt are what must be printed.
`?` at the end of a line asks for help, `<TAB>` completes, `^Z` and `^C` are the keys; a password, which the router does not
echo, stands in `<…>`. `<RETURN>` ends a line whose text looks like one of these keys: `banner motd ^C<RETURN>`.

A block begins a new router unless its info string says `continued`; `ios small-office.cfg` starts on that sample configuration,
`user` in user EXEC, `console` on the console, where log messages show; `above`: on the configuration in the `cfg` block above (as
`iossim shell --record` writes it); `again`: the console is opened again after its session ended.
`(5 seconds later)` lets time pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from tests.router.support import Time

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(r"^```ios([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONFIGURATION = re.compile(r"^```cfg\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LATER = re.compile(r"\(([0-9]+) seconds later\)")


@dataclass(slots=True)
class Block:
    """One session of a transcript: where it stands, its options, and its text."""

    start: int
    end: int
    options: list[str]
    text: str


def blocks(text: str) -> Iterator[Block]:
    """The sessions of a transcript."""
    for match in _BLOCK.finditer(text):
        yield Block(match.start(2), match.end(2), match[1].split(), match[2])


def play(text: str) -> str:
    """The transcript as the router makes it now."""
    parts, at = [], 0
    session: Session | None = None
    time = Time()
    for block in blocks(text):
        if session is not None and "again" in block.options:
            session = Session(session.router, 1, None, "console")
        elif session is None or "continued" not in block.options:
            time = Time()
            above = _CONFIGURATION.findall(text[: block.start]) if "above" in block.options else []
            session = _session(block.options, time, above[-1] if above else None)
        parts += [text[at : block.start], _replay(session, time, block.text)]
        at = block.end
    return "".join([*parts, text[at:]])


def _session(options: list[str], time: Time, text: str | None = None) -> Session:
    clock = Clock(time)
    files = [option for option in options if option.endswith(".cfg")]
    if text is not None:
        return Router.from_text(text, clock=clock).session(privilege=1, line="console")
    router = Router.from_file(ROOT / "sample-configs" / files[0], clock=clock) if files else Router(clock=clock)
    line = "console" if "console" in options else "library"
    return router.session(privilege=1 if "user" in options else 15, line=line)


def _replay(session: Session, time: Time, text: str) -> str:
    shown = []
    lines = text.split("\n")[:-1]
    at = 0
    while at < len(lines):
        prompt = session.prompt
        later = _LATER.fullmatch(lines[at])
        if later is not None:
            time.passes(int(later[1]))
            session.router.advance()
            shown.append(f"{lines[at]}\n{session.messages()}")
        if later is not None or (prompt and not lines[at].startswith(prompt)):
            at += 1
            continue
        typed = lines[at][len(prompt) :]
        at += 1
        shown.append(_type(session, prompt, typed))
        if not session.prompt:  # of a text of several lines: what the router printed was not typed
            at += len(list(takewhile(lambda pair: pair[0] == pair[1], zip(lines[at:], shown[-1].split("\n")[1:-1], strict=False))))
        if typed.endswith("<TAB>") and at < len(lines) and lines[at].startswith(prompt):
            at += 1  # the completed line, which Tab shows and nobody typed
        if session.closed:
            break
    return "".join(shown)


def _type(session: Session, prompt: str, typed: str) -> str:
    if typed.endswith("<RETURN>"):
        return f"{prompt}{typed}\n{session.execute(typed.removesuffix('<RETURN>'))}"
    if typed.endswith("?") and not session.asking:
        return f"{prompt}{typed}\n{session.help(typed[:-1])}"
    if typed.endswith("<TAB>"):
        return f"{prompt}{typed}\n{prompt}{session.complete(typed[:-5])}\n"
    if typed.endswith("^Z"):
        return f"{prompt}{typed}\n{session.end(typed[:-2])}"
    if typed.endswith("^C"):
        return f"{prompt}{typed}\n{session.interrupt()}{session.messages()}"
    if not session.echo:
        return f"{prompt}{typed}\n{session.execute(typed.removeprefix('<').removesuffix('>'))}"
    return f"{prompt}{typed}\n{session.execute(typed)}"
