"""The version, and the addresses of the pages."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

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


def test_a_checkout_that_is_not_installed_has_no_version_and_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", missing)
    monkeypatch.setattr("importlib.metadata.metadata", missing)
    release.version.cache_clear()
    release.address_of_pages.cache_clear()
    try:
        assert (release.version(), release.page("diagnostics.md")) == ("unknown", "docs/diagnostics.md")
    finally:
        release.version.cache_clear()
        release.address_of_pages.cache_clear()
