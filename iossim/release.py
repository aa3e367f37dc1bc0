"""The release of iossim that is installed: its version, and the address of its documentation."""

from __future__ import annotations

from functools import cache
from importlib import metadata

#: The folder of the pages in the repository.
_FOLDER = "docs/"


@cache
def version() -> str:
    """The version of iossim in the metadata of the package."""
    return metadata.version("iossim")


def page(name: str) -> str:
    """The address of a page of the documentation; relative to the repository while the project has no address.

    Args:
        name: the page below docs/, such as `diagnostics.md`.
    """
    return f"{_address()}{_FOLDER}{name}"


@cache
def _address() -> str:
    """The `Documentation` among the addresses of the project, with a `/` at its end; "" if there is none."""
    entries = metadata.metadata("iossim").get_all("Project-URL") or []
    labelled = {label.strip().lower(): address.strip() for label, _, address in (entry.partition(",") for entry in entries)}
    address = labelled.get("documentation", "")
    return f"{address.rstrip('/')}/" if address else ""
