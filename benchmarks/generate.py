"""Generates a realistic CME configuration of about so many lines."""

from __future__ import annotations

HEAD = """version 15.7
service timestamps debug datetime msec
service timestamps log datetime msec
no service password-encryption
!
hostname Large
!
ip cef
!
interface GigabitEthernet0/0
 ip address 10.1.0.1 255.255.0.0
 no shutdown
 duplex auto
 speed auto
!
telephony-service
 max-ephones 60000
 max-dn 60000
 ip source-address 10.1.0.1 port 2000
 system message Large Office
 time-zone 23
 time-format 24
 date-format dd-mm-yy
 voicemail 6050
 max-conferences 8 gain -6
 transfer-system full-consult
 create cnf-files version-stamp Jan 01 2002 00:00:00
!
""".splitlines()

_LINES_A_PAIR = 20


def configuration(lines: int) -> list[str]:
    """A configuration of about this many lines: one dn and one phone for every twenty."""
    found = list(HEAD)
    pairs = max(1, (lines - len(HEAD) - 1) // _LINES_A_PAIR)
    for tag in range(1, pairs + 1):
        number = f"{20000 + tag}"
        found += [
            f"ephone-dn  {tag}  dual-line",
            f" number {number} secondary 5{number} no-reg primary",
            f" pickup-group {tag % 40 + 1}",
            f" label {number}",
            f" description Desk {tag}",
            f" name User {tag}",
            " call-forward busy 6050",
            " call-forward noan 6050 timeout 18",
            " no huntstop",
            "!",
        ]
    for tag in range(1, pairs + 1):
        address = f"{tag:012X}"
        found += [
            f"ephone  {tag}",
            " device-security-mode none",
            f" description Phone of desk {tag}",
            f" mac-address {address[:4]}.{address[4:8]}.{address[8:]}",
            f" username user{tag} password pw{tag}",
            f' speed-dial 1 6{tag % 1000:03} label "Reception"',
            f" speed-dial 2 7{tag % 1000:03} label Help",
            " type 7965",
            f" button  1:{tag}",
            "!",
        ]
    return [*found, "end"]
