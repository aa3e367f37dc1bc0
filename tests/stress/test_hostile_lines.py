"""Lines made to cost much: long ones, many of one kind, marks of terminals. Time and output grow with the input only."""

from __future__ import annotations

import time

import pytest

from iossim import Router
from iossim.validate import check_text
from tests.support import LONG

SIZE = 500_000 if LONG else 50_000
#: Seconds of processor time for `SIZE` characters in the gate; the slowest form needs about one.
LONGEST_TIME = 30 * SIZE // 50_000

#: A piece of text, which is repeated up to `SIZE` characters, after a beginning.
FORMS: dict[str, tuple[str, str]] = {
    "words": ("", "a "),
    "privilege": ("privilege exec level 1 ", "a "),
    "privilege of an open mode": ("privilege configure level 1 ", "a "),
    "description": ("ephone 1\n description ", "x y "),
    "buttons": ("ephone 1\n button ", "1:1 "),
    "buttons in lines": ("ephone 1\n", " button " + "1:1 " * 1000 + "\n"),
    "banner": ("banner motd #", "x"),
    "banner in lines": ("banner motd #\n", "x" * 4000 + "\n"),
    "certificate": ("crypto pki certificate chain a\n certificate 01\n", "AB" * 2000 + "\n"),
    "blanks": ("hostname a", " "),
    "control characters": ("", "\x01"),
    "escape sequences": ("", "\x1b[0m"),
    "open escape sequence": ("\x1b[", "0;"),
    "backspaces": ("", "x\x08"),
    "pager": ("", " --More-- "),
    "pager in lines": ("", " --More-- \x08\x08hostname a\n"),
    "quotation marks": ("", 'label "'),
    "exclamation marks": ("hostname a ", "! "),
    "prompts": ("", "R(config)#"),
    "prompts in lines": ("", "R(config)#ephone 1\n"),
    "directions": ("", "\u202e"),
    "section again": ("", "ephone 1\n"),
    "unknown lines": ("", "foo bar\n"),
    "unknown long lines": ("", "x" * 4000 + "\n"),
    "unknown secrets": ("", "password " * 400 + "\n"),
    "unknown addresses": ("", "ftp://a:b@c " * 330 + "\n"),
    "lines as wide as a terminal": ("", "x" * 79 + "\n"),
    "wrapped descriptions": ("ephone 1\n description " + "x" * 60 + "\n", "y" * 79 + "\nz\n"),
    "configure terminal": ("", "conf t\n"),
    "ends": ("", "hostname a\nend\n"),
    "hostnames": ("", "hostname a\nhostname b\n"),
    "commands in a row": ("ephone 1\n ", "type 7960 button 1:1 "),
    "empty lines": ("", "\n"),
    "carriage returns": ("", "hostname a\r"),
}


def hostile(form: str) -> str:
    beginning, piece = FORMS[form]
    return beginning + piece * (SIZE // len(piece))


@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_file(form: str) -> None:
    text = hostile(form)
    started = time.process_time()
    diagnostics = check_text("a.cfg", text)
    shown = Router.from_text(text).running_config
    assert time.process_time() - started < LONGEST_TIME
    assert len(shown) < 3 * len(text) + 10_000
    assert all(len(diagnostic.message) < 10_000 for diagnostic in diagnostics)
    assert all(
        len(diagnostic.text) < 10_000 for diagnostic in diagnostics[:100]
    )  # hiding the secrets of a line takes a millisecond


@pytest.mark.parametrize("mode", ["exec", "configure"])
@pytest.mark.parametrize("form", FORMS)
def test_a_hostile_line_is_typed(form: str, mode: str) -> None:
    session = Router().session()
    line = hostile(form).replace("\n", " ")
    if mode == "configure":
        session.execute("configure terminal")
    started = time.process_time()
    for text in (line, line[:4096], "show running-config | include " + line, "do show version | begin " + line[:4000]):
        session.run(text)
        session.interrupt()
        session.help(text)
        session.complete(text)
        if mode == "configure":
            session.execute("configure terminal")
    assert time.process_time() - started < LONGEST_TIME
    assert len(session.router.running_config) < 20_000
