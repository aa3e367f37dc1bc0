"""Passwords in lines and in XML are hidden; the rest stays byte for byte."""

from __future__ import annotations

import pytest

from iossim.capture.hiding import hide_in_line, hide_in_xml
from iossim.language import language


@pytest.mark.parametrize(
    ("document", "hidden"),
    [
        (b"<password>cisco</password>", b"<password>******</password>"),
        (b"<ISpassword>1 2</ISpassword>", b"<ISpassword>******</ISpassword>"),
        (b"<ns:ISuserPin a='1'>4711</ns:ISuserPin>", b"<ns:ISuserPin a='1'>******</ns:ISuserPin>"),
        (b"<pin_override>true</pin_override>", b"<pin_override>true</pin_override>"),
        (b"<secret>5</secret>", b"<secret>5</secret>"),
        (b"<secret>-1</secret>", b"<secret>-1</secret>"),
        (b"<password />", b"<password />"),
        (b"<password></password>", b"<password></password>"),
        (b"<CLI>username bob password geheim</CLI>", b"<CLI>username bob password ******</CLI>"),
        (b"<CLI>ephone 1\n username bob password geheim\n</CLI>", b"<CLI>ephone 1\n username bob password ******\n</CLI>"),
        (b"<CLI>enable secret a&amp;b</CLI>", b"<CLI>enable secret ******</CLI>"),
        (b"<CLI>xml user a&lt;b password p 15</CLI>", b"<CLI>xml user a&lt;b password ****** 15</CLI>"),
        (b"<CLI>snmp-server community hush RO</CLI>", b"<CLI>snmp-server community ****** RO</CLI>"),
        (b"<ISDevName>SEP001122334455</ISDevName>", b"<ISDevName>SEP001122334455</ISDevName>"),
        (b"<a>&quot;x&quot; &amp; y</a>", b"<a>&quot;x&quot; &amp; y</a>"),
        (b"no XML at all", b"no XML at all"),
        (b"<a>\xff\xfe</a>", b"<a>\xff\xfe</a>"),
        (b"", b""),
    ],
)
def test_in_xml(document: bytes, hidden: bytes) -> None:
    assert hide_in_xml(document, language()) == hidden


@pytest.mark.parametrize(
    ("mode", "line", "hidden"),
    [
        ("exec", "show clock", "show clock"),
        ("exec", " username bob password 0 geheim", " username bob password 0 ******"),
        ("global", "enable secret geheim", "enable secret ******"),
        ("telephony_service", "xml user bob password geheim 15", "xml user bob password ****** 15"),
        ("exec", "copy ftp://bob:geheim@10.1.1.1/x flash:", "copy ftp://bob:******@10.1.1.1/x flash:"),
    ],
)
def test_in_a_line(mode: str, line: str, hidden: str) -> None:
    assert hide_in_line(line, language().mode(mode), language()) == hidden
