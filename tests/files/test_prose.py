"""Titles, sentences and tables of a page with commands in it."""

from __future__ import annotations

import pytest

from iossim.files.prose import is_lettered, is_prose, may_be_prose, may_open_section
from tests.files.support import printed
from tests.validate.support import codes_of


def codes(*lines: str) -> list[str]:
    return codes_of("\n".join(lines) + "\n")


#: Lines of pages, as they stand alone in global configuration.
PROSE = [
    "- Connect the phones",
    "• Cisco 2911 Router → R1",
    "🔹 Step by step",
    "1. Configure the software clock of R1.",
    "2) Ping the server",
    "<output omitted>",
    "[The End]",
    "(default route on R1)",
    "|   Phone 1   |",
    "// the second site",
    "http://192.0.2.1/page",
    "Lab Overview",
    "Objectives",
    "Devices Used",
    "Device\tIP Address",
    "Gateway\t192.0.2.1",
    "Router LSA (Type 1)",
    "Voice quality poor during heavy data usage",
    "VRRP",
    "Username: support",
    "Enable secret: x",
    "login local: the users of the router",
    "telephony-service : the mode of the phones",
    "hash sha = the algorithm",
    "router rip\tstarts RIP",
    "Configuration via GUI",
    "PC → 192.0.2.1",
    "Standby router is local",
    "% NOTE: This new crypto map will remain disabled until a peer",
    "STP Configuration",
    "Route Types",
    "Use Cases",
    "BGP table version is 5, local router ID is 192.0.2.1",
    "De la red de los alumnos",
    "Link Aggregation",
    "Router0\t192.0.2.1",
    "Configurations",
    "path_code: first",
    "En R1",
    "the phones get their addresses from the router.",
    "C       192.0.2.0/24 is directly connected, FastEthernet0/0",
    "S*   0.0.0.0/0 [1/0] via 192.0.2.1",
    "A DHCP server (or router configured as DHCP) to assign addresses",
    "Route Maps:",
    "10.0.0.0/8 is variably subnetted, 2 subnets, 2 masks",
    "Reply from 192.0.2.1: bytes=32 time=1ms TTL=255",
    "C:\\>ping 192.0.2.1",
    "Step 1 → the router",
]
#: Lines that are commands, or wrong ones.
COMMANDS = [
    "Hostname R1",
    "Int Gi0/0",
    "Ip route 0.0.0.0 0.0.0.0 192.0.2.1",
    "Hostnmae R1",
    "mystery 1",
    "description it is a line of the office and has many words.",
    "10 permit ip any any",
    "ip address 192.0.2.300 255.255.255.0",
    "Foo bar 1x",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_passed_over(text: str) -> None:
    assert codes("hostname R1", text, "ip cef") == ["2:1 info not-configuration"]
    assert printed("hostname R1", text, "ip cef") == ["hostname R1", "ip cef"]


@pytest.mark.parametrize("text", COMMANDS[:5])
def test_a_command_is_no_prose(text: str) -> None:
    assert "2:1 info not-configuration" not in codes("hostname R1", text, "ip cef")


@pytest.mark.parametrize("text", ["Hostnmae R1", "mystery 1", "10 permit ip any any", "Foo bar"])
def test_what_may_be_a_command_is_kept(text: str) -> None:
    below = [" x 1"] if text == "Foo bar" else []
    assert text in printed("hostname R1", text, *below, "ip cef")


def test_prose_between_lines_of_a_section_leaves_it_open() -> None:
    lines = ["interface Loopback0", "Give it an address", " ip address 192.0.2.1 255.255.255.255"]
    assert printed(*lines) == [lines[0], lines[2]]


def test_commands_below_a_sentence_are_read() -> None:
    """Pages indent what they show; the sentence before it opens no section."""
    lines = ["This is what the router needs", "  hostname R1", "  ip cef"]
    assert printed(*lines) == ["hostname R1", "ip cef"]


def test_prompts_below_a_title_are_read() -> None:
    lines = ["R1 → Active Router", "    R1(config)# interface g0/0", "    R1(config-if)# standby 1 priority 110"]
    assert printed(*lines) == ["interface GigabitEthernet0/0", " no ip address", " standby 1 priority 110"]


def test_prose_in_a_section_of_cme_is_no_error() -> None:
    lines = ["telephony-service", "To assign extensions to the phones", " max-dn 5"]
    assert codes(*lines) == ["2:1 info not-configuration"]
    assert codes(lines[0], "Max-dnn 5", lines[2])[0].startswith("2:1 error")


def test_text_after_a_banner_without_an_end_may_belong_to_it() -> None:
    assert "Staff only" in printed("banner motd #", "Staff only", "hostname A")


def test_a_paragraph_goes_on_in_lines_with_small_letters() -> None:
    paragraph = [
        "**The phones get their addresses from a pool that the",
        "router serves in the voice VLAN of the office",
        "above.**",
    ]
    assert codes("hostname R1", *paragraph, "ip cef") == [f"{line}:1 info not-configuration" for line in (2, 3, 4)]
    assert codes("hostname R1", "Phones", *paragraph[1:])[-1] != "4:1 info not-configuration"
    assert "3:1 warning unknown-command" in codes("hostname R1", paragraph[0], "rotuer rip")
    entries = ["Permit tcp any host phones.example.com eq sip log"] * 2
    assert [each.partition(" ")[2] for each in codes("ip access-list extended A", *entries)[:2]] == ["error wrong-value"] * 2


def test_a_sentence_without_a_capital_letter_and_a_full_stop() -> None:
    assert codes("hostname R1", "then go to the phones and press the button", "ip cef") == ["2:1 info not-configuration"]
    assert "2:1 info not-configuration" not in codes("hostname R1", "frobnicate phones beside button every", "ip cef")


@pytest.mark.parametrize("text", ["VRF BLUE_1 on both routers", "BGP IPv4 family of routers", "OSPFv3 AF\u30e2\u30fc\u30c9 in R1"])
def test_titles_with_the_name_of_a_protocol(text: str) -> None:
    assert codes("hostname R1", text, "ip cef") == ["2:1 info not-configuration"]
    assert "2:1 info not-configuration" not in codes("hostname R1", "vrf BLUE_1", "ip cef")


def test_an_undone_command_in_capital_letters_is_no_title() -> None:
    text = ["interface FastEthernet0/0", "shutdown", "NO SHUT"]
    assert printed(*text) == ["interface FastEthernet0/0", " no ip address"]
    assert codes("interface FastEthernet0/0", "No Shut") == ["2:1 info not-configuration"]
    assert codes("hostname R1", "NO MORE ROUTERS") == ["2:1 info not-configuration"]


def test_a_page_in_html() -> None:
    page = [
        "<pre><code><strong>R1(config)#interface Loopback0",
        "</strong><strong>R1(config-if)#ip address 192.0.2.1 255.255.255.255",
    ]
    page += ["</strong>", "R1#show clock", "</strong>12:00", "</code></pre>", "<p>The router has an address now.</p>"]
    assert printed(*page) == ["interface Loopback0", " ip address 192.0.2.1 255.255.255.255"]
    assert printed("banner motd ^", "<b>Staff only", "^")[1] == "<b>Staff only"


def test_a_request_for_help_without_a_prompt() -> None:
    assert codes("hostname R1", "logging buffered ?", "ip cef") == ["2:1 info not-configuration"]


def test_configure_terminal_with_an_explanation() -> None:
    assert codes("interface Loopback0", "conf t - go on", "ip cef") == ["2:1 info exec-command"]


def test_a_page_without_commands_gets_a_warning() -> None:
    page = ["Lab Overview", "Objectives", "Devices Used"]
    assert "1:1 warning mostly-unknown" in codes(*page)
    assert "1:1 warning mostly-unknown" not in codes(*page, "hostname R1")


@pytest.mark.parametrize(
    ("lines", "commands"),
    [
        (["R1(config)#interface Loopback0 # the first one"], ["interface Loopback0", " no ip address"]),
        (["R1(config)#ip cef  ← switching"], ["ip cef"]),
        (["R1(config)#ip cef <- switching"], ["ip cef"]),
        (["R1(config)#ip cef // switching"], ["ip cef"]),
        (["enable    # Privileged mode", "configure terminal   # go on", "hostname R1"], ["hostname R1"]),
        (["R1 (config)#hostname R1"], ["hostname R1"]),
        (["• R1(config)# hostname R1"], ["hostname R1"]),
        (["**hostname R1**", "_ip cef_", "`ip domain lookup`"], ["hostname R1", "ip cef"]),
    ],
)
def test_remarks_and_marks_of_pages(lines: list[str], commands: list[str]) -> None:
    assert printed(*lines) == commands


def test_a_remark_without_a_prompt_is_what_a_router_refuses() -> None:
    assert codes("telephony-service", " max-dn 5  # desks")[0] == "2:12 error invalid-input"


def test_kinds_of_lines() -> None:
    assert [text for text in ("C 192.0.2.0/24", "Cdp run") if is_lettered(text)] == ["C 192.0.2.0/24"]
    assert [text for text in ("Foo bar", "Foo bar 3", "🔹 x") if may_open_section(text, "x 1")] == ["Foo bar"]
    assert not may_open_section("Foo bar", "| x |")
    assert [text for text in ("Title", "x: 1", "ip cef") if may_be_prose(text)] == ["Title", "x: 1"]
    assert not is_prose("ip cef", "cef", 1, row=False, open_mode=True, spelled=True)


@pytest.mark.parametrize("word", ["#remark", "<name>", "[number]", "{x", "(seconds)", "→"])
def test_a_word_that_no_command_has_is_a_warning(word: str) -> None:
    """A router refuses it, also where the grammar may lack a word."""
    assert codes("hostname R1", f"ip nat pool P 192.0.2.1 192.0.2.9 netmask 255.255.255.0 {word}") == ["2:57 warning invalid-input"]


def test_steps_that_end_each_are_one_router() -> None:
    steps = ["enable", "configure terminal", "telephony-service", "max-dn 5", "end"]
    more = ["enable", "configure terminal", "ephone-dn 1", "number 1001", "end", "conf t", "hostname R1"]
    assert "5:1 warning several-routers" not in codes(*steps, *more)
    assert "5:1 warning several-routers" in codes(*steps, "version 15.7", "hostname R1")


@pytest.mark.parametrize("text", ["alerts      Immediate action needed", "en, ena", "www.example.com/page"])
def test_more_rows_and_addresses(text: str) -> None:
    assert codes("hostname R1", text, "ip cef") == ["2:1 info not-configuration"]


def test_a_word_with_a_low_line_is_a_placeholder() -> None:
    assert codes("ip access-list logging interval 5", "access-list ACL_ID permit any")[-1:] == ["2:13 warning wrong-value"]


def test_another_example_on_a_page_that_indents_all_of_them() -> None:
    lines = ["line vty 5 9999", " login local", "", " line con 0", "  password x", "", " interface Loopback0", "  shutdown"]
    assert {" login local", "interface Loopback0", " shutdown", "line con 0", " password x"} <= set(printed(*lines))
    assert "line con 0" not in printed("line vty 5 9999", " login local", " line con 0")


def test_the_output_of_a_command_ends_with_its_block() -> None:
    page = ["```", "R1#show clock", "12:00", "```", "Then turn on:", "```", "ip cef distributed", "```", "R1(config)#hostname A"]
    assert printed(*page) == ["hostname A", "ip cef distributed"]
    assert printed(*[line for line in page if line != "```"]) == ["hostname A"]


def test_packets_are_captured_in_the_exec() -> None:
    assert codes("hostname R1", "monitor capture point start PORT", "ip cef") == ["2:1 info exec-command"]
    assert "2:1 info exec-command" not in codes("hostname R1", "monitor session 1 source interface Gi0/0", "ip cef")


@pytest.mark.parametrize(
    "text",
    [
        "Enable IPv6 Routing",
        "Enable preemption.",
        "Shutdown all unused ports",
        "network \uba85\ub839 \ub300\uc2e0 **\uc778\ud130\ud398\uc774\uc2a4\uc5d0\uc11c**OSPF",
        "d. \u041d\u0430 R2 \u043d\u0430\u0441\u0442\u0440\u043e\u0439\u0442\u0435 EIGRP",
        "fe80::1 \u25c4\u2500\u2500\u25ba fe80::2",
    ],
)
def test_more_titles_and_lines_in_other_languages(text: str) -> None:
    assert codes("hostname R1", text, "ip cef") == ["2:1 info not-configuration"]


@pytest.mark.parametrize(
    "text", ["Enable secrett x", "ip address [\u0430\u0434\u0440\u0435\u0441] 255.255.255.0", "Shutdown ports"]
)
def test_a_wrong_command_is_no_line_in_another_language(text: str) -> None:
    assert "2:1 info not-configuration" not in codes("hostname R1", text, "ip cef")


def test_properties_of_a_page_and_blocks_in_other_languages() -> None:
    page = ["---", "title: Lab", "date created: today", "tags:", "  - routing", "---", "```mermaid", "graph LR", "  A --- B", "```"]
    assert codes(*page, "hostname R1") == ["1:1 info not-configuration", "7:1 info not-configuration"]
    assert printed("```console", "ip cef", "```") == ["ip cef"]
    assert printed("---", "hostname R1", "---") == ["hostname R1"]


def test_a_line_that_ends_with_a_mark_of_html() -> None:
    lines = ["line vty 0 4<br/>", "logging synchronous<br/>", "R1(config-line)# **login local**<br/>", "exit<br/>"]
    assert printed(*lines) == ["line vty 0 4", " logging synchronous", " login local"]


def test_a_command_of_another_mode_is_a_warning() -> None:
    assert codes("hostname R1", "neighbor 192.0.2.1 default-originate") == ["2:1 warning unknown-command"]
    assert codes("hostname R1", "neighbour 192.0.2.1 default-originate")[0] != "2:1 warning unknown-command"
    assert codes("interface Gi0/0", " switchport nonegotiate //no DTP")[0] == "2:25 warning invalid-input"


@pytest.mark.parametrize("text", ["**r1**", "**h**", "**aws (site 2)**", "Configuration d'un serveur DHCPv4"])
def test_bold_lines_and_apostrophes(text: str) -> None:
    assert codes("hostname R1", text, "ip cef") == [f"2:{3 if text[0] == '*' else 1} info not-configuration"]


def test_a_misspelt_command_in_bold_is_no_title() -> None:
    assert "2:3 info not-configuration" not in codes("hostname R1", "**hostnmae R2**", "ip cef")


def test_a_log_message_is_no_paragraph() -> None:
    log = "*Sep 14 11:25:03.707: %GDOI-3-COOP_KS_UNREACH: Cooperative KS 192.0.2.2 Unreachable in group BLUE and failed to"
    assert codes("telephony-service", log, "shutdown")[-1] != "3:1 info not-configuration"
    assert codes(
        "interface Gi0/0", "%Warning: the command should only be used on ports with a single", "host. Other ports, etc... do"
    )[-1].endswith("info not-configuration")


def test_what_a_router_prints_while_it_starts() -> None:
    start = ["Readonly ROMMON initialized", "smart init is sizing iomem", "  TOTAL:   0x022F6000", "Press RETURN to get started!"]
    assert printed(*start, "hostname R1") == ["hostname R1"]
    assert codes(*start, "hostname R1") == ["1:1 info not-configuration"]
    assert "smart init is sizing iomem" in printed(*start[:2], "hostname R1")


@pytest.mark.parametrize("text", ["ping", "traceroute", "r1", "spoke2:"])
def test_commands_of_the_exec_and_labels_of_one_word(text: str) -> None:
    assert codes("hostname R1", text, "ip cef")[0] in ("2:1 info exec-command", "2:1 info not-configuration")


def test_two_words_in_the_place_of_one_with_a_hyphen() -> None:
    assert "2:11 warning invalid-input" in codes("hostname R1", "route map BLUE permit 20")


@pytest.mark.parametrize("text", ["d)", "b) connect the phones", "bash", "Copy code"])
def test_items_of_a_list_and_what_pages_leave(text: str) -> None:
    assert codes("hostname R1", text, "ip cef") == ["2:1 info not-configuration"]


def test_a_prompt_in_an_item_of_a_list() -> None:
    assert printed("a) R1(config)#hostname HILL", "b. R1(config)#ip cef distributed") == ["hostname HILL", "ip cef distributed"]
