"""Ports and programs for the pages whose commands are typed."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

import pytest


@pytest.fixture
def ports() -> dict[str, int]:
    """A port that nothing listens on, in place of the page's."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return {"8080": int(free.getsockname()[1])}


@pytest.fixture
def programs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where programs are looked for: iossim and Python of this environment, and curl, be it the stand-in."""
    found = [str(Path(sys.executable).parent), os.environ["PATH"]]
    return os.pathsep.join(found if shutil.which("curl") else [str(stand_in(tmp_path_factory.mktemp("bin"))), *found])


def stand_in(folder: Path) -> Path:
    """A folder with a `curl` in it that needs nothing but Python."""
    script = folder / "curl"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{Path(__file__).with_name("curl.py")}" "$@"\n')
    script.chmod(0o755)
    return folder
