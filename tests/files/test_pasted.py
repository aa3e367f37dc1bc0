"""Pasted sessions in the router's language: answers to `?`, Tab, output of EXEC commands, base 64, login, Markdown."""

from __future__ import annotations

import pytest

from iossim.files.lines import TextLines
from iossim.files.noise import command_of, is_base64, is_exec_command, is_noise
from iossim.files.pasted import is_tab_remain, pem_end
from iossim.validate import check_text
from tests.files.support import ALWAYS_PRINTED, printed, severities

BASE64 = "MIIBszCCAVmgAwIBAgIUQ3Vyc2VkIGNlcnRpZmljYXRlIGZvciB0ZXN0cyBvbmx5"


def test_a_request_for_help_and_its_answer_are_no_configuration() -> None:
    session = [
        "A(config)#banner ?",
        "  LINE   c banner-text c, where 'c' is a delimiting character",
        "  login  Set login banner",
        "",
        "A(config)#ho?",
        "host  hostname",
        "",
        "A(config)#hostname B",
    ]
    assert printed(*session) == ["hostname B"]
    assert severities(*session) == {"info"}


def test_indented_commands_below_a_title_or_a_sentence_are_commands() -> None:
    text = [
        "Second router:", "", "    telephony-service", "    max-dn 2", "    ephone-dn 1", "    number 201", "",
        "The phones are given their numbers now.", "    interface GigabitEthernet0/1", "    description Phones:",
        "Далее настраивается маршрутизация", "    router rip", "    network 10.0.0.0",
    ]  # fmt: skip
    expected = ["interface GigabitEthernet0/1", "description Phones:", "router rip", "network 10.0.0.0", "max-dn 2", "number 201"]
    assert [line for line in map(str.strip, printed(*text)) if line in expected] == expected
    assert severities(*text) <= {"info"}


def test_an_unknown_section_keeps_its_lines() -> None:
    assert printed("Foo bar", " telephony-service", " x 1") == ["Foo bar", " telephony-service", " x 1"]


def test_an_answer_after_which_no_prompt_follows_ends_where_the_form_ends() -> None:
    assert printed("A(config)#max?", "  max-one  Something", "  <cr>", "hostname B") == ["hostname B"]


def test_a_question_mark_without_a_prompt_is_the_delimiter_of_a_banner() -> None:
    assert printed("banner motd ?", "Staff only", "?", "hostname B") == ["hostname B", "banner motd ^C", "Staff only", "^C"]


def test_the_line_that_tab_completed_is_no_command() -> None:
    session = ["A(config)#ip dhcp pool V", "A(dhcp-config)#def", "A(dhcp-config)#default-router 192.0.2.1"]
    assert printed(*session) == ["ip dhcp pool V", " default-router 192.0.2.1 "]
    assert severities(*session) == {"info"}


@pytest.mark.parametrize(
    ("first", "second", "remains"),
    [
        ("A(config)#def", "A(config)#default-router 1.1.1.1", True),
        ("A(config)#ip na", "A(config)#ip name-server 1.1.1.1", True),
        ("A(config)#def", "A(config-if)#default-router 1.1.1.1", False),
        ("A(config)#def", "A(config)#hostname B", False),
        ("A(config)#def", "A(config)#def", False),
        ("A(config)#def", "default-router 1.1.1.1", False),
        ("A(config)#ip na", "A(config)#no name", False),
    ],
)
def test_tab_leaves_the_beginning_of_the_next_line(first: str, second: str, remains: bool) -> None:
    lines = TextLines([first, "", second])
    prompted = command_of(first)
    assert prompted is not None
    assert is_tab_remain(lines.at(1), *prompted, lines) == remains


def test_a_mistyped_command_before_another_one_stays_a_mistake() -> None:
    assert "error" in severities("A(config)#ephone 1", "A(config-ephone)#mac-adress 1", "A(config-ephone)#type 7960")


def test_the_output_of_an_exec_command_ends_at_the_next_prompt() -> None:
    session = ["A#show clock", "hostname X", "A(config)#hostname B", "A(config)#do show clock", "hostname Y", "A(config)#ephone 1"]
    assert printed(*session) == ["hostname B", "ephone  1"]


def test_without_a_later_prompt_the_lines_after_an_exec_command_are_read() -> None:
    assert printed("A#show clock", "hostname X") == ["hostname X"]


