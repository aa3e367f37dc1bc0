"""Provisions a ten-phone office over the XML API of Unified CME, and watches its phones register."""

from base64 import b64encode
from urllib.request import Request, urlopen
from xml.etree import ElementTree
from xml.sax.saxutils import escape

URL = "http://127.0.0.1:8080/ios_xml_app/cme"
LOGIN = {"Authorization": "Basic " + b64encode(b"provision:3Rs92uzQ").decode()}
ENVELOPE = "<SOAP-ENV:Envelope><SOAP-ENV:Body><axl><request><{0}>{1}</{0}></request></axl></SOAP-ENV:Body></SOAP-ENV:Envelope>"


def ask(method: str, parameter: str = "", *values: str) -> ElementTree.Element:
    """Sends a request with one parameter, repeated for each value, and returns the `<response>`."""
    body = ENVELOPE.format(method, "".join(f"<{parameter}>{escape(value)}</{parameter}>" for value in values))
    with urlopen(Request(URL, body.encode(), LOGIN)) as answer:
        return next(ElementTree.parse(answer).iter("response"))


ask("ISexecCLI", "CLI", "telephony-service", "max-ephones 20", "max-dn 40", "ephone-template 1", "softkeys idle Redial Newcall")
for n in range(1, 11):
    extension = (f"ephone-dn {n} dual-line", f"number {1000 + n}", "name Desk")
    ask("ISexecCLI", "CLI", *extension, f"ephone {n}", f"mac-address 0011.2233.44{n:02}", "ephone-template 1", f"button 1:{n}")
print("saved:", ask("ISSaveConfig").findtext("ISSaveConfigResult"))
ask("ISexecCLI", "CLI", "do simulate ephone all register")
for event in ask("ISgetDevEvts", "ISDevName", "all"):
    print(event.findtext("ISDevName"), event.findtext("ISDevStatus"))
print("refused:", *(each.text for each in ask("ISexecCLI", "CLI", "ephone 1", "button 2:99", "description Never reached")))
