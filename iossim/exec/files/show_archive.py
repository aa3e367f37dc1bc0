"""show archive and show archive config differences."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import difference
from iossim.errors import FlashError
from iossim.exec.command import Line, exec_command
from iossim.exec.files.places import parsed, place, read_text


@exec_command
def show_archive(line: Line) -> Iterator[str]:
    """The archive of configurations; the simulated router keeps none."""
    yield "Archive feature not enabled"


@exec_command
def show_archive_config_differences(
    line: Line, first: str = "nvram:startup-config", second: str = "system:running-config"
) -> Iterator[str]:
    """The lines that only one of two configurations has, with + and - under their section."""
    texts: list[str] = []
    for name in (first, second):
        file = place(line, name)
        try:
            texts.append(read_text(line, file))
        except FlashError as error:
            yield file.problem(error.reason)
            return
    old, new = (parsed(line, text) for text in texts)
    yield "!Contextual Config Diffs:"
    yield from [_marked(text) for text in difference(old.root, new.root)] or ["!No changes were found"]


def _marked(text: str) -> str:
    body = text.lstrip()
    indent = text[: len(text) - len(body)]
    return f"{indent}-{body.removeprefix('no ')}" if body.startswith("no ") else f"{indent}+{body}"
