"""terminal …, show terminal, show history and show inventory."""

from __future__ import annotations

from iossim import Router


def test_the_settings_of_the_line() -> None:
    user = Router().session()
    for line in ("terminal length 30", "terminal width 100", "terminal history size 5"):
        assert user.execute(line) == ""
    assert user.execute("show terminal") == (
        'Line 0, Location: "", Type: ""\nLength: 30 lines, Width: 100 columns\nHistory is enabled, history size is 5.\n'
    )


def test_the_commands_typed_before() -> None:
    user = Router().session()
    user.run("show clock")
    user.run("show privilege")
    assert user.execute("show history") == "  show clock\n  show privilege\n  show history\n"


def test_one_serial_number() -> None:
    user = Router().session()
    serial = user.execute("show inventory").split("SN: ")[1].split("\n")[0]
    assert f"Processor board ID {serial}\n" in user.execute("show version")
