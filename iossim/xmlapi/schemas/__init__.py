"""The schemas of the XML API, which docs/xml/generate.py makes from the views: RELAX NG and XML Schema (XSD)."""

from __future__ import annotations

from importlib import resources
from xml.sax.saxutils import quoteattr

#: The files: the answers in both languages, the SOAP envelope around the answers of answers.xsd, and the requests.
FILES = ("answers.xsd", "answers.rng", "envelope.xsd", "requests.rng")
#: The namespace that the files declare for the envelope.
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
#: The places in a file where a namespace stands, and the texts that stand there for another namespace.
_PLACES = {
    ".rng": ((f'xmlns:SOAP-ENV="{SOAP}"', "xmlns:SOAP-ENV={0}"), (' ns=""', " ns={0}")),
    ".xsd": (('elementFormDefault="qualified"', 'elementFormDefault="qualified" targetNamespace={0} xmlns={0}'),),
}


def schema(name: str, namespace: str = "") -> str:
    """The text of a schema.

    Args:
        name: one of `FILES`.
        namespace: the default namespace of the client's requests, in which the whole answer then is; "" for requests without one.

    Raises:
        ValueError: there is no such file; or envelope.xsd for a namespace, where answers.xsd has the envelope.
    """
    if name not in FILES:
        raise ValueError(f"there is no schema {name!r}; there are: {', '.join(FILES)}")
    text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
    if not namespace:
        return text
    if name == "envelope.xsd":
        raise ValueError("within a default namespace answers.xsd has the envelope, too")
    for place, replacement in _PLACES[name[-4:]]:
        text = text.replace(place, replacement.format(quoteattr(namespace)), 1)
    return text
