"""The format `github`: commands of a GitHub workflow, which become annotations of the lines of a pull request."""

from __future__ import annotations

from iossim.escape import escaped
from iossim.files.diagnostics import Diagnostic
from iossim.validate.checking import CheckedFile
from iossim.validate.output.writer import Writer

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GitHub(Writer):
    """Writes one workflow command for each diagnostic."""

    def file(self, file: CheckedFile) -> None:
        """Writes the diagnostics of a file."""
        self.out.writelines(f"{_command(diagnostic)}\n" for diagnostic in self.shown(file))


def _command(diagnostic: Diagnostic) -> str:
    properties = {"title": f"iossim ({diagnostic.code})", "file": diagnostic.path}
    if diagnostic.line:
        numbers = {
            "line": diagnostic.line,
            "col": diagnostic.column,
            "endLine": diagnostic.line,
            "endColumn": diagnostic.end_column,
        }
        properties |= {name: str(number) for name, number in numbers.items()}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    where = f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}: {diagnostic.code} {diagnostic.message}"
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(where)}"


def _data(text: str) -> str:
    """A text after `::`: the runner reads `%` as the beginning of an escape."""
    return escaped(text.replace("%", "%25"))


def _property(text: str) -> str:
    """A value before `::`, where `:` and `,` are escaped, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
