"""The format `concise`: one line for each diagnostic, as compilers print it."""

from __future__ import annotations

from iossim.validate.checking import CheckedFile
from iossim.validate.counts import Counts
from iossim.validate.output.summary import summary
from iossim.validate.output.writer import Writer


class Concise(Writer):
    """Writes `path:line:column: severity: code message`."""

    def file(self, file: CheckedFile) -> None:
        """Writes the diagnostics of a file."""
        self.out.writelines(f"{diagnostic}\n" for diagnostic in self.shown(file))

    def end(self, counts: Counts) -> None:
        """Writes the numbers."""
        if not self.style.quiet:
            self.out.writelines(f"{line}\n" for line in summary(counts))
