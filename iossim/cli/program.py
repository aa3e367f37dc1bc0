"""The parser of a command line: messages of one line, with the nearest command or option for a misspelt one."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from iossim.escape import escaped

_CHOICE = re.compile(r"(?P<before>.*invalid choice: )'(?P<word>.*?)' \(choose from (?P<choices>.*)\)", re.DOTALL)


class ProgramParser(argparse.ArgumentParser):
    """The parser of the program, or of one of its commands."""

    _reads = False

    def error(self, message: str) -> NoReturn:
        """Prints the usage and a message, and exits with status 2."""
        super().error(escaped(self._with_nearest(message)))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Reads a command line. A command refuses what it does not know itself, since it knows its options.

        The options of a command may stand between its arguments: they are read first, and the arguments after them.
        """
        if self._reads or self._has_commands():
            return super().parse_known_args(args, namespace)
        self._reads = True
        try:
            result, unknown = self.parse_known_intermixed_args(args, namespace)  # calls this method for each of the two
        finally:
            self._reads = False
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}{self._nearest_option(unknown)}")
        return result, unknown

    def _has_commands(self) -> bool:
        return any(isinstance(action, argparse._SubParsersAction) for action in self._actions)  # argparse has no public way

    def _with_nearest(self, message: str) -> str:
        """A message; if a word is no choice, with the nearest choice in place of all of them."""
        match = _CHOICE.fullmatch(message)
        if match is None:
            return message
        near = _nearest(match["word"], re.findall(r"[\w.-]+", match["choices"]))
        return f"{match['before']}'{match['word']}'; did you mean '{near}'?" if near else message

    def _nearest_option(self, unknown: Sequence[str]) -> str:
        """The end of the message about unknown arguments: the nearest option, if the first of them looks like one."""
        word = unknown[0].partition("=")[0]
        near = _nearest(word, self._option_string_actions) if word.startswith("--") else ""
        return f"; did you mean {near}?" if near else ""


def _nearest(word: str, choices: Iterable[str]) -> str:
    from iossim.files.nearest import Keywords, nearest

    return next(iter(nearest(word, Keywords(choices), most=1)), "")
