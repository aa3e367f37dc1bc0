"""A small language in a folder of its own: the grammar of GRAMMARS.md, with what it takes to walk it."""

from __future__ import annotations

from pathlib import Path

from iossim.language import Language

EVERY_MODE = """
_every_mode: end | exit
//? end  Leave configuration
end: "end"
//? exit  Leave this mode
exit: "exit"
"""

GLOBAL = """
//@ prompt (config)#
mode_global: _every_mode | hostname | log | logging | ephone_dn_template | ephone_dn | ephone | presence | dial_peer
//? hostname  Name of the router
//? NAME      The name
hostname: "hostname" NAME
//? log  What is logged
//? LEVEL  How much
log: "log" LEVEL
//? logging  Where logs go
//? ADDRESS  The host
//? host     A host
logging: "logging" ["host"] ADDRESS
//@ enters ephone_dn_template; key TAG
//? ephone-dn-template  Template of numbers
//? TAG  Tag
ephone_dn_template: "ephone-dn-template" TAG
//@ enters ephone_dn; key TAG
//? ephone-dn  Directory number
//? TAG  Tag
//? dual-line  Two channels
ephone_dn: "ephone-dn" TAG ["dual-line"]
//@ enters ephone; key TAG
//? ephone  Phone
//? TAG  Tag
ephone: "ephone" TAG
//? presence  Presence service
presence: "presence"
//@ key TAG
//? dial-peer  Where calls go
//? TAG  Tag
//? KIND  Kind
dial_peer: "dial-peer" TAG KIND
NAME: "WORD"
KIND: "LINE"
LEVEL: "<0-7>"
ADDRESS: "A.B.C.D"
TAG: "<1-10>"
"""

EPHONE_DN = """
//@ prompt (config-ephone-dn)#
mode_ephone_dn: _every_mode | number | snr | snr_ring_stop | huntstop | huntstop_channel | park_slot | ephone_dn_template
//@ prompt (config-ephone-dn-template)#
mode_ephone_dn_template: _every_mode | number__template | huntstop
//? number     Telephone number of this line
//? NUMBER     Digits, up to 16
//? secondary  A second number for this line
//? SECONDARY  Digits, up to 16
//? no-reg     Do not register with the gatekeeper
//? both       Neither number
//? primary    Not the first number
number: "number" NUMBER ["secondary" SECONDARY] ["no-reg" ["both" | "primary"]]
//? number   Telephone number of this line
//? inherit  From the template
number__template: "number" "inherit"
//? snr     Single number reach
//? TARGET  Remote number
//? delay   Delay
//? DELAY   Seconds
snr: "snr" TARGET "delay" DELAY
//? snr        Single number reach
//? ring-stop  Stop ringing
snr_ring_stop: "snr" "ring-stop"
//@ default huntstop
//? huntstop  Stop hunting
huntstop: "huntstop"
//? huntstop  Stop hunting
//? channel   On the channels
//? CHANNEL   Channels
huntstop_channel: "huntstop" "channel" [CHANNEL]
//? park-slot  Slot for parked calls
//? directed   Directed park
//? recall     Return the call
park_slot: "park-slot" _opt{"directed"} _opt{reminder} _opt{"recall"} _opt{retry}
//? timeout  Interval between reminders
//? TIMEOUT  Seconds
//? limit    Number of reminders
//? LIMIT    Reminders
reminder: "timeout" TIMEOUT "limit" LIMIT
//? retry  Delay before the next attempt
//? RETRY  Seconds
retry: "retry" RETRY
//? ephone-dn-template  Apply a template
//? TAG  Tag
ephone_dn_template: "ephone-dn-template" TAG
_opt{x}: x |
NUMBER: "WORD(16)"
SECONDARY: "WORD"
TARGET: "WORD"
DELAY: "<0-10>"
CHANNEL: "<1-8>"
TIMEOUT: "<0-60>"
LIMIT: "<1-9>"
RETRY: "<0-60>"
TAG: "<1-15>"
"""

EPHONE = """
//@ prompt (config-ephone)#
mode_ephone: _every_mode | type | speed_dial | speed_label | softkeys_idle | button | presence_call_list | description | silent
//? type   Model of the phone
//? addon  Expansion module
//? 1      The first
//? 2      The second
type: "type" phone_type ["addon" "1" addon ["2" addon]]
//? 7940        Cisco 7940
//? 7960        Cisco 7960
//? 7941GE      Cisco 7941GE
//? PHONE_TYPE  Any other model
phone_type: "7940" | "7960" | "7941GE" | PHONE_TYPE
//? 7914     Cisco 7914
//? 7915-12  Cisco 7915 with 12 lines
addon: "7914" | "7915-12"
//@ key TAG
//? speed-dial  Number behind a button
//? TAG__SPEED_DIAL  Position
//? NUMBER  Digits
//? label   Text beside the button
//? LABEL   The text
speed_dial: "speed-dial" TAG__SPEED_DIAL NUMBER ["label" LABEL]
//? speed-label  Show labels
speed_label: "speed-label"
//@ each-once softkey
//? softkeys  Soft keys
//? idle      While the phone is idle
softkeys_idle: "softkeys" "idle" softkey+
//? Redial   Last number
//? Newcall  New call
//? Cfwdall  Forward all calls
softkey: "Redial" | "Newcall" | "Cfwdall"
//@ key BUTTON; merges BUTTON; prints "button  {BUTTON}"; refers ephone-dn BUTTON "no dn for button {BUTTON}"
//? button  Line buttons
//? BUTTON  Button and dn
button: "button" BUTTON+
//? presence  Presence
//? call-list  Call lists
presence_call_list: "presence" "call-list"
//@ secret TEXT
//? description  Text
//? TEXT  The text
description: "description" TEXT
//@ hidden
//? silent  Not in help
silent: "silent"
NUMBER: "WORD"
PHONE_TYPE: "WORD"
TAG__SPEED_DIAL: "<1-33>"
LABEL: "LINE"
BUTTON: "BUTTON"
TEXT: "LINE"
"""

FILES = {"every_mode": EVERY_MODE, "global": GLOBAL, "ephone_dn": EPHONE_DN, "ephone": EPHONE}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Writes grammar files into a folder, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.lark").write_text(text, encoding="utf-8")
    return folder


def small_language(folder: Path) -> Language:
    """The small language, its files in the given folder."""
    return Language(write(folder, FILES))
