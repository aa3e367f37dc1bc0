"""The mistakes that a newcomer makes in a grammar: each is reported with its file, its line, its cause and the nearest right name."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from iossim.errors import GrammarError
from iossim.language.check import check
from tests.small_language import EVERY_MODE, write

GLOBAL = """
//@ prompt (config)#
mode_global: _every_mode | group
//@ enters group; key TAG; defines group TAG
//? group  Group of phones
//? TAG    Its tag
group: "group" TAG
TAG: "<1-10>"
"""

#: A mode with a command that is right; each mistake is an edit of this text.
GROUP = """
//@ prompt (config-group)#
//# forward  Forward calls
mode_group: _every_mode | pilot | timeout | forward_busy | escalate

//? pilot   Number of the group
//? NUMBER  Digits
pilot: "pilot" NUMBER
NUMBER: "WORD"
//@ default timeout 8
//? timeout  Time that a phone rings
//? SECONDS  Seconds
timeout: "timeout" SECONDS
SECONDS: "<3-60>"
//? busy    When all are busy
//? NUMBER  Digits
forward_busy: "forward" "busy" NUMBER
//@ since 12.0; refers group TAG
//? escalate  Call another group
//? TAG       The group
//? after     The time until then
//? LATER     Seconds
escalate: "escalate" TAG "after" LATER
TAG: "<1-10>"
LATER: "<5-60>"
"""

#: The actions of a router for these tests.
ACTIONS = {"reset", "restart"}
#: The directives of the command that is right.
_DIRECTIVES = "//@ since 12.0; refers group TAG"


#: Its help.
_HELP = """//? escalate  Call another group
//? TAG       The group
//? after     The time until then
//? LATER     Seconds
"""


class Mistake(NamedTuple):
    """A mistake.

    Attributes:
        name: the mistake in a few words.
        old: the piece of the right text that is edited, at its last occurrence.
        new: its replacement.
        at: the beginning of the line that is reported.
        message: a piece of the message.
    """

    name: str
    old: str
    new: str
    at: str
    message: str


def _directive(name: str, directives: str, message: str) -> Mistake:
    """A mistake in a directive of the command."""
    return Mistake(name, _DIRECTIVES, f"//@ {directives}", "//@ " + directives.partition(" ")[0], message)


MISTAKES = [
    # The list of the mode.
    Mistake("rule in no list", " | escalate", "", "escalate:", "escalate is in no list of commands, and no rule refers to it"),
    Mistake("list with a rule that is missing", "| escalate", "| escalade",
        "mode_group:", "escalade, which is no rule, did you mean 'escalate'?"),
    Mistake("list with a keyword", "| escalate", '| "escalate"', "mode_group:", "mode_group is a list of commands: names of rules"),
    Mistake("list in another order", "timeout | forward_busy", "forward_busy | timeout",
        "timeout:", "timeout stands above forward_busy"),
    Mistake("list in the opposite order", "pilot | timeout | forward_busy | escalate", "escalate | forward_busy | timeout | pilot",
        "forward_busy:", "forward_busy stands above escalate"),
    Mistake("command in two lists", "| escalate", "| escalate | _more\n_more: pilot",
        "_more:", "pilot is twice in the lists of mode group"),
    Mistake("command twice in a list", "| escalate", "| escalate | pilot",
        "mode_group:", "pilot is twice in the lists of mode group"),
    # Help.
    Mistake("word without help", "//? after     The time until then\n", "", "escalate:", "'after' in escalate has no help line"),
    Mistake("argument without help", "//? LATER     Seconds\n", "", "escalate:", "'LATER' in escalate has no help line"),
    Mistake("help with one blank", "//? after     The time", "//? after The time", "//? after", "with two blanks before the text"),
    Mistake("help without a text", "//? after     The time until then", "//? after",
        "//? after", "with two blanks before the text"),
    Mistake("help for a misspelt word", "//? after ", "//? afetr ", "escalate:", "'after' in escalate has no help line"),
    Mistake("help for a word that is not there", "//? after ", "//? later  Later\n//? after ",
        "escalate:", "help for 'later', which is no word of escalate"),
    Mistake("help below the rule", "//? LATER     Seconds\n", "", "escalate:", "'LATER' in escalate has no help line"),
    Mistake("help twice", "//? after ", "//? after  Then\n//? after ", "//? after     The", "a second help line for 'after'"),
    Mistake("two help texts for one word", _HELP + 'escalate: "escalate"',
        '//? timeout  Other text\n//? TAG  Tag\n//? after  Then\n//? LATER  Seconds\nescalate: "timeout" "after"',
        "timeout:", "'timeout' after '' in mode group has several help texts: 'Time that a phone rings' (group.lark:13), 'Other text'"),
    Mistake("shared help that no command needs", "//# forward ", "//# froward ",
        "mode_group:", "no command of mode group begins with 'froward', did you mean 'forward'?"),
    Mistake("shared help above a command", "//? busy ", "//# busy  Busy\n//? busy ",
        "forward_busy:", "`//#` stands above the start rule of a mode or the list of a section"),
    # Arguments.
    Mistake("argument without a notation", 'LATER: "<5-60>"\n', "", "escalate:", "the argument LATER has no definition"),
    Mistake("misspelt argument", '"after" LATER', '"after" LATTER',
        "escalate:", "the argument LATTER has no definition, did you mean 'LATER'?"),
    Mistake("two notations for one argument", 'TAG: "<1-10>"\n', 'TAG: "<1-10>"\nSECONDS: "<1-2>"\n',
        'SECONDS: "<1-2>"', "SECONDS is defined twice; the first time in group.lark:14"),
    Mistake("unknown notation", '"<5-60>"', '"<5..60>"', "LATER:", "unknown argument notation '<5..60>'"),
    Mistake("misspelt notation", '"<5-60>"', '"WRD"', "LATER:", "unknown argument notation 'WRD', did you mean 'WORD'?"),
    Mistake("range that ends before it begins", '"<5-60>"', '"<60-5>"', "LATER:", "the range <60-5> ends before it begins"),
    Mistake("notation that no word fits", '"<5-60>"', '"WORD(0)"', "LATER:", "WORD(0) accepts no word"),
    Mistake("regular expression", '"<5-60>"', "/[0-9]+/", "LATER:", "the terminal LATER must be one notation in quotation marks"),
    Mistake("unknown bound", '"<5-60>"', '"<1-max-groups>"', "escalate:", "LATER: no command `bounds` 'max-groups'"),
    Mistake("ranges that overlap at one place", _HELP + 'escalate: "escalate" TAG "after" LATER',
        '//? escalate  Call\n//? TAG  Tag\n//? LATER  Seconds\nescalate: "escalate" (TAG | LATER)',
        "escalate:", "after 'escalate' in mode group two ranges overlap: <1-10>, <5-60>"),
    Mistake("arguments of one rank at one place", _DIRECTIVES + "\n" + _HELP + 'escalate: "escalate" TAG',
        '//? pilot  Number of the group\n//? after  Then\n//? LATER  Seconds\n//? OTHER  Other\nOTHER: "WORD"\nescalate: "pilot" OTHER',
        "escalate:", "after 'pilot' in mode group two arguments have equal rank: WORD, WORD"),
    # Directives.
    _directive("misspelt directive", "reffers group TAG", "unknown directive 'reffers', did you mean 'refers'?"),
    _directive("directive of an older grammar", "effect reset", "unknown directive 'effect'"),
    _directive("another directive of an older grammar", "among pilot", "unknown directive 'among'"),
    _directive("third directive of an older grammar", 'requires pilot "no pilot"', "unknown directive 'requires'"),
    _directive("directive with an end of an older grammar", "as-entered 0", "`as-entered 0` must be written `as-entered`"),
    _directive("message of an older grammar", 'refers group TAG "no group {TAG}"', "must be written `refers KIND FIELD`"),
    _directive("directive twice", "key TAG; key LATER", "a second `key`; a rule carries one"),
    _directive("two modes entered", "enters group; enters global", "a second `enters`"),
    _directive("mode entered that is missing", "enters grup", "there is no mode 'grup', did you mean 'group'?"),
    _directive("unknown kind", "refers gruop TAG", "no command defines a thing of kind 'gruop', did you mean 'group'?"),
    _directive("unknown field", "refers group TAGG", "the command has no field 'TAGG', did you mean 'TAG'?"),
    _directive("words in another order", "refers TAG group", "no command defines a thing of kind 'TAG'"),
    _directive("field with another hyphen", "secret after-all", "the command has no field 'after-all'"),
    _directive("word left out", "refers group", "`refers group` must be written `refers KIND FIELD`"),
    _directive("unknown rule in conflicts", "conflicts timeout pilott", "the mode has no command 'pilott', did you mean 'pilot'?"),
    _directive("unknown rule in needs", "needs pilott", "the mode has no command 'pilott', did you mean 'pilot'?"),
    _directive("unknown action", "action resett", "the router has no action 'resett', did you mean 'reset'?"),
    _directive("unknown field in merges", "merges TAGS", "the command has no field 'TAGS', did you mean 'TAG'?"),
    _directive("unknown field in the printed form", 'prints "escalate  {TAGG}"',
        "{TAGG} is no field of the command, did you mean 'TAG'?"),
    _directive("keyword and field in one word of the printed form", 'prints "escalate after{TAG}"',
        "'after{TAG}' is no keyword of escalate"),
    _directive("unknown keyword in the printed form", 'prints "escalated  {TAG}"',
        "'escalated' is no keyword of escalate, did you mean 'escalate'?"),
    _directive("unknown word for no", "no allways", "'allways' must be all or list or none"),
    Mistake("argument that nobody has described", 'LATER: "<5-60>"', 'LATER: "LINE"', "escalate:",
        "LATER of escalate takes anything: describe its words, or write `//@ loose`; texts of the user's own are called command,"),
    _directive("loose command without a free argument", "loose", "`loose`: escalate has no argument that takes any word or text"),
    _directive("field of a loose command", "loose TAG", "`loose TAG` must be written `loose`"),
    _directive("unknown support", "support modeled", "'modeled' must be modelled or accepted, did you mean 'modelled'?"),
    _directive("word after a directive without words", "stored always", "`stored always` must be written `stored`"),
    _directive("default that is no command", "default escalate 3", "`default`: 'escalate 3' is no command of mode group"),
    _directive("default of another command", "default timeout 3", "`default`: 'timeout 3' is the command timeout, not escalate"),
    _directive("default after another directive", "since 12.0; default escalate 3", "'escalate 3' is no command of mode group"),
    _directive("alias of a value", "alias 7 after", "`alias`: '7' is no keyword of escalate"),
    _directive("alias of one word", "alias after", "`alias after` must be written `alias SPELLING STORED`"),
    _directive("alias of no keyword", "alias aftr after", "`alias`: 'aftr' is no keyword of escalate, did you mean 'after'?"),
    _directive("alias that stands for no keyword", "alias after aftr", "'aftr' is no keyword of escalate, did you mean 'after'?"),
    _directive("privilege level", "privilege 16", "'16' is no privilege level; these are 0 to 15"),
    _directive("version", "since twelve", "'twelve' is no version of Unified CME"),
    _directive("message without quotation marks", "demands group TAG no such group",
        '`demands group TAG no such group` must be written `demands KIND FIELD "TEXT"`'),
    _directive("message without its end", 'since 12.0; demands group TAG "no such group', '`"` without its end'),
    _directive("message with an unknown field", 'demands group TAG "no group {GROUP}"', "{GROUP} is no field of the command"),
    _directive("spoken text with an unknown field", 'says "group {TAG}, {TAGG}"',
        "{TAGG} is no field of the command, did you mean 'TAG'?"),
    _directive("secret that is stored in no way", "secret TAG hased", "'hased' must be hashed or hidden or marked, did you mean 'hashed'?"),
    _directive("directive of a mode above a command", "prompt (config-x)#", "`prompt` belongs above the start rule of a mode"),
    Mistake("directive of a command above a mode", "//@ prompt (config-group)#", "//@ prompt (config-group)#; key TAG",
        "//@ prompt", "`key` belongs above a command"),
    Mistake("directive above a part of a command", '"after" LATER\n', 'later\n//@ key TAG\n//? LATER  Seconds\nlater: LATER\n',
        "//@ key", "`key` belongs above a command; later is a part of one"),
    Mistake("directive at the end of the file", 'LATER: "<5-60>"\n', 'LATER: "<5-60>"\n//@ since 3.0\n',
        "//@ since 3.0", "help or directives without a rule below them"),
    # Rules.
    Mistake("rule twice", "escalate: ", 'escalate: "escalate"\nescalate: ',
        'escalate: "escalate" TAG', "escalate is defined twice; the first time in group.lark:23"),
    Mistake("rule without a colon", "escalate: ", "escalate ", "escalate ", "a rule is written `name: words`"),
    Mistake("rule in capitals", "escalate: ", "Escalate: ", "Escalate:", "the name of a rule has lower-case letters only"),
    Mistake("rule without words", 'escalate: "escalate" TAG "after" LATER', "escalate:",
        "escalate:", "a rule or a bracket without words"),
    Mistake("bracket without its end", '"after" LATER', '["after" LATER', "escalate:", "the bracket [ and its end do not match"),
    Mistake("rule in two lines", '"after" LATER', '\n"after" LATER', '"after"', "cannot read"),
    Mistake("numbered repeat", '"after" LATER', '("after" LATER)~1..3', "escalate:", "`~` is not supported; write `x+` or `x*`"),
    Mistake("name of a parse tree", '"after" LATER', '"after" LATER -> late', "escalate:", "`->` is not supported"),
    Mistake("rule of nothing or a word", '"after" LATER\n', '[which] "after" LATER\n//? both  Both\nwhich: "both" |\n',
        "which:", "an alternative without words; write `[…]`"),
    Mistake("rule in a circle", '"after" LATER\n', 'many\n//? LATER  Seconds\nmany: LATER many | LATER\n',
        "many:", "many refers to itself; write a list as `x+` or `x*`"),
    Mistake("rule in a wide circle", '"after" LATER\n', 'many\n//? LATER  Seconds\nmany: one two\none: LATER\ntwo: one many | one\n',
        "many:", "many refers to itself; write a list as `x+` or `x*`"),
    Mistake("command that may be empty", 'escalate: "escalate" TAG "after" LATER', 'escalate: ["escalate" TAG "after" LATER]',
        "escalate:", "escalate may have no words; a command has at least one"),
    Mistake("command that may be empty in one form", 'escalate: "escalate" TAG "after" LATER',
        'escalate: "escalate" TAG "after" | [LATER]', "escalate:", "escalate may have no words; a command has at least one"),
    Mistake("repeat that has no end", '"after" LATER', '(["after"] [LATER])+',
        "escalate:", "a repeated part of escalate may have no words"),
    Mistake("repeat that has no end in a bracket", '"after" LATER', '[(["after"] [LATER])+]',
        "escalate:", "a repeated part of escalate may have no words"),
    Mistake("repeat that has no end in a choice", '"after" LATER', '("after" | (["after"] [LATER])+)',
        "escalate:", "a repeated part of escalate may have no words"),
    Mistake("repeat that has no end in a repeat", '"after" LATER', '("after" [LATER]+)+',
        "escalate:", "a repeated part of escalate may have no words"),
    Mistake("words after the rest of the line", '"after" LATER\nTAG: "<1-10>"\nLATER: "<5-60>"',
        'LATER "after"\nTAG: "<1-10>"\nLATER: "LINE(9)"',
        "escalate:", "after 'escalate TAG LATER' in mode group no word can follow: LINE(9) takes the rest of the line"),
    Mistake("option twice", '"after" LATER', '["after"] ["after"] LATER',
        "escalate:", "Lark refuses the grammar: Rules defined twice"),
    Mistake("template without its definition", '"after" LATER', '_opt{"after"} LATER',
        "escalate:", "Lark refuses the grammar: Template '_opt' used but not defined"),
    Mistake("list in a circle", '| escalate', '| escalate | _more\n_more: _more | pilot', "_more:", "_more refers to itself"),
    Mistake("list in brackets", "| escalate", "| (escalate | _more)\n_more: pilot",
        "mode_group:", "mode_group has the list _more in brackets; only commands may stand there"),
    Mistake("part that is missing", '"after" LATER', "later", "escalate:", "escalate names later, which is no rule"),
    Mistake("overridden rule", "escalate: ", '%override pilot: "pilot"\nescalate: ', "%override", "`%override` is not supported"),
    Mistake("imported rule", "escalate: ", "%import .common (speed)\nescalate: ", "%import", "`%import` is not supported"),
    Mistake("keyword of two words", '"after" LATER', '"after all" LATER',
        "escalate:", '"after all" must be one word in quotation marks'),
    Mistake("one line for two commands", _DIRECTIVES + "\n" + _HELP + 'escalate: "escalate" TAG "after" LATER',
        '//? timeout  Time that a phone rings\n//? SECONDS  Seconds\nescalate: "timeout" SECONDS',
        "timeout:", "'timeout SECONDS' in mode group is two commands: timeout (group.lark:13) and escalate (group.lark:"),
    # Modes.
    Mistake("mode without a prompt", "//@ prompt (config-group)#\n", "",
        "mode_group:", "mode group has no prompt: write `//@ prompt (config-…)#` above mode_group"),
    Mistake("mode that no command enters", "//# forward ", "mode_new: pilot\n//@ prompt (config-group)#\n//# forward ",
        "mode_new:", "no command enters mode new"),
    Mistake("misspelt parent", "(config-group)#", "(config-group)#; parent globl",
        "//@ prompt", "`parent`: there is no mode 'globl', did you mean 'global'?"),
    Mistake("mode that is its own parent", "(config-group)#", "(config-group)#; parent group",
        "//@ prompt", "`parent`: mode group is its own parent"),
    Mistake("mode that is there already", "mode_group:", "mode_global:", "mode_global:", "mode global is also in global"),
]  # fmt: skip


def _mistakes(folder: Path, text: str) -> list[GrammarError]:
    return list(check(write(folder, {"every_mode": EVERY_MODE, "global": GLOBAL, "group": text}), actions=ACTIONS))


def _line(text: str, beginning: str) -> int:
    """The number of the last line that begins so."""
    return max(number for number, line in enumerate(text.split("\n"), 1) if line.startswith(beginning))


def test_the_grammar_without_a_mistake(tmp_path: Path) -> None:
    assert _mistakes(tmp_path, GROUP) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=[mistake.name for mistake in MISTAKES])
def test_a_mistake_is_reported(tmp_path: Path, mistake: Mistake) -> None:
    before, edited, after = GROUP.rpartition(mistake.old)
    assert edited
    text = before + mistake.new + after
    mistakes = _mistakes(tmp_path, text)
    assert mistakes
    assert mistake.message in mistakes[0].message
    assert str(mistakes[0]).startswith(f"group.lark:{_line(text, mistake.at)}: ")
    assert all(other.file and other.line for other in mistakes)


_LATER = '"after" LATER\n'
#: Grammars without a mistake, near those with one: the piece of the right text that is edited, and its replacement.
RIGHT = [
    ("LATER", "AFTER"),
    ("(config-group)#", "(config-group)#; privilege 15"),
    ("(config-group)#", "(config-group)#; parent global"),
    ("//# forward  Forward calls\n", "//# forward  Forward calls\n//# forward busy  When all are busy\n"),
    (_DIRECTIVES, "//@ refers group tag"),
    (_DIRECTIVES, '//@ says "group {tag}"'),
    (
        _DIRECTIVES + "\n" + _HELP + 'escalate: "escalate" TAG "after" LATER\nTAG: "<1-10>"\nLATER: "<5-60>"',
        '//@ loose\n//? escalate  Call\n//? LATER  Anything\nescalate: "escalate" LATER\nLATER: "LINE"',
    ),
    (
        _DIRECTIVES + "\n" + _HELP + 'escalate: "escalate" TAG "after" LATER\nTAG: "<1-10>"\nLATER: "<5-60>"',
        '//@ loose\n//? escalate  Call\n//? LATER  Any word\nescalate: "escalate" LATER\nLATER: "WORD"',
    ),
    (
        _DIRECTIVES + "\n" + _HELP + 'escalate: "escalate" TAG "after" LATER\nTAG: "<1-10>"\nLATER: "<5-60>"',
        '//? escalate  Call\n//? LABEL__LATER  A text\nescalate: "escalate" LABEL__LATER\nLABEL__LATER: "LINE"',
    ),
    (
        _DIRECTIVES + "\n" + _HELP + 'escalate: "escalate" TAG "after" LATER\nTAG: "<1-10>"\nLATER: "<5-60>"',
        '//? escalate  Call\n//? LATER  A short text\nescalate: "escalate" LATER\nLATER: "LINE(20)"',
    ),
    (_DIRECTIVES, "//@ alias after 11"),
    (_DIRECTIVES + "\n", '//@ prints "escalate  {TAG}  after"\n'),
]


@pytest.mark.parametrize(("old", "new"), RIGHT)
def test_a_grammar_near_a_mistake(tmp_path: Path, old: str, new: str) -> None:
    assert old in GROUP
    assert _mistakes(tmp_path, GROUP.replace(old, new)) == []


def test_shared_help_may_stand_above_a_list_of_a_section(tmp_path: Path) -> None:
    text = GROUP.replace("//# forward  Forward calls\n", "").replace("forward_busy | escalate", "_forward | escalate")
    text = text.replace("//? busy ", "//# forward  Forward calls\n_forward: forward_busy\n//? busy ")
    assert _mistakes(tmp_path, text) == []


def test_the_default_may_be_another_form_of_the_command(tmp_path: Path) -> None:
    long = '//@ default timeout 8\n//? timeout  Time that a phone rings\n//? long  Long\ntimeout__long: "timeout" "long"\n'
    text = GROUP.replace("timeout | ", "timeout | timeout__long | ").replace("//? busy ", f"{long}//? busy ")
    assert _mistakes(tmp_path, text) == []


def test_the_printed_form_may_have_a_keyword_of_a_part(tmp_path: Path) -> None:
    part = 'late\n//? late   Late\n//? LATER  Seconds\nlate: "late" LATER\n'
    text = GROUP.replace(_DIRECTIVES, '//@ prints "escalate  {TAG}  late"').replace(_LATER, part)
    text = text.replace("//? after     The time until then\n//? LATER     Seconds\n", "")
    assert _mistakes(tmp_path, text) == []
    hidden = (
        text.replace("late\n//? late", "_late\n//? late")
        .replace("\nlate:", "\n_late:")
        .replace("//@ prints", "//@ key _late; prints")
    )
    assert [mistake.message for mistake in _mistakes(tmp_path, hidden)] == [
        "`key`: the command has no field '_late', did you mean 'LATER'?"
    ]


def test_a_part_has_its_own_help_for_a_word_that_its_command_shares(tmp_path: Path) -> None:
    text = GROUP.replace('"forward" "busy" NUMBER', '"forward" busy NUMBER\nbusy: "forward" | "busy"').replace(
        "//? busy    When all are busy\n", ""
    )
    text = text.replace("\nbusy:", "\n//? busy  When all are busy\nbusy:")
    assert [mistake.message for mistake in _mistakes(tmp_path, text)] == ["'forward' in busy has no help line"]


def test_a_list_may_name_commands_of_another_file_in_any_order(tmp_path: Path) -> None:
    files = {
        "every_mode": EVERY_MODE,
        "global": GLOBAL,
        "group/group": "//@ prompt (config-group)#\nmode_group: _every_mode | b | a\n",
        "group/commands": '//? a  A\na: "a"\n//? b  B\nb: "b"\n',
    }
    assert list(check(write(tmp_path, files))) == []


def test_modes_that_iossim_itself_enters_need_no_command_and_no_prompt(tmp_path: Path) -> None:
    files = {
        "every_mode": EVERY_MODE,
        "global": GLOBAL,
        "group": GROUP,
        "exec": 'mode_exec: a\n//? a  A\na: "a"\n',
        "output_modifier": 'mode_output_modifier: b\n//? b  B\nb: "b"\n',
    }
    assert list(check(write(tmp_path, files))) == []


def test_every_mode_of_a_circle_of_parents_is_reported(tmp_path: Path) -> None:
    modes = {"a": "b", "b": "c", "c": "a", "d": "a"}
    text = "".join(f"//@ prompt (config-{name})#; parent {parent}\nmode_{name}: x\n" for name, parent in modes.items())
    files = {"every_mode": EVERY_MODE, "global": GLOBAL, "group": GROUP, "more": text + '//? x  X\nx: "x"\n'}
    messages = [mistake.message for mistake in check(write(tmp_path, files)) if "no command enters" not in mistake.message]
    assert messages == [f"`parent`: mode {name} is its own parent" for name in "abc"]


def test_the_names_of_mistakes_differ() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("line", range(2, GROUP.count("\n") + 1))
def test_no_line_that_is_missing_or_doubled_stops_the_check(tmp_path: Path, line: int) -> None:
    lines = GROUP.split("\n")
    for edited in (lines[: line - 1] + lines[line:], lines[:line] + lines[line - 1 :]):
        for mistake in _mistakes(tmp_path, "\n".join(edited)):
            assert mistake.file
            assert mistake.line
            assert mistake.message


def test_a_file_that_is_not_encoded_in_utf_8(tmp_path: Path) -> None:
    write(tmp_path, {"every_mode": EVERY_MODE, "global": GLOBAL})
    (tmp_path / "group.lark").write_bytes(GROUP.replace("phone rings", "T\xe9l\xe9phone rings").encode("latin-1"))
    assert [str(mistake) for mistake in check(tmp_path)] == ["group.lark:11: a character that is not encoded in UTF-8"]


@pytest.mark.parametrize(("mark", "end"), [("\ufeff", "\n"), ("", "\r\n"), ("\ufeff", "\r\n")])
def test_a_file_from_another_editor(tmp_path: Path, mark: str, end: str) -> None:
    write(tmp_path, {"every_mode": EVERY_MODE, "global": GLOBAL})
    (tmp_path / "group.lark").write_bytes((mark + GROUP.replace("\n", end)).encode())
    assert list(check(tmp_path, actions=ACTIONS)) == []


def test_a_folder_without_grammars(tmp_path: Path) -> None:
    assert [mistake.message for mistake in check(tmp_path)] == [f"there are no grammar files in {tmp_path}"]


def test_a_mistake_in_one_file_hides_none_of_another(tmp_path: Path) -> None:
    files = {
        "every_mode": EVERY_MODE,
        "global": GLOBAL.replace("//? TAG    Its tag\n", ""),
        "group": GROUP.replace(_DIRECTIVES, "//@ sinse 12.0"),
        "more": "//@ prompt (config-more)#\nmode_more: speed\n",
    }
    mistakes = list(check(write(tmp_path, files)))
    assert {mistake.file for mistake in mistakes} == {"global.lark", "group.lark", "more.lark"}
    assert len(mistakes) == 3


@pytest.mark.parametrize(
    "name", ["misspelt argument", "command twice in a list", "list in the opposite order", "mode that is there already"]
)
def test_a_mistake_is_not_reported_again_as_its_consequences(tmp_path: Path, name: str) -> None:
    (mistake,) = [mistake for mistake in MISTAKES if mistake.name == name]
    before, _, after = GROUP.rpartition(mistake.old)
    assert len(_mistakes(tmp_path, before + mistake.new + after)) == 1


def test_names_are_not_checked_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    files = {"every_mode": EVERY_MODE, "global": GLOBAL.replace("defines", "definse"), "group": GROUP}
    (mistake,) = check(write(tmp_path, files))
    assert mistake.message == "unknown directive 'definse', did you mean 'defines'?"


def test_lark_is_asked_about_each_file_that_can_be_read(tmp_path: Path) -> None:
    text = GROUP.replace('"after" LATER', '_opt{"after"} LATER')
    files = {"every_mode": EVERY_MODE, "global": GLOBAL.replace("defines", "definse"), "group": text}
    assert [mistake.file for mistake in check(write(tmp_path, files))] == ["global.lark", "group.lark"]


def test_a_mistake_in_the_commands_of_every_mode_is_reported_once(tmp_path: Path) -> None:
    files = {"every_mode": EVERY_MODE.replace("//@ action end", "//@ acton end"), "global": GLOBAL, "group": GROUP}
    assert [str(mistake).partition(",")[0] for mistake in check(write(tmp_path, files))] == [
        "every_mode.lark:3: unknown directive 'acton'"
    ]
