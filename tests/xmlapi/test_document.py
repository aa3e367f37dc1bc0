"""Writing answers: the three rules for namespaces, and the layout of the documented samples."""

from lxml import etree

from iossim.xmlapi.iserror import Problem, not_found, unknown_request
from iossim.xmlapi.method import Namespaces, Reply
from iossim.xmlapi.pipeline import CLOSING, error, opening
from iossim.xmlapi.views.render import element

REPLY = Reply([element("a", "1")], "ISSaveConfig")
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
SOAP = "{http://schemas.xmlsoap.org/soap/envelope/}"


def write(reply: Reply | Problem, namespaces: Namespaces) -> bytes:
    if isinstance(reply, Problem):
        return error(reply, namespaces).encode()
    return "".join([opening(namespaces, reply.kind), *reply.payload, CLOSING]).encode()


def names(namespaces: Namespaces) -> list[str]:
    return [str(node.tag) for node in etree.fromstring(write(REPLY, namespaces)).iter()]


def test_the_layout_is_one_element_a_line() -> None:
    assert write(REPLY, Namespaces()).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        "<SOAP-ENV:Body>\n"
        "<axl>\n"
        '<response xsi:type="ISSaveConfig">\n'
        "<a>1</a>\n"
        "</response>\n"
        "</axl>\n"
        "</SOAP-ENV:Body>\n"
        "</SOAP-ENV:Envelope>\n"
    )


def test_without_a_type_there_is_no_attribute() -> None:
    assert b"<response>\n<a>1</a>" in write(Reply(["<a>1</a>\n"]), Namespaces())


def test_a_default_namespace_covers_the_whole_answer() -> None:
    assert names(Namespaces(default="u", envelope="v", axl="w")) == [
        f"{{u}}{name}" for name in ("Envelope", "Body", "axl", "response", "a")
    ]


def test_a_bound_prefix_covers_envelope_and_body_only() -> None:
    assert names(Namespaces(envelope="v")) == ["{v}Envelope", "{v}Body", "axl", "response", "a"]
    assert names(Namespaces(envelope="v", axl="w")) == ["{v}Envelope", "{v}Body", "{w}axl", "{w}response", "{w}a"]


def test_an_unbound_prefix_is_bound_to_soap() -> None:
    assert names(Namespaces(axl="w")) == [f"{SOAP}Envelope", f"{SOAP}Body", "axl", "response", "a"]


def test_a_namespace_cannot_break_out_of_its_attribute() -> None:
    assert b'xmlns="&quot;&gt;&lt;&amp;&#10;"' in write(REPLY, Namespaces(default='"><&\n'))


def test_a_problem_stands_where_the_payload_would() -> None:
    answer = etree.fromstring(write(not_found("ISExtID", "<9>\0"), Namespaces()))
    response = answer.find(".//response")
    assert response is not None
    assert response.get(f"{XSI}type") is None
    assert [(node.tag, node.text) for node in response.iter()][1:] == [
        ("ISError", "\n"),
        ("ISErrorCode", "4"),
        ("ISErrorMsg", "ISExtID <9> not found"),
    ]


def test_an_echo_is_short() -> None:
    assert len(unknown_request("x" * 1_000_000).message) < 100
