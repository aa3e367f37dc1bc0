"""The release of iossim that is installed: its version, and the address of its documentation.

A checkout that runs without an installation, by PYTHONPATH, has no metadata: no version, and no address.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

#: The folder of the pages in the repository.
_FOLDER = "docs/"


@cache
def version() -> str:
    """The version of iossim in the metadata of the package; `unknown` if it is not installed."""
    from importlib import metadata  # as long to import as a tenth of `iossim validate`

    try:
        return metadata.version("iossim")
    except metadata.PackageNotFoundError:
        return "unknown"


def page(name: str) -> str:
    """The address of a page of the documentation; relative to the repository if the project has no address.

    Args:
        name: the page below docs/, such as `diagnostics.md`.
    """
    return f"{address_of_pages()}{_FOLDER}{name}"


@cache
def address_of_pages() -> str:
    """The address that the paths of pages are appended to, as the metadata of the package has it."""
    from importlib import metadata

    try:
        return address_in(metadata.metadata("iossim").get_all("Project-URL") or [])
    except metadata.PackageNotFoundError:
        return ""


def address_in(entries: Iterable[str]) -> str:
    """The address of the pages: of the documentation, else of the main branch of the repository; "" if there is neither.

    Args:
        entries: labels and addresses of the project: `Repository, https://…`.
    """
    labelled = {
        label.strip().lower(): address.strip().rstrip("/") for label, _, address in (entry.partition(",") for entry in entries)
    }
    if "documentation" in labelled:
        return f"{labelled['documentation']}/"
    return f"{labelled['repository']}/blob/main/" if "repository" in labelled else ""
