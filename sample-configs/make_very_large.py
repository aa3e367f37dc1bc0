"""Writes very-large.cfg (a university with 400 phones, 800 directory numbers, 20 hunt groups) and its faulty twin.

python sample-configs/make_very_large.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PHONES = 400
SEATS = 20  # phones of one institute

INSTITUTES = (
    "Archives", "Astronomy", "Botany", "Chemistry", "Classics", "Computing", "Dentistry", "Economics", "Estates", "Geology",
    "History", "Languages", "Law", "Library", "Mathematics", "Medicine", "Music", "Physics", "Registry", "Zoology",
)  # fmt: skip
FIRST = ("Ada", "Ben", "Cleo", "Dag", "Edda", "Finn", "Gita", "Hugo", "Inge", "Jules", "Kira", "Leo", "Mona", "Nils", "Olga", "Per")
LAST = (
    "Ames", "Brook", "Crane", "Dale", "Ellis", "Fell", "Grove", "Heath", "Isle", "Jarvis", "Knox", "Lane", "Marsh", "Nash",
    "Orchard", "Pike", "Quill", "Rowe", "Stone", "Thorne", "Underhill", "Vale", "Ward", "Yates", "Zeller",
)  # fmt: skip
TYPES = ("7942", "7945", "7962", "7965")

HEAD = """\
! Very large: a university on one router. Made by make_very_large.py; change that, not this.
! Passwords: enable cisco; user campusadmin cisco.
!
version 15.7
service timestamps debug datetime msec localtime
service timestamps log datetime msec localtime
no service password-encryption
!
hostname Campus
!
boot-start-marker
boot system flash bootflash:isr4400-universalk9.16.09.08.SPA.bin
boot-end-marker
!
logging buffered 262144 informational
enable secret 5 $1$vDeo$R6pHfyvU1SKtgTkaZ2LEW.
!
no aaa new-model
clock timezone CET 1 0
clock summer-time CEST recurring last Sun Mar 2:00 last Sun Oct 3:00
!
ip cef
no ip domain lookup
ip dhcp excluded-address 10.140.0.1 10.140.0.63
!
ip dhcp pool CAMPUS
 network 10.140.0.0 255.255.252.0
 default-router 10.140.0.1
 option 150 ip 10.140.0.1
 lease 7
!
voice service voip
 ip address trusted list
  ipv4 10.0.0.0 255.0.0.0
 allow-connections sip to sip
 sip
  bind control source-interface GigabitEthernet0/0/0
  bind media source-interface GigabitEthernet0/0/0
!
voice class codec 1
 codec preference 1 g711alaw
 codec preference 2 g729r8
!
voice translation-rule 1
 rule 1 /^0\\(.*\\)/ /\\1/
!
voice translation-profile OUT
 translate called 1
!
username campusadmin privilege 15 secret 5 $1$vDeo$R6pHfyvU1SKtgTkaZ2LEW.
!
interface GigabitEthernet0/0/0
 description Campus
 ip address 10.140.0.1 255.255.252.0
 negotiation auto
!
interface GigabitEthernet0/0/1
 description Provider
 ip address 198.51.100.130 255.255.255.252
 negotiation auto
!
ip forward-protocol nd
ip http server
no ip http secure-server
ip route 0.0.0.0 0.0.0.0 198.51.100.129
!
control-plane
!
dial-peer voice 1 voip
 description Provider
 translation-profile outgoing OUT
 destination-pattern 0T
 session protocol sipv2
 session target ipv4:198.51.100.129
 voice-class codec 1
 dtmf-relay rtp-nte
 no vad
!
dial-peer voice 2 voip
 description Voice mail
 destination-pattern 9999
 session protocol sipv2
 session target ipv4:10.141.0.10
 dtmf-relay sip-notify
 codec g711ulaw
 no vad
!
telephony-service
 max-ephones 420
 max-dn 840
 ip source-address 10.140.0.1 port 2000
 timeouts interdigit 4
 system message Campus
 cnf-file location flash:
 cnf-file perphone
 time-zone 23
 time-format 24
 date-format dd-mm-yy
 voicemail 9999
 max-redirect 8
 max-conferences 8 gain -6
 call-forward pattern .T
 hunt-group logout HLog
 moh flash:/hall.au
 transfer-system full-consult
 transfer-pattern 0.T
 secondary-dialtone 0
 create cnf-files version-stamp 7960 Oct 01 2026 05:00:00
!
ephone-template  1
 softkeys idle  Redial Newcall Cfwdall Pickup Gpickup Dnd
 softkeys connected  Hold Endcall Trnsfer Confrn Park
