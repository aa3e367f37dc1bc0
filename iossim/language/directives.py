"""The closed list of directives (`//@ NAME WORDS`): one record for each, which reading, checks, docs and tests are made from."""

from __future__ import annotations

from iossim.language import directive_values as values
from iossim.language.directive_types import (
    Alias,
    Before,
    Bounds,
    Defines,
    Directive,
    DirectiveWord,
    Indent,
    Kind,
    Refers,
    Unique,
)

_FIELD, _KIND, _MODE = DirectiveWord("FIELD", Kind.FIELD), DirectiveWord("KIND", Kind.DEFINED), DirectiveWord("MODE", Kind.MODE)
_LINE, _TEXT, _VERSION = (
    DirectiveWord("LINE", Kind.LINE),
    DirectiveWord('"TEXT"', Kind.TEXT),
    DirectiveWord("VERSION", Kind.VERSION),
)

_FROM_TO = (DirectiveWord("FROM", Kind.VERSION), DirectiveWord("TO", Kind.VERSION))
_BEFORE = (
    DirectiveWord("RULE", Kind.RULE),
    _VERSION,
    DirectiveWord("below|beside|without", choices=("below", "beside", "without"), optional=True),
    DirectiveWord("OTHER", Kind.NEW, optional=True),
)

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
        "settings", (_FIELD,), str.lower,
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
        "ranges", (_FIELD,), str.lower,
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
        "only-named", (_FIELD,), str.lower,
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
        "defines", (DirectiveWord("KIND", Kind.NEW), _FIELD), values.kind_and_field(Defines),
        "The field is the name or tag of a thing of this kind.",
        "defines group TAG", "defines group TAGG", repeatable=True,
    ),
    Directive(
        "refers", (_KIND, _FIELD), values.kind_and_field(Refers),
        "The field names a thing that another command defines; validation reports a name that nothing defines.",
        "refers class NUMBER", "refers clas NUMBER", repeatable=True,
    ),
    Directive(
        "demands", (_KIND, _FIELD, _TEXT), values.demands,
        "As `refers`; besides, the router refuses the command with this message while nothing defines the name, and takes it out "
        "when the definition is removed.",
        'demands class NUMBER "no class {NUMBER}"', "demands class NUMBER no class", repeatable=True,
    ),
    Directive(
        "unique", (DirectiveWord("KIND", Kind.NEW), _FIELD), values.kind_and_field(Unique),
        "No other section should have this value; validation reports a second one, the router does not refuse it.",
        "unique number NUMBER", "unique NUMBER phone-number", repeatable=True,
    ),
    Directive(
        "bounds", (DirectiveWord("NAME", Kind.NEW), _FIELD), values.kind_and_field(Bounds),
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
        "each-once", (_FIELD,), str.lower,
        "A word of this field may not stand twice.",
        "each-once NUMBER", "each-once NUMBERS",
    ),
    # Printing.
    Directive(
        "always-printed",
        (DirectiveWord("since", choices=("since",), optional=True), DirectiveWord("VERSION", Kind.VERSION, optional=True)),
        values.version,
        "The default is printed although it is the default, entered or not (beside the command that it `needs`); with a version, from "
        "this one on.",
        "always-printed since 8.6", "always-printed 8.6",
    ),
    Directive(
        "printed-in-ios", _FROM_TO, values.names,
        "A default that is always printed is left out where the configuration names another version of IOS. It is a default only beside "
        "the command that it `needs`: elsewhere the line is kept if it is entered.",
        "printed-in-ios 15.1 15.9", "printed-in-ios 15.1",
    ),
    Directive(
        "yields", (DirectiveWord("RULE", Kind.RULE, many=True),), values.names,
        "A default that is always printed is left out beside these commands, unless it was entered.",
        "yields class", "yields clas",
    ),
    Directive(
        "entered-in-ports", (DirectiveWord("NAME", Kind.NEW),), values.quoted,
        "Where global configuration has the command of this rule, a default that is always printed is left out of a port (an interface "
        "that no command makes) unless it was entered: the text of a switch has ports without it.",
        "entered-in-ports version", "entered-in-ports",
    ),
    Directive(
        "default-printed", (), values.always, "A line that was entered is printed even if it equals the default.",
        "default-printed", "default-printed always",
    ),
    Directive(
        "fills", (_FIELD, DirectiveWord("WORD", many=True)), values.fills,
        "The words that the router prints where the line has nothing for the field.",
        "fills NUMBER list 6001", "fills NUMBERS list 6001", repeatable=True,
    ),
    Directive(
        "fills-from-ios", (DirectiveWord("VERSION", Kind.VERSION),), values.version,
        "Older versions of IOS than this one print no words where the line has nothing for the field.",
        "fills-from-ios 12.4", "fills-from-ios",
    ),
    Directive(
        "inherits", (), values.always,
        "The section has the commands of the template that this command names: in it, a line that equals the default is printed, since "
        "it stands against the template.",
        "inherits", "inherits class",
    ),
    Directive(
        "prints", (_TEXT,), values.quoted,
        "The line as it is printed, where there is not simply one blank between two words; `*` stands for any word.",
        'prints "group  {TAG}"', 'prints "group  {TAGG}"',
    ),
    Directive(
        "prints-from-ios", (DirectiveWord("VERSION", Kind.VERSION),), values.quoted,
        "The line is printed as `prints` says from this version of IOS on; older ones, and unknown ones, have one blank.",
        "prints-from-ios 16.9", "prints-from-ios new",
    ),
    Directive(
        "older-prints", (_VERSION, _TEXT), values.older_prints,
        "Up to this version of IOS the line is printed so, and not as `prints` says. Where an argument stands twice in the text, the "
        "blanks before the second one stand before all words of it but the first.",
        'older-prints 15.1 "group  {TAG}"', 'older-prints 15.1 "group  {TAGG}"',
    ),
    Directive(
        "prints-until-ios", (DirectiveWord("VERSION", Kind.VERSION),), values.quoted,
        "The line is printed as `prints` says up to this version of IOS, and where no version is known; newer ones have one blank.",
        "prints-until-ios 17.14", "prints-until-ios new",
    ),
    Directive(
        "blank-if-empty", (), values.always,
        "A blank stands after the line while its section has no lines.",
        "blank-if-empty", "blank-if-empty 15.2",
    ),
    Directive(
        "short-names", (), values.always,
        "Interfaces are printed with the first two letters of their kind: `Gi0/2`.",
        "short-names", "short-names Gi",
    ),
    Directive(
        "pads", (_FIELD, DirectiveWord("WIDTH", choices=tuple(map(str, range(2, 41)))), _VERSION), values.pads,
        "From this version of IOS on, the word of this field is printed with blanks after it, so many characters in all.",
        "pads NUMBER 15 15.2", "pads NUMBERS 15 15.2",
    ),
    Directive(
        "deeper", (DirectiveWord("COUNT", choices=("-1", "0", "1", "2", "3")), *_FROM_TO), values.deeper,
        "In these versions of IOS, so many more blanks stand before the line than before others of its section, and none after it, unless "
        "`older-prints` has them.",
        "deeper 2 15.0 15.1", "deeper 9 15.0 15.1",
    ),
    Directive(
        "by-kind", (DirectiveWord("WORD", many=True),), values.names,
        "Entries with the first of these keywords stand before those with the second, and so on; entries of one kind by key.",
        "by-kind three two", "by-kind",
    ),
    Directive(
        "ahead", (DirectiveWord("WORD"),), values.quoted,
        "Entries with this keyword stand before the others, in the order in which they were entered.",
        "ahead three", "ahead",
    ),
    Directive(
        "comments", (DirectiveWord("WORD"), _TEXT), values.comments,
        "Where the line has this word, the router prints a comment of its own before it; `\\n` begins a new line.",
        'comments three "! counted"', "comments three",
    ),
    Directive(
        "closes", (), values.always, "The last line of its section, which is printed with the indentation of the header.",
        "closes", "closes class",
    ),
    Directive(
        "merges", (_FIELD,), str.lower, "Each word of this field is an entry; the entries are printed on one line.",
        "merges NUMBER", "merges NUMBERS",
    ),
    Directive(
        "wraps", (DirectiveWord("COUNT", choices=tuple("23456789")),), int,
        "Beside `merges`: so many entries at most are printed on one line, the others on further lines.",
        "wraps 4", "wraps four",
    ),
    Directive(
        "as-entered", (), values.always, "The entries of the command are printed in the order in which they were entered, not by key.",
        "as-entered", "as-entered two",
    ),
    Directive(
        "ordered", (), values.always,
        "As `as-entered`; the order has a meaning, so that `iossim diff` and `configure replace` keep it.",
        "ordered", "ordered two",
    ),
    Directive(
        "sequenced", (DirectiveWord("remark|shown", choices=("remark", "shown"), optional=True),), values.optional,
        "The entries of the section stand in the order of their sequence numbers, ten apart; a new one comes last. The numbers are "
        "printed from version 17 of IOS on; `shown`: in older ones, too, where they are not ten apart. A `remark` has the number of the "
        "entry after it.",
        "sequenced remark", "sequenced twice",
    ),
    Directive(
        "at", (_TEXT,), values.quoted,
        "After this beginning of the line stands a `sequenced` command, which is entered at the number; `no` with the number alone removes "
        "the entry that has it.",
        'at "{TAG}"', "at {TAG}",
    ),
    Directive(
        "listed-in", (_TEXT,), values.quoted,
        "The words after the last one that the header names are a line of the section of this header; `no` removes the whole section.",
        'listed-in "class {TAG}"', "listed-in class {TAG}",
    ),
    Directive(
        "written", (DirectiveWord("source|packets|prefix", choices=("source", "packets", "prefix")),), values.quoted,
        "The router writes addresses, ports and protocols in its own way (`iossim/config/written.py`): `host`, `any`, names, no host bits.",
        "written source", "written sources",
    ),
    Directive(
        "next-at", (_TEXT,), values.quoted,
        "The entry is entered after these words and the next multiple of five (`ip prefix-list`); `no` removes the entry with the same "
        "words, whatever its number.",
        'next-at "group {TAG} list"', "next-at group",
    ),
    Directive(
        "lines", (_TEXT,), values.quoted,
        "Up to version 16 of IOS, a section whose key is a number is printed as lines that begin so (commands that are `listed-in` it).",
        'lines "group {TAG}"', "lines group {TAG}",
    ),
    Directive(
        "sorted-by", (DirectiveWord("FIELD", Kind.FIELD, many=True),), values.fields,
        "The entries are printed in the order of these fields, with which their `key` begins; entries with the same values in the order "
        "in which they were entered.",
        "sorted-by TAG", "sorted-by TAGG",
    ),
    Directive(
        "sorted-as-text", (), values.always,
        "The entries are printed in the order of their keys as texts, letter by letter: 10 stands before 2.",
        "sorted-as-text", "sorted-as-text TAG",
    ),
    Directive(
        "by-name", (_FIELD,), str.lower,
        "The router stores a number in this field as the keyword whose help ends with it in brackets, decimal or as six bits.",
        "by-name NUMBER", "by-name NUMBERS",
    ),
    Directive(
        "spans", (_FIELD, _FIELD), lambda first, last: (first.lower(), last.lower()),
        "The fields are the first and the last number of a range. A range that crosses those of other entries divides them, and the "
        "command opens all sections in it.",
        "spans TAG NUMBER", "spans TAG",
    ),
    Directive(
        "spanned-by", (DirectiveWord("FIELD", Kind.FIELD, many=True),), values.fields,
        "The entries are printed in the order of the last address of a network, which stands in the first field; its wildcard bits are "
        "in the second one, or those of its class count.",
        "spanned-by TAG", "spanned-by TAGG",
    ),
    Directive(
        "grouped-by", (_FIELD,), str.lower,
        "For commands in one pair of brackets: the entries are printed in the order of this field, names before addresses; entries with "
        "the same value in the order of the brackets.",
        "grouped-by TAG", "grouped-by TAGG",
    ),
    Directive(
        "before", _BEFORE, Before,
        "In the running-config of this version of IOS (the command `version`), and of older ones, the entries stand directly before "
        "those of another command. With `beside`, only where the section or global configuration has a third command (one that only "
        "switches have); with `without`, only in the text of a device whose global configuration lacks it; with `below`, only in a section "
        "whose header has this word.",
        "before class 15.2", "before clas 15.2", repeatable=True,
    ),
    Directive(
        "before-from-ios", _BEFORE, Before, "The same, in this version of IOS and in newer ones.",
        "before-from-ios class 16", "before-from-ios clas 16", repeatable=True,
    ),
    Directive(
        "numbered", (), values.always,
        "An entry gets the lowest free number when it is entered, and keeps it; the entries are printed in the order of their numbers.",
        "numbered", "numbered 1",
    ),
    Directive(
        "says", (_TEXT,), values.quoted, "The router prints this when the command is entered; `\\n` begins a new line.",
        'says "group {TAG} is ready"', "says group is ready",
    ),
    Directive(
        "confirms", (_TEXT,), values.quoted, "The question before `no` removes an entry; Enter and `y` go on, any other key keeps it.",
        'confirms "Remove it?"', "confirms Remove it?",
    ),
    Directive(
        "secret", (_FIELD, DirectiveWord("hashed|hidden|marked", choices=("hashed", "hidden", "marked"), optional=True)), values.secret,
        "The word never appears in logs, diagnostics and history; it is stored hashed, or hidden (type 7) with "
        "`service password-encryption`, or always hidden, with a 7 after it (`marked`).",
        "secret NUMBER hashed", "secret NUMBER hased", repeatable=True,
    ),
    # What is known of it.
    Directive("since", (_VERSION,), values.quoted, "The version that introduced the command.", "since 8.6", "since twelve"),
    Directive(
        "removed", (_VERSION,), values.quoted, "The version that removed the command; it is still accepted.",
        "removed 12.6", "removed twelve",
    ),
    Directive(
        "refused", (_VERSION,), values.quoted,
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
