"""The schemas of the XML API: up to date, and true of every request and answer.

Two tools judge the answers: lxml (RELAX NG and XML Schema), and the package `xmlschema` (XML Schema).
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from docs.xml import generate
from docs.xml.relax_ng import KNOWN_DEFAULT
from iossim.cli import main
from iossim.xmlapi import answer_as_owner
from iossim.xmlapi.methods import catalogue
from iossim.xmlapi.schemas import FILES, SOAP, schema
from iossim.xmlapi.skeletons import skeletons
from tests.xmlapi.support import office, relax_ng, request, response

FOLDER = Path(generate.ROOT) / "iossim" / "xmlapi" / "schemas"
METHODS = Path(generate.ROOT) / "docs" / "xml" / "methods.md"
NAMESPACES = ("", KNOWN_DEFAULT, "urn:a&b")
#: What a request is put into, so that its answer is within a default namespace.
_ENVELOPE = '<e:Envelope xmlns="{0}" xmlns:e="{0}"><e:Body><axl>{1}</axl></e:Body></e:Envelope>'
#: More than the office has, so that every list has an item.
MORE = """\
telephony-service
 fac standard
 call-forward pattern .T
 auto assign 1 to 3
 night-service everyday 12:00 14:00
 directory entry 1 1234 name first last
ephone-template 1
ephone-dn-template 1
voice user-profile 1
 user a password a
 number 201 type normal
 speed-dial 1 901
voice register global
 mode cme
 source-address 10.1.1.1
 max-dn 1
 max-pool 1
voice register dn 1
 number 901
voice register pool 1
 id mac 0013.1978.3CA5
 number 1 dn 1
voice register session-server 1
 register-id SS1
voice hunt-group 1 parallel
 pilot 200
 list 201,202
