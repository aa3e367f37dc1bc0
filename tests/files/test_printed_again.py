"""What is printed comes back when it is read again: refused and kept lines, loose commands after a section, headers with a remark.

The texts were found by changing lines of configurations at random.
"""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest

from iossim.config import Configuration, render
from iossim.files.load import read_lines

FOLDER = Path(__file__).resolve().parent.parent.parent / "sample-configs"
FILES = [path for path in sorted(FOLDER.glob("**/*.cfg")) if path.stem != "very-large"]


def shown(text: str) -> str:
    """The text that is printed after another one was read."""
    configuration = Configuration()
    read_lines(configuration, text.split("\n"))
    return "\n".join(render(configuration.root)) + "\n"


#: A line that is as long as the widest line of the text: as if a terminal had cut it.
SECRET = "username opsadministrator12 privilege 15 secret 5 $1$cCtr$TlTiXHhPmAiEDPR7uVWcW/"
TEXTS = {
    "a kept line after a section that knows its first word": "interface Gi0/1\nexit\nService-policy output: WAN-QOS <- must be there",
    "an incomplete line after a section": "ephone 1\nend\n type",
    "a refused value after a section": "sip-ua\nend\n sip-server ipv4:192.168.k.1",
    "an abbreviation after a section": "int fa0/1\nexit\nswitchport m",
    "a loose command after a section": "voice service voip\n h323\nend\ncall start slow",
    "a loose command before an interface": "ip pim dense-mode\ninterface FastEthernet0/0",
    "a kept line after an empty section of a section": "voice service voip\n sip\n!\n final 5900",
    "an indented session": "   voice service voip\n   h323\nephone 2\n   call start slow",
    "a user after an empty section": "voice register pool 1\n!\nusername a password 0 b",
    "a button before its dn": "ephone 2\n button 1:2\nephone-dn 2",
    "buttons before their dns": "ephone 1\n button 1:1 2:2\nephone-dn 1\nephone-dn 2",
    "a number above a maximum": "telephony-service\nmax-dn 10\nmax-ephones 10\nauto assign 1 to 19\nip source-address 10.1.1.1",
    "a tag above a maximum": "telephony-service\n max-dn 5\nhostname x\nephone-dn 9\n number 9",
    "members of a range": "interface range fa0/2-4\nip address 192.168.2.1 255.255.255.0\ndescription x",
    "networks that overlap": "interface gi0/1\n ip address 10.0.0.1 255.255.255.0\ninterface lo0\n ip address 10.0.0.2 255.255.255.0",
    "an address before its encapsulation": "interface gi0/1.10\n shutdown\n ip address 10.0.0.1 255.255.255.0\n encapsulation dot1Q 10",
    "a VLAN of two subinterfaces": "interface gi0/1.20\n encapsulation dot1Q 10\ninterface gi0/1.10\n encapsulation dot1Q 10",
    "a route to the router itself": "ip route 10.0.0.0 255.0.0.0 10.1.1.1\ninterface gi0/1\n ip address 10.1.1.1 255.255.255.0",
    "two processes of BGP": "router bgp 65010\nntp server 1.1.1.1\nrouter bgp 65011\n network 10.0.0.0",
    "a line of the interface after its cross connection": "interface Serial0/1/1\n xconnect 10.0.0.1 4 encapsulation l2tpv3 manual "
    "pw-class A\n!\n ppp pap sent-username branch password 0 branch",
    "two commands on one line after a section": "ephone-dn 6\n number 406\n!\nexit\nephone-dn 7 number 407\nephone-dn 8",
    "a header with a command on its line": "ephone-dn 32\n number 770\nephone-dn 50  number 7999\n name Music\n moh ip 239.10.16.5 port 1",
    "an interface of no kind after a whole secret": f"{SECRET}\nascending GigabitEthernet0/0\n description Agents",
    "a user with half a secret": "username u privilege 15 secret 5 $1$hTl9$TIG5YSJVPNM/HuBIxxxxxx.\n description x",
    "a long remark after the prompt of a pager": " --More-- ! interface" + " !" * 3000,
    "no entry of an IPv6 list": "ipv6 access-list GUESTS\n no permit tcp any any\n permit udp any any",
    "no setting of a process of OSPF": "interface Serial0/1/1\n no ospfv3 1 cost",
    "a row of a certificate after a prompt": "R1(config)#  B06525FC 7FB72CED C82D06B5 F1662D26\nR1(config)#hostname R1",
    "the prompt of a pager after a prompt": "R1(config)# --More-- 23372",
    "a sentence after a prompt": "R1(config)# Here we set the name of the router\nR1(config)#hostname R1",
    "a header with a remark in a section of its kind": "ephone 1   # remark\n button\nephone 1   #\n en",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_comes_back(name: str) -> None:
    once = shown(TEXTS[name])
    assert shown(once) == once


def test_a_whole_secret_does_not_go_on_in_the_next_line() -> None:
    assert SECRET in shown(f"{SECRET}\nascending GigabitEthernet0/0\n").split("\n")


@pytest.mark.parametrize(
    ("name", "errors"),
    [
        ("networks that overlap", [4]),
        ("an address before its encapsulation", [3]),
        ("a VLAN of two subinterfaces", [4]),
        ("a route to the router itself", []),
    ],
)
def test_a_line_that_only_the_order_of_lines_refuses_is_reported_and_taken(name: str, errors: list[int]) -> None:
    configuration = Configuration()
    found = read_lines(configuration, TEXTS[name].split("\n"))
    assert [diagnostic.line for diagnostic in found if diagnostic.severity == "error"] == errors
    assert not any(any(section.kept.values()) for section in configuration.root.walk())


def test_a_button_whose_dn_stands_further_down_is_an_error_and_entered() -> None:
    configuration = Configuration()
    found = read_lines(
        configuration, ["telephony-service", " max-dn 5", "ephone 1", " button 1:1 2:2", "ephone-dn 1", "ephone-dn 2"]
    )
    assert [(diagnostic.line, diagnostic.severity) for diagnostic in found if diagnostic.code == "refused"] == [(4, "error")]
    assert " button  1:1 2:2" in list(render(configuration.root))
    assert " button 1:1 2:2" in shown("ephone 1\n button 1:1 2:2\nephone-dn 1").split("\n")


def test_a_number_before_a_word_with_blanks_after_it_keeps_its_own_blank() -> None:
    lines = shown("version 17.3\nip access-list standard S\n 10 deny any\n 20 permit any\n deny any log").split("\n")
    assert {" 10 deny   any", " 20 permit any", " 30 deny   any log"} <= set(lines)


def test_a_maximum_below_a_tag_in_use_is_reported_and_taken() -> None:
    configuration = Configuration()
    found = read_lines(configuration, ["ephone-dn 9", " number 9", "telephony-service", " max-dn 3", " max-ephones 5"])
    assert [(diagnostic.line, diagnostic.severity) for diagnostic in found] == [(4, "error")]
    assert " max-dn 3" in list(render(configuration.root))


def test_a_button_of_a_phone_that_is_removed_is_not_entered() -> None:
    lines = shown("ephone 1\n button 1:1\nno ephone 1\nephone-dn 1").split("\n")
    assert not any("button" in line or line.startswith("ephone  1") for line in lines)


def test_members_that_refuse_a_line_keep_it() -> None:
    text = "interface range fa0/2-3\nip address 192.168.2.1 255.255.255.0"
    assert shown(text).count(" ip address 192.168.2.1 255.255.255.0\n") == 2


def _changed(numbers: random.Random, lines: list[str]) -> list[str]:
    """Lines with one to six changes: left out, swapped, indented, cut short, doubled."""
    lines = list(lines)
    for _ in range(numbers.randint(1, 6)):
        at, other, kind = numbers.randrange(len(lines)), numbers.randrange(len(lines)), numbers.randrange(7)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == 2:
            lines[at] = " " * numbers.randint(1, 3) + lines[at]
        elif kind == 3:
            lines[at] = lines[at].lstrip()
        elif kind == 4:
            lines[at] = lines[at][: numbers.randint(1, max(1, len(lines[at])))]
        elif kind == 5:
            lines[at] = lines[at].rpartition(" ")[0] or lines[at]
        else:
            lines.insert(other, lines[at])
    return lines


@pytest.mark.parametrize("part", range(4))
def test_changed_files_come_back(part: int) -> None:
    numbers = random.Random(part)
    texts = [path.read_text(encoding="utf-8").split("\n") for path in FILES]
    for _ in range(60):
        lines = numbers.choice(texts)
        begin = numbers.randrange(len(lines))
        text = "\n".join(_changed(numbers, lines[begin : begin + numbers.randint(1, 80)]))
        once = shown(text)
        assert shown(once) == once, text


def test_the_changes_change_a_text() -> None:
    lines = FOLDER.joinpath("sccp-office.cfg").read_text(encoding="utf-8").split("\n")[:40]
    texts = ["\n".join(_changed(random.Random(seed), lines)) for seed in range(50)]
    assert len(set(texts)) > 45
    assert all(before != after for before, after in pairwise(texts))
