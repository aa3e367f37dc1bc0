"""The HTTP side without a socket: who is let in, what is served, and the headers of the router's web server."""

import base64

import pytest

from iossim.xmlapi import answer_http
from iossim.xmlapi.web_server import phrase
from tests.xmlapi.support import CREDENTIALS, HEADERS, URL, office, request

GLOBAL = request("ISSaveConfig")


def basic(text: str) -> dict[str, str]:
    return {"authorization": "Basic " + base64.b64encode(text.encode()).decode()}


def test_an_answer_has_the_headers_of_ios_in_their_order() -> None:
    status, headers, body = answer_http(office(), "POST", URL, CREDENTIALS, GLOBAL)
    assert status == 200
    assert list(headers) == HEADERS
    assert headers["Server"] == "cisco-IOS"
    assert headers["Connection"] == "close"
    assert headers["Content-Length"] == str(len(body))
    assert headers["Content-Type"] == "text/xml"
    assert headers["Expires"] == headers["Last-Modified"] == headers["Date"]
    assert headers["Date"].endswith(" GMT")
    assert headers["Cache-Control"] == "no-store, no-cache, must-revalidate"


def test_a_connection_is_kept_for_a_client_that_asks() -> None:
    headers = answer_http(office(), "POST", URL, CREDENTIALS | {"connection": "Keep-Alive"}, GLOBAL)[1]
    assert headers["Connection"] == "keep-alive"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        basic("cisco:wrong"),
        basic("Cisco:s3cret"),
        basic("cisco"),
        basic(":"),
        {"Authorization": "Basic ???"},
        {"Authorization": "Bearer abc"},
        {"Authorization": ""},
        {"Authorization": "Basic " + base64.b64encode(b"cisco:\xff").decode()},
    ],
)
def test_without_the_right_credentials_there_is_a_401(headers: dict[str, str]) -> None:
    status, answered, body = answer_http(office(), "POST", URL, headers, GLOBAL)
    assert (status, body) == (401, b"401 Unauthorized")
    assert list(answered) == ["Date", "Server", "Connection", "Accept-Ranges", "WWW-Authenticate"]
    assert answered["WWW-Authenticate"] == 'Basic realm="level_15_access"'


def test_without_an_xml_user_nobody_is_let_in() -> None:
    router = office("telephony-service\n no xml user cisco password s3cret 15\n")
    assert answer_http(router, "POST", URL, CREDENTIALS, GLOBAL)[0] == 401


def test_a_second_xml_user_replaces_the_first() -> None:
    router = office("telephony-service\n xml user other password 0ther 5\n")
    assert answer_http(router, "POST", URL, CREDENTIALS, GLOBAL)[0] == 401
    assert answer_http(router, "POST", URL, basic("other:0ther"), GLOBAL)[0] == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (URL, 200),
        (URL + "/", 200),
        (f"http://router{URL}?x=http://a", 200),
        ("HTTP://10.1.1.1:8080/other", 404),
        (URL + "?a=b", 200),
        (URL.upper(), 404),
        ("/ios_xml_app/other", 404),
        ("/", 404),
        ("", 404),
    ],
)
def test_only_one_path_is_served(path: str, status: int) -> None:
    assert answer_http(office(), "POST", path, CREDENTIALS, GLOBAL)[0] == status


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post"])
def test_only_post_is_served(method: str) -> None:
    status, headers, _ = answer_http(office(), method, URL, CREDENTIALS, GLOBAL)
    assert (status, headers["Allow"]) == (405, "POST")


def test_the_longest_body_is_32_mib() -> None:
    assert answer_http(office(), "POST", URL, CREDENTIALS, b" " * 33_554_432)[0] == 200
    assert answer_http(office(), "POST", URL, CREDENTIALS, b" " * 33_554_433)[0] == 413
    assert answer_http(office(), "POST", URL, CREDENTIALS | {"Content-Length": "33554433"}, b"")[0] == 413
    assert answer_http(office(), "POST", URL, CREDENTIALS | {"Content-Length": "\u00b2"}, b"")[0] == 200


@pytest.mark.parametrize("section", ["ixi transport http", "ixi application cme"])
def test_transport_and_application_must_both_run(section: str) -> None:
    assert answer_http(office(f"{section}\n shutdown\n"), "POST", URL, CREDENTIALS, GLOBAL)[0] == 404


def test_phrases_do_not_change_with_python() -> None:
    assert phrase(413) == "Request Entity Too Large"
    assert phrase(414) == "Request-URI Too Long"
