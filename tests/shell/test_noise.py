"""`iossim shell` that is fed with anything from a pipe: it goes on, and what was configured is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

#: Seconds after which what has not appeared never will; only a failing test waits so long.
_PATIENCE = 60
_COMMAND = [sys.executable, "-m", "iossim", "shell"]
#: Bytes, by their kind.
NOISE = {
    "every byte": bytes(range(256)) * 20,
    "a line of 1 MB": b"x" * 1_000_000 + b"\n",
    "half a character": "é".encode()[:1],
    "not UTF-8": b"\xff\xfe\x80\xc0\xaf" * 200,
    "open escape sequences": b"\x1b[" * 100 + b"\n",
    "control characters": b"\x00\x01\x02\x7f\x9b" * 100,
}


def configuration(folder: Path) -> Path:
    file = folder / "r1.cfg"
    file.write_text("hostname R1\nno ip domain lookup\nline con 0\n privilege level 15\nend\n")
    return file


@pytest.mark.parametrize("kind", list(NOISE))
def test_a_pipe(kind: str, tmp_path: Path) -> None:
    typed = (
        b"configure terminal\nip host before 10.0.0.1\n"
        + NOISE[kind]
        + b"\nend\nshow running-config | include before\nwrite memory\n"
    )
    command = [*_COMMAND, str(configuration(tmp_path)), "--nvram", str(tmp_path / "nvram")]
    result = subprocess.run(command, input=typed, capture_output=True, timeout=_PATIENCE * 2)
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"\nip host before 10.0.0.1\n" in result.stdout
    assert "ip host before 10.0.0.1" in (tmp_path / "nvram" / "startup-config").read_text()
