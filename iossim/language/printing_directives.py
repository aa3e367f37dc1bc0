"""The directives about printing: what of a section the running-config shows, in which order, and how a line is written."""

from __future__ import annotations

from iossim.language import directive_values as values
from iossim.language.directive_types import FIELD, FROM_TO, TEXT, VERSION, Before, Directive, DirectiveWord, Kind

_BEFORE = (
    DirectiveWord("RULE", Kind.RULE),
    VERSION,
    DirectiveWord("below|beside|without", choices=("below", "beside", "without"), optional=True),
    DirectiveWord("OTHER", Kind.NEW, optional=True),
)

PRINTING = (
    Directive(
        "always-printed",
        (DirectiveWord("since", choices=("since",), optional=True), DirectiveWord("VERSION", Kind.VERSION, optional=True)),
        values.version,
        "The default is printed although it is the default, entered or not (beside the command that it `needs`); with a version, from "
        "this one on.",
        "always-printed since 8.6", "always-printed 8.6",
    ),
    Directive(
        "printed-in-ios", FROM_TO, values.names,
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
        "fills", (FIELD, DirectiveWord("WORD", many=True)), values.fills,
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
        "prints", (TEXT,), values.quoted,
        "The line as it is printed, where there is not simply one blank between two words; `*` stands for any word.",
        'prints "group  {TAG}"', 'prints "group  {TAGG}"',
    ),
    Directive(
        "prints-from-ios", (DirectiveWord("VERSION", Kind.VERSION),), values.quoted,
        "The line is printed as `prints` says from this version of IOS on; older ones, and unknown ones, have one blank.",
        "prints-from-ios 16.9", "prints-from-ios new",
    ),
    Directive(
        "older-prints", (VERSION, TEXT), values.older_prints,
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
        "pads", (FIELD, DirectiveWord("WIDTH", choices=tuple(map(str, range(2, 41)))), VERSION), values.pads,
        "From this version of IOS on, the word of this field is printed with blanks after it, so many characters in all.",
        "pads NUMBER 15 15.2", "pads NUMBERS 15 15.2",
    ),
    Directive(
        "deeper", (DirectiveWord("COUNT", choices=("-1", "0", "1", "2", "3")), *FROM_TO), values.deeper,
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
        "comments", (DirectiveWord("WORD"), TEXT), values.comments,
        "Where the line has this word, the router prints a comment of its own before it; `\\n` begins a new line.",
        'comments three "! counted"', "comments three",
    ),
    Directive(
        "closes", (), values.always, "The last line of its section, which is printed with the indentation of the header.",
        "closes", "closes class",
    ),
    Directive(
        "merges", (FIELD,), str.lower, "Each word of this field is an entry; the entries are printed on one line.",
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
        "at", (TEXT,), values.quoted,
        "After this beginning of the line stands a `sequenced` command, which is entered at the number; `no` with the number alone removes "
        "the entry that has it.",
        'at "{TAG}"', "at {TAG}",
    ),
    Directive(
        "listed-in", (TEXT,), values.quoted,
        "The words after the last one that the header names are a line of the section of this header; `no` removes the whole section.",
        'listed-in "class {TAG}"', "listed-in class {TAG}",
    ),
    Directive(
        "written", (DirectiveWord("source|packets|prefix", choices=("source", "packets", "prefix")),), values.quoted,
        "The router writes addresses, ports and protocols in its own way (`iossim/config/written.py`): `host`, `any`, names, no host bits.",
        "written source", "written sources",
    ),
    Directive(
        "next-at", (TEXT,), values.quoted,
        "The entry is entered after these words and the next multiple of five (`ip prefix-list`); `no` removes the entry with the same "
        "words, whatever its number.",
        'next-at "group {TAG} list"', "next-at group",
    ),
    Directive(
        "lines", (TEXT,), values.quoted,
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
        "by-name", (FIELD,), str.lower,
        "The router stores a number in this field as the keyword whose help ends with it in brackets, decimal or as six bits.",
        "by-name NUMBER", "by-name NUMBERS",
    ),
    Directive(
        "spans", (FIELD, FIELD), lambda first, last: (first.lower(), last.lower()),
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
        "grouped-by", (FIELD,), str.lower,
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
        "placed-with", (DirectiveWord("RULE", Kind.RULE),), values.quoted,
        "Where `before` or `before-from-ios` moves the entries of another command, those of this one move to the same place.",
        "placed-with class", "placed-with clas",
    ),
    Directive(
        "numbered", (), values.always,
        "An entry gets the lowest free number when it is entered, and keeps it; the entries are printed in the order of their numbers.",
        "numbered", "numbered 1",
    ),
    Directive(
        "says", (TEXT,), values.quoted, "The router prints this when the command is entered; `\\n` begins a new line.",
        'says "group {TAG} is ready"', "says group is ready",
    ),
    Directive(
        "confirms", (TEXT,), values.quoted, "The question before `no` removes an entry; Enter and `y` go on, any other key keeps it.",
        'confirms "Remove it?"', "confirms Remove it?",
    ),
    Directive(
        "secret", (FIELD, DirectiveWord("hashed|hidden|marked", choices=("hashed", "hidden", "marked"), optional=True)), values.secret,
        "The word never appears in logs, diagnostics and history; it is stored hashed, or hidden (type 7) with "
        "`service password-encryption`, or always hidden, with a 7 after it (`marked`).",
        "secret NUMBER hashed", "secret NUMBER hased", repeatable=True,
    ),
)  # fmt: skip
