"""dir: the files of the simulated flash and nvram."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.facts.chassis import IMAGE, IMAGE_SIZE


@exec_command
def dir(line: Line, url: str = "flash:/") -> Iterator[str]:
    """Lists the files of the simulated flash or nvram."""
    device = url.split(":", maxsplit=1)[0].rstrip("0123456789")
    if device not in ("flash", "nvram"):
        yield f"%Error opening {url} (No such device)"
        return
    yield f"Directory of {'nvram' if device == 'nvram' else 'flash0'}:/"
    yield ""
    yield from _nvram(line) if device == "nvram" else _flash()


def _nvram(line: Line) -> Iterator[str]:
    text = line.router.nvram.read()
    if text is not None:
        yield f"    1  -rw-  {len(text.encode()):10}                    <no date>  startup-config"
    yield ""
    yield "262144 bytes total (256000 bytes free)"


def _flash() -> Iterator[str]:
    yield f"    1  -rw-  {IMAGE_SIZE:10}  Jan 1 2026 00:00:00 +00:00  {IMAGE}"
    yield ""
    yield "256487424 bytes total (148639848 bytes free)"