!
ephone-template  2
 softkeys idle  Redial Newcall HLog Pickup
 softkeys connected  Hold Endcall Trnsfer
!
"""
TAIL = """\
line con 0
line aux 0
line vty 0 15
 login local
 transport input ssh
!
ntp server 192.0.2.123
!
end
"""


#: What is wrong in the twin: a line as it should be, and as it is.
FAULTS = (
    (" max-dn 840\n", " max-dn 798\n"),
    ("ephone-dn  17  dual-line\n", "ephone-dn  17  dual-lines\n"),
    (" pickup-group 5\n", " pickup-grup 5\n"),
    (" mac-address 0200.5E01.0901\n", " mac-address 0200.5E01.0801\n"),
    (" button  1:311 2:711\n", " button  1:311 2:7110\n"),
    (" ephone-template 2\n speed-dial 1 1382", " ephone-template 22\n speed-dial 1 1382"),
)


def name(phone: int) -> str:
    """The name of whoever has a phone."""
    return f"{FIRST[phone % len(FIRST)]} {LAST[phone * 7 % len(LAST)]}"


def own_line(phone: int) -> Iterator[str]:
    """The personal number of a phone."""
    institute = (phone - 1) // SEATS
    yield f"ephone-dn  {phone}  dual-line"
    yield f" number {1000 + phone}"
    yield f" pickup-group {institute + 1}"
    yield f" label {1000 + phone}"
    yield f" name {name(phone)}"
    yield " call-forward busy 9999"
    yield f" call-forward noan 9999 timeout {12 + phone % 4 * 4}"
    yield from (" huntstop channel", "!")


def team_line(phone: int) -> Iterator[str]:
    """The number on a phone's second button, by which its institute reaches it."""
    yield f"ephone-dn  {PHONES + phone}"
    yield f" number {5000 + phone}"
    yield f" description {INSTITUTES[(phone - 1) // SEATS]}"
    yield f" name {INSTITUTES[(phone - 1) // SEATS]}"
    if phone % SEATS == 1:
        yield " call-forward noan 9999 timeout 30"
    yield "!"


def phone_lines(phone: int) -> Iterator[str]:
    """One phone, its neighbours on speed-dials."""
    first = (phone - 1) // SEATS * SEATS + 1
    neighbour = first + phone % SEATS
    yield f"ephone  {phone}"
    yield " device-security-mode none"
    yield f" description {INSTITUTES[(phone - 1) // SEATS]}, room {100 + phone}"
    yield f" mac-address 0200.5E{phone >> 8:02X}.{phone & 0xFF:02X}01"
    yield f" ephone-template {2 if phone % SEATS == 1 else 1}"
    yield f' speed-dial 1 {1000 + neighbour} label "{name(neighbour)}"'
    yield " speed-dial 2 9999 label Voicemail"
    yield f" type {TYPES[phone % len(TYPES)]}"
    yield f" button  1:{phone} 2:{PHONES + phone}"
    yield "!"


def hunt_group(number: int) -> Iterator[str]:
    """The hunt group of an institute: its first eight seats."""
    first = number * SEATS + 1
    yield f"ephone-hunt {number + 1} longest-idle"
    yield f" pilot {6001 + number}"
    yield f" name {INSTITUTES[number]}"
    yield f" list {', '.join(str(5000 + phone) for phone in range(first, first + 8))}"
    yield " timeout 12, 12, 12, 12, 12, 12, 12, 12"
    yield from (" statistics collect", " final 9999", "!")


def configuration() -> str:
    """The whole file."""
    lines = [line for phone in range(1, PHONES + 1) for line in own_line(phone)]
    lines += [line for phone in range(1, PHONES + 1) for line in team_line(phone)]
    lines += [line for phone in range(1, PHONES + 1) for line in phone_lines(phone)]
    lines += [line for number in range(len(INSTITUTES)) for line in hunt_group(number)]
    return HEAD + "\n".join(lines) + "\n" + TAIL


def faulty(text: str) -> str:
    """The file with the faults in it."""
    for right, wrong in FAULTS:
        if right not in text:
            raise ValueError(f"{right!r} is not in the file")
        text = text.replace(right, wrong, 1)
    return text


if __name__ == "__main__":
    FOLDER.joinpath("very-large.cfg").write_text(configuration(), encoding="utf-8", newline="\n")
    FOLDER.joinpath("faulty", "very-large.cfg").write_text(faulty(configuration()), encoding="utf-8", newline="\n")
