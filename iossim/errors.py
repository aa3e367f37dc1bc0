"""The exceptions of iossim: for our own mistakes and the machine's, never for what a user typed.

IossimError
├── GrammarError          a fault in a file of grammars/ (file, line, what to do)
├── ConfigurationError    a configuration file that cannot be read at all (unreadable, binary)
├── NvramError            the startup-config could not be written or read
├── PhoneError            something that cannot be done to a simulated phone (it is not configured, its line is down)
└── ScenarioError         a scenario file that cannot be used (line, what to do)
"""

from __future__ import annotations


class IossimError(Exception):
    """The root of everything that iossim raises."""


class GrammarError(IossimError):
    """A fault in a grammar file.

    Args:
        message: what is wrong and what to do.
        file: name of the grammar file.
        line: line in that file, from 1; 0 when the fault has no one place.
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


class PhoneError(IossimError):
    """Something that cannot be done to a simulated phone."""


class ScenarioError(IossimError):
    """A scenario file that cannot be used."""
