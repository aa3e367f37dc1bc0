"""The XML document of an answer: its envelope in the namespaces that the request asks for, and ISError.

One element a line, no indentation, `<x />` for an empty one.
"""

from __future__ import annotations

from iossim.xmlapi.iserror import Problem
from iossim.xmlapi.method import Namespaces
from iossim.xmlapi.text import element, quote

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
CLOSING = "</response>\n</axl>\n</SOAP-ENV:Body>\n</SOAP-ENV:Envelope>\n"


def opening(namespaces: Namespaces, kind: str = "") -> str:
    """The lines above the payload.

    No answer of a router with its namespaces is on record. A program that declares a default namespace can only read
    an answer in that namespace; one that binds the prefix of Envelope reads Envelope there and the payload in none;
    all others search by name.

    Args:
        namespaces: the namespaces of the request.
        kind: the `xsi:type` of `<response>`; "" for none.
    """
    uri = namespaces.default or namespaces.envelope or _SOAP
    default = f' xmlns="{quote(namespaces.default)}"' if namespaces.default else ""
    repeats_axl = bool(namespaces.envelope and namespaces.axl and not namespaces.default)
    axl = f' xmlns="{quote(namespaces.axl)}"' if repeats_axl else ""
    type_ = f' xsi:type="{kind}"' if kind else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<SOAP-ENV:Envelope xmlns:SOAP-ENV="{quote(uri)}"{default} xmlns:xsi="{_XSI}">\n'
        f"<SOAP-ENV:Body>\n<axl{axl}>\n<response{type_}>\n"
    )


def error(problem: Problem, namespaces: Namespaces) -> str:
    """The whole document that reports a problem."""
    lines = [
        opening(namespaces),
        "<ISError>\n",
        element("ISErrorCode", str(problem.code)),
        element("ISErrorMsg", problem.message),
        "</ISError>\n",
        CLOSING,
    ]
    return "".join(lines)
