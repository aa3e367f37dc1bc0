"""The schemas of docs/xml: up to date, and true of every request and answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from docs.xml import generate
from docs.xml.skeletons import skeletons
from iossim.xmlapi import answer_as_owner
from iossim.xmlapi.methods import catalogue
from tests.xmlapi.support import office, request, response, schema


def questions() -> list[bytes]:
    """Every method with nothing, and each parameter with its keywords, with what may be there and what is not."""
    asked = []
    for method in skeletons():
        asked.append(request(method.name))
        for each in method.parameters:
            words = (*each.keywords, "1", "6001", "SEP000DBC80EB51", "nonsense")
            asked += [request(method.name, (each.name, word)) for word in words]
    return asked


@pytest.mark.parametrize("body", questions(), ids=lambda body: body.decode()[9:60])
def test_every_request_is_as_the_schema_says_or_refused(body: bytes) -> None:
    answer = response(answer_as_owner(office(), body))
    if not schema("requests").validate(etree.fromstring(body)):
        assert answer.findtext("ISError/ISErrorCode") in ("3", "4")


def test_whole_answers_are_in_the_schema_too() -> None:
    schema("answers").assertValid(etree.fromstring(answer_as_owner(office(), request("ISgetDevice", ("ISKeyword", "all")))))


@pytest.mark.parametrize(
    "text",
    [
        "<response><ISGlobal/></response>",
        "<response><ISuser><ISuserID/><ISuserType>9</ISuserType><ISuserTag>1</ISuserTag></ISuser></response>",
        "<response><ISDevices><ISDevice><ISDevID>x</ISDevID></ISDevice></ISDevices></response>",
        "<response><ISexecCLIResponse>0</ISexecCLIResponse><ISexecCLIError/></response>",
    ],
)
def test_the_schema_is_not_true_of_anything(text: str) -> None:
    assert not schema("answers").validate(etree.fromstring(text))


def test_every_method_is_in_the_reference() -> None:
    assert {each.name for each in skeletons()} == {method.name for method in catalogue().methods}
    page = (Path(generate.FOLDER) / "methods.md").read_text(encoding="utf-8")
    for each in skeletons():
        assert f"## {each.name}\n" in page
        assert each.says


def test_every_row_of_the_reference_says_where_the_text_comes_from() -> None:
    page = (Path(generate.FOLDER) / "methods.md").read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith(("| `IS", "| &emsp;")) and line.count(" | ") == 3]
    leaves = {row[0].lstrip("| "): row[3].rstrip(" |") for row in rows if row[1].strip()}
    assert len(leaves) > 300
    assert not [name for name, source in leaves.items() if not source]
    assert leaves["&emsp;&emsp;`ISDevStatus`"] == "whether the phone is registered"
    assert leaves["&emsp;`ISName`"] == "`hostname` *hostname* in [global](../commands/global.md)"
    assert leaves["&emsp;&emsp;&emsp;`incoming`"] == "`translation-profile incoming` *profile*"


def test_the_generated_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().out


def test_a_difference_is_seen_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "FOLDER", tmp_path)
    assert generate.main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    (tmp_path / "methods.md").write_text("old")
    assert generate.main(["--check"]) == 1
