"""Properties of the matcher, over every mode of the language."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iossim.config import Configuration, Section, apply
from iossim.language import Command, Mode, language, match, match_in, match_typed
from iossim.language.help import begun, choices, complete
from iossim.language.tree import Taken, resolve
from tests.properties.strategies import line_of, storable
from tests.support import examples

MODES = [name for name in language().mode_names if name != "output_modifier"]
modes = st.sampled_from(MODES).map(language().mode)


@st.composite
def understood(draw: st.DrawFn) -> tuple[Mode, list[str], list[bool], Command]:
    """A complete line of some mode, and the command that it is."""
    mode = draw(modes)
    words, keywords = draw(line_of(mode))
    outcome = match(mode, " ".join(words))
    assume(isinstance(outcome, Command) and len(outcome.words) == len(words))
    assert isinstance(outcome, Command)
    return mode, words, keywords, outcome


@settings(max_examples=examples(2000))
@given(modes, st.text(max_size=80))
def test_no_text_crashes_the_matcher(mode: Mode, text: str) -> None:
    """Any text has an outcome, help and a completion."""
    for line in (text, f"no {text}", f"default {text}"):
        match_in(language().chain(mode.name), line)
        choices(mode, line)
        complete(mode, line)


@settings(max_examples=examples(2000))
@given(modes, st.data())
def test_a_line_drawn_from_the_grammar_is_understood(mode: Mode, data: st.DataObject) -> None:
    """What the places allow, Lark's tables accept: a drawn line is a command, or another command's argument took a word."""
    words, _ = data.draw(line_of(mode))
    outcome = match_typed(mode, " ".join(words))
    assert isinstance(outcome, Command), outcome


@settings(max_examples=examples(2000))
@given(understood(), st.data())
def test_an_unambiguous_abbreviation_means_the_full_command(
    found: tuple[Mode, list[str], list[bool], Command], data: st.DataObject
) -> None:
    """Keywords cut to any prefix that is unique at their place give the same command."""
    mode, words, keywords, command = found
    node = mode.root
    short: list[str] = []
    for word, is_keyword in zip(words, keywords, strict=True):
        cut = word
        if is_keyword:
            candidate = word[: data.draw(st.integers(1, len(word)))]
            taken = resolve(node, candidate)
            unique = isinstance(taken, Taken) and taken.word.lower() == word.lower()
            negates = not short and (candidate == "no" or "default".startswith(candidate))
            cut = candidate if unique and not negates else word
        taken = resolve(node, cut)
        assert isinstance(taken, Taken)
        node = taken.node
        short.append(cut)
    outcome = match(mode, " ".join(short))
    assert isinstance(outcome, Command)
    assert outcome.words == command.words
    assert outcome.form.rule is command.form.rule


@settings(max_examples=examples(2000))
@given(understood())
def test_canonical_spelling_is_stable(found: tuple[Mode, list[str], list[bool], Command]) -> None:
    """A command printed and read again is the same command."""
    mode, _, _, command = found
    again = match(mode, command.text)
    assert isinstance(again, Command)
    assert again.words == command.words


@settings(max_examples=examples(2000))
@given(understood())
def test_every_keyword_is_in_help(found: tuple[Mode, list[str], list[bool], Command]) -> None:
    """At each word of a command, help offers it, unless it is hidden."""
    mode, words, keywords, _ = found
    for at, (word, is_keyword) in enumerate(zip(words, keywords, strict=True)):
        if not is_keyword or '"' in word:
            continue
        before = " ".join([*words[:at], ""])
        taken = resolve(_node(mode, words[:at]), word)
        if isinstance(taken, Taken) and not taken.node.hidden and taken.word == word:
            offered = begun(mode, before, word)
            assert isinstance(offered, list)
            assert word in offered


def _node(mode: Mode, words: list[str]):  # type: ignore[no-untyped-def]
    node = mode.root
    for word in words:
        taken = resolve(node, word)
        assert isinstance(taken, Taken)
        node = taken.node
    return node


@settings(max_examples=examples(2000))
@given(st.sampled_from([name for name in MODES if name != "exec"]).map(language().mode), st.data())
def test_a_command_and_its_no_form_leave_nothing(mode: Mode, data: st.DataObject) -> None:
    """From a state where X is unset, X then `no X` restores it; a toggle that is on by default is undone the other way round."""
    names = storable(mode)
    assume(names)
    words, _ = data.draw(line_of(mode, names))
    command = match(mode, " ".join(words))
    assume(isinstance(command, Command))
    assert isinstance(command, Command)
    assume(command.form.rule.negative != "none" and not command.form.rule.stored)
    configuration = Configuration()
    section = configuration.root if mode.name == "global" else Section(mode, None, configuration.root)
    default = mode.defaults.get(command.form.identity(command.words))
    inverse = default is not None and default.form.toggle
    positive = Command(command.form, list(command.words))
    negative = Command(command.form, list(command.words), negative=True)
    if not apply(configuration, section, positive).accepted:
        return
    if inverse:
        apply(configuration, section, negative)
        apply(configuration, section, Command(default.form, list(default.words)))  # type: ignore[union-attr]
    else:
        apply(configuration, section, negative)
    assert command.form.identity(command.words) not in section.entries