@pytest.mark.parametrize(
    ("command", "skipped"),
    [
        ("show telephony-service ephone-template", True),
        ("sh voice register template 1", True),
        ("show ephone-hunt", True),
        ("show running-config | section ephone", False),
        ("show clock", False),
    ],
)
def test_output_like_a_configuration_ends_at_an_empty_line(command: str, skipped: bool) -> None:
    session = [f"A#{command}", "ephone-template 1", "conference drop-mode never", "", "ephone-template 2", " privacy on"]
    assert ("error" not in severities(*session)) is skipped
    assert "ephone-template 2" in "\n".join(printed(*session)).replace("  ", " ")


@pytest.mark.parametrize("command", ["show running-config", "sh run", "show config", "show startup-config", "write terminal"])
def test_the_output_of_a_command_that_prints_a_configuration_is_read(command: str) -> None:
    assert printed(f"A#{command}", "Building configuration...", "hostname X", "A#") == ["hostname X"]


@pytest.mark.parametrize(
    "block",
    [
        ["-----BEGIN CERTIFICATE-----", BASE64, "xxxx", "-----END CERTIFICATE-----"],
        ["-----BEGIN RSA PRIVATE KEY-----", "Proc-Type: 4,ENCRYPTED", "", BASE64, "-----END RSA PRIVATE KEY-----", "quit"],
        [BASE64, BASE64, "c2hvcnQ=", "quit"],
        ["-----BEGIN CERTIFICATE-----", BASE64],
    ],
    ids=["pem", "key, quit", "no header", "no end"],
)
def test_base_64_after_a_command_is_its_answer(block: list[str]) -> None:
    text = ["crypto pki trustpoint T", " enrollment terminal", "!", "crypto pki authenticate T", *block, "hostname B"]
    assert printed(*text) == printed("crypto pki trustpoint T", " enrollment terminal", "!", "hostname B")
    assert severities(*text) == {"info"}


def test_a_word_that_is_no_base_64() -> None:
    for text in ("telephony-service", "x" * 60, "A" * 60, "0" * 60, BASE64[:20], f"{BASE64} {BASE64}", BASE64 * 2):
        assert not is_base64(text)
        assert pem_end(TextLines([text]).at(1), TextLines([text])) == 0


@pytest.mark.parametrize(
    "text", ["login as: u", "Access denied", "Password: ******", "u@192.0.2.1's password:", "Trying 192.0.2.1 ... Open"]
)
def test_the_dialogue_of_a_login(text: str) -> None:
    assert is_noise(text)
    assert printed(text, "hostname B") == ["hostname B"]


@pytest.mark.parametrize("text", ["login", "login local", "access-list 1 deny any", "password 7 094F", "no login"])
def test_commands_that_look_like_the_dialogue_of_a_login(text: str) -> None:
    assert not is_noise(text)


@pytest.mark.parametrize(
    "text", ["copy running-config flash:", "copy run tftp://192.0.2.1/a", "reload in 5", "clear counters", "dir flash:"]
)
def test_exec_commands(text: str) -> None:
    assert is_exec_command(text)
    assert printed(text, "hostname B") == ["hostname B"]


@pytest.mark.parametrize("text", ["copy", "reload-file x", "clear", "reset 5", "debug"])
def test_words_that_are_no_exec_command(text: str) -> None:
    assert not is_exec_command(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- **A(config)#** telephony-service", ("(config)", "telephony-service")),
        ("* `A(config-telephony)# max-dn 5`", ("(config-telephony)", "max-dn 5")),
        ("1. A(config)# **hostname B**", ("(config)", "hostname B")),
        ("> `A#` show clock", ("", "show clock")),
        ("- A note # of ours", None),
        ("- hostname B", None),
        ("**Step 1** configure", None),
    ],
)
def test_a_prompt_inside_markdown(text: str, expected: tuple[str, str] | None) -> None:
    assert command_of(text) == expected


def test_a_session_inside_markdown_is_read() -> None:
    session = [
        "- **A(config)#** telephony-service",
        "- **A(config-telephony)#** max-ephones 5",
        "- `A(config-telephony)# max-dn 9`",
    ]
    assert printed(*session) == ["telephony-service", " max-ephones 5", " max-dn 9", *ALWAYS_PRINTED]


def test_a_command_is_no_prompt_though_it_has_its_characters() -> None:
    assert printed("banner motd (a)#b(a)#", "hostname B")[-1].startswith("banner motd")
    assert set(printed("telephony-service", " system message (x)# y")) == {
        "telephony-service",
        " system message (x)# y",
        *ALWAYS_PRINTED,
    }


