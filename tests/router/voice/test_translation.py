r"""The engine of `voice translation-rule`."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Section
from iossim.router.voice import translate


def rules(*lines: str) -> Section:
    """A translation rule with these lines."""
    router = Router.from_text("voice translation-rule 1\n" + "".join(f" {line}\n" for line in lines) + "end\n")
    assert router.findings == []
    section = router.config.section("voice_translation_rule", "1")
    assert section is not None
    return section


@pytest.mark.parametrize(
    ("rule", "number", "translated"),
    [
        ("/^9/ //", "95551234", "5551234"),
        ("/^0/ /+49/", "0301234", "+49301234"),
        (r"/^9\(...\)\(....\)$/ /1408\1\2/", "95551234", "14085551234"),
        (r"/\(^...\)456\(...\)/ /\1555\2/", "123456789", "123555789"),
        (r"/^\(10\)\(..\)$/ /\2\1/", "1034", "3410"),
        ("/22/ /99/", "112233", "119933"),
        ("/2/ /9/", "1222", "1922"),
        ("/^1.*/ /5000/", "1999", "5000"),
        ("/.*/ /0&/", "123", "0123"),
        ("/1+/ /7/", "21113", "273"),
        ("/[2-4]/ /x/", "153", "15x"),
        ("/[^1]/ /7/", "1213", "1713"),
        (r"/^\+1/ /91/", "+1408", "91408"),
        ("/^$/ /5551234/", "", "5551234"),
        (r"/1/ /\9/", "12", "2"),
        ("/^9/ /9&9/", "98", "9998"),
    ],
)
def test_a_rule_rewrites_the_part_that_matches(rule: str, number: str, translated: str) -> None:
    result = translate(rules(f"rule 1 {rule}"), number)
    assert (result.rule, result.number, result.rejected) == (1, translated, False)


def test_the_first_rule_that_matches_counts() -> None:
    section = rules("rule 3 /^1/ /3/", "rule 1 /^12/ /1/", "rule 2 /^1/ /2/")
    assert [(translate(section, number).rule, translate(section, number).number) for number in ("125", "15", "25")] == [
        (1, "15"),
        (2, "25"),
        (0, "25"),
    ]


def test_a_rule_may_reject_the_call() -> None:
    result = translate(rules("rule 1 reject /^900/", "rule 2 /^9/ //"), "9001234")
    assert (result.rule, result.number, result.rejected) == (1, "9001234", True)
    assert translate(rules("rule 1 reject /^900/", "rule 2 /^9/ //"), "9501234").number == "501234"


def test_types_and_plans() -> None:
    section = rules("rule 1 /^1/ /2/ type national international plan isdn private", "rule 2 /^1/ /3/ type any unknown")
    both = translate(section, "1", "national", "isdn")
    assert (both.rule, both.number, both.type, both.plan) == (1, "2", "international", "private")
    one = translate(section, "1", "national")
    assert (one.rule, one.number, one.type, one.plan) == (2, "3", "unknown", "none")
    none = translate(section, "1")
    assert (none.rule, none.type, none.plan) == (2, "unknown", "none")


@pytest.mark.parametrize("rule", [r"/\(1/ /2/", "/[9-2]/ /2/", "/*/ /2/"])
def test_an_invalid_expression_matches_nothing(rule: str) -> None:
    assert translate(rules(f"rule 1 {rule}"), "1").rule == 0


@pytest.mark.parametrize("number", ["é1", "\ud8001", "(1", "\x001"])
def test_odd_numbers(number: str) -> None:
    assert translate(rules("rule 1 /1/ /2/"), number).number == number.replace("1", "2")


def test_repeated_repetitions_take_no_time() -> None:
    assert translate(rules(r"rule 1 /^\(1*\)*\(1*\)*2$/ /2/"), "1" * 200).rule == 0
