"""Errors that a client causes are one line in the log; those in our pages keep their traceback."""

from __future__ import annotations

import logging
from types import ModuleType

import pytest

from iossim.web.nonsense import OneLine, shorten


def error_in(name: str) -> Exception:
    """An error that a module with this name raises."""
    module = ModuleType(name)
    exec("def fail():\n    raise ValueError('no\\nnumber')", module.__dict__)
    try:
        module.fail()
    except ValueError as error:
        return error
    raise AssertionError


@pytest.mark.parametrize(
    ("module", "short"), [("engineio.packet", True), ("iossim.web.entrance", True), ("iossim.web.pages", False)]
)
def test_a_record_is_shortened_if_no_page_of_ours_is_in_it(module: str, short: bool) -> None:
    error = error_in(module)
    record = logging.LogRecord(
        "uvicorn.error", logging.ERROR, "", 1, "Exception in %s", ("ASGI",), (type(error), error, error.__traceback__)
    )
    assert OneLine().filter(record)
    assert (record.exc_info is None) is short
    assert record.getMessage() == ("page: a client sent nonsense: ValueError: no number" if short else "Exception in ASGI")


def test_a_record_without_an_error_stays() -> None:
    record = logging.LogRecord("uvicorn.error", logging.INFO, "", 1, "Started", (), None)
    assert OneLine().filter(record)
    assert record.getMessage() == "Started"


def test_the_libraries_have_one_filter_and_no_stream_of_their_own() -> None:
    logger = logging.getLogger("engineio.server")
    logger.addHandler(logging.StreamHandler())
    shorten()
    shorten()
    assert [type(present) for present in logger.filters] == [OneLine]
    assert logger.handlers == []
