"""The base class of output formats: a writer takes checked files one after the other, then the numbers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar, TextIO

from iossim.files.diagnostics import Diagnostic
from iossim.validate.checking import CheckedFile
from iossim.validate.counts import Counts


@dataclass(frozen=True, slots=True)
class Style:
    """Choices of the user that concern the output.

    Attributes:
        verbose: also write diagnostics of severity "info".
        quiet: write diagnostics only, and no summary.
        coloured: use colours.
    """

    verbose: bool = False
    quiet: bool = False
    coloured: bool = False


class Writer(ABC):
    """Writes diagnostics in one format.

    Life: `begin`, then `file` for every checked file, then `end`. A format whose output is one document writes in `end`.

    Args:
        out: where to write.
        style: the choices of the user.
    """

    #: True if diagnostics of severity "info" are always written, because a program that does not want them can leave them out.
    whole: ClassVar[bool] = False

    def __init__(self, out: TextIO, style: Style = Style()) -> None:
        self.out = out
        self.style = style

    def begin(self) -> None:  # noqa: B027 (a format may have nothing there)
        """Writes what stands before the diagnostics."""

    @abstractmethod
    def file(self, file: CheckedFile) -> None:
        """Takes the diagnostics of a file."""

    def end(self, counts: Counts) -> None:  # noqa: B027 (likewise)
        """Writes what stands after the diagnostics.

        Args:
            counts: the numbers of the run.
        """

    def shown(self, file: CheckedFile) -> list[Diagnostic]:
        """The diagnostics of a file that are written."""
        if self.whole or self.style.verbose:
            return file.diagnostics
        return [diagnostic for diagnostic in file.diagnostics if diagnostic.severity != "info"]
