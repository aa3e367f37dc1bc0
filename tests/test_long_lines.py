"""The longest line, typed, sent and in a file; and `privilege`, which stores more than its own line, however long it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.config.limits import LONGEST_LINE
from iossim.validate import check_text
from tests.xmlapi.support import ask, office, outcome

INVALID = "% Invalid input detected at '^' marker."
#: 48 kB each, and as much as a line may have.
WORDS = {"unknown words": "a ", "one keyword": "show ", "a command": "show running-config "}
MODES = ["exec", "configure", "interface", "router", "ephone"]


def _privilege(mode: str, words: str, length: int) -> str:
    start = f"privilege {mode} level 1 "
    return (start + words * length)[:length].rstrip()


def _entries(router: Router) -> list[str]:
    return [entry.text for entry in router.config.root.entries.values() if entry.name == "privilege"]


@pytest.mark.parametrize("length", [48_000, LONGEST_LINE])
@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("mode", MODES)
def test_a_long_line_of_privilege_stores_little(mode: str, words: str, length: int) -> None:
    line = _privilege(mode, words, length)
    typed, read, sent = Router(), Router.from_text(f"{line}\nend\n"), Router(text="telephony-service\n xml user a password b 15\n")
    session = typed.session()
    session.execute("configure terminal")
    session.execute(line)
    sent.xml(f"<request><ISexecCLI><CLI>{line}</CLI></ISexecCLI></request>", user="a", password="b")
    most = 2 if mode in ("configure", "interface", "router") and length == LONGEST_LINE else 0
    for router in (typed, read, sent):
        assert len(_entries(router)) <= most
        assert len(router.running_config) < 60_000
    diagnostics = check_text("a.cfg", f"{line}\nend\n")
    assert [each.code for each in diagnostics if each.severity != "info"] == (
        ["line-too-long"] if length > LONGEST_LINE else [] if most else ["refused"]
    )
    assert all(len(each.message) < 1000 for each in diagnostics)


@pytest.mark.parametrize("start", ["privilege configure level 1 ", "  privilege configure level 1 ", "show ", "banner motd #"])
@pytest.mark.parametrize("more", [0, 1])
def test_a_longer_line_is_refused_under_its_first_word(start: str, more: int) -> None:
    session = Router().session()
    if not start.startswith("show"):
        session.execute("configure terminal")
    line = start + "x" * (LONGEST_LINE - len(start) + more)
    prompt, before = session.prompt, session.router.running_config
    result = session.run(line)
    if more:
        column = len(prompt) + len(line) - len(line.lstrip())
        assert (result.output, result.message) == (f"{' ' * column}^\n{INVALID}\n\n", INVALID)
        assert (session.router.running_config, session.prompt) == (before, prompt)
        assert line not in session.history()
    else:
        assert result.accepted != start.startswith("show")
        assert line in session.history()


def test_a_longer_line_gets_neither_help_nor_completion() -> None:
    session = Router().session()
    for line in ("show " * LONGEST_LINE, "sh" * LONGEST_LINE):
        assert session.help(line) == "% Unrecognized command\n"
        assert session.complete(line) == line


def test_a_text_of_several_lines_goes_on_after_a_refused_line() -> None:
    session = Router().session()
    for line in ("configure terminal", "banner motd #", "one"):
        session.execute(line)
    assert session.run("x" * (LONGEST_LINE + 1)).message == INVALID
    assert session.asking
    assert session.execute("two#") == ""
    assert "banner motd ^C\none\ntwo^C\n" in session.router.running_config


@pytest.mark.parametrize("more", [0, 1])
def test_a_longer_line_of_a_program_is_refused(more: int) -> None:
    start = "privilege configure level 1 "
    line = start + "x" * (LONGEST_LINE - len(start) + more)
    answer = ask(office(), "ISexecCLI", ("CLI", "hostname a"), ("CLI", line))
    assert outcome(answer) == (("2", f" {INVALID}") if more else ("0", ""))


@pytest.mark.parametrize("name", ["architecture", "diagnostics", "fidelity"])
def test_the_documentation_names_the_limit(name: str) -> None:
    text = (Path(__file__).parent.parent / "docs" / f"{name}.md").read_text(encoding="utf-8")
    assert f"{LONGEST_LINE:,} characters" in text
