"""Properties of the matcher, over every mode of the language; lines are drawn from the bodies of rules."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from iossim.config import Configuration, Section, apply, plan_of
from iossim.language import Command, Mode, Rule, defaults_of, language, match, match_in, match_typed
from iossim.language.bodies import Keyword
from iossim.language.help import begun, choices, complete
from tests.properties.strategies import Line, lines
from tests.support import examples

MODES = [name for name in language().mode_names if name != "output_modifier"]
modes = st.sampled_from(MODES).map(language().mode)
drawn_lines = modes.flatmap(lines)


def _lines_of(wanted: Callable[[Rule], bool], names: list[str]) -> st.SearchStrategy[Line]:
    """Lines of the commands that are wanted, of all modes that have such commands."""
    pools = {}
    for mode in map(language().mode, names):
        others = {rule.base for rule in mode.commands if not wanted(rule)}
        pools[mode.name] = tuple(sorted({rule.base for rule in mode.commands} - others))
    pools = {name: pool for name, pool in pools.items() if pool}
    return st.sampled_from(sorted(pools)).flatmap(lambda name: lines(language().mode(name), pools[name]))


def _command(line: Line) -> Command:
    """The command that a drawn line must be."""
    command = match(line.mode, line.text)
    assert isinstance(command, Command), (line.text, command)
    assert command.form.rule is line.rule
    return command


@settings(max_examples=examples(2000))
@given(modes, st.text(max_size=80))
def test_no_text_crashes_the_matcher(mode: Mode, text: str) -> None:
    """Any text has an outcome, help and a completion."""
    for line in (text, f"no {text}", f"default {text}"):
        match_in(language().chain(mode.name), line)
        choices(mode, line)
        complete(mode, line)


@settings(max_examples=examples(2000))
@given(drawn_lines)
def test_a_line_drawn_from_a_rule_is_that_command(line: Line) -> None:
    """Both ways of matching give the rule that the line was drawn from, and its words in canonical spelling."""
    careful = match_typed(line.mode, line.text)
    assert isinstance(careful, Command), (line.text, careful)
    assert careful.form.rule is line.rule
    command = _command(line)
    assert command.words == careful.words
    for symbol, word, typed in zip(line.symbols, command.words, line.words, strict=True):
        if isinstance(symbol, Keyword):
            assert word == typed or any((typed, word) == alias for rule in line.mode.rules.values() for alias in rule.aliases)
        else:
            assert word == symbol.notation.check(typed)


@settings(max_examples=examples(2000))
@given(drawn_lines, st.data())
def test_an_abbreviation_that_begins_one_keyword_only_means_the_full_command(line: Line, data: st.DataObject) -> None:
    """Keywords cut to any prefix that begins no other keyword at their place give the same command."""
    short = []
    for at, (symbol, word) in enumerate(zip(line.symbols, line.words, strict=True)):
        cut = word[: data.draw(st.integers(1, len(word)))] if isinstance(symbol, Keyword) else word
        others = {other.text.lower() for other in line.rivals[at] if isinstance(other, Keyword)} - {word.lower()}
        begins = any(other.startswith(cut.lower()) for other in others)
        negates = at == 0 and (cut.lower() == "no" or "default".startswith(cut.lower()))
        short.append(word if begins or negates or cut[0].isdigit() else cut)
    outcome = match(line.mode, " ".join(short))
    assert isinstance(outcome, Command), (short, outcome)
    assert outcome.form.rule is line.rule
    assert outcome.words == _command(line).words


@settings(max_examples=examples(2000))
@given(drawn_lines)
def test_canonical_spelling_is_stable(line: Line) -> None:
    """A command printed and read again is the same command."""
    command = _command(line)
    again = match(line.mode, command.text)
    assert isinstance(again, Command)
    assert again.words == command.words
    assert again.form.rule is line.rule


@settings(max_examples=examples(2000))
@given(_lines_of(lambda rule: not (rule.hidden or rule.only_no), MODES))
def test_every_keyword_is_in_help(line: Line) -> None:
    """At each word of a command that is not hidden, help offers it, unless it is an alias of another keyword."""
    aliases = {alias.spelling for rule in line.mode.rules.values() for alias in rule.aliases}
    for at, (symbol, word) in enumerate(zip(line.symbols, line.words, strict=True)):
        if isinstance(symbol, Keyword) and word not in aliases:
            offered = begun(line.mode, " ".join([*line.words[:at], ""]), word)
            assert isinstance(offered, list)
            assert word in offered


def _reversible(rule: Rule) -> bool:
    """True for a command that the router accepts in an empty section, and that its `no` form removes."""
    refused = rule.demands or rule.each_once or rule.base == "privilege" or rule.only_in  # the section has no header, so no kind
    return not (refused or rule.stored or rule.negative == "none" or rule.only_no or rule.action or rule.enters or rule.block)


@settings(max_examples=examples(2000))
@given(_lines_of(_reversible, [name for name in MODES if name != "exec"]))
def test_a_command_and_its_no_form_leave_nothing(line: Line) -> None:
    """From a state where X is unset, X then `no X` restores it; a toggle that is on by default is undone the other way round."""
    command = _command(line)
    configuration = Configuration()
    section = configuration.root if line.mode.name == "global" else Section(line.mode, None, configuration.root)
    default = defaults_of(line.mode).get(command.form.identity(command.words))
    applied = apply(configuration, section, Command(command.form, list(command.words)))
    # A drawn word may be one that the checks or the effect of the rule refuse.
    assume(applied.accepted or not (line.rule.checks or plan_of(command.form).effect))
    assert applied.accepted
    assert apply(configuration, section, Command(command.form, list(command.words), negative=True)).accepted
    if default is not None and default.form.toggle:
        apply(configuration, section, Command(default.form, list(default.words)))
    assert command.form.identity(command.words) not in section.entries
