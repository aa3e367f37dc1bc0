"""The text of a request, and the programs that send it: curl and Python."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from xml.sax.saxutils import escape


def request_text(method: str, parameters: Iterable[tuple[str, str]]) -> str:
    """The body of a request.

    Args:
        method: the name of the method.
        parameters: names and values; a parameter without a value is left out.
    """
    inside = "".join(f"    <{name}>{escape(value)}</{name}>\n" for name, value in parameters if value)
    call = f"  <{method}>\n{inside}  </{method}>\n" if inside else f"  <{method}/>\n"
    return f"<request>\n{call}</request>\n"


def as_curl(url: str, user: str, body: str) -> str:
    """The command that sends a request; curl asks for the password.

    Args:
        url: the address of the XML API.
        user: the name of the user.
        body: the body of the request.
    """
    return f"curl --user {shlex.quote(user)} --data-binary {shlex.quote(body)} {shlex.quote(url)}"


def as_python(url: str, user: str, body: str) -> str:
    """The Python program that sends a request; it asks for the password.

    Args:
        url: the address of the XML API.
        user: the name of the user.
        body: the body of the request.
    """
    return f"""import base64
import getpass
import urllib.request

url = {url!r}
user = {user!r}
body = {body!r}

credentials = base64.b64encode(f"{{user}}:{{getpass.getpass()}}".encode()).decode()
request = urllib.request.Request(url, body.encode(), {{"Authorization": f"Basic {{credentials}}"}})
with urllib.request.urlopen(request) as answer:
    print(answer.read().decode())
"""
