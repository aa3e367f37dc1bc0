"""The true and false cases of the validation rules, in tests/validate/rules/: a configuration, then the diagnostics that it must give.

A block ```ios is a configuration (`version=4.0` or `platform=2811` after `ios` is the target); a block ```text after it has a line
`LINE:COLUMN CODE` for each diagnostic of the rule, with the severity at the end where it is not the one of the rule. Without that
block the configuration gives no diagnostic of the rule.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from iossim.config import Configuration
from iossim.config.platforms import platform
from iossim.files.load import read_lines
from iossim.validate import check_text
from iossim.validate.applying import RuleSet
from iossim.validate.facts import facts_of
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule
from iossim.validate.target import Target
from iossim.versions import Version

SAMPLES = Path(__file__).resolve().parent.parent.parent / "sample-configs"
FOLDER = Path(__file__).parent / "rules"
_CASE = re.compile(r"^```ios([^\n]*)\n(.*?)^```\n(?:\n```text\n(.*?)^```\n)?", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    """A configuration and the diagnostics of one rule that it must give."""

    rule: ValidationRule
    line: int
    options: dict[str, str]
    text: str
    expected: list[str]

    @property
    def target(self) -> Target:
        """The router that the configuration is meant for."""
        version, model = self.options.get("version"), self.options.get("platform")
        return Target(Version.of(version) if version else None, platform(model) if model else None)


def page_of(rule: ValidationRule) -> Path:
    """The file with the cases of a rule."""
    return FOLDER / f"{rule.name.replace('-', '_')}.md"


def cases_of(rule: ValidationRule) -> list[Case]:
    """The cases of a rule."""
    page = page_of(rule).read_text(encoding="utf-8") if page_of(rule).exists() else ""
    found = []
    for match in _CASE.finditer(page):
        options = dict(word.split("=") for word in match[1].split())
        found.append(Case(rule, page.count("\n", 0, match.start()) + 1, options, match[2], (match[3] or "").splitlines()))
    return found


CASES = [case for rule in rules() for case in cases_of(rule)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule.name}:{case.line}")
def test_a_case_gives_its_diagnostics(case: Case) -> None:
    found = [item for item in check_text("case.cfg", case.text, case.target) if item.code == case.rule.name]
    lines = case.text.split("\n")
    for item in found:
        assert 1 <= item.column < item.end_column <= len(lines[item.line - 1].rstrip()) + 1
    severity = {case.rule.severity: ""}
    shown = [f"{item.line}:{item.column} {item.code} {severity.get(item.severity, item.severity)}".rstrip() for item in found]
    assert shown == case.expected


@pytest.mark.parametrize(
    "path", [*sorted(SAMPLES.glob("*.cfg")), *sorted(SAMPLES.glob("faulty/*.cfg"))], ids=lambda path: path.stem
)
def test_no_rule_passes_over_commands_that_it_would_find(path: Path) -> None:
    compare([path.read_text(encoding="utf-8")])


def test_no_rule_passes_over_the_commands_of_a_case() -> None:
    compare([case.text for case in CASES])


def compare(texts: list[str]) -> None:
    """Compares what the rules find with what they would find without `looks_at`."""
    for text in texts:
        configuration = Configuration()
        read_lines(configuration, text.split("\n"))
        facts = facts_of(configuration)
        for rule in rules():
            found = len(list(RuleSet([rule]).violations(configuration, Target())))
            assert found == len(list(rule.find(facts, configuration, Target()))), rule.name


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_has_true_and_false_cases(rule: ValidationRule) -> None:
    cases = cases_of(rule)
    assert page_of(rule).read_text(encoding="utf-8").startswith(f"# {rule.name}\n")
    assert sum(bool(case.expected) for case in cases) >= 2
    assert sum(not case.expected for case in cases) >= 2


def test_no_page_is_without_a_rule() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(page_of(rule).name for rule in rules())
