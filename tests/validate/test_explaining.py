"""`iossim rules` and `iossim explain`: rules, codes, and lines of a file with their mode, help, default and findings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iossim.cli import main
from iossim.validate.codes import codes

FILE = """\
hostname a
! comment
!
telephony-service
 max-redirect 21
 no max-conferences
 timeouts interdigit 4
 timeouts interdigit 5
 xml user ann password s3cr3tw0rd 15
interface GigabitEthernet0/0
 mystery 3
 no shutdown
banner motd ^C
hello there
^C
end
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.cfg"
    path.write_text(FILE)
    return path


def _explained(capsys: pytest.CaptureFixture[str], subject: str) -> str:
    assert main(["explain", subject]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", sorted(codes()))
def test_every_code_has_an_explanation(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    out = _explained(capsys, name)
    assert out.startswith(f"{name} (")
    assert codes()[name].severity in out.partition("\n")[0]
    assert len(out.split()) > 10


def test_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [name for name, code in codes().items() if code.is_rule]
    assert main(["rules", "--all", "--format", "json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["name"] for each in listed] == list(codes())
    assert all(each["summary"].endswith(".") and each["url"] for each in listed)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (1, ["a.cfg:1: hostname a", "Mode: global configuration (Router(config)#)", "  hostname   ", "Syntax: hostname "]),
        (2, ["A comment."]),
        (3, ["An empty line"]),
        (4, ["Opens telephony-service."]),
        (5, ["Mode: telephony-service", "No command that iossim accepts here.", "error: out-of-range"]),
        (6, ["Mode: telephony-service", "  no   ", "max-conferences"]),
        (
            7,
            [
                "timeouts interdigit 4",
                "  interdigit  ",
                "section `telephony-service`",
                "Default: `timeouts interdigit 10`",
                "Since CME",
            ],
        ),
        (9, ["xml user ann password ****** 15", "  ******  "]),
        (11, ["Mode: interface", "No command that iossim accepts here.", "info: verbatim"]),
        (12, ["Mode: interface", "shutdown"]),
        (13, ["banner motd", "Mode: global configuration"]),
        (14, ["a.cfg:14: hello there", "  banner  "]),
        (16, ["end"]),
    ],
)
def test_a_line_is_explained(file: Path, capsys: pytest.CaptureFixture[str], line: int, parts: list[str]) -> None:
    out = _explained(capsys, f"a.cfg:{line}")
    for part in parts:
        assert part in out
    assert "s3cr3tw0rd" not in out


def test_every_line_of_a_sample_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(__file__).resolve().parents[2] / "sample-configs" / "small-office.cfg"
    for number in range(1, len(path.read_text().splitlines()) + 1):
        out = _explained(capsys, f"{path}:{number}")
        assert "No command that iossim accepts" not in out


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("duplicate-valeu", "did you mean `duplicate-value`?"),
        ("a.cfg:17", "a.cfg has 16 lines, and no line 17"),
        ("a.cfg:0", "no line 0"),
        ("a.cfg:x", "a line is named FILE:LINE"),
        ("none.cfg:1", "none.cfg: cannot be read"),
    ],
)
def test_what_cannot_be_explained_is_status_2(file: Path, capsys: pytest.CaptureFixture[str], subject: str, message: str) -> None:
    assert main(["explain", subject]) == 2
    assert message in capsys.readouterr().err
