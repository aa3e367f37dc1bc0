"""The recording on the first screen of the README: a transcript, drawn as an SVG whose lines are typed one after the other.

    python docs/recording.py

It plays once. Where nothing moves (a program without animations, a reader who wants none), it shows the whole session.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "docs" / "pictures" / "recording.md"
PICTURE = SOURCE.with_suffix(".svg")
TITLE = "iossim shell --sample small-office"

_SESSION = re.compile(r"^```ios[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PROMPT = re.compile(r"Office(?:\([\w-]+\))?[>#]")
#: Pixels: of a character, of a line, around the text, of the bar with the title.
_WIDE, _HIGH, _MARGIN, _BAR = 8.4, 18, 16, 34
_COLUMNS = 84
#: Seconds: before the first key, between two keys, before an answer, after it.
_START, _KEY, _ANSWER, _READ = 0.8, 0.05, 0.3, 0.7
_DOTS = ("#ff5f57", "#febc2e", "#28c840")
_STYLE = """
    text { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #c9d1d9; white-space: pre; }
    .key { fill: #ffffff; font-weight: bold; }
    .prompt { fill: #7ee787; }
    .wrong { fill: #ff7b72; }
    .title { fill: #8b949e; text-anchor: middle; }
    @keyframes later { from { visibility: hidden; } }
    @media (prefers-reduced-motion: no-preference) { .later { animation: later 1ms both; } }
"""


def drawn(transcript: str) -> str:
    """The SVG of the first session of a transcript."""
    session = _SESSION.search(transcript)
    if session is None:
        raise ValueError("there is no session")
    lines = session[1].split("\n")[:-1]
    width, height = 2 * _MARGIN + _COLUMNS * _WIDE, _BAR + len(lines) * _HIGH + _MARGIN
    dots = "".join(
        f'<circle cx="{18 + 18 * at}" cy="17" r="5.5" fill="{fill}"/>' for at, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" role="img">',
            f"<title>A session of {escape(TITLE)}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect width="{width:g}" height="{height}" rx="8" fill="#161b22"/>{dots}',
            f'<text class="title" x="{width / 2:g}" y="22">{escape(TITLE)}</text>',
            *_rows(lines),
            "</svg>\n",
        )
    )


def _rows(lines: list[str]) -> Iterator[str]:
    """The lines, each shown at its time."""
    time = _START
    shown = 0.0  # the time of the last prompt
    for number, line in enumerate(lines):
        y = _BAR + number * _HIGH + 12
        prompt = _PROMPT.match(line)
        if prompt is None:
            style = "later wrong" if line.lstrip().startswith(("^", "%", "invalid")) else "later"
            yield _text(line, y, style, time)
            continue
        if number and not _PROMPT.match(lines[number - 1]):
            time += _READ
        yield _text(prompt[0], y, "later prompt", shown if number else 0)
        keys = []
        for column in range(prompt.end(), len(line)):
            time += _KEY
            x = _MARGIN + column * _WIDE
            keys.append(f'<tspan class="later" x="{x:g}" style="animation-delay:{time:.2f}s">{escape(line[column])}</tspan>')
        yield f'<text class="key" y="{y}">{"".join(keys)}</text>'
        time += _ANSWER
        shown = time


def _text(text: str, y: int, style: str, time: float) -> str:
    """A line, or the beginning of one, which is shown at a time."""
    if not text.strip():
        return ""
    length = f'textLength="{len(text) * _WIDE:g}"'
    return f'<text class="{style}" x="{_MARGIN}" y="{y}" {length} style="animation-delay:{time:.2f}s">{escape(text)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(drawn(SOURCE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
