"""Admission of a request by its head alone: address, path, method, credentials, length.

A client without a password cannot make the server read a body of 32 MiB.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING

from iossim.xmlapi.access_list import permits
from iossim.xmlapi.users import User, authenticate, basic
from iossim.xmlapi.web_server import Response, ixi_is_up, refuse

if TYPE_CHECKING:
    from iossim.router import RouterCore

PATH = "/ios_xml_app/cme"
#: Bytes of the longest body that is read.
MAX_BODY = 32 * 1024 * 1024
_HOST = re.compile(r"\Ahttps?://[^/]*", re.IGNORECASE)


def admit(router: RouterCore, method: str, target: str, headers: Mapping[str, str], client: str) -> User | Response:
    """The user who sends a request, or the answer that refuses it.

    Args:
        router: the router.
        method: `POST`; every other one is refused.
        target: path and query, or a whole address (RFC 9112, 3.2.2).
        headers: the headers; a mapping that ignores case, or has its names in small letters.
        client: the client's address.
    """
    if not permits(router, client):
        return refuse(router, HTTPStatus.FORBIDDEN)
    if _HOST.sub("", target.partition("?")[0]) not in (PATH, PATH + "/") or not ixi_is_up(router):
        return refuse(router, HTTPStatus.NOT_FOUND)
    if method != "POST":
        return refuse(router, HTTPStatus.METHOD_NOT_ALLOWED, {"Allow": "POST"})
    user = authenticate(router, basic(headers.get("authorization")))
    if user is None:
        return refuse(router, HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": 'Basic realm="level_15_access"'})
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and len(length) <= 20 and int(length) > MAX_BODY:
        return refuse(router, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    return user
