"""The closed list of argument notations, from narrow to wide. Checks, help, docs/grammar.md and tests are made from it.

Rows of one rank are two spellings of one thing, so that no place in a grammar needs both; `iossim grammar check` refuses two
arguments of one rank at one place, except ranges that do not overlap.
"""

from __future__ import annotations

from iossim.language.notations.addresses import (
    host,
    ip_address,
    ip_prefix,
    ipv6_address,
    ipv6_prefix,
    lower_case_mac,
    mac_address,
)
from iossim.language.notations.buttons import button
from iossim.language.notations.interfaces import fault_of_names, interface_name, interface_names, subinterface_name
from iossim.language.notations.notation import Inside, Notation, Row, Span, checked, pattern
from iossim.language.notations.numbers import listed, parts_of, ranged, spanned, vlan_list
from iossim.language.notations.servers import server, target
from iossim.language.notations.times import clock_time, day_time, hour_time, month, short_time, weekday
from iossim.language.notations.words import any_word, begins_with_no_digit, digits, hexadecimal, sized

_LONG = "9" * 5000
_seconds = pattern("([01]?[0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]")
_register = pattern("0x[0-9A-Fa-f]{1,4}")
_ranges = pattern("[0-9]+(-[0-9]+)?(,[0-9]+(-[0-9]+)?)*")
_port_with_group = pattern(".+:[0-9]+")
_slots = pattern("[0-9]{1,3}(/[0-9]{1,3}){1,4}")
_port = pattern("[0-9]{1,3}(/[0-9]{1,3}){0,4}([.][0-9]{1,3})?(:([0-9]{1,3}|D))?")
_target = pattern("([0-9]{1,10}|[0-9]{1,5}[.][0-9]{1,5}|([0-9]{1,3}[.]){3}[0-9]{1,3}):[0-9]{1,10}")
_delay = pattern("(([0-9]{1,3}:)?[0-9]{1,2}:)?[0-9]{1,5}")
_version = pattern("[0-9]+[.][0-9].*")
_tags = pattern("[0-9]+(,[0-9]+)*")


def _class_default(word: str) -> str | None:
    return "class-default" if word.lower() == "class-default" else None


def _numbers(row: Row, text: str, _: Inside) -> Notation:
    return Notation(row, text, _tags, tags=parts_of)


def _interfaces(row: Row, text: str, _: Inside) -> Notation:
    return Notation(row, text, interface_names, remark="interfaces, or a range like Fa0/1 - 4", fault=fault_of_names)


