"""The formats `json` and `json-lines`."""

from __future__ import annotations

import json
from typing import Any

from iossim import release
from iossim.escape import escaped
from iossim.files.diagnostics import Diagnostic
from iossim.validate.checking import CheckedFile
from iossim.validate.codes import url
from iossim.validate.counts import Counts
from iossim.validate.output.writer import Writer

#: The version of the shape of the output; it grows when a field changes its meaning or goes away.
VERSION = 1
#: The JSON Schema of the output, below docs/.
SCHEMA = "validate.schema.json"


def as_json(diagnostic: Diagnostic) -> dict[str, Any]:
    """The values of a diagnostic by name, with the address of the page about its code, and with its fix if it has one."""
    values: dict[str, Any] = {**diagnostic.as_dict(), "url": url(diagnostic.code)}
    if diagnostic.fix is not None:
        edits = [{"first": edit.first, "last": edit.last, "lines": list(edit.lines)} for edit in diagnostic.fix.edits]
        values["fix"] = {"description": diagnostic.fix.description, "edits": edits}
    return values


class Json(Writer):
    """Writes one JSON object (docs/diagnostics.md)."""

    whole = True

    def begin(self) -> None:
        """Prepares the list of diagnostics."""
        self._listed: list[dict[str, Any]] = []

    def file(self, file: CheckedFile) -> None:
        """Takes the diagnostics of a file."""
        self._listed += map(as_json, self.shown(file))

    def end(self, counts: Counts) -> None:
        """Writes the object; control characters are escaped."""
        content = {
            "version": VERSION,
            "schema": release.page(SCHEMA),
            "tool": {"name": "iossim", "version": release.version()},
            "diagnostics": self._listed,
            "summary": counts.as_dict(),
        }
        text = json.dumps(content, indent=1, ensure_ascii=False)
        self.out.writelines(f"{escaped(line)}\n" for line in text.split("\n"))


class JsonLines(Writer):
    """Writes one JSON object a line for each diagnostic."""

    whole = True

    def file(self, file: CheckedFile) -> None:
        """Writes the diagnostics of a file."""
        self.out.writelines(f"{escaped(json.dumps(as_json(each), ensure_ascii=False))}\n" for each in self.shown(file))
