"""No secret that IOS hashes is stored in clear, however it is entered; passwords are hidden while that is configured."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router.secrets import reveal_type7, verify

CLEAR = "Swordfish1"
HASH = "$1$mERr$hx5rVt7rPNoS4wqbXKX7m0"


def _typed(*lines: str) -> Router:
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        result = session.run(line)
        assert result.accepted, (line, result.output)
    return router


def _line(router: Router, begin: str) -> str:
    (found,) = [line.strip() for line in router.running_config.splitlines() if line.strip().startswith(begin)]
    return found


#: A command with a secret that IOS hashes, and what its line begins with.
HASHED = [
    ("enable secret {}", "enable secret 5 "),
    ("enable secret 0 {}", "enable secret 5 "),
    ("enable secret level 3 {}", "enable secret level 3 5 "),
    ("enable secret level 5 {}", "enable secret level 5 5 "),
    ("enable secret level 9 0 {}", "enable secret level 9 5 "),
    ("username ann secret {}", "username ann secret 5 "),
    ("username ann privilege 5 secret {}", "username ann privilege 5 secret 5 "),
    ("username ann privilege 8 secret 0 {}", "username ann privilege 8 secret 5 "),
]

#: A command with a password that `service password-encryption` hides.
HIDDEN = [
    ("", "enable password {}", "enable password "),
    ("", "enable password 0 {}", "enable password "),
    ("", "enable password level 7 {}", "enable password level 7 "),
    ("", "username ann password {}", "username ann password "),
    ("", "username ann privilege 7 password 0 {}", "username ann privilege 7 password "),
    ("line vty 0 4", "password {}", "password "),
]


@pytest.mark.parametrize(("line", "begin"), HASHED)
def test_a_secret_is_hashed_when_it_is_typed(line: str, begin: str) -> None:
    router = _typed(line.format(CLEAR))
    assert CLEAR not in router.running_config
    assert verify(CLEAR, _line(router, begin).removeprefix(begin), "5")


@pytest.mark.parametrize(("line", "begin"), HASHED)
def test_a_secret_in_a_file_is_hashed_too(line: str, begin: str) -> None:
    router = Router.from_text(line.format(CLEAR) + "\nend\n")
    assert CLEAR not in router.running_config
    assert verify(CLEAR, _line(router, begin).removeprefix(begin), "5")


@pytest.mark.parametrize("line", ["enable secret 5 {}", "enable secret level 7 5 {}", "username ann privilege 15 secret 5 {}"])
def test_a_secret_that_is_hashed_already_stays(line: str) -> None:
    router = _typed(line.format(HASH))
    assert line.format(HASH) in router.running_config
    assert Router.from_text(router.running_config).running_config == router.running_config


@pytest.mark.parametrize(("section", "line", "begin"), HIDDEN)
def test_a_password_is_shown_in_clear_without_service_password_encryption(section: str, line: str, begin: str) -> None:
    router = _typed(*filter(None, (section, line.format(CLEAR))))
    assert _line(router, begin) == begin + ("0 " if begin.startswith("username") else "") + CLEAR


@pytest.mark.parametrize(("section", "line", "begin"), HIDDEN)
@pytest.mark.parametrize("before", [True, False])
def test_service_password_encryption_hides_passwords_old_and_new(section: str, line: str, begin: str, before: bool) -> None:
    entered = [*filter(None, (section, line.format(CLEAR)))]
    lines = ["service password-encryption", *entered] if before else [*entered, "service password-encryption"]
    router = _typed(*lines)
    assert CLEAR not in router.running_config
    shown = _line(router, begin).removeprefix(begin)
    assert shown.startswith("7 ")
    assert reveal_type7(shown.removeprefix("7 ")) == CLEAR
    assert "no service password-encryption" not in router.running_config


@pytest.mark.parametrize(("section", "line", "begin"), HIDDEN)
def test_a_file_that_has_it_is_read_so(section: str, line: str, begin: str) -> None:
    text = "\n".join(filter(None, (section, line.format(CLEAR), "service password-encryption", "end")))
    assert CLEAR not in Router.from_text(text).running_config


def test_passwords_that_are_hidden_stay_so_when_it_is_taken_back() -> None:
    router = _typed("service password-encryption", f"username ann password {CLEAR}", "no service password-encryption")
    assert CLEAR not in router.running_config
    assert _typed("no service password-encryption", f"username ann password {CLEAR}").running_config.count(CLEAR) == 1


@pytest.mark.parametrize("secret", ["x" * 4000, "a b c", '"quoted"', "Jürgen", "5", "$1$"])
def test_odd_secrets_are_hashed_like_others(secret: str) -> None:
    router = _typed(f"enable secret 0 {secret}")
    stored = _line(router, "enable secret ").removeprefix("enable secret 5 ")
    assert verify(secret.strip('"'), stored, "5")


def test_a_secret_appears_in_no_log_and_no_finding() -> None:
    router = Router.from_text(f"enable secret {CLEAR} \nusername ann privilege 99 secret {CLEAR}\nenable sekret {CLEAR}\nend")
    session = router.session(line="console")
    for line in ("configure terminal", f"enable secret {CLEAR}2", f"username bob secret {CLEAR}", "end"):
        session.execute(line)
    assert CLEAR not in "".join(router.log.buffer)
    assert CLEAR not in "".join(repr(command) for command in router.config.root.entries.values())
    assert [finding for finding in router.findings if finding.code == "invalid-input" and CLEAR in finding.text] == []


@pytest.mark.parametrize("line", ["ip ftp password 0 0 0 0", "ip ftp password 0 7 moons", "ip ftp password 0 7"])
def test_a_clear_secret_that_begins_like_a_kind_keeps_its_own(line: str) -> None:
    router = _typed(line)
    assert _line(router, "ip ftp password") == line
    assert _line(Router.from_text(router.running_config), "ip ftp password") == line
