"""No diagnostic shows a secret, whatever is wrong with the line that holds it."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iossim.language import Command, Mode, language, match
from iossim.language.bodies import Argument
from iossim.validate import check_text
from tests.properties.strategies import line_of, openers

SECRET = "S3cr3tW0rd"


def holders() -> Iterator[tuple[str, str]]:
    """Modes that a section command of global configuration enters, and global, with their commands that hold a secret."""
    for mode in map(language().mode, {"global", *openers().values()}):
        for rule in mode.commands:
            if rule.secrets and not rule.block:
                yield mode.name, rule.base


HOLDERS = sorted(set(holders()))


@st.composite
def secret_lines(draw: st.DrawFn) -> tuple[Mode, list[str], int]:
    """A command with a secret, in a mode: its words, and which is the secret."""
    name, rule = draw(st.sampled_from(HOLDERS))
    mode = language().mode(name)
    words, _ = draw(line_of(mode, (rule,)))
    command = match(mode, " ".join(words))
    assert isinstance(command, Command)
    hidden = [at for at in command.form.secret if at < len(words)]
    for at in hidden:
        symbol = command.form.places[at].symbol
        if isinstance(symbol, Argument) and symbol.notation.check(SECRET) is not None:
            words[at] = SECRET
            return mode, words, at
    return mode, [], 0


@st.composite
def spoilt(draw: st.DrawFn, words: list[str], at: int) -> str:
    """The line with one thing wrong."""
    kind = draw(st.sampled_from(("behind", "misspelt", "before", "missing", "whole")))
    if kind == "behind":
        return " ".join([*words, "zzzz", "yyyy"])
    if kind == "before":
        return " ".join([*words[:at], "0zzz", *words[at:]])
    if kind == "misspelt":
        place = draw(st.integers(0, max(0, at - 1)))
        return (
            " ".join([*words[:place], words[place][:2] + words[place][3:], *words[place + 1 :]])
            if len(words[place]) > 4
            else " ".join(words)
        )
    return " ".join(words[: at + 1] if kind == "missing" else words)


def is_no_secret(mode: Mode, line: str) -> bool:
    """True if a spoilt line is a command that has the word in another place: a community `0zzz` and an access list."""
    command = match(mode, line)
    return isinstance(command, Command) and SECRET in command.words and command.words.index(SECRET) not in command.form.secret


def shown(*lines: str) -> list[str]:
    """The diagnostics that show the secret."""
    found = check_text("router.cfg", "\n".join(lines) + "\n")
    return [f"{each} {each.text}" for each in found if SECRET in f"{each} {each.text}"]


@given(st.data())
def test_a_secret_is_never_shown(data: st.DataObject) -> None:
    mode, words, at = data.draw(secret_lines())
    if not words:
        return
    line = data.draw(spoilt(words, at))
    assume(not is_no_secret(mode, line))
    opener = next((rule for rule, entered in openers().items() if entered == mode.name), None)
    header = [" ".join(data.draw(line_of(language().mode("global"), (opener,)))[0])] if opener else []
    assert shown(*header, f" {line}", "end") == []


@given(st.data())
def test_a_secret_in_the_wrong_place_is_not_shown_either(data: st.DataObject) -> None:
    _, words, _ = data.draw(secret_lines())
    header = data.draw(st.sampled_from(([], ["interface Loopback0"], ["ephone 1"])))
    tail = data.draw(st.sampled_from(([], ["zzzz"])))
    if words:
        assert shown(*header, " ".join([" ", *words, *tail]), "end") == []


@pytest.mark.parametrize(
    "line",
    [
        f"snmp-srver community {SECRET} RO",
        f"fancy-vpn key 7 {SECRET}",
        f"fancy-vpn pre-shared-key address 10.1.1.1 key {SECRET} extra",
        f"archive path ftp://bob:{SECRET}@10.1.1.1/config now",
        f"R1(config)#fancy password {SECRET}",
        f"R1#fancy password {SECRET}",
        f"telephony-service xml user bob password {SECRET} 15",
        f"usrname bob secret 0 {SECRET}",
    ],
)
def test_lines_that_no_grammar_knows(line: str) -> None:
    assert shown(line) == []
