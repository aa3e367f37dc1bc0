"""The closed list of directives (`//@ NAME WORDS`): one record for each, which reading, checks, docs and tests are made from."""

from __future__ import annotations

from iossim.language import directive_values as values
from iossim.language.directive_types import (
    FIELD,
    TEXT,
    VERSION,
    Alias,
    Bounds,
    Defines,
    Directive,
    DirectiveWord,
    Indent,
    Kind,
    Refers,
    Unique,
)
from iossim.language.printing_directives import PRINTING

_KIND, _MODE = DirectiveWord("KIND", Kind.DEFINED), DirectiveWord("MODE", Kind.MODE)
_LINE = DirectiveWord("LINE", Kind.LINE)

_ALL = (
    # Modes.
    Directive(
        "prompt", (DirectiveWord("PROMPT"),), values.quoted, "The prompt of the mode, after the router's name.",
        "prompt (config-class)#", "prompt", mode=True,
    ),
    Directive(
        "title", (DirectiveWord("TITLE"),), values.quoted, "The title of the mode in help and in the command reference.",
        "title Class of phones", "title", mode=True,
    ),
    Directive(
        "parent", (_MODE,), values.quoted, "The mode around this one; without it, global configuration.",
        "parent global", "parent globl", mode=True,
    ),
    Directive(
        "open", (DirectiveWord("words", choices=("words",), optional=True),), values.openness,
        "The grammar does not know all commands of the mode: unknown lines of a file are kept and are no errors. With `words`, the "
        "commands that it knows may have words that it lacks, too; without it, validation warns of such a word.",
        "open words", "open wide", mode=True,
    ),
    Directive(
        "indent", (DirectiveWord("COUNT", choices=("2", "3", "4")), DirectiveWord("VERSION", Kind.VERSION, optional=True)), Indent,
        "So many blanks, in place of one, stand before the lines of the section in the running-config; with a version of IOS, in it and "
        "in older ones.",
        "indent 3 12.4", "indent three", mode=True,
    ),
    # What the command is.
    Directive(
        "key", (DirectiveWord("FIELD", Kind.FIELD, many=True),), values.fields,
        "The fields that tell entries of the command apart; a second entry with the same key replaces the first.",
        "key TAG", "key TAGG",
    ),
    Directive(
        "settings", (FIELD,), str.lower,
        "Beside `key`: the field is a sub-rule with a choice of settings. The keywords that a setting begins with are the key, what "
        "follows them is its value.",
        "settings NUMBER", "settings NUMBERS",
    ),
    Directive("enters", (_MODE,), values.quoted, "The command opens a section of this mode.", "enters class", "enters clas"),
    Directive(
        "default", (_LINE,), values.joined, "The value that counts while nothing is entered; one `default` for each key.",
        "default group 3 list 6001", "default class 3", repeatable=True,
    ),
    Directive("action", (DirectiveWord("NAME", Kind.NEW),), values.quoted, "The command acts and is not stored.", "action reset", "action"),
    Directive(
        "checks", (DirectiveWord("NAME", Kind.NEW, many=True),), values.names,
        "The router refuses the command, or says something about it, as these functions of `iossim/config/checks` find.",
        "checks port", "checks",
    ),
    Directive(
        "section-prompt", (DirectiveWord("PROMPT"),), values.quoted,
        "While the command stands in its section, the section has this prompt in place of that of the mode.",
        "section-prompt (config-class-busy)#", "section-prompt",
    ),
    Directive(
        "follow-up", (DirectiveWord("NAME", Kind.NEW),), values.quoted,
        "After the command took effect, the function of this name in `iossim/router/notes.py` may print a message.",
        "follow-up same-secret", "follow-up",
    ),
    Directive(
        "ranges", (FIELD,), str.lower,
        "The field names interfaces (`Loopback0 - 3 , Vlan1`). Commands of the mode are entered in all of them, and the command itself "
        "is not stored.",
        "ranges NUMBER", "ranges NUMBERS",
    ),
    Directive(
        "stored", (), values.always,
        "`no …` is stored and printed even if the command has no default; that of a section, if it is a default.",
        "stored", "stored always",
    ),
    Directive(
        "off", (), values.always, "The command is off by default: `no …` in a file leaves nothing to print.", "off", "off always",
    ),
    Directive(
        "in-each-port", (), values.always,
        "Beside `off`: where the text of a device has `no …` in each port without the command, it is printed there before all other "
        "lines, the command itself among them, since some images of IOS print it so.",
        "in-each-port", "in-each-port always",
    ),
    Directive(
        "no", (DirectiveWord("all|list|none|whole", choices=("all", "list", "none", "whole")),), values.quoted,
        "`all`: `no` without the key removes every entry. `list`: `no` with the first key alone removes every entry that has it. "
        "`none`: the command has no `no` form. `whole`: `no` is stored with all its words, not with those before its value alone.",
        "no all", "no allways",
    ),
    Directive("only-no", (), values.always, "The command exists in its negative form only.", "only-no", "only-no end"),
    Directive(
        "clears", (), values.always, "`no` also removes the commands that this one conflicts with.", "clears", "clears all",
    ),
    Directive(
        "owns", (DirectiveWord("RULE", Kind.RULE, many=True),), values.names,
        "`no` also removes the entries of these commands whose key begins with its own, in the section and in those below it.",
        "owns class", "owns clas",
    ),
    Directive(
        "empties", (), values.always, "`default` leaves the section of the command, with the lines that it has on a new router.",
        "empties", "empties all",
    ),
    Directive(
        "keeps-default", (), values.always, "`default …` is a setting of its own, which is stored and printed.",
        "keeps-default", "keeps-default all",
    ),
    Directive(
        "only-named", (FIELD,), str.lower,
        "`no` with a value of this field removes only an entry with the same value.",
        "only-named TAG", "only-named TAGG",
    ),
    Directive(
        "block", (DirectiveWord("WORD"),), values.quoted, "The lines up to this word belong to the command.", "block quit", "block",
    ),
    Directive(
        "block-prompt", (DirectiveWord("PROMPT"),), values.quoted,
        "The lines of the block are typed at this prompt, and the command takes effect with the last of them, not with its first line.",
        "block-prompt (config-data)#", "block-prompt",
    ),
    Directive("hidden", (), values.always, "Accepted, and not shown in help.", "hidden", "hidden yes"),
    Directive(
        "apart", (), values.always,
        "The router keeps the entries outside its configuration: the running-config and the startup-config do not show them.",
        "apart", "apart yes",
    ),
    Directive(
        "loose", (), values.always,
        "The command has an argument `LINE` in the place of words that nobody has described. It takes a line only if no other command "
        "of the mode or of the modes around it takes the whole line.",
        "loose", "loose NUMBER",
    ),
    Directive(
        "alias", (DirectiveWord("SPELLING"), DirectiveWord("STORED")), Alias,
        "A second spelling of a keyword, which is stored in the other one.",
        "alias members list", "alias members", repeatable=True,
    ),
    Directive(
        "privilege", (DirectiveWord("LEVEL", Kind.LEVEL),), int, "The privilege level that the command needs; the mode's own by default.",
        "privilege 15", "privilege 16",
    ),
    # Other commands.
    Directive(
        "defines", (DirectiveWord("KIND", Kind.NEW), FIELD), values.kind_and_field(Defines),
        "The field is the name or tag of a thing of this kind.",
        "defines group TAG", "defines group TAGG", repeatable=True,
    ),
    Directive(
        "refers", (_KIND, FIELD), values.kind_and_field(Refers),
        "The field names a thing that another command defines; validation reports a name that nothing defines.",
        "refers class NUMBER", "refers clas NUMBER", repeatable=True,
    ),
    Directive(
        "demands", (_KIND, FIELD, TEXT), values.demands,
        "As `refers`; besides, the router refuses the command with this message while nothing defines the name, and takes it out "
        "when the definition is removed.",
        'demands class NUMBER "no class {NUMBER}"', "demands class NUMBER no class", repeatable=True,
    ),
    Directive(
        "unique", (DirectiveWord("KIND", Kind.NEW), FIELD), values.kind_and_field(Unique),
        "No other section should have this value; validation reports a second one, the router does not refuse it.",
        "unique number NUMBER", "unique NUMBER phone-number", repeatable=True,
    ),
    Directive(
        "bounds", (DirectiveWord("NAME", Kind.NEW), FIELD), values.kind_and_field(Bounds),
        "The number is the upper end of every argument whose notation is `<A-NAME>`.",
        "bounds max-groups TAG", "bounds max-groups TAGG", repeatable=True,
    ),
    Directive(
        "conflicts", (DirectiveWord("RULE", Kind.RULE, many=True),), values.names, "The command takes the place of these commands.",
        "conflicts class", "conflicts clas",
    ),
    Directive(
        "only-in", (DirectiveWord("WORD", many=True),), values.folded,
        "The router has the command only in sections whose header has one of these words, its numbers not counted.",
        "only-in class", "only-in",
    ),
    Directive(
        "not-in", (DirectiveWord("WORD", many=True),), values.folded,
        "The router does not have the command in sections whose header has one of these words, its numbers not counted.",
        "not-in group", "not-in",
    ),
    Directive(
        "needs", (DirectiveWord("RULE", Kind.RULE),), values.quoted,
        "A note for the command reference: the command has an effect only beside this one. Nothing is refused.",
        "needs class", "needs clas",
    ),
    Directive(
        "each-once", (FIELD,), str.lower,
        "A word of this field may not stand twice.",
        "each-once NUMBER", "each-once NUMBERS",
    ),
    *PRINTING,
    # What is known of it.
    Directive("since", (VERSION,), values.quoted, "The version that introduced the command.", "since 8.6", "since twelve"),
    Directive(
        "removed", (VERSION,), values.quoted, "The version that removed the command; it is still accepted.",
        "removed 12.6", "removed twelve",
    ),
    Directive(
        "refused", (VERSION,), values.quoted,
        "The router refuses the command from this version on, and help does not show it; in a file it is read, and validation warns.",
        "refused 12.6", "refused twelve",
    ),
    Directive(
        "support", (DirectiveWord("modelled|accepted", choices=("modelled", "accepted")),), values.quoted,
        "How much of the command is simulated: `modelled`: views, constraints or EXEC commands read it; `accepted`: it is printed back.",
        "support modelled", "support modeled",
    ),
    Directive("unconfirmed", (), values.always, "No document confirms the command as it stands.", "unconfirmed", "unconfirmed yet"),
)  # fmt: skip

#: The grammar that the samples of directives belong to, for docs/grammar.md and the tests.
SAMPLE = """\
//@ prompt (config)#
mode_global: group | class

//? group    Group of phones
//? TAG      Tag of the group
//? list     Numbers of its phones
//? members  Numbers of its phones
//? NUMBER   Number of a phone
group: "group" TAG [("list" | "members") NUMBER+]
TAG: "<1-10>"
NUMBER: "WORD"

//@ enters class; defines class NAME
//? class  Class of phones
//? NAME   Name of the class
class: "class" NAME
NAME: "WORD"

//@ prompt (config-class)#
mode_class: level

//? level  Level of the class
//? LEVEL  Number
level: "level" LEVEL
LEVEL: "<1-9>"
"""

#: The directives by name.
DIRECTIVES: dict[str, Directive] = {record.name: record for record in _ALL}
