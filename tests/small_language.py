"""A small language for the tests of the language and of the configuration tree: a command for every directive, and neighbours."""

from __future__ import annotations

from pathlib import Path

from iossim.language import Language

EVERY_MODE = """
_every_mode: end | exit
//@ action end; no none
//? end  Leave configuration
end: "end"
//@ action exit; no none
//? exit  Leave this mode
exit: "exit"
"""

GLOBAL = """
//@ prompt (config)#
mode_global: _every_mode | version | hostname | log | zone | ports | logging | feature | lookup | banner | _phones | _lists

//@ no none
//? version  Version
//? VERSION  Number
version: "version" VERSION
VERSION: "WORD"
//? hostname  Name of the router
//? NAME      The name
hostname: "hostname" NAME
NAME: "WORD"
//? log  What is logged
//? LEVEL  How much
log: "log" LEVEL
LEVEL: "<0-7>"
//? zone   Zone of the router
//? LEVEL  By its number
//? NAME   By its name
zone: "zone" (LEVEL | NAME)
//? ports  Ports that are open
//? PORTS  The ports
ports: "ports" PORTS
PORTS: "LIST(1-9)"
//? logging  Where logs go
//? host     A host
//? ADDRESS  The host
logging: "logging" ["host"] ADDRESS
ADDRESS: "A.B.C.D"
//@ stored
//? feature  A feature
feature: "feature"
//@ default lookup
//? lookup  Names are looked up
lookup: "lookup"
//? banner  Text for users
//? TEXT    The text
banner: "banner" TEXT
TEXT: "TEXT"

// ---- Phones ----

_phones: telephony_service | ephone_dn_template | ephone_dn | ephone | presence | dn | phone

//@ enters telephony_service
//? telephony-service  Telephony
telephony_service: "telephony-service"
//@ enters ephone_dn_template; key TAG
//? ephone-dn-template  Template of numbers
//? TAG  Tag
ephone_dn_template: "ephone-dn-template" TAG
TAG: "<1-10>"
//@ enters ephone_dn; key TAG; defines ephone-dn TAG
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
//@ key TAG; enters dn; defines dn TAG; prints "dn  {TAG}  dual-line"
//? dn         Directory number
//? TAG__DN    Tag
//? dual-line  Two channels
dn: "dn" TAG__DN ["dual-line"]
TAG__DN: "<1-max-dn>"
//@ key TAG; enters phone
//? phone  Phone
//? TAG__PHONE  Tag
phone: "phone" TAG__PHONE
TAG__PHONE: "<1-20>"

// ---- Lists ----

_lists: dial_peer | chain | route | rule | access | span

//@ key TAG; loose
//? dial-peer  Where calls go
//? TAG  Tag
//? KIND  Kind
dial_peer: "dial-peer" TAG KIND
KIND: "LINE"
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
NETWORK: "A.B.C.D"
NEXT: "A.B.C.D"
DN: "<1-max-dn>"
//@ key WHAT; as-entered
//? rule   Rule of a list
//? WHAT   What it says
rule: "rule" WHAT
WHAT: "WORD"
//@ key LIST WHAT; sorted-by LIST
//? access  Entry of an access list
//? LIST    Its number
//? WHAT    What it says
access: "access" LIST WHAT
LIST: "<1-199>"
//@ key ends COLOUR
//? span    Numbers from one to another
//? COLOUR  Its colour
span: "span" ends COLOUR
//? LOW   The first
//? HIGH  The last
ends: LOW HIGH
LOW: "<1-99>"
HIGH: "<1-99>"
COLOUR: "WORD"
"""

EPHONE_DN = """
//@ prompt (config-ephone-dn)#
mode_ephone_dn: _every_mode | number | snr | snr_ring_stop | huntstop | huntstop_channel | park_slot | ephone_dn_template

//? number     Telephone number of this line
//? NUMBER     Digits, up to 16
//? secondary  A second number for this line
//? SECONDARY  Digits, up to 16
//? no-reg     Do not register with the gatekeeper
//? both       Neither number
//? primary    Not the first number
number: "number" NUMBER ["secondary" SECONDARY] ["no-reg" ["both" | "primary"]]
NUMBER: "WORD(16)"
SECONDARY: "WORD"
//? snr     Single number reach
//? TARGET  Remote number
//? delay   Delay
//? DELAY   Seconds
snr: "snr" TARGET "delay" DELAY
TARGET: "WORD"
DELAY: "<0-10>"
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
CHANNEL: "<1-8>"
//? park-slot  Slot for parked calls
//? directed   Directed park
//? recall     Return the call
park_slot: "park-slot" _opt{"directed"} _opt{reminder} _opt{"recall"} _opt{retry}
//? timeout  Interval between reminders
//? TIMEOUT  Seconds
//? limit    Number of reminders
//? LIMIT    Reminders
reminder: "timeout" TIMEOUT "limit" LIMIT
TIMEOUT: "<0-60>"
LIMIT: "<1-9>"
//? retry  Delay before the next attempt
//? RETRY  Seconds
retry: "retry" RETRY
RETRY: "<0-60>"
//? ephone-dn-template  Apply a template
//? TAG  Tag
ephone_dn_template: "ephone-dn-template" TAG
TAG: "<1-15>"
_opt{x}: x |

//@ prompt (config-ephone-dn-template)#
mode_ephone_dn_template: _every_mode | number__template | huntstop

//? number   Telephone number of this line
//? inherit  From the template
number__template: "number" "inherit"
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
PHONE_TYPE: "WORD"
//? 7914     Cisco 7914
//? 7915-12  Cisco 7915 with 12 lines
addon: "7914" | "7915-12"
//@ key TAG
//? speed-dial  Number of a button
//? TAG__SPEED_DIAL  Position
//? NUMBER  Digits
//? label   Text beside the button
//? LABEL   The text
speed_dial: "speed-dial" TAG__SPEED_DIAL NUMBER ["label" LABEL]
TAG__SPEED_DIAL: "<1-33>"
NUMBER: "WORD"
LABEL: "LINE"
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
//@ key BUTTON; merges BUTTON; prints "button  {BUTTON}"; demands ephone-dn BUTTON "no dn for button {BUTTON}"
//? button  Line buttons
//? BUTTON  Button and dn
button: "button" BUTTON+
BUTTON: "BUTTON"
//? presence  Presence
//? call-list  Call lists
presence_call_list: "presence" "call-list"
//@ secret TEXT
//? description  Text
//? TEXT  The text
description: "description" TEXT
TEXT: "LINE"
//@ hidden
//? silent  Not in help
silent: "silent"
"""

