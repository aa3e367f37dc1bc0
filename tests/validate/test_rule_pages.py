"""The docstrings of the validation rules: each has its parts, and its two examples show the fault and its remedy."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from iossim.config import Configuration
from iossim.validate import check_text
from iossim.validate.applying import RuleSet
from iossim.validate.rule_page import rule_page, rule_text
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule
from iossim.validate.target import Target

MODULES = {path.stem for path in Path(inspect.getfile(ValidationRule)).parent.glob("*.py")} - {"__init__", "base"}


def test_a_rule_stands_in_the_module_of_its_name() -> None:
    assert {rule.name.replace("-", "_") for rule in rules()} == MODULES
    for rule in rules():
        assert type(rule).__module__.rpartition(".")[2] == rule.name.replace("-", "_")
        assert type(rule).__name__ == "".join(word.capitalize() for word in rule.name.split("-"))


def test_a_rule_without_a_name_is_refused() -> None:
    with pytest.raises(TypeError, match="validation rule Nameless has no name"):
        type("Nameless", (ValidationRule,), {})


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
class TestOfARule:
    def test_its_docstring_has_all_parts(self, rule: ValidationRule) -> None:
        text = rule_text(rule)
        assert rule.severity in ("warning", "info")
        assert text.summary.endswith(".")
        assert text.summary.count(". ") == 0
        assert text.reason
        assert text.references
        assert all(part in rule_page(rule) for part in (rule.name, text.summary, text.example, text.better, *text.references))

    def test_its_example_has_the_fault_and_the_better_one_has_not(self, rule: ValidationRule) -> None:
        text = rule_text(rule)
        found = {
            name: {item.code for item in check_text("a.cfg", part + "\n", rule.example_target)}
            for name, part in (("example", text.example), ("better", text.better))
        }
        assert rule.name in found["example"]
        assert rule.name not in found["better"]

    def test_its_examples_hold_no_other_mistake(self, rule: ValidationRule) -> None:
        text = rule_text(rule)
        example, better = (check_text("a.cfg", part + "\n", rule.example_target) for part in (text.example, text.better))
        assert [str(item) for item in better if item.severity == "error" or item.code == "verbatim"] == []
        own = {item.line for item in example if item.code == rule.name}
        others = [item for item in example if item.severity == "error" or item.code == "verbatim"]
        assert [str(item) for item in others if item.line not in own and item.code != "refused"] == []

    def test_it_finds_nothing_where_there_is_nothing(self, rule: ValidationRule) -> None:
        assert list(RuleSet([rule]).violations(Configuration(), Target())) == []
