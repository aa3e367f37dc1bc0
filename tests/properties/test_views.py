"""The XML API's look-ups and prepared views say what a look at everything would; every answer is as the schema says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iossim import Router
from iossim.config import Section
from iossim.xmlapi import answer_as_owner
from iossim.xmlapi.item import Item
from iossim.xmlapi.lookup import Index
from iossim.xmlapi.views.schema import View, views
from tests.properties.strategies import configuration
from tests.support import examples
from tests.xmlapi.support import response
from tests.xmlapi.test_schema import questions

LINES = st.sampled_from(
    [
        *(f"ephone-dn {tag}" for tag in range(1, 5)),
        *(f"no ephone-dn {tag}" for tag in range(1, 5)),
        *(f"number {number}" for number in (6001, 6002, 6003)),
        "no number",
        "name Peter Lee",
        "hostname a",
        "exit",
    ]
)


def number(section: Section) -> list[str]:
    entry = section.get("number")
    return [] if entry is None else [str(entry.fields["number"])]


@given(st.lists(st.lists(LINES, max_size=6), max_size=5))
def test_an_index_knows_what_a_look_at_every_section_would_tell(batches: list[list[str]]) -> None:
    router = Router.from_text("telephony-service\n max-dn 10\nend")
    config = router.config
    session = router.session()
    session.execute("configure terminal")
    for batch in [[], *batches]:
        for line in batch:
            session.run(line)
            if not session.in_configuration:
                session.execute("configure terminal")
        index = Index.of(config)
        sections = config.sections("ephone_dn")
        tags = [int(section.key[0]) for section in sections]
        assert index.tags("ephone_dn").ascending() == tags
        assert len(index.tags("ephone_dn")) == len(tags)
        assert index.tags("ephone_dn").lowest_free(4) == next((tag for tag in range(1, 5) if tag not in tags), 0)
        for each in ("6001", "6002", "6003"):
            expected = [int(section.key[0]) for section in sections if number(section) == [each]]
            assert index.lookup("ephone_dn", "number", number).find(each) == expected


@pytest.mark.parametrize("view", views(), ids=lambda view: view.method)
@settings(max_examples=examples(15))
@given(lines=configuration())
def test_a_prepared_view_says_what_the_view_says(view: View, lines: list[str]) -> None:
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        session.run(line)
    if view.item is None:
        item = Item(router, None, {"ISuserID": "a"})
        assert view.prepared.write(item) == "".join(node.write(item) for node in view.payload)
        return
    for section in router.config.sections(view.rule):
        item = Item.of(router, section, {})
        assert view.prepared.write(item) == "".join(node.write(item) for node in view.item.children)


@settings(max_examples=examples(25))
@given(lines=configuration())
def test_every_answer_is_as_the_schema_says(lines: list[str]) -> None:
    router = Router.from_text("ephone-dn 1\n number 6001\nephone 1\n mac-address 000D.BC80.EB51\n button 1:1\nend")
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        session.run(line)
    router.load("telephony-service\n ip source-address 10.1.1.1\n")
    if router.phones.get(1) is not None and router.phones.find("000D.BC80.EB51") is not None:
        router.session().execute("simulate ephone 1 register")
    for body in questions():
        response(answer_as_owner(router, body))
