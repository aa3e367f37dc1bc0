"""Reading requests: as programs send them, as the documents print them, and broken."""

import pytest

from iossim.xmlapi.iserror import Problem, not_xml, unknown_request
from iossim.xmlapi.method import Catalogue, Method, MethodCall, Namespaces, Parameter, Reply, Request
from iossim.xmlapi.request import envelope
from tests.xmlapi.support import read

Reading = tuple[str, list[tuple[str, str]]]


def nothing(call: MethodCall) -> Reply:
    return Reply([])


def method(name: str, *parameters: str, aliases: tuple[str, ...] = ()) -> Method:
    return Method(name, nothing, tuple(Parameter(*_split(each)) for each in parameters), aliases)


def _split(listed: str) -> tuple[str, tuple[str, ...]]:
    name, *aliases = listed.split()
    return name, tuple(aliases)


CATALOGUE = Catalogue(
    [
        method("ISexecCLI", "CLI"),
        method("ISSaveConfig"),
        method("ISgetGlobal"),
        method("ISgetDevice", "ISDevID", "ISDevName IDDevName", "ISKeyword"),
        method("ISgetDeviceTemplate", "ISDevTemplateID ISgetDevTemplateID", "ISKeyword"),
        method("ISgetExtension", "ISExtID ISVExtID", "ISExtNumber", "ISKeyword", aliases=("ISExtension",)),
        method("ISgetExtensionTemplate", "ISExtTemplateID ISExtensionTemplateID", aliases=("ISExtensionTemplates",)),
        method("ISgetSessionServer", "ISSessionServerID", "ISSessionServerName", "ISKeyword"),
    ]
)


def reading(text: str | bytes) -> Reading | Problem:
    found, _ = read(text if isinstance(text, bytes) else text.encode(), CATALOGUE)
    return (found.method.name, list(found.parameters)) if isinstance(found, Request) else found


def namespaces(text: str) -> Namespaces:
    return read(text.encode(), CATALOGUE)[1]


GLOBAL = "<request><ISgetGlobal/></request>"


@pytest.mark.parametrize(
    "text",
    [
        f"<SOAP-ENV:Envelope><SOAP-ENV:Body><axl>{GLOBAL}</axl></SOAP-ENV:Body></SOAP-ENV:Envelope>",
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV=""><SOAP-ENV:Body><axl>{GLOBAL}</axl></SOAP-ENV:Body></SOAP-ENV:Envelope>',
        f'<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><axl>{GLOBAL}</axl></S:Body></S:Envelope>',
        f'<SOAP-ENV:Envelope xmlns="cisco_cme"><Body><axl>{GLOBAL}</axl></Body></SOAP-ENV:Envelope>',
        f'\n\n<?xml version="1.0" encoding="UTF-8"?>\n\n<Envelope><Body><axl>{GLOBAL}</axl></Body></Envelope>\n',
        f"<S:Envelope><S:Header><S:x/></S:Header><S:Body><axl>{GLOBAL}</axl></S:Body></S:Envelope>",
        f"<!-- a comment --><Envelope><?pi?><Body>{GLOBAL}</Body></Envelope>",
        '<request xsi:type="ISgetGlobal"><ISgetGlobal></ISgetGlobal></request>',
        "<request xsi:type=”ISgetGlobal”><ISgetGlobal></ISgetGlobal></request>",
        "<ISgetGlobal/>",
        "<ISGETglobal></ISGETglobal>",
        "<cme:ISgetGlobal/>",
    ],
)
def test_the_envelope_may_look_as_it_likes(text: str) -> None:
    assert reading(text) == ("ISgetGlobal", [])


def test_parameters_are_taken_in_order_and_entities_decoded() -> None:
    text = "<ISexecCLI><CLI> a b </CLI><CLI>a &amp; b</CLI><cli><![CDATA[x < y]]></cli><CLI/><other/></ISexecCLI>"
    assert reading(text) == ("ISexecCLI", [("CLI", "a b"), ("CLI", "a & b"), ("CLI", "x < y"), ("CLI", "")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<request>\n<ISgetDeviceTemplate>\n<ISgetDevTemplateID>1</ISgetDevTemplateID>\n<ISgetDeviceTemplate>\n</request>",
            ("ISgetDeviceTemplate", [("ISDevTemplateID", "1")]),
        ),
        (
            "<ISgetDeviceTemplate>\n<ISgetDevTemplateID>1</ISgetDevTemplateID>\n<ISgetDeviceTemplate>\n",
            ("ISgetDeviceTemplate", [("ISDevTemplateID", "1")]),
        ),
        (
            "<request><ISExtension><ISVExtID>1</ISExtID><ISExtNumber>1</ISExtNumber></ISExtension></request>",
            ("ISgetExtension", [("ISExtID", "1"), ("ISExtNumber", "1")]),
        ),
        (
            "<request><ISExtensionTemplates><ISExtensionTemplateID>1</ISExtensionTemplateID></ISgetExtension></request>",
            ("ISgetExtensionTemplate", [("ISExtTemplateID", "1")]),
        ),
        (
            "<request><ISgetDevice><IDDevName>SEP1</ISDevName></ISgetDevice></request>",
            ("ISgetDevice", [("ISDevName", "SEP1")]),
        ),
        (
            "<ISgetSessionServer><ISSessionserverName>SS1</ISSessionserverName></ISgetExtension>",
            ("ISgetSessionServer", [("ISSessionServerName", "SS1")]),
        ),
        (
            "<request><ISexecCLI><!-- x --><CLI>Tom & <b</CLI><CLI><![CDATA[a<c>]]></CLI></ISexecCLI></axl></request>",
            ("ISexecCLI", [("CLI", "Tom & <b"), ("CLI", "a<c>")]),
        ),
        (
            "<request><ISexecCLI><CLI>a &#65;&#x42;&#9;&#x10FFFF;&quot;&nbsp;</CLI></request>",
            ("ISexecCLI", [("CLI", 'a AB\t\U0010ffff"&nbsp;')]),
        ),
    ],
    ids=[
        "unclosed method",
        "bare unclosed method",
        "wrong end tag",
        "other end tag",
        "misspelt",
        "bare",
        "raw characters",
        "references",
    ],
)
def test_documented_misprints_are_read(text: str, expected: Reading) -> None:
    assert reading(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \r\n ",
        '{"method": "ISgetGlobal"}',
        "ISgetGlobal",
        "<request><ISexecCLI><CLI>ephone 4</CLI><CLI>mac-addr",
        "<request><ISexecCLI><CLI>ephone 4</CLI>",
        "<request><ISexecCLI><CLI>ephone 4</CLI><CLI>",
        "<request><ISexecCLI><CLI>ephone 4</CLI><request>",
        "<ISexecCLI><CLI>ephone 4</CLI><CLI>",
        "<ISgetGlobal>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><request><ISgetGlobal>&e;</ISgetGlobal></request>",
        "<!doctype a><ISgetGlobal/>",
        "<request><what>ever</request>",
        "<request><ISgetGlobal></request",
        "<",
        "<a>" * 10_000,
        "<![CDATA[",
        "<!-- <ISgetGlobal/>",
    ],
)
def test_what_is_no_request_is_a_parse_error(text: str) -> None:
    assert reading(text) == not_xml()


