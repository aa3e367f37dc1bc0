"""configure replace: replace the running-config by another configuration."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Transaction, difference
from iossim.errors import FlashError
from iossim.exec.command import Line, Reply, ask, exec_command
from iossim.exec.files.places import failed, parsed, place, read_text
from iossim.exec.text import is_yes
from iossim.router.core import ALWAYS

_SURE = """This will apply all necessary additions and deletions
to replace the current running configuration with the
contents of the specified configuration file, which is
assumed to be a complete configuration, not a partial
configuration. Enter Y if you are sure you want to proceed. ? [no]: """
_MOST_PASSES = 5


@exec_command
def configure_replace(line: Line, url: str, force: bool = False) -> Reply:
    """Replaces the running-config by another configuration, in one piece."""
    file = place(line, url)
    try:
        text = read_text(line, file)
    except FlashError as error:
        return failed(file, error)
    if force:
        return _replace(line, text)
    return ask(_SURE, lambda answer: _replace(line, text) if is_yes(answer) else None, default="yes")


def _replace(line: Line, text: str) -> Iterator[str]:
    router = line.router
    wanted = parsed(line, "\n".join([*ALWAYS, text]))
    wanted = parsed(line, "\n".join([*ALWAYS, *router.hardware_lines(wanted), text]))
    lines: list[str] = []
    passes = 0
    with Transaction(router.config):
        # A removal may take other lines along (the buttons of a dn that is opened anew); the next pass adds them again.
        while passes < _MOST_PASSES and (differences := list(difference(router.config.root, wanted.root))):
            lines, passes = differences, passes + 1
            router.load("\n".join([*lines, "end"]))
    router.changed_by(line.user or "")
    yield f"Total number of passes: {passes}"
    yield "Rollback Done"
    yield ""
    if lines:
        yield "The rollback configlet from the last pass is listed below:"
        yield f"{len(lines)} lines"
