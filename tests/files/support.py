"""Short ways to read a text in the router's own language."""

from __future__ import annotations

from iossim.config import Configuration, render
from iossim.files.load import read_lines
from iossim.validate import check_text

#: The lines that a router prints below telephony-service although nobody entered them.
ALWAYS_PRINTED = (" max-conferences 8 gain -6", " transfer-system full-consult")


def printed(*lines: str) -> list[str]:
    """The running-config after a text, without separators and without `end`."""
    configuration = Configuration()
    read_lines(configuration, lines)
    return [line for text in render(configuration.root) for line in text.split("\n") if line != "!"][:-1]


def severities(*lines: str) -> set[str]:
    """The severities of the diagnostics of a text."""
    return {diagnostic.severity for diagnostic in check_text("", "\n".join(lines) + "\n")}
