"""The formats of the diagnostics: for people (`full`, `concise`), for programs, and for servers of continuous integration."""

from __future__ import annotations

from importlib import import_module
from typing import TextIO, cast

from iossim.validate.output.writer import Style, Writer

#: The module and the class of each format; it is imported when it is used, and only then its libraries are.
_FORMATS = {
    "full": ("full", "Full"),
    "concise": ("concise", "Concise"),
    "json": ("json_document", "Json"),
    "json-lines": ("json_document", "JsonLines"),
    "sarif": ("sarif", "Sarif"),
    "junit": ("xml_documents", "JUnit"),
    "github": ("github", "GitHub"),
    "gitlab": ("gitlab", "GitLab"),
    "checkstyle": ("xml_documents", "Checkstyle"),
}
FORMATS = tuple(_FORMATS)


def writer(name: str, out: TextIO, style: Style) -> Writer:
    """The writer of a format.

    Args:
        name: one of `FORMATS`.
        out: where it writes.
        style: the choices of the user.
    """
    module, kind = _FORMATS[name]
    return cast("Writer", getattr(import_module(f"{__name__}.{module}"), kind)(out, style))
