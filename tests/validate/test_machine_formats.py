"""The formats for programs, checked against their schemas and read again as their readers do."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest

from iossim.files.fixes import Edit, Fix
from iossim.validate import Diagnostic, validate
from iossim.validate.checking import CheckedFile
from iossim.validate.codes import codes
from iossim.validate.output.writer import Style
from tests.validate.support import written

PROJECT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((PROJECT / "docs" / "validate.schema.json").read_text())
SARIF = json.loads((PROJECT / "tests" / "data" / "sarif" / "sarif-2.1.0-rtm.5.json").read_text())

FIX = Fix("remove the line", (Edit(3, 3), Edit(5, 4, ("a", "b"))))
DIAGNOSTICS = [
    Diagnostic("a b,c:d.cfg", 0, 1, 1, "error", "unreadable", "cannot be read: 100% <full>"),
    Diagnostic("a b,c:d.cfg", 3, 2, 7, "error", "invalid-input", "not “so” & so", "name Jürgen"),
    Diagnostic("a b,c:d.cfg", 4, 2, 7, "error", "invalid-input", "not “so” & so", "name Jürgen"),
    Diagnostic("a b,c:d.cfg", 5, 1, 4, "warning", "duplicate-value", "is used twice", "foo", FIX),
    Diagnostic("a b,c:d.cfg", 6, 1, 4, "info", "verbatim", "kept", "bar\x1b"),
]
FILE = CheckedFile("a b,c:d.cfg", ["x"] * 6, DIAGNOSTICS)
CLEAN = CheckedFile("clean.cfg", ["end"], [])
VERBOSE = Style(verbose=True)


def _json(format_: str, file: CheckedFile = FILE, style: Style = VERBOSE) -> Any:
    return json.loads(written(format_, file, style))


@pytest.mark.parametrize("file", [FILE, CLEAN], ids=["faulty", "clean"])
def test_json_is_as_its_schema_says(file: CheckedFile) -> None:
    jsonschema.validate(_json("json", file), SCHEMA)


def test_the_schema_refuses_another_output() -> None:
    changes: list[dict[str, Any]] = [{"version": 2}, {"diagnostics": [{}]}, {"summary": {}}]
    for change in changes:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**_json("json"), **change}, SCHEMA)


def test_json_has_the_fix_of_a_diagnostic() -> None:
    found = _json("json")["diagnostics"]
    assert ["fix" in each for each in found] == [False, False, False, True, False]
    assert found[3]["fix"]["edits"] == [{"first": 3, "last": 3, "lines": []}, {"first": 5, "last": 4, "lines": ["a", "b"]}]


def test_json_names_the_page_of_a_code() -> None:
    for each in _json("json")["diagnostics"]:
        page = each["url"].partition("#")[0]
        assert page.startswith(("docs/", "https://"))
    assert (PROJECT / "docs" / "validate.schema.json").name in _json("json")["schema"]


def test_json_lines_are_the_diagnostics_of_json() -> None:
    lines = written("json-lines", FILE).splitlines()
    assert list(map(json.loads, lines)) == _json("json")["diagnostics"]
    assert written("json-lines", CLEAN) == ""


@pytest.mark.parametrize("file", [FILE, CLEAN], ids=["faulty", "clean"])
def test_sarif_is_as_its_schema_says(file: CheckedFile) -> None:
    jsonschema.Draft4Validator(SARIF).validate(_json("sarif", file))


def test_sarif_says_what_the_diagnostics_say() -> None:
    (run,) = _json("sarif")["runs"]
    rules, results = run["tool"]["driver"]["rules"], run["results"]
    assert [result["ruleId"] for result in results] == [each.code for each in DIAGNOSTICS]
    assert [rules[result["ruleIndex"]]["id"] for result in results] == [each.code for each in DIAGNOSTICS]
    assert [result["level"] for result in results] == ["error", "error", "error", "warning", "note"]
    assert len({result["partialFingerprints"]["iossim/v1"] for result in results}) == len(results)
    assert run["invocations"] == [{"executionSuccessful": False}]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert {unquote(place["artifactLocation"]["uri"]) for place in places} == {FILE.path}
    assert "region" not in places[0]
    assert places[1]["region"] == {"startLine": 3, "startColumn": 2, "endColumn": 7}
    (change,) = results[3]["fixes"][0]["artifactChanges"]
    assert change["replacements"][1] == {
        "deletedRegion": {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 1},
        "insertedContent": {"text": "a\nb\n"},
    }


def test_a_fingerprint_does_not_depend_on_the_lines_above() -> None:
    below = [
        Diagnostic("a b,c:d.cfg", each.line + 9, 1, 2, each.severity, each.code, each.message, each.text) for each in DIAGNOSTICS
    ]
    moved = CheckedFile(FILE.path, ["x"] * 16, below)
    for format_, name in (("gitlab", "fingerprint"), ("sarif", "partialFingerprints")):
        pair = [_json(format_, file) for file in (FILE, moved)]
        lists = [each if format_ == "gitlab" else each["runs"][0]["results"] for each in pair]
        assert [each[name] for each in lists[0]] == [each[name] for each in lists[1]]


def test_gitlab_gets_issues() -> None:
    issues = _json("gitlab")
    assert [issue["severity"] for issue in issues] == ["major", "major", "major", "minor", "info"]
    assert {issue["location"]["path"] for issue in issues} == {FILE.path}
    assert issues[0]["location"]["positions"]["begin"]["line"] == 1
    assert issues[1]["location"]["positions"] == {"begin": {"line": 3, "column": 2}, "end": {"line": 3, "column": 7}}
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    assert _json("gitlab", CLEAN) == []


def test_github_gets_one_command_a_diagnostic() -> None:
    lines = written("github", FILE, VERBOSE).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::error", "::warning", "::notice"]
    assert lines[0].endswith("cannot be read: 100%25 <full>")
    assert "file=a b%2Cc%3Ad.cfg,line=3,col=2,endLine=3,endColumn=7::a b,c:d.cfg:3:2: invalid-input" in lines[1]
    assert "line=" not in lines[0].partition("::a b")[0]
    assert len(written("github", FILE).splitlines()) == 4


def test_junit_has_a_suite_for_each_file() -> None:
    root = ElementTree.fromstring(written("junit", FILE))
    assert (root.get("tests"), root.get("failures")) == ("4", "4")
    (suite,) = root
    assert suite.get("name") == FILE.path
    failures = list(suite.iter("failure"))
    assert [failure.get("message") for failure in failures] == [each.message for each in DIAGNOSTICS[:4]]
    clean = ElementTree.fromstring(written("junit", CLEAN))
    assert (clean.get("tests"), clean.get("failures"), len(list(clean.iter("testcase")))) == ("1", "0", 1)


def test_checkstyle_has_an_element_for_each_file() -> None:
    root = ElementTree.fromstring(written("checkstyle", FILE, VERBOSE))
    (file,) = root
    assert file.get("name") == FILE.path
    assert [error.get("source") for error in file] == [f"iossim.{each.code}" for each in DIAGNOSTICS]
    assert [(error.get("line"), error.get("severity")) for error in file][:2] == [("0", "error"), ("3", "error")]
    assert list(ElementTree.fromstring(written("checkstyle", CLEAN))) == []


#: Where the reader writes a code: after a severity, in the diagnostics of skipped lines, and with the message of a wrong line.
_WRITTEN = re.compile(
    r"""(?:(?:"error"|"warning"|"info"|severity),\s|skipped\(\w+,\s|Dropped\(|return\s|\(|severity,\scode\s=\s\(?)"([a-z]+(?:-[a-z]+)*)",\s"""
)


def test_every_code_that_the_reader_uses_is_known() -> None:
    validate_folder = PROJECT / "iossim" / "validate"
    sources = [*(PROJECT / "iossim" / "files").glob("*.py"), validate_folder / "allowing.py", validate_folder / "checking.py"]
    used = {code for path in sources for code in _WRITTEN.findall(path.read_text(encoding="utf-8")) if "-" in code}
    assert used >= {"unknown-command", "two-commands", "wrapped-line", "out-of-range", "allow-without-reason", "no-end"}
    assert used <= set(codes())


def test_every_sample_gives_codes_that_are_known() -> None:
    faulty = PROJECT / "sample-configs" / "faulty"
    assert {each.code for each in validate(faulty)} <= set(codes())
