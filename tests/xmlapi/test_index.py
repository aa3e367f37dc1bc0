"""Look-ups that follow the configuration, and prepared views: always what a look at everything would give."""

from __future__ import annotations

import gc
import weakref
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iossim import Router
from iossim.config import Section
from iossim.xmlapi.index import Index
from iossim.xmlapi.item import Item
from iossim.xmlapi.load import views
from iossim.xmlapi.plan import written
from iossim.xmlapi.view import View
from tests.properties.strategies import configuration
from tests.support import examples
from tests.xmlapi.support import office

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


def test_a_file_that_is_loaded_counts_too() -> None:
    router = office()
    lookup = Index.of(router.config).lookup
    assert lookup("ephone_dn", "number", number).find("6001") == [1]
    router.load("ephone-dn 1\n number 7001\nephone-dn 5\n number 6001\n")
    assert lookup("ephone_dn", "number", number).find("6001") == [5]
    assert Index.of(router.config).tags("ephone_dn").ascending() == [1, 2, 5, 10]


def test_what_was_made_of_the_configuration_is_made_again_after_a_change() -> None:
    router = office()
    made = count(1)
    for _ in range(2):
        assert Index.of(router.config).once("a", lambda: next(made)) == 1
    router.load("hostname b\n")
    assert Index.of(router.config).once("a", lambda: next(made)) == 2


def test_an_index_goes_with_its_configuration() -> None:
    router = office()
    index = weakref.ref(Index.of(router.config))
    router.restart(None)
    gc.collect()
    assert index() is None


@pytest.mark.parametrize("view", views(), ids=lambda view: view.method)
@settings(max_examples=examples(15))
@given(lines=configuration())
def test_a_prepared_view_says_what_the_view_says(view: View, lines: list[str]) -> None:
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        session.run(line)
    memo = {"ISuserID": "a"}
    if view.item is None:
        item = Item(router, None, memo)
        assert view.plan.text(item) == "".join(written(node, item) for node in view.payload)
        return
    for section in router.config.sections(view.rule):
        item = Item(router, section, memo)
        assert view.plan.text(item) == "".join(written(node, item) for node in view.item.children)
