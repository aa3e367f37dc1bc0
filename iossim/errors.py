"""The exceptions of iossim: for files that cannot be used and mistakes of programs, never for a line that a user typed.

IossimError
├── GrammarError          a mistake in a grammar file (file, line, remedy)
├── ConfigurationError    a configuration file that cannot be read at all (unreadable, binary)
├── NvramError            the startup-config could not be written or read
├── FlashError            a file of flash could not be used (it is missing, flash is full)
├── PhoneError            an action that a simulated phone cannot do (it is not configured, its line is down)
├── ScenarioError         a scenario file that cannot be used (line, remedy)
└── CaptureError          a folder of a capture that cannot be read or written
"""

from __future__ import annotations


class IossimError(Exception):
    """The base class of all exceptions of iossim."""


class GrammarError(IossimError):
    """A mistake in a grammar file.

    Args:
        message: describes the mistake and the remedy.
        file: name of the grammar file.
        line: line in that file, from 1; 0 if the mistake is in no single line.
    """

    def __init__(self, message: str, file: str = "", line: int = 0) -> None:
        self.message = message
        self.file = file
        self.line = line
        where = f"{file}:{line}: " if line else f"{file}: " if file else ""
        super().__init__(where + message)


class ConfigurationError(IossimError):
    """A configuration file that cannot be read."""


class NvramError(IossimError):
    """The nvram folder cannot be read or written.

    Args:
        message: the path and the reason, for the user of the host.
        reason: the reason without a path of the host, for the user of the router.

    Attributes:
        report: the line that the router prints.
    """

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.report = f"%Error opening nvram:/startup-config ({reason})"


class FlashError(IossimError):
    """A file or directory of the router cannot be used.

    Args:
        reason: the reason as a router prints it in brackets, without a path of the host.

    Attributes:
        reason: the same.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ListenError(IossimError):
    """A port cannot be opened."""


class PhoneError(IossimError):
    """An action that a simulated phone cannot do."""


class CaptureError(IossimError):
    """A folder of a capture that cannot be read or written."""


class ScenarioError(IossimError):
    """A scenario file that cannot be used."""
