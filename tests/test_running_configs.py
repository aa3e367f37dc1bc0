"""Running-configs that routers printed come back line by line, in the same order.

The files of `tests/data/running_configs` were written for this test. Set IOSSIM_CORPUS to a folder to try captures of real routers too:
its files `*.cfg` are compared in the same way, but for the differences of `ALLOWED`, each of which holds up to a version of IOS.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from iossim import Router
from tests.in_force import in_force

FOLDER = Path(__file__).resolve().parent / "data" / "running_configs"
SAMPLES = sorted((Path(__file__).resolve().parent.parent / "sample-configs").glob("*.cfg"))
CORPUS = os.environ.get("IOSSIM_CORPUS", "")


class Allowed(NamedTuple):
    """A difference between a capture and the printed text that is left as it is.

    Attributes:
        lines: an expression for the lines that only the file (`-`) or only the printed text (`+`) has at a place.
        newest: the newest version of IOS that prints otherwise.
        reason: why the line is printed otherwise.
    """

    lines: str
    newest: str
    reason: str


#: The differences that are left as they are; docs/fidelity.md counts them.
ALLOWED = (
    Allowed(r"\+ no ip address", "12.4", "ports of a switch module have no such line there"),
    Allowed(r"[-+] (speed \d+|duplex full)", "15.2", "a 7200 prints the speed of a Gigabit port before the duplex mode"),
    Allowed(r"[-+]  shape average \d+ *", "15.2", "three blanks stand after the rate from some later version on"),
)  # fmt: skip

#: What Packet Tracer prints, or a person typed, is no evidence of a router's text; IOS XE has an order of its own.
NO_ROUTER = re.compile(
    r"^(spanning-tree mode pvst|ip flow-export version 9|(no )?platform punt-keepalive .*|version 1[67]\..*)$"
    r"|^license udi .* sn FTX1524\w*-$",
    re.MULTILINE,
)
#: A whole running-config of a router, without the dialogue around it.
WHOLE = re.compile(r"^(upgrade fpd auto\n)?version .*?^boot-start-marker$.*?^control-plane ?$.*?^end$", re.MULTILINE | re.DOTALL)


def lines(text: str) -> list[str]:
    """The lines of a configuration that are no separators, with blanks for tabs and `^C` for the character, as a terminal shows them."""
    return [line.replace("\x03", "^C").expandtabs() for line in text.splitlines() if line.strip(" !")]


def differences(text: str) -> list[str]:
    """The lines that only a file (`-`) or only the printed text (`+`) has at a place."""
    printed = Router.from_text(text).running_config
    whole = WHOLE.search(text)
    compared = difflib.unified_diff(lines(whole[0] if whole else text), lines(printed), lineterm="", n=0)
    return [line for line in compared if not line.startswith(("---", "+++", "@@"))]


def explained(line: str, text: str) -> bool:
    """True if `ALLOWED` has a difference for a version of IOS that is not older than that of a file."""
    version = re.search(r"^version (\d+)\.(\d+)", text, re.MULTILINE)
    assert version is not None
    return any(
        re.fullmatch(allowed.lines, line) and (int(version[1]), int(version[2])) <= tuple(map(int, allowed.newest.split(".")))
        for allowed in ALLOWED
    )


def captures() -> list[Path]:
    """The whole running-configs of real routers in the folder IOSSIM_CORPUS."""
    files = sorted(Path(CORPUS).glob("*.cfg")) if CORPUS else []
    texts = [(path, path.read_text(encoding="utf-8", errors="replace")) for path in files]
    return [path for path, text in texts if WHOLE.search(text) and not NO_ROUTER.search(text)]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.cfg")), ids=lambda path: path.stem)
def test_a_running_config_is_printed_line_by_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert differences(text) == []
    assert Router.from_text(text).findings == []


if CORPUS:

    @pytest.mark.parametrize("path", captures(), ids=lambda path: path.stem)
    def test_a_capture_is_printed_line_by_line(path: Path) -> None:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert [line for line in differences(text) if not explained(line, text)] == []

    @pytest.mark.parametrize("path", sorted(Path(CORPUS).glob("*.cfg")), ids=lambda path: path.stem)
    def test_a_text_of_others_with_all_defaults_gives_the_same_configuration(path: Path) -> None:
        router = Router.from_text(path.read_text(encoding="utf-8", errors="replace"))
        again = Router.from_text(router.running_text(defaults=True))
        assert in_force(again.config.root) == in_force(router.config.root)


def test_a_difference_is_explained_up_to_its_version() -> None:
    assert explained("+ no ip address", "version 12.4\n")
    assert not explained("+ no ip address", "version 15.0\n")
    assert not explained("- no ip address", "version 12.4\n")


@pytest.mark.parametrize("path", [*sorted(FOLDER.glob("*.cfg")), *SAMPLES], ids=lambda path: path.stem)
def test_the_text_with_all_defaults_gives_the_same_configuration(path: Path) -> None:
    router = Router.from_file(path)
    again = Router.from_text(router.running_text(defaults=True))
    assert in_force(again.config.root) == in_force(router.config.root)


def test_a_line_at_another_place_is_a_difference() -> None:
    text = (FOLDER / "branch-2911.cfg").read_text(encoding="utf-8")
    moved = text.replace("no ip domain lookup\n", "", 1).replace("hostname branch\n", "no ip domain lookup\nhostname branch\n", 1)
    assert differences(moved) == ["-no ip domain lookup", "+no ip domain lookup"]


def test_the_corpus_is_used_if_it_is_named() -> None:
    assert not CORPUS or captures()


def test_the_allowed_differences_are_counted() -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "fidelity.md").read_text(encoding="utf-8")
    assert f"(`tests/test_running_configs.py`) allows: {len(ALLOWED)}.\n" in text