def test_a_doctype_is_found_in_every_encoding() -> None:
    text = "<!DOCTYPE a [<!ENTITY e 'x'>]><ISgetGlobal>&e;</ISgetGlobal>"
    assert {str(reading(text.encode(code))) for code in ("utf-8", "utf-16", "utf-16-le", "utf-32")} == {str(not_xml())}


@pytest.mark.parametrize("code", ["0", "8", "xB", "x1F", "xD800", "xDFFF", "xFFFE", "x110000", "9999999"])
@pytest.mark.parametrize("end", ["</ISexecCLI></request>", "</request>"])
def test_a_reference_to_no_character_is_refused(code: str, end: str) -> None:
    assert reading(f"<request><ISexecCLI><CLI>hostname a&#{code};b</CLI>{end}") == not_xml()


def test_an_entity_bomb_is_refused_unread() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    assert reading(f'<!DOCTYPE b [<!ENTITY e0 "boom">{entities}]><ISgetGlobal>&e11;</ISgetGlobal>') == not_xml()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<request><ISgetNothing/></request>", "ISgetNothing"),
        ("<html/>", "html"),
        ("<Envelope><Body><axl><request/></axl></Body></Envelope>", ""),
        ("<ISget" + "x" * 1000 + "/>", "ISget" + "x" * 1000),
    ],
)
def test_an_unknown_method_is_named(text: str, name: str) -> None:
    assert reading(text) == unknown_request(name)


def test_a_fault_behind_many_unbound_prefixes_is_found() -> None:
    many = "<q:x/>" * 200
    assert reading(f"<request>{many}<ISexecCLI><CLI>hostname a</CLI>") == not_xml()
    assert reading(f"<request><ISexecCLI>{'<q:CLI>a</q:CLI>' * 200}</ISexecCLI></request>") == (
        "ISexecCLI",
        [("CLI", "a")] * 200,
    )


@pytest.mark.parametrize("piece", ["<", "<a", "<!--", "<![CDATA[", "&", "<a b='", "a.", "]]>", "</CLI>", "\0"])
def test_reading_takes_time_in_proportion_to_length(piece: str) -> None:
    """No verdict on seconds: a reading that takes quadratic time would not end within any patience."""
    reading("<request><ISexecCLI><CLI>" + piece * 300_000 + "</request>")


@pytest.mark.parametrize("opening", ["", "<a", "<a b='", "<!--", "<?a ", "<a>&", "<a></a", "<!DOCTYPE "])
def test_a_piece_of_markup_without_end_is_given_up_soon(opening: str) -> None:
    """Read piece by piece, it would have to be looked at again with every piece: 32 MB would take half a minute."""
    steps = envelope.read((opening + "x" * 4_000_000).encode(), CATALOGUE)
    assert len(list(steps)) < 10
    assert reading(opening + "x" * 4_000_000) == not_xml()


def test_a_text_may_be_long() -> None:
    assert reading(f"<ISexecCLI><CLI>{'x' * 4_000_000}</CLI></ISexecCLI>") == ("ISexecCLI", [("CLI", "x" * 4_000_000)])


def test_namespaces_of_the_request_are_reported() -> None:
    axl = '<axl xmlns="http://axl"><request><ISgetGlobal/></request></axl>'
    assert namespaces(f'<SOAP-ENV:Envelope xmlns="u"><Body>{axl}</Body></SOAP-ENV:Envelope>').default == "u"
    assert namespaces(f'<S:Envelope xmlns:S="v"><S:Body>{axl}</S:Body></S:Envelope>') == Namespaces("", "v", "http://axl")
    assert namespaces(f'<S:Envelope xmlns:S=""><S:Body>{GLOBAL}</S:Body></S:Envelope>') == Namespaces()
    assert namespaces('<ISgetGlobal xmlns="u"/>').default == "u"


@pytest.mark.parametrize("uri", ["&quot;&lt;", "a b", "%", "http://www.w3.org/XML/1998/namespace", "ü"])
def test_a_namespace_that_no_answer_could_declare_is_ignored(uri: str) -> None:
    assert namespaces(f'<ISgetGlobal xmlns="{uri}"/>') == Namespaces()