CHAIN = """
//@ prompt (config-chain)#
mode_chain: _every_mode | certificate
//@ key SERIAL; block quit
//? certificate  A certificate
//? SERIAL       Its number
certificate: "certificate" SERIAL
SERIAL: "WORD"
"""

DN = """
//@ prompt (config-dn)#
mode_dn: _every_mode | number | huntstop | order | caller

//? number     Telephone number
//? NUMBER     Digits
//? secondary  Another number
//? SECONDARY  Digits
number: "number" NUMBER ["secondary" SECONDARY]
NUMBER: "WORD(8)"
SECONDARY: "WORD"
//@ default huntstop
//? huntstop  Stop hunting
huntstop: "huntstop"
//@ default order 0
//? order  Order
//? ORDER  0 is first
order: "order" ORDER
ORDER: "<0-9>"
//@ needs number
//? caller  Caller
//? NAME    Name
caller: "caller" NAME
NAME: "WORD"
"""

PHONE = """
//@ prompt (config-phone)#; open
mode_phone: _every_mode | mac | button | keys | going_fast | going_slow | reset | speed | line

//@ unique mac ADDRESS
//? mac      Address
//? ADDRESS  Address
mac: "mac" ADDRESS
ADDRESS: "H.H.H"
//@ key BUTTON; merges BUTTON; prints "button  {BUTTON}"; demands dn BUTTON "invalid dn for button {BUTTON}"
//? button  Buttons
//? BUTTON  Button
button: "button" BUTTON+
BUTTON: "BUTTON"
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
SPEED: "<1-9>"
//@ conflicts going_fast
//? slow  Slow
going_slow: "slow"
//@ action reset
//? reset  Start anew
reset: "reset"
//@ key POSITION; no all
//? speed     Number of a button
//? POSITION  Position
//? DIGITS    Number
speed: "speed" POSITION DIGITS
POSITION: "<1-9>"
DIGITS: "WORD"
//@ key LINE; enters line
//? line  Line of the phone
//? LINE  Number
line: "line" LINE
LINE: "<1-9>"

//@ prompt (config-line)#; parent phone
mode_line: _every_mode | label
//? label  Label
//? LABEL  Text
label: "label" LABEL
LABEL: "LINE"
"""

TELEPHONY_SERVICE = """
//@ prompt (config-telephony)#
mode_telephony_service: _every_mode | max_dn | max_redirect
//@ bounds max-dn COUNT
//? max-dn  How many numbers
//? COUNT   Count
max_dn: "max-dn" COUNT
COUNT: "<1-100>"
//@ default max-redirect 5
//? max-redirect  How often
//? TIMES         Times
max_redirect: "max-redirect" TIMES
TIMES: "<1-20>"
"""

#: The files of the small language, by their names without `.lark`.
FILES = {
    "every_mode": EVERY_MODE,
    "global": GLOBAL,
    "ephone_dn": EPHONE_DN,
    "ephone": EPHONE,
    "chain": CHAIN,
    "dn": DN,
    "phone": PHONE,
    "telephony_service": TELEPHONY_SERVICE,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Writes grammar files into a folder, made where it is missing.

    Args:
        folder: the folder.
        files: the texts, by their names without `.lark`; a name may begin with a folder (`dn/calls`).
    """
    for name, text in files.items():
        file = folder / f"{name}.lark"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def small_language(folder: Path) -> Language:
    """The small language, its files in the given folder."""
    return Language(write(folder, FILES))


def global_language(folder: Path, text: str) -> Language:
    """A language with the commands of every mode and one file of global configuration.

    Args:
        folder: where its files are written.
        text: the text of `global.lark`; its start rule names `_every_mode`.
    """
    return Language(write(folder, {"every_mode": EVERY_MODE, "global": text}))
