"""The version, and the addresses of the pages."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from iossim import release


@pytest.mark.parametrize(
    ("entries", "address"),
    [
        ([], ""),
        (["Homepage, https://example.com"], ""),
        (["Repository, https://example.com/a/b"], "https://example.com/a/b/blob/main/"),
        (["Repository, https://example.com/a/b/", "Documentation, https://docs.example.com/"], "https://docs.example.com/"),
    ],
)
def test_pages_are_those_of_the_documentation_or_of_the_repository(entries: list[str], address: str) -> None:
    assert release.address_in(entries) == address


def test_a_page_is_below_docs() -> None:
    assert release.page("diagnostics.md").endswith("docs/diagnostics.md")
    assert release.version() == version("iossim")