TABLE = (
    # Numbers.
    Row(
        "<A-B>", 10, Span.WORD, "", "A whole number from A to B.",
        {"1": "1", "10": "10", "007": "7"}, ("0", "11", "1.5", "five", "-1", "٣", _LONG), ranged, "<1-10>",
    ),
    Row(
        "<A-NAME>", 10, Span.WORD, "",
        "A whole number from A to the number that the command with `//@ bounds NAME …` sets; 65535 while none is set. "
        "Names that begin with `platform` are limits of the router model.",
        {"1": "1", "65535": "65535"}, ("0", "65536", "max-dn"), ranged, "<1-max-dn>",
    ),
    Row(
        "<A-Nx-NAME>", 10, Span.WORD, "", "The same; the upper end is N times the bound.",
        {"1": "1", "196605": "196605"}, ("0", "196606"), ranged, "<1-3x-max-ephones>",
    ),
    Row(
        "<0x0-0xFFFF>", 11, Span.WORD, "", "A hexadecimal number of at most four digits after `0x`.",
        {"0x2102": "0x2102", "0x0": "0x0", "0xfFfF": "0xfFfF"}, ("2102", "0x", "0x10000", "0x210G", "x2102", "t"), checked(_register),
    ),
    # Addresses.
    Row(
        "H.H.H", 20, Span.WORD, "", "A MAC address with dots, printed in upper case.",
        {"000D.BC80.EB51": "000D.BC80.EB51", "0016.C7C7.AF9D": "0016.C7C7.AF9D", "d.bc80.eb51": "000D.BC80.EB51"},
        ("000D-BC80-EB51", "000D.BC80", "000D.BC80.EB5G", "000D0.BC80.EB51", "1..2", "1.2.٣"), checked(mac_address),
    ),
    Row(
        "h.h.h", 20, Span.WORD, "H.H.H", "A MAC address with dots, printed in lower case.",
        {"000d.bc80.eb51": "000d.bc80.eb51", "000D.BC80.EB51": "000d.bc80.eb51"}, ("000d.bc80",), checked(lower_case_mac),
    ),
    Row(
        "A.B.C.D/nn", 29, Span.WORD, "", "An IPv4 prefix: an address, a slash, a number of bits.",
        {"10.0.0.0/8": "10.0.0.0/8", "0.0.0.0/0": "0.0.0.0/0", "10.1.1.010/032": "10.1.1.10/32"},
        ("10.0.0.0", "10.0.0.0/33", "10.0.0/8", "10.0.0.0/", "10.0.0.0/²"), checked(ip_prefix),
    ),
    Row(
        "A.B.C.D", 30, Span.WORD, "", "An IPv4 address or mask.",
        {"10.1.1.1": "10.1.1.1", "192.0.2.254": "192.0.2.254", "010.1.1.255": "10.1.1.255"},
        ("10.1.1", "10.1.1.256", "10.1.1.0001", "10.1.1.٣", "10.1.1.1.1"), checked(ip_address),
    ),
    Row(
        "X:X:X:X::X", 31, Span.WORD, "", "An IPv6 address.",
        {"2001:DB8::1": "2001:DB8::1", "2001:db8:0:0::1": "2001:DB8::1"}, ("2001:db8", "10.1.1.1"), checked(ipv6_address),
    ),
    Row(
        "X:X:X:X::X/<0-128>", 32, Span.WORD, "", "An IPv6 prefix: an address, a slash, a number of bits.",
        {"2001:DB8::/64": "2001:DB8::/64", "2001:db8::/064": "2001:DB8::/64"},
        ("2001:db8::/129", "2001:db8::/", "2001:db8::/²", "2001:db8::/" + _LONG, "2001:db8::"), checked(ipv6_prefix),
    ),
    # Times.
    Row(
        "hh:mm", 33, Span.WORD, "", "A time from 0:00 to 24:00, printed with two digits each.",
        {"07:30": "07:30", "19:00": "19:00", "7:05": "07:05", "24:00": "24:00"},
        ("24:01", "25:00", "7:60", "7:5", "730", "007:30", "٣:30"), checked(clock_time),
    ),
    Row(
        "hh:mm(23:59)", 33, Span.WORD, "hh:mm", "A time from 0:00 to 23:59.",
        {"07:30": "07:30", "19:00": "19:00", "23:59": "23:59"}, ("24:00", "7:60"), checked(day_time, "up to 23:59"),
    ),
    Row(
        "h:mm", 33, Span.WORD, "hh:mm", "A time from 0:00 to 23:59, printed without a leading zero.",
        {"2:00": "2:00", "02:05": "2:05", "0:30": "0:30", "23:59": "23:59"}, ("24:00", "2:0", "2"), checked(hour_time),
    ),
    Row(
        "h:m", 33, Span.WORD, "hh:mm", "A time from 0:00 to 24:00, printed without leading zeros.",
        {"7:30": "7:30", "19:0": "19:0", "24:0": "24:0", "07:05": "7:5"}, ("24:1", "7:", "7"), checked(short_time),
    ),
    Row(
        "hh:mm:ss", 34, Span.WORD, "", "A time with seconds.",
        {"07:30:00": "07:30:00", "23:59:59": "23:59:59"}, ("24:00:00", "07:30"), checked(_seconds),
    ),
    Row(
        "MONTH", 35, Span.WORD, "", "A month, of which three letters are enough.",
        {"May": "May", "January": "January", "nov": "November"}, ("no", "Brumaire"), checked(month),
    ),
    Row(
        "WEEKDAY", 36, Span.WORD, "", "A day of the week, of which three letters are enough, printed with three letters.",
        {"Sun": "Sun", "monday": "Mon", "THU": "Thu"}, ("Su", "Sunny", "funday"), checked(weekday),
    ),
    Row(
        "ddd:hh:mm", 37, Span.WORD, "", "Minutes, or hours and minutes, or days, hours and minutes.",
        {"5": "5", "2:05": "2:05", "10:23:59": "10:23:59"}, ("1:", "1:2:3:4", "1000:1:1", "x"), checked(_delay),
    ),
    # Words with parts.
    Row(
        "BUTTON", 40, Span.WORD, "LINE", "A button of an ephone, a separator, and dns (or, after `x`, another button).",
        {"1:1": "1:1", "2o1,2": "2o1,2", "3x2": "3x2", "4s3": "4s3"}, ("1-2", "1:", "1:2,3", "0:1", "1x0"), button,
    ),
    Row(
        "TAGS", 41, Span.WORD, "WORD", "Numbers with commas, in one word.",
        {"1": "1", "20,21": "20,21"}, ("1,,2", "1,"), _numbers,
    ),
    Row(
        "TAGS(A-B)", 41, Span.WORD, "WORD", "Numbers from A to B with commas, in one word.",
        {"1,02": "1,2"}, ("1,9", "1,"), listed, "TAGS(1-8)",
    ),
    Row(
        "TAGS(A-NAME)", 41, Span.WORD, "WORD",
        "Numbers from A to 65535 with commas, in one word. NAME is shown in the command reference only.",
        {"1,20": "1,20"}, ("0", "1,65536"), listed, "TAGS(1-max-dn)",
    ),
    Row(
        "RANGES", 42, Span.WORD, "LINE", "Numbers and ranges with commas, in one word.",
        {"1": "1", "1-4,7": "1-4,7"}, ("1-", "1-2-3"), checked(_ranges),
    ),
    Row(
        "RANGES(A-B)", 42, Span.WORD, "LINE", "Numbers from A to B and ranges of them with commas, in one word.",
        {"1": "1", "1-4,7": "1-4,7"}, ("0", "1-9", "1-", "1-2-3"), spanned, "RANGES(1-8)",
    ),
    # Interfaces.
    Row(
        "SUBINTERFACE", 43, Span.TWO, "INTERFACE", "An interface with a point and a number.",
        {"GigabitEthernet0/0.10": "GigabitEthernet0/0.10", "fa0/1.10": "FastEthernet0/1.10"}, ("gi0/0",), checked(subinterface_name),
    ),
    Row(
        "INTERFACE", 44, Span.TWO, "", "An interface, its kind abbreviated as IOS allows.",
        {
            "GigabitEthernet0/0": "GigabitEthernet0/0", "Loopback0": "Loopback0", "gi0/0": "GigabitEthernet0/0", "Vlan10": "Vlan10",
            "gi0/0.10": "GigabitEthernet0/0.10", "se0/0/0:23": "Serial0/0/0:23", "gi 0/1": "GigabitEthernet0/1",
        },
        ("v0", "Gigabit", "0/0"), checked(interface_name),
    ),
    # Servers.
    Row(
        "SERVER", 50, Span.WORD, "WORD", "`ipv4:`, `ipv6:` or `dns:` with an address or a name, and a port after another colon.",
        {
            "ipv4:10.1.1.1": "ipv4:10.1.1.1", "ipv4:10.1.1.1:5060": "ipv4:10.1.1.1:5060",
            "dns:sip.example.com": "dns:sip.example.com", "dns:trunk:5061": "dns:trunk:5061",
            "ipv6:[2001:DB8::1]:5060": "ipv6:[2001:DB8::1]:5060",
        },
        ("10.1.1.1", "ipv4:10.1.1.", "ipv4:10.1.1.300", "ipv4:10.1.k.1", "ipv4:10.1.1.1:0", "ipv4:10.1.1.1:65536", "ipv4:", "dns:",
         "ipv6:[1", "sip.example.com", "dns:a b", "dns:$s$.example.com"), checked(server, "ipv4:, ipv6: or dns: with an address or name"),
    ),
    Row(
        "TARGET", 51, Span.WORD, "WORD",
        "A server, whose name may have `$s$`, `$d$`, `$e$` or `$u$` in it, or `enum:`, `mailto:` or `loopback:` with its word.",
        {
            "ipv4:10.1.1.1": "ipv4:10.1.1.1", "ipv6:[2001:DB8::1]:5060": "ipv6:[2001:DB8::1]:5060",
            "dns:$s$.example.com": "dns:$s$.example.com", "dns:$u$.$d$.example.com:5060": "dns:$u$.$d$.example.com:5060",
            "enum:1": "enum:1", "mailto:$m$@example.com": "mailto:$m$@example.com", "loopback:compressed": "loopback:compressed",
        },
        ("ipv4:10.80.11.", "(CME2-IP)", "ipv4:10.1.1.300", "dns:$x$.example.com", "enum:0", "enum:16", "mailto:", "loopback:", "server"),
        checked(target, "ipv4:, ipv6:, dns:, enum: or mailto: with an address or name"),
    ),
    # Words of digits.
    Row(
        "DIGITS(N)", 60, Span.WORD, "WORD", "1 to N digits.",
        {"1": "1", "0123": "0123"}, ("12345", "12a4", "٣"), digits, "DIGITS(4)",
    ),
    Row(
        "DIGITS(A-B)", 60, Span.WORD, "WORD", "A to B digits.",
        {"1234": "1234", "12345678": "12345678"}, ("123", "123456789", "12a4"), digits, "DIGITS(4-8)",
    ),
    Row(
        "HEX(N)", 60, Span.WORD, "WORD", "1 to N hexadecimal digits.",
        {"f": "f", "fF01": "fF01"}, ("12345", "fg"), hexadecimal, "HEX(4)",
    ),
    Row(
        "HEX(A-B)", 60, Span.WORD, "WORD", "A to B hexadecimal digits.",
        {"fF": "fF", "fF01": "fF01"}, ("f", "12345"), hexadecimal, "HEX(2-4)",
    ),
    # Ports and communities.
    Row(
        "WORD:N", 80, Span.WORD, "WORD", "Any word with a colon and a number at its end.",
        {"0/3/0:23": "0/3/0:23", "D:0": "D:0"}, ("0/3/0", "0/3/0:", ":1", "0/3/0:D"), checked(_port_with_group),
    ),
    Row(
        "N/N", 81, Span.WORD, "WORD", "Numbers with slashes between them: a slot and a port.",
        {"0/1": "0/1", "0/3/0": "0/3/0"}, ("0", "0/", "a/1", "1000/1"), checked(_slots),
    ),
    Row(
        "PORT", 82, Span.WORD, "WORD", "A port: numbers with slashes between them, and a group of time slots after a colon.",
        {"0": "0", "0/3/0": "0/3/0", "0/3/0:23": "0/3/0:23", "3/0:D": "3/0:D", "50/0/1.1": "50/0/1.1"},
        ("0/", "1000", "0/0/0>", "0/0/0:", "gi0/0"), checked(_port),
    ),
    Row(
        "ASN:nn", 83, Span.WORD, "ASN:nn or IP-address:nn",
        "A route distinguisher or extended community: the number of an autonomous system or an IP address, a colon, a number.",
        {"65000:1": "65000:1", "10.1.1.1:5": "10.1.1.1:5", "1.10:2": "1.10:2"}, ("65000", "a:1", "65000:", "1:1:1"), checked(_target),
    ),
    # One word in full.
    Row(
        "X.Y", 85, Span.WORD, "WORD", "A version: a number, a point, and the rest of it.",
        {"15.7": "15.7", "7.0(3)I7": "7.0(3)I7", "12.4T": "12.4T"}, ("3", "16.", "x.1", "15,7"), checked(_version),
    ),
    Row(
        "class-default", 86, Span.WORD, "", "The word `class-default` in full; an abbreviation is another word.",
        {"class-default": "class-default", "CLASS-default": "class-default"}, ("class", "c", "class-default1"), checked(_class_default),
    ),
    # Names.
    Row(
        "LABEL", 87, Span.WORD, "WORD", "A word that does not begin with a digit.",
        {"alpha": "alpha", "Any.thing!": "Any.thing!"}, ("11", "3com"), checked(begins_with_no_digit, "a name"),
    ),
    # Hosts.
    Row(
        "HOST", 88, Span.WORD, "WORD", "An IPv4 address, or the name of a host that does not look like an address with a wrong part.",
        {"10.1.1.1": "10.1.1.1", "server": "server", "ntp.example.com": "ntp.example.com", "10.2.2.0/24": "10.2.2.0/24"},
        ("10.1.1.300", "10.1.1.", "xxx.xxx.xxx.xxx", "10.1.1", "10.1.1.300/24", "<host>", "[server]"),
        checked(host, "an address or the name of a host"),
    ),
    # Any word, any text.
    Row(
        "WORD(N)", 89, Span.WORD, "WORD", "Any word of at most N characters, quotation marks not counted.",
        {"abc": "abc", '"abc"': '"abc"'}, ("abcd", '"abcd"'), sized, "WORD(3)",
    ),
    Row(
        "WORD", 90, Span.WORD, "", "Any word; in quotation marks it may hold blanks.",
        {"alpha": "alpha", "beta": "beta", "5001": "5001", "Any.thing!": "Any.thing!"}, (), checked(any_word),
    ),
    Row(
        "INTERFACES", 91, Span.REST, "LINE", "Interfaces with commas, and ranges of them with a hyphen.",
        {"gi0/0 - 1 , lo0": "gi0/0 - 1 , lo0", "Vlan1": "Vlan1"}, ("gi0/0 \u2013 1", "gi0/1 - 0", "gi0/0 -", "both"),
        _interfaces,
    ),
    Row(
        "LIST(A-B)", 92, Span.REST, "LINE", "Numbers from A to B with commas, with or without blanks after them.",
        {"5 , 6,7": "5, 6, 7"}, ("2", "5,", "5 6"), listed, "LIST(3-60000)",
    ),
    Row(
        "VLANS", 93, Span.REST, "LINE", "VLAN numbers and ranges of them with commas, with or without blanks after them.",
        {"10": "10", "1-9,20": "1-9, 20", "5 , 6,7": "5, 6, 7"}, ("0", "4095", "5,", "5 6", "9-"), checked(vlan_list, "VLAN numbers"),
    ),
    Row(
        "LINE(N)", 94, Span.REST, "LINE", "The rest of the line, at most N characters.",
        {"a b c": "a b c"}, ("a b c d",), sized, "LINE(5)",
    ),
    Row(
        "LINE", 95, Span.REST, "", "The rest of the line.",
        {"alpha beta": "alpha beta", "gamma": "gamma"}, (), checked(any_word),
    ),
    Row(
        "TEXT", 96, Span.TEXT, "LINE", "A text between two delimiters of the user's choice, which may go on over several lines.",
        {"#hello#": "#hello#", "#two\nlines#": "#two\nlines#"}, (), checked(any_word),
    ),
)  # fmt: skip
