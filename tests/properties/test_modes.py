"""The mode of a line: every command of global configuration in every mode, and wrong words in the modes of CME."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iossim.language import Command, Form, Mode, fault_in, follow, language, match, match_in
from iossim.language.bodies import Keyword
from tests.properties.strategies import Line, lines
from tests.support import examples

GLOBAL = language().mode("global")
SUBMODES = [mode for mode in map(language().mode, language().mode_names) if mode.prompt and mode is not GLOBAL]
CME = [mode for mode in SUBMODES if not mode.open]
#: Words that fit no argument but one that takes any word.
WRONG = ["zz.zz", "00:11:22:33:44:55", "99999999999", "xxxx.xxxx.xxxx", "%"]


def _form(mode: Mode, text: str) -> Form | None:
    command = match(mode, text)
    return command.form if isinstance(command, Command) else None


def _described_in_full(mode: Mode, text: str) -> bool:
    """True if a mode has a line as a command that is not loose, without abbreviations."""
    form = _form(mode, text)
    return form is not None and not form.loose and not follow(mode, text).abbreviated


def _wrong_words(line: Line) -> list[str]:
    """The words that do not fit the last argument of a line; none if it ends with a keyword."""
    last = line.symbols[-1]
    return [] if isinstance(last, Keyword) else [word for word in WRONG if last.notation.check(word) is None]


def _same(command: Command, other: object) -> bool:
    return isinstance(other, Command) and (command.form, command.words, command.negative) == (
        other.form,
        other.words,
        other.negative,
    )


@settings(max_examples=examples(500))
@given(st.sampled_from(SUBMODES), lines(GLOBAL), st.sampled_from(["", "no "]))
def test_a_global_command_means_the_same_in_every_mode(mode: Mode, line: Line, prefix: str) -> None:
    """A command that is not loose, in full spelling, is that of global configuration, unless a mode before it has the whole line so."""
    text = prefix + line.text
    command = match_in((GLOBAL,), text)
    assume(isinstance(command, Command) and not command.form.loose)
    assert isinstance(command, Command)
    chain = language().chain(mode.name)
    assume(not any(_described_in_full(inner, text) for inner in chain[:-1]))
    assert _same(command, match_in(chain, text)), (mode.name, text)


@settings(max_examples=examples(500))
@given(st.sampled_from(CME).flatmap(lines).filter(_wrong_words), st.data())
def test_a_wrong_last_argument_is_refused_where_it_stands(line: Line, data: st.DataObject) -> None:
    """The caret stands below the wrong word, unless a command that is not loose takes the whole line elsewhere."""
    word = data.draw(st.sampled_from(_wrong_words(line)))
    chain = language().chain(line.mode.name)
    before = " ".join([*line.words[:-1], ""])
    text = before + word
    assume(all((form := _form(mode, text)) is None or form.loose for mode in chain))
    assume(_form(line.mode, text) is None)
    fault = fault_in(chain, text)
    assert fault is not None, (line.mode.name, text, match_in(chain, text))
    assert fault.mode is line.mode
    assert (fault.outcome.column, fault.outcome.words) == (len(before), len(text.split()) - 1)
