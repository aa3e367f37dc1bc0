"""The configuration register: what a reload does with it, and where it is shown."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

LATER = "Configuration register is {} (will be {} at next reload)\n"


def typed(router: Router, *lines: str) -> Session:
    """A new session in which lines were typed; all of them are accepted."""
    user = router.session()
    for line in lines:
        assert user.run(line).accepted, line
    return user


def reloaded(router: Router, save: bool = False) -> Session:
    """A session after a reload, with or without saving."""
    user = typed(router, "reload")
    while user.asking:
        user.execute(("yes" if save else "no") if "Save?" in user.prompt else "")
    return router.session()


def saved_router() -> Router:
    """A router whose startup-config has a name and a secret."""
    router = Router()
    typed(router, "configure terminal", "hostname Quay", "enable secret forgotten", "end", "write memory")
    return router


def shown(user: Session) -> str:
    return user.execute("show version").splitlines(keepends=True)[-2]


def test_a_new_password_without_the_old_one() -> None:
    router = saved_router()
    typed(router, "configure terminal", "config-register 0x2142", "end")
    user = reloaded(router)
    assert user.prompt == "Router#"
    assert "enable secret" not in router.running_config
    assert shown(user) == "Configuration register is 0x2142\n"
    assert "hostname Quay\n" in user.execute("show startup-config")
    user.execute("copy startup-config running-config")
    user.execute("")
    for line in ("configure terminal", "enable secret known", "config-register 0x2102", "end", "write memory"):
        assert user.run(line).accepted
    assert shown(user) == LATER.format("0x2142", "0x2102")
    secret = next(line for line in router.running_config.splitlines() if line.startswith("enable secret"))
    user = reloaded(router)
    assert user.prompt == "Quay#"
    assert secret in router.running_config
    assert shown(user) == "Configuration register is 0x2102\n"


@pytest.mark.parametrize(
    ("register", "name"), [("0x2142", "Router"), ("0x142", "Router"), ("0xFFFF", "Router"), ("0x2102", "Quay"), ("0x3922", "Quay")]
)
def test_one_bit_leaves_the_startup_config_out(register: str, name: str) -> None:
    router = saved_router()
    typed(router, "configure terminal", f"config-register {register}")
    assert reloaded(router).prompt == f"{name}#"


def test_it_is_kept_although_the_configuration_is_not_saved() -> None:
    router = saved_router()
    typed(router, "configure terminal", "config-register 0x2142")
    reloaded(router)
    user = reloaded(router)
    assert user.prompt == "Router#"
    assert shown(user) == "Configuration register is 0x2142\n"


def test_the_register_counts_and_not_the_line_that_was_saved() -> None:
    router = saved_router()
    typed(
        router,
        "configure terminal",
        "config-register 0x2142",
        "end",
        "write memory",
        "configure terminal",
        "config-register 0x2102",
    )
    user = reloaded(router)
    assert user.prompt == "Quay#"
    assert shown(user) == "Configuration register is 0x2102\n"


def test_no_config_register_is_the_usual_value() -> None:
    router = saved_router()
    user = typed(router, "configure terminal", "config-register 0x2142", "no config-register", "end")
    assert shown(user) == "Configuration register is 0x2102\n"
    assert reloaded(router).prompt == "Quay#"


def test_a_refused_value_changes_nothing() -> None:
    router = Router()
    user = typed(router, "configure terminal")
    for value in ("", "2142", "0x", "0x10000", "0x2142 now"):
        assert not user.run(f"config-register {value}").accepted
    assert shown(router.session()) == "Configuration register is 0x2102\n"


def test_it_may_be_saved_and_erased() -> None:
    router = saved_router()
    typed(router, "configure terminal", "config-register 0x2142")
    user = reloaded(router, save=True)
    assert user.prompt == "Router#"
    user.execute("write memory")
    assert "hostname Quay" not in user.execute("show startup-config")


def test_a_file_may_have_the_line() -> None:
    router = Router.from_text("hostname Quay\nconfig-register 0x2142\nend\n")
    assert shown(router.session()) == "Configuration register is 0x2142\n"
    assert router.session().prompt == "Quay#"
    assert reloaded(router).prompt == "Router#"


def test_every_command_has_the_same_value() -> None:
    router = Router()
    typed(router, "configure terminal", "config-register 0x2142")
    user = reloaded(router)
    for command in ("show version", "show boot"):
        assert "Configuration register is 0x2142\n" in user.execute(command)
    assert "Configuration register = 0x2142\n" in user.execute("show redundancy")
