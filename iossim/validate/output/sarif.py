"""The format `sarif`: SARIF 2.1.0 of OASIS, which code scanning of GitHub and others read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from iossim import release
from iossim.escape import escaped
from iossim.files.diagnostics import Diagnostic
from iossim.validate.checking import CheckedFile
from iossim.validate.codes import codes, url
from iossim.validate.counts import Counts
from iossim.validate.fingerprints import fingerprints
from iossim.validate.output.writer import Writer

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


class Sarif(Writer):
    """Writes one SARIF log with one run."""

    def begin(self) -> None:
        """Prepares the list of results."""
        self._results: list[dict[str, Any]] = []
        self._rules: dict[str, int] = {}

    def file(self, file: CheckedFile) -> None:
        """Takes the diagnostics of a file."""
        for diagnostic, fingerprint in fingerprints(file.path, self.shown(file)):
            self._results.append(self._result(diagnostic, fingerprint))

    def end(self, counts: Counts) -> None:
        """Writes the log; control characters are escaped."""
        driver = {"name": "iossim", "version": release.version(), "rules": [_rule(name) for name in self._rules]}
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "invocations": [{"executionSuccessful": counts.unchecked == 0}],
            "results": self._results,
        }
        text = json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)
        self.out.writelines(f"{escaped(line)}\n" for line in text.split("\n"))

    def _result(self, diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
        index = self._rules.setdefault(diagnostic.code, len(self._rules))
        place: dict[str, Any] = {"artifactLocation": {"uri": address_of(diagnostic.path)}}
        if diagnostic.line:
            place["region"] = {
                "startLine": diagnostic.line,
                "startColumn": diagnostic.column,
                "endColumn": max(diagnostic.end_column, diagnostic.column),
            }
        result = {
            "ruleId": diagnostic.code,
            "ruleIndex": index,
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": diagnostic.message},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {"iossim/v1": fingerprint},
        }
        if diagnostic.fix is not None:
            result["fixes"] = [_fix(diagnostic, place["artifactLocation"])]
        return result


def address_of(path: str) -> str:
    """A path as an address: relative ones stay so, and an absolute one begins with `file:`."""
    address = quote(Path(path).as_posix().encode("utf-8", "surrogateescape")) if path else "unknown"
    return f"file://{address}" if Path(path).is_absolute() else address


def _rule(name: str) -> dict[str, Any]:
    code = codes()[name]
    rule: dict[str, Any] = {
        "id": name,
        "shortDescription": {"text": code.summary},
        "fullDescription": {"text": code.description},
        "help": {"text": f"See {url(name)}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }
    if url(name).startswith("http"):
        rule["helpUri"] = url(name)
    return rule


def _fix(diagnostic: Diagnostic, location: dict[str, str]) -> dict[str, Any]:
    """The fix of a diagnostic: whole lines with their line ends are deleted and inserted."""
    assert diagnostic.fix is not None
    replacements = [
        {
            "deletedRegion": {"startLine": edit.first, "startColumn": 1, "endLine": edit.last + 1, "endColumn": 1},
            "insertedContent": {"text": "".join(f"{line}\n" for line in edit.lines)},
        }
        for edit in diagnostic.fix.edits
    ]
    change = {"artifactLocation": location, "replacements": replacements}
    return {"description": {"text": diagnostic.fix.description}, "artifactChanges": [change]}
