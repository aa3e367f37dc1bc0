"""The documented answers come out of the configurations that they describe, leaf for leaf.

Each sample stands in data/documented-answers/ with the configuration that gives it. Leaves that differ are listed in
`differences.yaml` there, each with its reason; docs/fidelity.md states how many there are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
import yaml
from lxml import etree

from iossim.router import Clock, RouterCore
from iossim.session import Session
from tests.xmlapi.support import ask

FOLDER = Path(__file__).parent / "data" / "documented-answers"
PAGE = Path(__file__).parents[2] / "docs" / "fidelity.md"


@dataclass(frozen=True)
class Situation:
    """How a sample came about, apart from the configuration beside it.

    Attributes:
        parameters: of the request; the samples are of the items with tag 1.
        version: of Unified CME.
        more: configuration that no leaf shows word for word.
        events: EXEC lines, each with the second since boot at which it is typed.
    """

    parameters: tuple[tuple[str, str], ...] = ()
    version: str = "14.1"
    more: str = ""
    events: tuple[tuple[int, str], ...] = ()


def _sections(header: str, last: int) -> str:
    return "".join(f"{header} {tag}\n" for tag in range(1, last + 1))


SITUATIONS = {
    "ISgetDevice": Situation(
        (("ISDevID", "1"),),
        events=((4000, "simulate ephone 1 register"), (4020, "simulate ephone 1 decease"), (4040, "simulate ephone 1 unregister")),
    ),
    "ISgetDeviceTemplate": Situation((("ISDevTemplateID", "1"),)),
    "ISgetExtension": Situation(
        (("ISExtID", "1"),), more="telephony-service\n max-ephones 10\n", events=((3122733, "simulate ephone 8 register"),)
    ),
    "ISgetExtensionTemplate": Situation((("ISExtTemplateID", "1"),)),
    "ISgetGlobal": Situation(
        version="7.2",
        more=_sections("ephone-dn", 74) + _sections("ephone", 32) + " mac-address 0016.C7C7.AF9D\n",
        events=((9470, "simulate ephone 32 register"), (9999, "simulate ephone 32 unregister")),
    ),
    "ISgetPresenceGlobal": Situation(),
    "ISgetSessionServer": Situation((("ISSessionServerID", "1"),)),
    "ISgetSipDevice": Situation((("ISPoolID", "1"),)),
    "ISgetSipExtension": Situation((("ISVoiceRegDNID", "1"),)),
    "ISgetUser": Situation((("ISuserID", "a"),)),
    "ISgetUserProfile": Situation((("ISUserProfileID", "1"),)),
    "ISgetUtilityDirectory": Situation(),
    "ISgetVoiceHuntGroup": Situation((("ISVoiceHuntGroupID", "1"),)),
    "ISgetVoiceRegGlobal": Situation(version="7.1"),
}


@dataclass(frozen=True)
class Difference:
    """A leaf that differs: its place, its text in the sample and in the answer; None where it is missing."""

    place: str
    sample: str | None
    answer: str | None


@cache
def listed() -> dict[str, list[Difference]]:
    """The differences in the list, by method."""
    content = yaml.safe_load((FOLDER / "differences.yaml").read_text(encoding="utf-8"))
    return {
        method: [Difference(entry["place"], entry["sample"], entry["answer"]) for entry in entries]
        for method, entries in content.items()
    }


def leaves(response: etree._Element) -> dict[str, str]:
    """The text of every leaf, by its place: names from the response on, with the number of a repeated element."""
    found: dict[str, str] = {}

    def walk(node: etree._Element, place: str) -> None:
        if not len(node):
            found[place] = node.text or ""
        names = Counter(child.tag for child in node)
        numbers: Counter[object] = Counter()
        for child in node:
            numbers[child.tag] += 1
            number = f"[{numbers[child.tag]}]" if names[child.tag] > 1 else ""
            walk(child, f"{place}/{child.tag!s}{number}")

    walk(response, "")
    return found


def sample(method: str) -> dict[str, str]:
    return leaves(etree.parse(FOLDER / f"{method}.xml").getroot())


def answer(method: str) -> dict[str, str]:
    """The leaves of the answer of a router in the situation of the sample."""
    situation = SITUATIONS[method]
    now = boot = datetime(2010, 11, 22, tzinfo=UTC)
    text = (FOLDER / f"{method}.cfg").read_text(encoding="utf-8")
    router = RouterCore(clock=Clock(lambda: now), cme_version=situation.version, text=text + situation.more)
    assert not [found for found in router.findings if found.severity == "error"]
    session = Session(router)
    for second, line in situation.events:
        now = boot + timedelta(seconds=second)
        assert session.execute(line) == ""
    return leaves(ask(router, method, *situation.parameters))


def is_empty_list(place: str, documented: dict[str, str]) -> bool:
    """True if the sample has elements inside this one: the answer's element is an empty list, and no leaf of its own."""
    return any(other.startswith(f"{place}/") for other in documented)


@pytest.mark.parametrize("method", SITUATIONS)
def test_the_documented_answer_comes_out_of_its_configuration(method: str) -> None:
    documented, given = sample(method), answer(method)
    differing = [
        Difference(place, documented.get(place), given.get(place))
        for place in {**documented, **given}
        if documented.get(place) != given.get(place) and not is_empty_list(place, documented)
    ]
    assert differing == listed().get(method, [])


@pytest.mark.parametrize("method", SITUATIONS)
def test_the_leaves_stand_in_the_documented_order(method: str) -> None:
    documented, given = sample(method), answer(method)
    assert [place for place in given if place in documented] == [place for place in documented if place in given]


def test_there_is_a_situation_for_every_sample() -> None:
    assert {file.stem for file in FOLDER.glob("*.xml")} == SITUATIONS.keys()
    assert listed().keys() <= SITUATIONS.keys()


def test_every_difference_has_a_reason() -> None:
    content = yaml.safe_load((FOLDER / "differences.yaml").read_text(encoding="utf-8"))
    assert all(entry["reason"] for entries in content.values() for entry in entries)


def test_the_page_states_how_many_leaves_differ() -> None:
    stated = re.search(r"(\d+) of the (\d+) leaves of the documented answers", PAGE.read_text(encoding="utf-8"))
    assert stated is not None
    total = sum(len(sample(method)) for method in SITUATIONS)
    assert stated.groups() == (str(sum(map(len, listed().values()))), str(total))


def test_the_sample_of_the_whole_router_is_complete() -> None:
    items = [place for place in sample("ISgetGlobal") if "/dscp_item" in place and place.endswith("/index")]
    assert len(items) == 21
