"""The commands that engineers type every day: each has an answer, an empty table, or the refusal of a router that has it not.

`everyday_commands.txt` has one command a line, after its kind. A command without its last words is answered by `% Incomplete command.`.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from iossim import Router
from iossim.session import Session

COMMANDS = [tuple(line.split(maxsplit=1)) for line in (Path(__file__).parent / "everyday_commands.txt").read_text().splitlines()]
FOLDER = Path(__file__).parents[2] / "sample-configs"
SAMPLES = ("small-office.cfg", "sccp-office.cfg")
#: Refusals of a router that does not know the command.
UNKNOWN = ("% Invalid input", "% Unknown command", "% Unrecognized command", "% Ambiguous command")


def typed(sample: str, command: str) -> tuple[str, Session]:
    session = Router.from_file(FOLDER / sample).session()
    return session.execute(command), session


@pytest.mark.parametrize(("kind", "command"), COMMANDS)
def test_a_command_is_answered_unless_a_router_has_it_not(kind: str, command: str) -> None:
    for sample in SAMPLES:
        shown, session = typed(sample, command)
        assert any(text in shown for text in UNKNOWN) == (kind == "absent"), shown
        if kind == "answered" and command.startswith("show ") and "| " not in command and sample == SAMPLES[1]:
            assert shown.strip() or session.asking, command


def test_the_list_is_whole() -> None:
    assert len({command for _, command in COMMANDS}) == 318
    assert Counter(kind for kind, _ in COMMANDS)["absent"] == 11
