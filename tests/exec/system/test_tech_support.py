"""show tech-support: the commands in their order, and no secret."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from iossim import Router

SAMPLES = sorted((Path(__file__).parents[3] / "sample-configs").glob("*-*.cfg"))


def test_the_commands_in_their_order() -> None:
    text = Router().session().execute("show tech-support")
    titles = re.findall(r"(?<=\n)-{18} (.*) -{18}\n\n", text)
    assert titles[:3] == ["show version", "show running-config", "show stacks"]
    assert len(titles) == len(set(titles))
    assert "\nhostname Router\n" in text
    assert "\n 5524/6000   IP Input\n" in text


@pytest.mark.parametrize("path", [path for path in SAMPLES if path.stem != "very-large"], ids=lambda path: path.stem)
def test_no_secret_is_printed(path: Path) -> None:
    router = Router.from_file(path)
    secrets = {
        command.words[at].strip('"')
        for section in router.config.root.walk()
        for command in section.entries.values()
        for at in command.form.secret
        if at < len(command.words)
    }
    words = set(router.session().execute("show tech-support").replace('"', " ").split())
    assert not {secret for secret in secrets if secret in words and len(secret) > 4}


def test_the_startup_configuration() -> None:
    session = Router().session()
    assert session.execute("show configuration") == session.execute("show startup-config")
    session.execute("write memory")
    assert session.execute("show configuration") == session.execute("show startup-config")