def test_the_output_of_the_last_command_of_a_session_is_skipped() -> None:
    """No prompt follows: the output ends where somebody goes on, with a command at the margin."""
    session = ["A#show ip ospf neighbor", "", "Neighbor ID     Pri   State", "192.0.2.2         1   FULL/DR", "  via somewhere"]
    assert printed(*session) == []
    assert printed(*session, "hostname B", "ip cef") == ["hostname B", "ip cef"]
    assert printed(*session, "int Loopback0", " shutdown") == ["interface Loopback0", " no ip address", " shutdown"]


def test_single_lines_of_a_configuration_are_no_configuration() -> None:
    assert printed("A#show run | include nat", " ip nat inside", "ip nat inside source list 1 interface Gi0/0", "A#") == []
    assert printed("A#show run | section rip", "router rip", " version 2") == ["router rip", " version 2"]


COMMANDS = ["ephone-dn 1", " number 201", "interface FastEthernet0/1", " switchport mode access"]


@pytest.mark.parametrize("kind", ["powershell", "css", "python", "sql"])
def test_a_block_of_another_language_that_holds_commands_is_read(kind: str) -> None:
    assert [line for line in printed(f"```{kind}", *COMMANDS, "```") if line in COMMANDS] == [*COMMANDS[2:], " number 201"]


def test_a_block_of_another_language_is_skipped() -> None:
    block = ["```python", "import re", "interface = Interface(1)", 'send("ephone-dn 1")', "no = 1", "```"]
    assert printed(*block, "hostname B") == ["hostname B"]


@pytest.mark.parametrize(
    ("line", "severity", "said"),
    [
        ("A(config-route-map)# set tag TAG", "error", "`TAG` is no number; expected <0-4294967295>"),
        ("A(config-route-map)# match {ip|ipv6} address 1", "warning", "`{ip|ipv6}` is not accepted here; expected"),
        ("A(config-if)# switchport mode", "error", "the command is incomplete; expected"),
        ("A(config-line)# access-class 1 {in|out}", "warning", "`{in|out}` is not accepted here; expected in, out"),
        ("A(config-ephone)# buton 1:1", "error", "`buton` is no command of ephone; did you mean `button`?"),
        ("A(conf-if0)# ip nat out", "info", "a command of interface, which nothing before it enters: skipped"),
        ("A(config-moon)# phase 4", "info", "a line of the mode with the prompt (config-moon)#, which nothing before it enters"),
    ],
)
def test_a_line_after_the_prompt_of_a_mode_that_nothing_enters_is_checked_there(line: str, severity: str, said: str) -> None:
    (diagnostic,) = [item for item in check_text("", line + "\n") if "read as a pasted session" not in item.message]
    assert (diagnostic.severity, diagnostic.message[: len(said)]) == (severity, said)
    assert printed(line) == []


def test_a_line_is_checked_in_the_section_that_its_prompt_is_written_for() -> None:
    session = ["A(config)#interface range FastEthernet0/1 - 2", "A(config-if)#switchport mode acess"]
    assert printed(*session)[1] == " switchport mode acess"


def test_a_section_that_is_not_known_ends_with_its_block_of_a_page() -> None:
    page = ["```", "foo bar", " baz 1", "```", "## Output", "```", " ephone-dn 1", " number 201", "```"]
    assert printed(*page) == ["foo bar", " baz 1", "ephone-dn  1", " number 201"]


@pytest.mark.parametrize(
    "text",
    [
        "(config)#hostname B",
        "(conf)#hostname B",
    ],
)
def test_global_configuration_in_other_words(text: str) -> None:
    assert printed("A(config)#interface Loopback0", text) == ["hostname B", "interface Loopback0", " no ip address"]


def test_text_after_a_prompt_is_reported_and_not_kept() -> None:
    session = ["A(config)# Here we set the name of the router", "A(config)#hostname B"]
    assert printed(*session) == ["hostname B"]
    messages = [diagnostic.message for diagnostic in check_text("", "\n".join(session))]
    assert "`Here` is no command of global configuration (skipped)" in messages


def test_an_unknown_command_after_a_prompt_is_kept() -> None:
    assert printed("A(config)#unheard-of thing 5", "A(config)#hostname B") == ["unheard-of thing 5", "hostname B"]


def test_the_mark_of_a_pager_after_a_prompt_is_no_part_of_the_command() -> None:
    assert printed("A(config)# --More-- hostname B") == ["hostname B"]
