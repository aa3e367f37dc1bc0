"""Ctrl-C in every dialogue: nothing happens that was not confirmed, and the session goes on."""

from __future__ import annotations

import pytest

from tests.terminal.test_interaction import Typist

#: What is typed up to a question, or into a text of several lines, and the end of the line in which Ctrl-C is pressed.
DIALOGUES: dict[str, tuple[str, str]] = {
    "reload": ("reload\r", "[confirm]"),
    "reload of a changed router": ("configure terminal\rip domain name a.b\rend\rreload\r", "Save? [yes/no]: "),
    "reload in": ("reload in 5\r", "[confirm]"),
    "copy": ("copy running-config startup-config\r", "Destination filename [startup-config]? "),
    "copy of a file": ("copy startup-config flash:\r", "? "),
    "copy from a server": ("copy tftp: flash:\r", "? "),
    "setup": ("setup\r", "[yes/no]: "),
    "setup in the middle": ("setup\ryes\rno\rno\rOther\r", "Enter enable secret: "),
    "write erase": ("write erase\r", "[confirm]"),
    "erase": ("erase startup-config\r", "[confirm]"),
    "delete": ("copy startup-config flash:x\r\rdelete flash:x\r", "? "),
    "format": ("format flash:\r", "[confirm]"),
    "configure": ("configure\r", "[terminal]? "),
    "configure replace": ("configure replace nvram:startup-config\r", "[no]: "),
    "no username": ("configure terminal\rno username bob\r", "[confirm]"),
    "keys": ("configure terminal\rcrypto key generate rsa\r", "[512]: "),
    "keys again": ("configure terminal\rcrypto key generate rsa modulus 1024\rcrypto key generate rsa\r", "[yes/no]: "),
    "zeroize": ("configure terminal\rcrypto key generate rsa modulus 1024\rcrypto key zeroize rsa\r", "[yes/no]: "),
    "banner": ("configure terminal\rbanner motd #\rHello", "Hello"),
    "key of a user": ("configure terminal\rip ssh pubkey-chain\rusername bob\rkey-string\rAAAA", "AAAA"),
    "macro": ("configure terminal\rmacro name x\rhostname Y", "hostname Y"),
    "certificate": ("configure terminal\rcrypto pki certificate chain a\rcertificate 01\r30820229", "30820229"),
    "clear line": ("clear line vty 3\r", "[confirm]"),
    "clear counters": ("clear counters\r", "[confirm]"),
    "clear logging": ("clear logging\r", "[confirm]"),
    "ping": ("ping\r", "Protocol [ip]: "),
    "enable": ("disable\renable\r", "Password: "),
    "send": ("send *\rHello", "Hello"),
    "pages": ("terminal length 5\rshow running-config\r", " --More-- "),
    "a search at --More--": ("terminal length 5\rshow running-config\r/abc", "/abc"),
}


def office() -> Typist:
    typist = Typist("ip domain name example.net", "username bob privilege 15 secret 0 bob", "enable secret 0 en4ble")
    typist("write memory\r")
    return typist


@pytest.mark.parametrize("end", ["", "yes", "\x15"])
@pytest.mark.parametrize("dialogue", list(DIALOGUES))
def test_nothing_happens(dialogue: str, end: str) -> None:
    typed, shown = DIALOGUES[dialogue]
    typist = office()
    typist(typed)
    assert typist.screen.line.rstrip().endswith(shown.rstrip()), typist.screen.line
    before = typist.router.running_config, typist.router.nvram.read(), typist.router.keys.copy(), typist.router.reloads.plan
    opened = typist.router.lines
    if shown.endswith(("[confirm]", "--More-- ")):
        typist("\x03")
    else:
        typist(f"{end}\x03")
    assert typist.screen.line.rstrip() in ("R1#", "R1>"), typist.screen.line
    after = typist.router.running_config, typist.router.nvram.read(), typist.router.keys.copy(), typist.router.reloads.plan
    assert after[1:] == before[1:]
    assert _settings(after[0]) == _settings(before[0])
    assert typist.router.lines == opened
    typist("terminal length 0\rshow privilege\r")
    assert "Current privilege level is" in "\n".join(typist.screen.lines)


def _settings(text: str) -> list[str]:
    """The lines of a running-config, without those that say when it changed."""
    return [line for line in text.split("\n") if not line.startswith("! ")]
