"""setup: the System Configuration Dialog."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session


def asked(*answers: str) -> Session:
    """A session that has begun the dialogue and given some answers."""
    user = Router().session()
    user.execute("setup")
    for answer in answers:
        user.execute(answer)
    return user


def test_it_may_be_given_up() -> None:
    user = Router().session()
    assert "--- System Configuration Dialog ---" in user.execute("setup")
    assert user.prompt == "Continue with configuration dialog? [yes/no]: "
    assert user.execute("perhaps") == "% Please answer 'yes' or 'no'.\n"
    assert user.execute("") == "% Please answer 'yes' or 'no'.\n"
    assert user.execute("no") == ""
    assert user.prompt == "Router#"
    assert not user.router.modified


def test_the_script_is_shown_without_secrets_and_saved() -> None:
    user = asked("yes", "Quay", "Lantern42", "Rope17")
    assert user.prompt == "  Enter virtual terminal password: "
    shown = user.execute("Beacon9")
    assert "hostname Quay\nenable secret *****\nenable password *****\nline vty 0 4\n password *****\n!\nend\n" in shown
    assert user.prompt == "Enter your selection [2]: "
    assert user.execute("").startswith("Building configuration...\n[OK]\n")
    text = user.router.nvram.read() or ""
    for line in ("hostname Quay", "enable password Rope17", " password Beacon9"):
        assert f"\n{line}\n" in text
    assert "\nenable secret 5 $1$" in text


def test_the_name_has_a_default_and_the_secret_has_none() -> None:
    user = asked("y", "")
    assert user.prompt == "  Enter enable secret: "
    assert user.execute("") == "% No defaulting allowed\n"
    assert user.prompt == "  Enter enable secret: "


@pytest.mark.parametrize(("choice", "prompt"), [("0", "Router#"), ("1", "Continue with"), ("7", "Enter your selection [2]: ")])
def test_other_choices_save_nothing(choice: str, prompt: str) -> None:
    user = asked("yes", "Quay", "a-secret", "a-password", "another", choice)
    assert user.prompt.startswith(prompt)
    assert not user.router.modified
    assert user.router.nvram.read() is None
