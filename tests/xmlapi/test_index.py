"""Look-ups follow the configuration (that they always tell what a look at everything would is a property, test_views.py)."""

from __future__ import annotations

import gc
import weakref
from itertools import count

from iossim.config import Section
from iossim.xmlapi.index import Index
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
