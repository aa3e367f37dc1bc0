"""Output of a command and files: `| redirect`, `| append` and `| tee` write it, `| format` wants a spec file."""

from __future__ import annotations

from iossim.errors import FlashError, NvramError
from iossim.exec.command import Line
from iossim.exec.files.places import exists, place, read, write
from iossim.router.flash_stores import REFUSED

_LEVEL = 15


def save_output(line: Line, url: str, text: str, append: bool = False) -> str:
    """Writes the output of a command to a file; returns the router's message if it cannot be written, else "".

    Only a user at the highest privilege level may write (`file privilege 15`, the default of a router).

    Args:
        line: the line that the command was typed on.
        url: the name of the file.
        text: the output.
        append: add it to a file that exists.
    """
    file = place(line, url)
    try:
        if line.level < _LEVEL:
            raise FlashError(REFUSED)
        before = read(line, file) if append and exists(line, file) else b""
        write(line, file, before + text.encode(errors="replace"))
    except FlashError as error:
        return f"{file.problem(error.reason)}\n"
    except NvramError as error:
        return f"{error.report}\n"
    return ""


def spec_problem(line: Line, url: str) -> str:
    """The reason why an output is not formatted: no spec file is known, and none is carried out.

    Args:
        line: the line that the command was typed on.
        url: the name of the spec file; "" for the one of the router, of which there is none.
    """
    if not url:
        return "% No spec file for this command"
    file = place(line, url)
    try:
        read(line, file)
    except FlashError as error:
        return file.problem(error.reason)
    except NvramError as error:
        return error.report
    return file.problem("Invalid spec file", "reading")
