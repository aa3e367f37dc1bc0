"""The command `iossim request`: its answer and its exit status."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from iossim.cli import main

OFFICE = "sample-configs/small-office.cfg"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<request><ISgetGlobal/></request>", 0),
        ("<request><ISgetDevice><ISDevID>99</ISDevID></ISgetDevice></request>", 1),
        ("<request><ISbanana/></request>", 1),
        ("no XML", 1),
        ("<request><ISexecCLI><CLI>banner motd #&lt;ISError&gt;#</CLI></ISexecCLI></request>", 0),
        ("<request><ISexecCLI><CLI>no such command</CLI></ISexecCLI></request>", 1),
    ],
)
def test_fail_ends_with_status_1_at_an_error(
    body: str, status: int, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "request.xml"
    file.write_text(body, encoding="utf-8")
    assert main(["request", OFFICE, str(file), "--fail"]) == status
    failing = capsysbinary.readouterr().out
    assert main(["request", OFFICE, str(file)]) == 0
    assert capsysbinary.readouterr().out == failing


def test_the_request_may_come_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"<request><ISbanana/></request>")))
    assert main(["request", OFFICE, "-", "--fail"]) == 1
    assert b"ISErrorCode" in capsysbinary.readouterr().out
