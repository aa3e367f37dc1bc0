"""A small language with a command for every directive that the config tree follows, and short ways to fill a tree."""

from __future__ import annotations

from pathlib import Path

from iossim.config import Configuration, Section, apply, render
from iossim.config.apply import Applied
from iossim.files.diagnostics import Diagnostic
from iossim.files.load import read_lines
from iossim.language import Command, Language, match, match_in, unfinished

EVERY_MODE = """
_every_mode: end | exit
//@ session; no none
//? end  Leave configuration
end: "end"
//@ session; no none
//? exit  Leave this mode
exit: "exit"
"""

GLOBAL = """
//@ prompt (config)#
mode_global: _every_mode | version | hostname | feature | lookup | banner | telephony_service | dn | phone | chain | route | rule
//@ no none
//? version  Version
//? VERSION  Number
version: "version" VERSION
//? hostname  Name of the router
//? NAME      The name
hostname: "hostname" NAME
//@ stored
//? feature  A feature
feature: "feature"
//@ default lookup
//? lookup  Names are looked up
lookup: "lookup"
//? banner  Text for users
//? TEXT    The text
banner: "banner" TEXT
//@ enters telephony_service
//? telephony-service  Telephony
telephony_service: "telephony-service"
//@ key TAG; enters dn; defines dn TAG; prints "dn  {TAG}  dual-line"
//? dn         Directory number
//? TAG__DN    Tag
//? dual-line  Two channels
dn: "dn" TAG__DN ["dual-line"]
//@ key TAG; enters phone
//? phone  Phone
//? TAG    Tag
phone: "phone" TAG
//@ key NAME; enters chain
//? chain  Certificates
//? NAME   Name
chain: "chain" NAME
//@ key NETWORK NEXT; refers dn DN
//? route    Route
//? NETWORK  Network
//? NEXT     Next hop
//? dn       By way of a number
//? DN       Tag
route: "route" NETWORK NEXT ["dn" DN]
//@ key WHAT; as-entered 0
//? rule   Rule of a list
//? WHAT   What it says
rule: "rule" WHAT
WHAT: "WORD"
VERSION: "WORD"
NAME: "WORD"
TEXT: "TEXT"
TAG: "<1-20>"
TAG__DN: "<1-max-dn>"
NETWORK: "A.B.C.D"
NEXT: "A.B.C.D"
DN: "<1-max-dn>"

//@ prompt (config-chain)#
mode_chain: _every_mode | certificate
//@ key SERIAL; block quit
//? certificate  A certificate
//? SERIAL       Its number
certificate: "certificate" SERIAL
SERIAL: "WORD"

//@ prompt (config-dn)#
mode_dn: _every_mode | number | huntstop | order | caller
//? number     Telephone number
//? NUMBER     Digits
//? secondary  Another number
//? SECONDARY  Digits
number: "number" NUMBER ["secondary" SECONDARY]
//@ default huntstop
//? huntstop  Stop hunting
huntstop: "huntstop"
//@ default order 0
//? order  Order
//? ORDER  0 is first
order: "order" ORDER
//@ requires number "number comes first"
//? caller  Caller
//? NAME    Name
caller: "caller" NAME
NUMBER: "WORD(8)"
SECONDARY: "WORD"
ORDER: "<0-9>"

//@ prompt (config-phone)#; open
mode_phone: _every_mode | mac | button | keys | going_fast | going_slow | reset | speed | line
//@ unique mac ADDRESS "mac {ADDRESS} is in use"
//? mac      Address
//? ADDRESS  Address
mac: "mac" ADDRESS
//@ key BUTTON; merges BUTTON; prints "button  {BUTTON}"; refers dn BUTTON "invalid dn for button {BUTTON}"
//? button  Buttons
//? BUTTON  Button
button: "button" BUTTON+
//@ each-once key_name
//? keys  Soft keys
keys: "keys" key_name+
//? Hold    Hold
//? Redial  Redial
//? Dnd     Do not disturb
key_name: "Hold" | "Redial" | "Dnd"
//@ conflicts going_slow; says "speed is {SPEED}"
//? fast   Fast
//? SPEED  Speed
going_fast: "fast" SPEED
//@ conflicts going_fast
//? slow  Slow
going_slow: "slow"
//@ action reset
//? reset  Start anew
reset: "reset"
//@ key POSITION; no all
//? speed     Number behind a button
//? POSITION  Position
//? DIGITS    Number
speed: "speed" POSITION DIGITS
//@ key LINE; enters line
//? line  Line of the phone
//? LINE  Number
line: "line" LINE
ADDRESS: "H.H.H"
BUTTON: "BUTTON"
SPEED: "<1-9>"
POSITION: "<1-9>"
DIGITS: "WORD"
LINE: "<1-9>"

//@ prompt (config-line)#; parent phone
mode_line: _every_mode | label
//? label  Label
//? LABEL  Text
label: "label" LABEL
LABEL: "LINE"

//@ prompt (config-telephony)#
mode_telephony_service: _every_mode | max_dn | max_redirect
//? max-dn  How many numbers
//? COUNT   Count
max_dn: "max-dn" COUNT
//@ default max-redirect 5
//? max-redirect  How often
//? TIMES         Times
max_redirect: "max-redirect" TIMES
COUNT: "<1-100>"
TIMES: "<1-20>"
"""


def tree_language(folder: Path) -> Language:
    """The small language, its files in the given folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "every_mode.lark").write_text(EVERY_MODE, encoding="utf-8")
    (folder / "global.lark").write_text(GLOBAL, encoding="utf-8")
    return Language(folder)


class Typist:
    """Types lines into a tree, as a session would, without its wording."""

    def __init__(self, language: Language) -> None:
        self.configuration = Configuration(language)
        self.section = self.configuration.root

    def type(self, line: str) -> Applied:
        """Types one line, which must be understood."""
        command = match_in(self.configuration.language.chain(self.section.mode.name), line)
        assert isinstance(command, Command), line
        unfinished(command)
        section = self.section
        while section.mode.name != command.mode and section.parent is not None:
            section = section.parent
        applied = apply(self.configuration, section, command)
        if applied.accepted:
            self.section = applied.section
        return applied

    def types(self, text: str) -> Typist:
        """Types several lines, all of which must take effect."""
        for line in text.splitlines():
            applied = self.type(line)
            assert applied.accepted, line
        return self

    def lines(self) -> list[str]:
        """The running-config, without the lines that only separate."""
        return [line for line in render(self.configuration.root) if line != "!"]


def entry(section: Section, line: str) -> Command:
    """A command of a section's mode."""
    command = match(section.mode, line)
    assert isinstance(command, Command)
    return command


def read(language: Language, text: str) -> tuple[Configuration, list[Diagnostic]]:
    """A configuration with a text read into it, and what was found."""
    configuration = Configuration(language)
    return configuration, read_lines(configuration, text.split("\n"))
