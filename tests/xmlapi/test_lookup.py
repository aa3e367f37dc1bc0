"""Look-ups follow the configuration (that they always tell what a look at everything would is a property, test_views.py)."""

from __future__ import annotations

import gc
import weakref
from itertools import count
from random import Random

from iossim.config import Section
from iossim.session import Session
from iossim.xmlapi.lookup import Index
from tests.xmlapi.support import office


def number(section: Section) -> list[str]:
    entry = section.get("number")
    return [] if entry is None else [str(entry.fields["number"])]


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


def test_the_lowest_free_tag_follows_what_is_entered_and_removed() -> None:
    router = office()
    session = Session(router)
    session.execute("configure terminal")
    chance = Random(7)
    for tag in [1, 2, 1, 3, 2, 4, *(chance.randint(1, 12) for _ in range(200))]:
        there = router.config.section("ephone_template", tag) is not None
        assert session.execute(f"{'no ' if there else ''}ephone-template {tag}") == ""
        used = set(Index.of(router.config).tags("ephone_template").ascending())
        lowest = next(free for free in count(1) if free not in used)
        for highest in (5, 12):
            expected = lowest if lowest <= highest else 0
            assert Index.of(router.config).tags("ephone_template").lowest_free(highest) == expected
