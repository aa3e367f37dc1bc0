"""`iossim diff`: the lines that it prints, typed into a router that runs one configuration, give the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.cli import main
from iossim.validate.comparison import compare

OFFICE = """\
hostname Office
username ann privilege 15 secret 5 $1$Offc$XFrk.q4WUJpFmE2jJJXPc1
interface GigabitEthernet0/0
 description phones
 ip address 10.1.1.1 255.255.255.0
telephony-service
 max-ephones 5
 max-dn 5
ephone-dn  1  dual-line
 number 1001
ephone  1
 mac-address 0011.2233.4401
 button  1:1
end
"""


def _type(old: str, lines: list[str]) -> str:
    """The running-config of a router after lines were typed, each one alone and without its indentation."""
    router = Router.from_text(old)
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        output = session.execute(line.strip())
        assert "%" not in output, (line, output)
    assert session.prompt.endswith("(config)#")
    return router.running_config


CHANGES = [
    (OFFICE, OFFICE),
    (OFFICE, OFFICE.replace("Office\n", "Shop\n")),
    (OFFICE, OFFICE.replace(" description phones\n", "").replace("10.1.1.1", "10.1.1.2")),
    (OFFICE, OFFICE.replace("username ann", "username bob")),
    (OFFICE, OFFICE.replace("dual-line", "octo-line")),
    (OFFICE, OFFICE.replace(" max-dn 5\n", " max-dn 9\n").replace("ephone  1", "ephone-dn  9\n number 9009\nephone  1")),
    (OFFICE, OFFICE.replace("end\n", "banner motd ^C\nno ip http server\n^C\nip http server\nend\n")),
    (OFFICE.replace("end\n", "banner motd ^C\nhello\n^C\nend\n"), OFFICE),
    (
        OFFICE,
        OFFICE.replace(
            "end\n", "mgcp\nrouter ospf 1\n network 10.0.0.0 0.255.255.255 area 0\nip route 0.0.0.0 0.0.0.0 10.1.1.9\nend\n"
        ),
    ),
    (OFFICE.replace("end\n", "mgcp\nip access-list extended A\n permit ip any any\nend\n"), OFFICE),
    (OFFICE, OFFICE.replace("ephone  1\n mac-address 0011.2233.4401\n button  1:1\n", "")),
    (OFFICE, OFFICE[: OFFICE.index("telephony")] + "end\n"),
]


@pytest.mark.parametrize("number", range(len(CHANGES)))
@pytest.mark.parametrize("back", [False, True])
def test_typed_into_a_router_they_give_the_other_configuration(number: int, back: bool) -> None:
    old, new = CHANGES[number][:: -1 if back else 1]
    comparison = compare(old, new)
    assert comparison.left == []
    assert _type(old, comparison.lines) == Router.from_text(new).running_config


def test_equal_configurations_give_nothing() -> None:
    assert compare(OFFICE, OFFICE.replace("ephone-dn  1", "ephone-dn 1").replace("end\n", "! comment\nend\n")).lines == []


def test_sections_are_left_and_questions_answered() -> None:
    new = (
        OFFICE.replace("username ann", "username bob")
        .replace(" description phones\n", "")
        .replace("end\n", "ip http server\nend\n")
    )
    lines = compare(OFFICE, new).lines
    assert lines[:2] == ["no username ann privilege 15 secret 5 $1$Offc$XFrk.q4WUJpFmE2jJJXPc1", ""]
    place = lines.index("interface GigabitEthernet0/0")
    assert lines[place : place + 3] == ["interface GigabitEthernet0/0", " no description phones", " exit"]


def test_what_the_router_refuses_is_left() -> None:
    comparison = compare(
        OFFICE, OFFICE.replace("interface Gi", "interface Serial9/0/0\n ip address 10.9.9.9 255.0.0.0\ninterface Gi")
    )
    assert "interface Serial9/0/0" in comparison.left
    assert not any("Serial" in line or "10.9.9.9" in line for line in comparison.lines)


def test_the_exit_status_is_that_of_diff(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a", OFFICE), ("b", OFFICE.replace("Office\n", "Shop\n")), ("c", OFFICE.replace("Gigabit", "Fast"))):
        Path(f"{name}.cfg").write_text(text)
    assert main(["diff", "a.cfg", "a.cfg"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "a.cfg", "b.cfg"]) == 1
    assert capsys.readouterr().out == "hostname Shop\n"
    assert main(["diff", "a.cfg", "c.cfg"]) == 2
    assert "because the router refuses the change" in capsys.readouterr().err
    assert main(["diff", "a.cfg", "none.cfg"]) == 2
