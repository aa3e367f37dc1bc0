"""Explanations of a line that the section and the modes around it do not accept, or that may hold more than a command.

It may be output, a pasted prompt, a command with a remark, a part of a wrapped command, two commands on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from operator import attrgetter

import msgspec

from iossim.config.checks.secrets import wrong_secret
from iossim.files.cursor import spells
from iossim.files.explanations import (
    Dropped,
    Explanation,
    Joined,
    Misplaced,
    PastedCommand,
    Remarked,
    SpoiltHeader,
    TwoCommands,
    Unknown,
)
from iossim.files.lines import TextLine, TextLines
from iossim.files.masking import masked
from iossim.files.modes import may_open, modes_at, modes_with, title
from iossim.files.noise import begins_pem, command_of, is_exec_command, is_noise, without_marks
from iossim.files.pasted import answer_end, foreign_end, is_help_request, is_tab_remain, output_end, pem_end, start_end
from iossim.files.prose import goes_on, has_explanation, is_lettered, is_prose, is_spaced, is_title, may_be_prose, may_open_section
from iossim.files.titles import title_in
from iossim.files.wording import Misread, is_misspelt_command, misread_in
from iossim.language import Command, Invalid, Language, Mode, Outcome, follow, match, match_in
from iossim.language.bodies import Argument
from iossim.language.notations import Span
from iossim.language.trail import first_word

#: Lines that are tried together as one wrapped command, and commands that are looked for on one line, at most.
MOST_PIECES = 8
#: So many lines of a block in another language are looked at, at most, for commands.
_FIRST_LINES = 12
#: The name of a router that stands alone, with a remark, is no longer than this.
_LONGEST_LABEL = 60
#: What begins the remark of an author after a command: `#`, `//`, an arrow, a sign that no router prints.
_REMARK = re.compile(r"\s+(?:#|//|%|<-|--?>|[^\x00-\x7f\w(\"'])")
#: A remark after an EXEC command, which no command ends in: `enable    # Privileged mode`.
_AFTER_EXEC = re.compile(r"(?<=\w)\s+#\s")


_OUTPUT = Dropped("not-configuration", "not a line of configuration: skipped")
_PROSE = Dropped("not-configuration", "text, and no command: skipped", prose=True)


class Context(msgspec.Struct, frozen=True):
    """The place where a line is read.

    Attributes:
        language: the language of the configuration.
        chain: the section's mode and the modes around it.
        lines: the lines of the file.
        joined: the last command that was put together from several lines.
        previous: the command that was entered last in the section.
        unterminated: a banner before the line has no end, so that text may belong to it.
    """

    language: Language
    chain: tuple[Mode, ...]
    lines: TextLines
    joined: Joined | None = None
    previous: Command | None = None
    unterminated: bool = False


def explain(line: TextLine, around: Context) -> Explanation:
    """The first explanation that fits a line."""
    for attempt in _ATTEMPTS:
        explanation = attempt(line, around)
        if explanation is not None:
            return explanation
    return Unknown()


def no_command(line: TextLine) -> Dropped | None:
    """The explanation for lines that abbreviations of commands look like; None for other lines.

    They are `configure terminal`, also with a remark, what begins with one capital letter (a route in a table, a sentence), and words with
    blanks between their letters (`c i s c o`).
    """
    text = line.text
    if " # " in text and (remark := _AFTER_EXEC.search(text)) is not None:
        return _exec_command(line.before(remark.start()))
    if (text[0].isupper() and is_lettered(text)) or (text[1:2] == " " and is_spaced(text)):
        return _OUTPUT
    return _exec_command(line) if text[:4].lower() == "conf" else None


def title_like(line: TextLine, outcome: Outcome) -> Dropped | None:
    """The explanation for a title or sentence that can be read as an abbreviated command; None for other lines."""
    if not line.text[0].isupper() or line.prompt or not isinstance(outcome, Command) or spells(line.text, outcome):
        return None
    if outcome.negative and line.text.isupper():
        return None  # `NO SHUT`
    return _OUTPUT if outcome.form.loose or is_noise(line.text) else _PROSE if is_title(line.text) else None


def of_other_section(line: TextLine, around: Context) -> Dropped | Misplaced | None:
    """The explanation for a line after the prompt of a mode that the text has not entered; None for other lines.

    It is a command of that mode, or a wrong line in it. A line that the sections around it take, or that may be a wrong line of one of
    them, is read there.
    """
    if line.prompt in ("", "(config)") or any(mode.prompt == f"{line.prompt}#" for mode in around.chain):
        return None
    if isinstance(match_in(around.chain, line.text), Command):
        return None
    modes = modes_at(around.language, f"{line.prompt}#")
    owner = next((mode for mode in modes if isinstance(match(mode, line.text), Command)), None)
    if owner is not None:
        message = f"a command of {title(around.language, owner)}, which nothing before it enters: skipped"
        return Dropped("pasted-prompt", message)
    if line.depth or any(first_word(line.text) in mode.root.keywords() for mode in around.chain[:-1]) or _is_text(line, around):
        return None
    if not modes and len(around.chain) == 1:
        return Dropped(
            "pasted-prompt", f"a line of the mode with the prompt {line.prompt}#, which nothing before it enters: skipped"
        )
    faults = [fault for mode in modes if (fault := misread_in((mode,), line.text)) is not None]
    return Misplaced(max(faults, key=attrgetter("known"))) if faults else None


def _is_text(line: TextLine, around: Context) -> bool:
    """True if a line is explained without its mode: it is output, an EXEC command, or holds several commands or prompts."""
    return _not_configuration(line, around) is not None or ")#" in line.text or remark_after(line, around) is not None


def is_text_after_prompt(line: TextLine, around: Context) -> bool:
    """True if a line after a prompt, which is no command, would be passed over as text if it stood there without the prompt."""
    return isinstance(explain(msgspec.structs.replace(line, prompt=""), around), Dropped)


def prompt_before(line: TextLine, around: Context) -> PastedCommand | None:
    """The explanation for a line with the prompt of a configuration mode, which no command can begin with; None for other lines."""
    begins_like_prompt = line.text[0] not in "-*+>|`_0123456789" and line.text[0].isascii()
    return _pasted_session(line, around) if ")#" in line.text and begins_like_prompt else None


def remark_after(line: TextLine, around: Context) -> Remarked | None:
    """The explanation for a command with a remark after it; None if the part before ` !` is no command."""
    start = line.text.find(" !")
    command = match_in(around.chain, line.text[:start]) if start > 0 else None
    return Remarked(line.before(start), command, line.after(start)) if isinstance(command, Command) else None


def may_hold_remark(command: Command) -> bool:
    """True if a command ends in options that the grammar does not know one by one, so that a remark may be taken for one."""
    last = command.form.places[-1].symbol
    if not isinstance(last, Argument) or last.notation.span is Span.WORD:
        return False
    return last.field == "arguments" or command.words[-1].startswith("!")


def two_commands(line: TextLine, around: Context, chain: tuple[Mode, ...] | None = None) -> TwoCommands | None:
    """The explanation for two commands on one line; None if the line is something else.

    Args:
        line: the line.
        around: the circumstances.
        chain: the modes that do not accept the line; by default the section's mode and the modes around it.
    """
    misread = misread_in(chain or around.chain, line.text)
    if misread is None or not isinstance(misread.outcome, Invalid):
        return None
    start = misread.outcome.column
    if not line.text[start:].strip() or not start or _first_keyword(line.text[start:]) not in around.language.first_keywords:
        return None
    after = _chain_after(line.text[:start], around)
    if not after or not _is_row_of_commands(after, line.text[start:]):
        return None
    return TwoCommands(start, masked(after, line.text[start:]))


def _not_configuration(line: TextLine, around: Context) -> Dropped | None:
    """Router output, a block in base 64, a remark after `#`, or an EXEC command."""
    may_be_block = line.text[0] == "-" or " " not in line.text  # a header, or one long word
    if may_be_block and (begins_pem(line.text) or len(around.chain) == 1) and (last := pem_end(line, around.lines)):
        return Dropped("not-configuration", "a certificate or key, which answers a command: skipped", last=last)
    if line.text[0] in "-`gf" and (last := foreign_end(line, around.lines)):
        named = line.text[0] == "`"
        return _OUTPUT if named and _holds_commands(line, last, around) else msgspec.structs.replace(_PROSE, last=last)
    if last := start_end(line, around.lines):
        return msgspec.structs.replace(_OUTPUT, last=last)
    if is_noise(line.text):
        return _OUTPUT
    if line.text[0] == "#":
        return Dropped("remark", "a remark: skipped")
    if line.text.endswith(" ?") and command_of(line.text) is None:
        return Dropped("not-configuration", "a request for help: skipped")
    if not line.prompt and len(line.text) < _LONGEST_LABEL and title_in(line.text) is not None:
        return _PROSE
    return _exec_command(line)


def _holds_commands(line: TextLine, last: int, around: Context) -> bool:
    """True if the first lines of a block are commands all the same: programs guess the language of a block, and guess wrong."""
    texts = [text for raw in around.lines.raw[line.number : last - 1] if (text := without_marks(raw).strip()) and text[0] != "!"]
    known = sum(1 for text in texts[:_FIRST_LINES] if _is_spelled_command(text, around.language))
    return known > 0 and 2 * known >= len(texts[:_FIRST_LINES])


def _is_spelled_command(text: str, language: Language) -> bool:
    """True if a line is a command of some mode, with its first word in full."""
    if command_of(text) is not None:
        return True
    commands = (match(mode, text) for mode in modes_with(language, text))
    return any(isinstance(command, Command) and not command.form.loose for command in commands)


def _exec_command(line: TextLine) -> Dropped | None:
    if not is_exec_command(line.text):
        return None
    return Dropped("exec-command", "an EXEC command: skipped", to_global=line.text[:4].lower() == "conf")


def _pasted_session(line: TextLine, around: Context) -> PastedCommand | None:
    """A prompt, and perhaps a command after it."""
    prompted = command_of(line.text)
    if prompted is None or command_of(prompted[1]) is not None:
        return None
    mode, rest = prompted[0], without_marks(prompted[1]).strip()
    start = line.text.rfind(rest) if rest and rest in line.text else len(line.text)
    command = line.after_prompt(start, mode, rest)
    pasted = PastedCommand(mode, line.before(start), command)
    if is_help_request(rest):
        return msgspec.structs.replace(pasted, last=answer_end(line, around.lines), configures=False)
    if not mode or rest[:3].lower() == "do ":
        last = output_end(line, rest, around.lines, partial(_is_typed, around.language))
        return msgspec.structs.replace(pasted, last=last, configures=False)
    if not is_tab_remain(line, mode, rest, around.lines) or isinstance(match_in(around.chain, rest), Command):
        return pasted
    return msgspec.structs.replace(pasted, configures=False)


def _is_typed(language: Language, text: str) -> bool:
    """True if a line without a prompt is a command of somebody who goes on after the output of another one."""
    if is_exec_command(text):
        return True
    command = match_in(language.chain("global"), text) if "a" <= text[0] <= "z" else None
    return isinstance(command, Command) and not command.form.loose


def _remark_in_session(line: TextLine, around: Context) -> Remarked | None:
    """A command of a pasted session with a remark of the author: `max-dn 20  # as many as there are desks`, `login  <- or local`."""
    remark = _REMARK.search(line.text) if line.prompt else None
    start = remark.start() if remark is not None else 0
    command = match_in(around.chain, line.text[:start]) if start else None
    return Remarked(line.before(start), command, line.after(start)) if isinstance(command, Command) else None


def _prose(line: TextLine, around: Context) -> Dropped | None:
    """A title, a sentence, or a row of a table, if no word of it is a misspelt keyword."""
    raw = around.lines.raw[line.number - 1].strip()
    row = "\t" in raw
    if line.prompt or around.unterminated:
        return None
    if _continues_sentence(line, around):
        return _PROSE
    bold = raw[:2] == raw[-2:] == "**"
    if not (row or bold or may_be_prose(line.text)):
        return None
    misread = misread_in(around.chain, line.text)
    if misread is None or (misread.known and misread.word[:1] == "#"):  # a command, and a remark of its author
        return None
    spelled = first_word(line.text) in misread.mode.root.keywords()
    if not bold and not is_prose(line.text, misread.word, misread.known, row=row, open_mode=misread.mode.open, spelled=spelled):
        return None
    explained = misread.word[-1:] == ":" or (misread.known == 0 and has_explanation(line.text))
    if not explained and is_misspelt_command(misread, around.chain):
        return None
    below = around.lines.after(line.number)
    opens = below is not None and around.lines.deeper_follows(line) and may_open_section(line.text, below.text)
    return None if opens else _PROSE


def _continues_sentence(line: TextLine, around: Context) -> bool:
    """True if a line is the next one of a paragraph; a short one that is nearly a command may be a misspelt command."""
    before = around.lines.raw[max(0, line.number - 21) : line.number - 1]
    if not before or not goes_on(line.text, before):
        return False
    misread = misread_in(around.chain, line.text)
    if misread is None or misread.known > 1:
        return False
    return line.text[-1] in ".*" or len(line.text.split()) > 4 or not is_misspelt_command(misread, around.chain)


def wrapped_start(line: TextLine, around: Context) -> Joined | None:
    """A wrapped command that begins in a line; the line alone is no command."""
    text = piece = line.clean
    for count in range(1, MOST_PIECES):
        following = around.lines.wrapped(line.number + count - 1, piece)
        if following is None or isinstance(match_in(around.chain, following.text), Command):
            return None
        if count == 1 and all(_is_wrong_inside(mode, text.strip()) for mode in around.chain):
            return None
        candidates = around.lines.joined(text, piece, following)
        for candidate in candidates:
            command = match_in(around.chain, candidate.strip())
            if isinstance(command, Command) and wrong_secret(command) is None:
                return Joined(line, following.number, candidate, command)
        text, piece = candidates[0], following.clean
    return None


def _is_wrong_inside(mode: Mode, text: str) -> bool:
    """True if more words, or a longer last word, cannot make a command of a text: a word before its last one is wrong."""
    trail = follow(mode, text)
    if not isinstance(trail.problem, Invalid) or trail.problem.words >= len(trail.words) - 1:
        return False
    return all(notation.span is Span.WORD for notation, _ in trail.node.arguments)


def _wrapped_end(line: TextLine, around: Context) -> Joined | None:
    """A wrapped command that ends in a line; the lines before it alone are a command, too (a description)."""
    if line.number == 1 or line.depth or not around.lines.cuts:
        return None
    before = around.lines.at(line.number - 1)
    if len(before.clean) != around.lines.width or _is_command_of_some_mode(around.language, line.text):
        return None
    joined = around.joined if around.joined is not None and around.joined.last == before.number else None
    for candidate in around.lines.joined(joined.text if joined is not None else before.clean, before.clean, line):
        command = match_in(around.chain, candidate.strip())
        if isinstance(command, Command) and wrong_secret(command) is None and _continues(around, command, before.number):
            return Joined(joined.first if joined is not None else before, line.number, candidate, command)
    return None


def _is_command_of_some_mode(language: Language, text: str) -> bool:
    """True if a text is a command of some mode, and so probably not the end of another command."""
    return any(isinstance(match(mode, text), Command) for mode in modes_with(language, text))


def _continues(around: Context, command: Command, number: int) -> bool:
    """True if the previous command was read from the lines just before, and may be the beginning of this one."""
    previous = around.previous
    if previous is None or previous.name != command.name:
        return False
    return previous.line <= number and (around.joined is not None or number - MOST_PIECES < previous.line)


def _chain_after(text: str, around: Context) -> tuple[Mode, ...]:
    """The modes in which a line after a command would be read; empty if the text is no command."""
    first = match_in(around.chain, text)
    if not isinstance(first, Command):
        return ()
    mode = first.form.rule.enters
    return around.chain if not mode or first.negative else around.language.chain(mode)


def _spoilt_header(line: TextLine, around: Context) -> SpoiltHeader | None:
    """A complete header with a remark or other words after it; the lines of its section can be checked all the same.

    `ephone 2  # desk` inside of an ephone is no abbreviation of `ephone-template 2`, but `credentials number` with a wrong end is
    a command of the SIP user agent, and not `credentials` with words after it.
    """
    first, inside = first_word(line.text), misread_in(around.chain, line.text)
    spoilt = _spoilt_header_in(inside, line)
    known = inside.outcome.column if inside is not None else 0
    for mode in around.chain[1:]:
        if spoilt is None and may_open(mode, first):
            spoilt = _spoilt_header_in(misread_in((mode,), line.text), line, known)
    return spoilt


def _spoilt_header_in(misread: Misread | None, line: TextLine, known: int = 0) -> SpoiltHeader | None:
    """The header that a line begins with; None if it is shorter than what is `known` of the line in its own section."""
    if misread is None or not isinstance(misread.outcome, Invalid) or not misread.word:
        return None
    start = misread.outcome.column
    if start < max(known, 1) or (misread.word[0].isalnum() and (misread.node.children() or misread.node.arguments)):
        return None  # the first word, or a misspelt word of the header
    command = match(misread.mode, line.text[:start])
    if not isinstance(command, Command) or not command.form.rule.enters or command.negative or command.reset:
        return None
    return SpoiltHeader(start, line.before(start), command)


def _is_row_of_commands(chain: tuple[Mode, ...], text: str, most: int = MOST_PIECES) -> bool:
    """True if a text is one command or several in a row; the first word of each command must be in full spelling."""
    word = _first_keyword(text)
    if not any(word in mode.root.folded for mode in chain):
        return False
    if isinstance(match_in(chain, text), Command):
        return True
    misread = misread_in(chain, text)
    if misread is None or not isinstance(misread.outcome, Invalid) or not most:
        return False
    start = misread.outcome.column
    return isinstance(match_in(chain, text[:start]), Command) and _is_row_of_commands(chain, text[start:], most - 1)


def _first_keyword(text: str) -> str:
    """The first word of a text in lower case; the word after it, where that is `no`."""
    words = text.lower().split(None, 2)
    return words[1] if words[0] == "no" and len(words) > 1 else words[0]


#: In the order in which they are tried.
_ATTEMPTS: tuple[Callable[[TextLine, Context], Explanation | None], ...] = (
    _not_configuration,
    _pasted_session,
    remark_after,
    wrapped_start,
    _wrapped_end,
    _remark_in_session,
    two_commands,
    _prose,
    _spoilt_header,
)
