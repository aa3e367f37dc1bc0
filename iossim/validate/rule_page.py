"""The page of a validation rule, made from its docstring."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass

from iossim.validate.rules.base import ValidationRule

_SECTION = re.compile(r"(Example|Better|References):").fullmatch


@dataclass(frozen=True, slots=True)
class RuleText:
    """The parts of the docstring of a rule.

    Attributes:
        summary: the sentence that says what the rule finds.
        reason: the paragraphs after it: the harm, and what the rule leaves out.
        example: a configuration with the fault.
        better: the same configuration without it.
        references: one document a line.
    """

    summary: str
    reason: str
    example: str
    better: str
    references: tuple[str, ...]


def rule_text(rule: ValidationRule) -> RuleText:
    """The parts of the docstring of a rule."""
    parts: dict[str, list[str]] = {"": []}
    name = ""
    for line in (inspect.getdoc(type(rule)) or "").split("\n"):
        header = _SECTION(line)
        if header is not None:
            name = header[1]
        parts.setdefault(name, []) if header is not None else parts[name].append(line)
    summary, _, reason = "\n".join(parts[""]).strip().partition("\n\n")
    references = tuple(line.strip() for line in parts.get("References", ()) if line.strip())
    return RuleText(_flowed(summary), reason.strip(), _dedented(parts, "Example"), _dedented(parts, "Better"), references)


def rule_page(rule: ValidationRule) -> str:
    """The page of a rule, in Markdown: what it finds, why that is bad, an example, the same without the fault, and references."""
    text = rule_text(rule)
    paragraphs = [_flowed(paragraph) for paragraph in text.reason.split("\n\n")]
    lines = [f"# {rule.name}", "", f"Severity: {rule.severity}.", "", "## What it finds", "", text.summary]
    lines += ["", "## Why it is bad", *(line for paragraph in paragraphs for line in ("", paragraph))]
    lines += ["", "## Example", "", "```ios", text.example, "```", "", "## Better", "", "```ios", text.better, "```"]
    if text.references:
        lines += ["", "## References", "", *(f"- {reference}" for reference in text.references)]
    return "\n".join(lines) + "\n"


def _dedented(parts: dict[str, list[str]], name: str) -> str:
    return inspect.cleandoc("\n" + "\n".join(parts.get(name, ())))


def _flowed(paragraph: str) -> str:
    """The lines of a paragraph as one line."""
    return " ".join(line.strip() for line in paragraph.split("\n")).strip()