presence
"""


def questions() -> list[bytes]:
    """Every method without a parameter, and with each parameter: its keywords, values that exist, and one that does not."""
    asked = []
    for method in skeletons():
        asked.append(request(method.name))
        for parameter in method.parameters:
            words = (*parameter.keywords, "1", "6001", "SEP000DBC80EB51", "nonsense")
            asked += [request(method.name, (parameter.name, word)) for word in words]
    return asked


@cache
def answers(namespace: str) -> list[bytes]:
    """The answers to all questions, whole; for a default namespace, those to requests within it."""
    router = office(MORE)
    router.phones.register(1)
    router.phones.unregister(1)
    updates = [request("ISupdateUser", ("ISuserID", user), ("ISpassword", "b")) for user in ("a", "nobody")]
    bodies = [*questions(), *updates]
    if namespace:
        escaped = namespace.replace("&", "&amp;")
        bodies = [_ENVELOPE.format(escaped, body.decode()).encode() for body in bodies]
    return [answer_as_owner(router, body) for body in bodies]


@cache
def second_tool(namespace: str) -> xmlschema.XMLSchema:
    """The XML Schema of whole answers, for the package `xmlschema`."""
    if namespace:
        return xmlschema.XMLSchema(schema("answers.xsd", namespace))
    return xmlschema.XMLSchema(str(FOLDER / "envelope.xsd"))


@pytest.mark.parametrize("body", questions(), ids=lambda body: body.decode()[9:60])
def test_every_request_is_as_the_schema_says_or_refused(body: bytes) -> None:
    answer = response(answer_as_owner(office(), body))
    if not relax_ng("requests.rng").validate(etree.fromstring(body)):
        assert answer.findtext("ISError/ISErrorCode") in ("3", "4")


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_answer_is_as_relax_ng_says(namespace: str) -> None:
    validator = etree.RelaxNG(etree.fromstring(schema("answers.rng", namespace).encode()))
    for answer in answers(namespace):
        validator.assertValid(etree.fromstring(answer))


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_answer_is_as_xml_schema_says(namespace: str) -> None:
    if namespace:
        validator = etree.XMLSchema(etree.fromstring(schema("answers.xsd", namespace).encode()))
    else:
        validator = etree.XMLSchema(file=str(FOLDER / "envelope.xsd"))
    for answer in answers(namespace):
        validator.assertValid(etree.fromstring(answer))


@pytest.mark.parametrize("namespace", NAMESPACES)
def test_every_answer_is_as_xml_schema_says_by_a_second_tool(namespace: str) -> None:
    for answer in answers(namespace):
        second_tool(namespace).validate(io.BytesIO(answer))


def test_the_answers_have_every_method_and_items_in_every_list() -> None:
    payloads = [etree.fromstring(answer).find(".//response") for answer in answers("")]
    names = {str(node.tag) for payload in payloads if payload is not None for node in payload.iter()}
    for method in skeletons():
        for element in method.payload:
            assert element.name in names, method.name
            assert not element.children or element.children[0].name in names, method.name


def test_one_file_holds_for_the_answers_without_a_namespace_and_within_the_known_one() -> None:
    for namespace in ("", KNOWN_DEFAULT):
        for answer in answers(namespace):
            relax_ng("answers.rng").assertValid(etree.fromstring(answer))
    assert not relax_ng("answers.rng").validate(etree.fromstring(answers("urn:a&b")[0]))


def test_a_bare_response_is_in_the_schemas_too() -> None:
    validator = etree.XMLSchema(file=str(FOLDER / "answers.xsd"))
    for answer in answers(""):
        bare = etree.fromstring(answer).find(".//response")
        assert bare is not None
        relax_ng("answers.rng").assertValid(bare)
        validator.assertValid(bare)


WRONG = [
    "<response><ISGlobal/></response>",
    "<response><ISuser><ISuserID/><ISuserType>9</ISuserType><ISuserTag>1</ISuserTag></ISuser></response>",
    "<response><ISDevices><ISDevice><ISDevID>x</ISDevID></ISDevice></ISDevices></response>",
    "<response><ISDevices><ISDevice><ISDevName/></ISDevice></ISDevices></response>",
    "<response><ISexecCLIResponse>0</ISexecCLIResponse><ISexecCLIError/></response>",
    "<response><ISError><ISErrorCode/><ISErrorMsg/></ISError></response>",
    '<response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ISSaveConfig"><ISSaveConfigResult>maybe'
    "</ISSaveConfigResult></response>",
    '<response xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ISgetGlobalResponse"><ISDevices/></response>',
]


@pytest.mark.parametrize("text", WRONG)
def test_no_schema_is_true_of_anything(text: str) -> None:
    wrong = etree.fromstring(text)
    assert not relax_ng("answers.rng").validate(wrong)
    assert not etree.XMLSchema(file=str(FOLDER / "answers.xsd")).validate(wrong)
    assert not xmlschema.XMLSchema(str(FOLDER / "answers.xsd")).is_valid(text)


def test_an_answer_in_another_namespace_is_not_in_the_schema() -> None:
    assert not second_tool("").is_valid(io.BytesIO(answers(KNOWN_DEFAULT)[0]))
    assert not second_tool(KNOWN_DEFAULT).is_valid(io.BytesIO(answers("")[0]))
    assert not second_tool(KNOWN_DEFAULT).is_valid(io.BytesIO(answers("urn:a&b")[0]))


# -- the command -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FILES)
def test_the_command_prints_each_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert capsys.readouterr().out == (FOLDER / name).read_text(encoding="utf-8")


def test_the_command_prints_the_answers_in_xml_schema_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == (FOLDER / "answers.xsd").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["answers.xsd", "answers.rng"])
def test_the_command_prints_a_schema_for_a_namespace(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name, "--namespace", "urn:a&b"]) == 0
    assert capsys.readouterr().out == schema(name, "urn:a&b")


def test_the_requests_of_a_client_within_its_namespace() -> None:
    validator = etree.RelaxNG(etree.fromstring(schema("requests.rng", "urn:a&b").encode()))
    body = _ENVELOPE.format("urn:a&amp;b", "<request><ISgetGlobal/></request>")
    validator.assertValid(etree.fromstring(body))
    assert not validator.validate(etree.fromstring("<request><ISgetGlobal/></request>"))


def test_the_envelope_has_the_namespace_of_soap(capsys: pytest.CaptureFixture[str]) -> None:
    assert f'targetNamespace="{SOAP}"' in schema("envelope.xsd")
    with pytest.raises(SystemExit, match="2"):
        main(["schema", "envelope.xsd", "--namespace", "urn:a"])
    assert "answers.xsd has the envelope" in capsys.readouterr().err


def test_the_command_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["schema", "--help"])
    shown = capsys.readouterr().out
    assert "iossim schema answers.xsd --namespace" in shown
    assert all(name in shown for name in FILES)


def test_the_command_refuses_another_name(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["schema", "answers"])
    assert "there are: answers.xsd, answers.rng" in capsys.readouterr().err


# -- the reference ---------------------------------------------------------------------------------------------------------


def test_every_method_is_in_the_reference() -> None:
    assert {method.name for method in skeletons()} == {method.name for method in catalogue().methods}
    page = METHODS.read_text(encoding="utf-8")
    for method in skeletons():
        assert f"## {method.name}\n" in page
        assert method.meaning


def test_every_row_of_the_reference_says_where_the_text_comes_from() -> None:
    page = METHODS.read_text(encoding="utf-8")
    rows = [line.split(" | ") for line in page.splitlines() if line.startswith(("| `IS", "| &emsp;")) and line.count(" | ") == 3]
    leaves = {row[0].lstrip("| "): row[3].rstrip(" |") for row in rows if row[1].strip()}
    assert len(leaves) > 300
    assert not [name for name, source in leaves.items() if not source]
    assert leaves["&emsp;&emsp;`ISDevStatus`"] == "the status of the phone: registered, unregistered or deceased"
    assert leaves["&emsp;`ISName`"] == "`hostname` *hostname* in [global](../commands/global.md)"
    assert leaves["&emsp;&emsp;&emsp;`incoming`"] == "`translation-profile incoming` *profile*"


def test_the_generated_files_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--check"]) == 0, capsys.readouterr().out


def test_a_difference_is_seen_and_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    assert generate.main(["--check"]) == 1
    assert list(tmp_path.iterdir()) == []
    for folder in ("docs/xml", "iossim/xmlapi/schemas"):
        (tmp_path / folder).mkdir(parents=True)
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    (tmp_path / "docs" / "xml" / "methods.md").write_text("old")
    assert generate.main(["--check"]) == 1
