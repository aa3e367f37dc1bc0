"""The codes of all diagnostics: those of the reader, those about the check itself, and the names of the rules."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import lru_cache

from iossim.files.nearest import Keywords, nearest
from iossim.release import page
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule

#: Codes of the reader, with their usual severity and one sentence each. Rules have a name and a docstring instead.
_READING = {
    "unknown-command": ("error", "No command begins so; the message names the nearest one, or the section that has it."),
    "invalid-input": ("error", "A word is not accepted where it stands; the message names the nearest one, or what is accepted."),
    "out-of-range": ("error", "A number is too small or too large; the message names the numbers that are accepted."),
    "wrong-value": ("error", "A value does not have the form that is expected."),
    "too-long": ("error", "A value has more characters than are accepted."),
    "ambiguous-command": ("error", "An abbreviation fits several keywords."),
    "incomplete-command": ("error", "A line ends too early; the message says what is missing."),
    "refused": ("error", "A router understands the line and refuses it: a bound set by another command, a word given twice."),
    "line-too-long": ("error", "A line has more than 4,096 characters: not read, and kept as it stands."),
    "control-character": ("warning", "A line holds a control character beyond ASCII, or one that changes the direction of text."),
    "two-commands": ("error", "Two commands stand on one line; the column is that of the second."),
    "unterminated-text": ("error", "The delimiter of a banner, or the `quit` of a certificate, does not come."),
    "section-left": ("warning", "An indented line is no command of its section: the router leaves the section there."),
    "no-end": ("warning", "A running-config has no `end`: it may have been cut short."),
    "mostly-unknown": ("warning", "Most lines are not known: it may be prose, or the configuration of another device."),
    "several-routers": ("warning", "A second configuration after `end`, or with another hostname: it is checked by itself."),
    "encoding": ("warning", "The file is not UTF-8: read as Latin-1."),
    "wrong-secret": ("error", "A secret does not have the form of its encryption: a router refuses the line."),
    "verbatim": ("info", "A line is not known, in a mode whose commands iossim does not claim to know all: kept unchecked."),
    "not-configuration": ("info", "Output, or a certificate in base 64: skipped."),
    "exec-command": ("info", "An EXEC command with its output: skipped."),
    "remark": ("info", "A remark after a command: skipped."),
    "pasted-prompt": ("info", "A prompt stands before the command: read as a pasted session."),
    "wrapped-line": ("info", "A line was cut where the terminal was full: read as one with the lines after it."),
    "unreadable": ("error", "A file cannot be opened, or is no text; a folder has no configuration file. The exit status is 2."),
    "unchecked": ("error", "A file could not be checked: a mistake in iossim, or a process that ended. The exit status is 2."),
}
#: Codes of files that were not checked. They are always reported: no setting and no comment makes such a file a clean one.
WITHOUT_CHECK = frozenset({"unreadable", "unchecked"})
#: Codes about comments that allow a finding.
_ALLOWING = {
    "unused-allow": ("warning", "A comment allows a finding that is not there. Remove the comment."),
    "allow-without-reason": ("warning", "A comment allows a finding and gives no reason. Write the reason after the name."),
    "unknown-allow": ("warning", "A comment allows a finding that does not exist; the message names the nearest one."),
}


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic.

    Attributes:
        name: as `--select` and comments name it.
        severity: the usual one: "error", "warning" or "info".
        text: a sentence; the docstring of a rule, which also says the harm and has examples.
        page: its page below docs/.
    """

    name: str
    severity: str
    text: str
    page: str

    @property
    def summary(self) -> str:
        """The first sentence, on one line."""
        return " ".join(self.text.partition("\n\n")[0].split())

    @property
    def description(self) -> str:
        """The text without examples, on one line."""
        return " ".join(self.text.partition("\n\nExample:")[0].split())

    @property
    def is_rule(self) -> bool:
        """True for a rule, which has a page of its own."""
        return self.page.startswith("rules/")


def codes() -> dict[str, Code]:
    """All codes by name: first those of the reader, then the rules in the order of their names."""
    return _codes(rules())


@lru_cache(maxsize=1)
def _codes(known_rules: tuple[ValidationRule, ...]) -> dict[str, Code]:
    tables = {**_READING, **_ALLOWING}
    known = {name: Code(name, severity, text, "diagnostics.md") for name, (severity, text) in tables.items()}
    for rule in known_rules:
        known[rule.name] = Code(rule.name, rule.severity, inspect.getdoc(rule) or "", f"rules/{rule.name}.md")
    return known


def unknown_code(name: str) -> str:
    """The message for a name that is no code: with the nearest name, if one is near."""
    near = nearest(name, Keywords(codes()))
    return f"`{name}` is no rule or code{f'; did you mean `{near[0]}`?' if near else '; `iossim rules` lists them'}"


def url(name: str) -> str:
    """The address of the page of a code."""
    return page(codes()[name].page)
