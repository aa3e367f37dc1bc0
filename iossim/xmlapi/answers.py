"""Writing an answer: the envelope in the namespaces that the request asks for, one element a line, no indentation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iossim.xmlapi.iserror import Problem
from iossim.xmlapi.text import element, quote

_SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True, slots=True)
class Namespaces:
    """What a request says about namespaces; empty where it says nothing.

    Attributes:
        default: the default namespace of its root.
        envelope: what the prefix of its Envelope is bound to.
        axl: the default namespace declared on its axl.
    """

    default: str = ""
    envelope: str = ""
    axl: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a method answers.

    Attributes:
        payload: the lines below `<response>`, each ending in a newline.
        kind: the `xsi:type` of `<response>`; empty for none.
        is_long: others should be served while the payload is made, line by line.
    """

    payload: Iterable[str]
    kind: str = ""
    is_long: bool = False


def opening(namespaces: Namespaces, kind: str = "") -> str:
    """Everything above the payload.

    No answer of a router with its namespaces is on record. A program that declares a default namespace can only read
    an answer in that namespace; one that binds the prefix of Envelope reads Envelope there and the payload in none;
    all others search by name.
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


CLOSING = "</response>\n</axl>\n</SOAP-ENV:Body>\n</SOAP-ENV:Envelope>\n"


def error(problem: Problem) -> list[str]:
    """The payload that reports a problem."""
    return [
        "<ISError>\n",
        element("ISErrorCode", str(problem.code)),
        element("ISErrorMsg", problem.message),
        "</ISError>\n",
    ]
