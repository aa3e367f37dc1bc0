"""Running-configs that routers printed come back line by line, in the same order.

The files of `tests/data/running_configs` were written for this test. Set IOSSIM_CORPUS to a folder to try captures of real routers too:
its files `*.cfg` are compared in the same way, except for the differences that `ALLOWED` explains.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path

import pytest

from iossim import Router

FOLDER = Path(__file__).resolve().parent / "data" / "running_configs"
CORPUS = os.environ.get("IOSSIM_CORPUS", "")

#: Lines that may differ between a file (`-`) and the printed text (`+`), and the reason; docs/fidelity.md counts them.
ALLOWED = {
    r"-\S+[#>].*|-Building configuration\.\.\.|-Current configuration ?: .*|-Using \d+ out of .*": "the dialogue around the text",
    r"\+ device-security-mode none": "a 12.4 does not print it",
    r"[-+](ip cef|(no )?ip domain lookup)": "a 12.4 prints ip cef before the names",
    r"[-+]ip route .*": "a 12.4 prints the static routes before the HTTP server",
}

#: What Packet Tracer prints, or a person typed, is no evidence of a router's text.
NO_ROUTER = re.compile(r"^(spanning-tree mode pvst|ip flow-export version 9)$|^license udi .* sn FTX1524\w*-$", re.MULTILINE)
#: What every whole running-config of a router has.
ROUTER = re.compile(r"^version .*^boot-start-marker$.*^control-plane ?$.*^end$", re.MULTILINE | re.DOTALL)


def lines(text: str) -> list[str]:
    """The lines of a configuration that are no separators."""
    return [line for line in text.splitlines() if line.strip(" !")]


def differences(text: str) -> list[str]:
    """The lines that only a file (`-`) or only the printed text (`+`) has at a place."""
    printed = Router.from_text(text).running_config
    compared = difflib.unified_diff(lines(text), lines(printed), lineterm="", n=0)
    return [line for line in compared if not line.startswith(("---", "+++", "@@"))]


def captures() -> list[Path]:
    """The whole running-configs of real routers in the folder IOSSIM_CORPUS."""
    files = sorted(Path(CORPUS).glob("*.cfg")) if CORPUS else []
    texts = [(path, path.read_text(encoding="utf-8", errors="replace")) for path in files]
    return [path for path, text in texts if ROUTER.search(text) and not NO_ROUTER.search(text)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.cfg")), ids=lambda path: path.stem)
def test_a_running_config_is_printed_line_by_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert differences(text) == []
    assert Router.from_text(text).findings == []


if CORPUS:

    @pytest.mark.parametrize("path", captures(), ids=lambda path: path.stem)
    def test_a_capture_is_printed_line_by_line(path: Path) -> None:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert [line for line in differences(text) if not any(re.fullmatch(allowed, line) for allowed in ALLOWED)] == []


def test_a_line_at_another_place_is_a_difference() -> None:
    text = (FOLDER / "branch-2911.cfg").read_text(encoding="utf-8")
    moved = text.replace("no ip domain lookup\n", "", 1).replace("hostname branch\n", "no ip domain lookup\nhostname branch\n", 1)
    assert differences(moved) == ["-no ip domain lookup", "+no ip domain lookup"]


def test_the_corpus_is_used_if_it_is_named() -> None:
    assert not CORPUS or captures()


def test_the_allowed_differences_are_counted() -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "fidelity.md").read_text(encoding="utf-8")
    assert f"(`tests/test_running_configs.py`) allows: {len(ALLOWED)}.\n" in text
