"""The pictures of docs/console.md: real sessions of `iossim shell` on a pseudo-terminal, drawn as SVG.

    python docs/pictures.py [FOLDER]

Nothing in a picture is loaded from outside: the fonts that Rich names are left out.
"""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from fcntl import ioctl
from io import StringIO
from itertools import groupby
from pathlib import Path
from struct import pack
from termios import TIOCSWINSZ

import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
#: Seconds without output after which a key has had its effect.
_QUIET = 0.7
_PATIENCE = 60.0
_OUTSIDE = re.compile(r"@font-face\s*\{[^}]*\}|<!--.*?-->", re.DOTALL)
_COLOURS = {"brown": "yellow", "brightblack": "bright_black", "default": "default"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        name: the name of its file.
        title: the title of its window.
        keys: what is typed, piece by piece.
        width: columns.
        height: rows.
        options: options of `iossim shell`.
    """

    name: str
    title: str
    keys: tuple[str, ...]
    width: int = 80
    height: int = 18
    options: tuple[str, ...] = ()


PICTURES = (
    Picture(
        "typing",
        "A wrong word, before RETURN",
        ("enable\r", "conf t\r", "ephone-dn 7 dual-line\r", "number 2007\r", "exit\r", "ephon 3"),
    ),
    Picture("menu", "The words that may follow: Tab", ("enable\r", "conf t\r", "ephone 3\r", "b", "\t", "\t")),
    Picture("hint", "A refused line", ("enable\r", "conf t\r", "ephone 3\r", "buton 1:1\r", "show clock\r"), height=16),
    Picture(
        "paste",
        "A paste",
        (
            "enable\r",
            "conf t\r",
            "\x1b[200~ephone-dn 11\r number 2011\r lable Desk\rephone-dn 12\r number 2012\r nme Lobby\rend\r\x1b[201~",
        ),
        height=24,
    ),
    Picture("tour", "First steps: --tour", ("enable\r",), height=20, options=("--tour",)),
    Picture("narrow", "40 columns", ("enable\r", "conf t\r", "telephony-service\r", "max-?", ""), width=40, height=22),
)


def picture(of: Picture) -> str:
    """A picture as SVG."""
    screen = session(of)
    out = Console(record=True, width=of.width, height=of.height, file=StringIO(), force_terminal=True, color_system="standard")
    for number in range(len("\n".join(row.rstrip() for row in screen.display).rstrip().split("\n"))):
        cells = [screen.buffer[number][column] for column in range(of.width)]
        row = Text()
        for style, group in groupby(cells, key=style_of):
            row.append("".join(cell.data for cell in group), style)
        out.print(row, no_wrap=True, overflow="crop", soft_wrap=True)
    return _OUTSIDE.sub("", out.export_svg(title=of.title, unique_id=of.name))


def style_of(cell: pyte.screens.Char) -> Style:
    """The style of a character."""
    return Style(color=_COLOURS.get(cell.fg, cell.fg), bold=cell.bold, underline=cell.underscore, reverse=cell.reverse)


def session(of: Picture) -> pyte.Screen:
    """The screen after the keys of a picture."""
    screen = pyte.Screen(of.width, of.height)
    stream = pyte.ByteStream(screen)
    master, slave = pty.openpty()
    ioctl(slave, TIOCSWINSZ, pack("HHHH", of.height, of.width, 0, 0))
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "TERM": "xterm", "XDG_STATE_HOME": home, "PROMPT_TOOLKIT_COLOR_DEPTH": "DEPTH_4_BIT"}
        environment.pop("NO_COLOR", None)
        command = [sys.executable, "-m", "iossim", "shell", *of.options, "sample-configs/small-office.cfg"]
        process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, env=environment, start_new_session=True
        )
        os.close(slave)
        try:
            show(master, stream, screen, until=">")
            for keys in of.keys:
                os.write(master, keys.encode())
                show(master, stream, screen)
        finally:
            process.kill()
            process.wait()
            os.close(master)
    return screen


def show(terminal: int, stream: pyte.ByteStream, screen: pyte.Screen, until: str = "") -> None:
    """Shows what a program writes until it is quiet, and, if a text is given, has shown it."""
    while select.select([terminal], [], [], _QUIET if not until or until in "".join(screen.display) else _PATIENCE)[0]:
        stream.feed(os.read(terminal, 65536))


def main(folder: Path) -> None:
    """Writes all pictures."""
    folder.mkdir(exist_ok=True)
    for each in PICTURES:
        (folder / f"{each.name}.svg").write_text(picture(each), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
