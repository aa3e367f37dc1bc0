"""The format `gitlab`: the report of code quality that GitLab shows in a merge request."""

from __future__ import annotations

import json
from typing import Any

from iossim.escape import escaped
from iossim.validate.checking import CheckedFile
from iossim.validate.counts import Counts
from iossim.validate.fingerprints import fingerprints
from iossim.validate.output.writer import Writer

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


class GitLab(Writer):
    """Writes one JSON list of issues."""

    def begin(self) -> None:
        """Prepares the list of issues."""
        self._issues: list[dict[str, Any]] = []

    def file(self, file: CheckedFile) -> None:
        """Takes the diagnostics of a file."""
        for diagnostic, fingerprint in fingerprints(file.path, self.shown(file)):
            line = max(diagnostic.line, 1)
            positions = {
                "begin": {"line": line, "column": diagnostic.column},
                "end": {"line": line, "column": diagnostic.end_column},
            }
            self._issues.append(
                {
                    "description": f"{diagnostic.code}: {diagnostic.message}",
                    "check_name": diagnostic.code,
                    "fingerprint": fingerprint,
                    "severity": _SEVERITIES[diagnostic.severity],
                    "location": {"path": diagnostic.path, "positions": positions},
                }
            )

    def end(self, counts: Counts) -> None:  # noqa: ARG002 (the report has no numbers)
        """Writes the list; control characters are escaped."""
        text = json.dumps(self._issues, indent=1, ensure_ascii=False)
        self.out.writelines(f"{escaped(line)}\n" for line in text.split("\n"))
