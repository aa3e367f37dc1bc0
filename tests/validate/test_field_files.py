"""Files as the field has them: what can be understood loads to the same running-config, the rest gives its diagnostic."""

import codecs
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest

from iossim import Router
from iossim.config import Configuration
from iossim.files.lines import TextLines
from iossim.files.load import Loader
from iossim.language import Command, match_in
from iossim.validate import Diagnostic, check_text, validate
from tests.validate import field
from tests.validate.support import codes_of, of_reading

FOLDER = Path(__file__).resolve().parent.parent.parent / "sample-configs"
#: One with everything that SCCP has, one with SIP, one with certificates, one whose application sections are nested.
NAMES = ("sccp-office", "sip-office", "secure-signalling", "b-acd")
LOG = [
    "*Nov 23 21:00:01.123: %SYS-5-CONFIG_I: Configured from console by console",
    "000123: Nov 23 2026 21:00:01.123 CET: %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet0/0, changed state to up",
    "%IPPHONE-6-REGISTER: ephone-1:SEP00005E005301 IP:10.20.1.31 Socket:1 DeviceType:Phone has registered.",
    "3w2d: %LINK-3-UPDOWN: Interface GigabitEthernet0/1, changed state to up",
    "% Incomplete command.",
]
HEADER = ["Router#show running-config", "Building configuration...", "", "Current configuration : 4711 bytes"]
BACKSPACES = "\x08" * 9


@cache
def lines_of(name: str) -> tuple[str, ...]:
    return tuple(FOLDER.joinpath(f"{name}.cfg").read_text().splitlines())


@cache
def clean(name: str) -> str:
    return Router.from_text("\n".join(lines_of(name)) + "\n").running_config


Variant = Callable[[list[str]], list[str]]
VARIANTS: dict[str, Variant] = {
    "carriage returns": lambda lines: [f"{line}\r" for line in lines],
    "byte-order mark": lambda lines: [f"\ufeff{lines[0]}", *lines[1:]],
    "byte-order mark, then a command": lambda lines: ["\ufeffversion 15.7", *lines],
    "trailing blanks": lambda lines: [f"{line}   \t" for line in lines],
    "no indentation": lambda lines: [line.strip() for line in lines],
    "too much indentation": lambda lines: [f"        {line}" for line in lines],
    "deep indentation": lambda lines: [line.replace(" ", "    ", 1) if line.startswith(" ") else line for line in lines],
    "indentation by tabs": lambda lines: [line.replace(" ", "\t", 1) if line.startswith(" ") else line for line in lines],
    "hard blanks": lambda lines: [line.replace(" ", "\xa0", 1) if line.startswith(" ") else line for line in lines],
    "no separators": lambda lines: [line for line in lines if not line.startswith("!")],
    "empty lines": lambda lines: [each for line in lines for each in (line, "")],
    "pager, wiped": lambda lines: field.paged(lines, f" --More-- {BACKSPACES}        {BACKSPACES}"),
    "pager, backspaces lost": lambda lines: field.paged(lines, " --More--         "),
    "pager, carriage return": lambda lines: field.paged(lines, " --More-- \r          \r"),
    "pager, escape sequences": lambda lines: field.paged(lines, "\x1b[7m--More--\x1b[27m\r\x1b[K"),
    "pager on lines of its own": lambda lines: list(field.between(lines, [" --More-- "], 22)),
    "prompts": field.prompted,
    "log lines": lambda lines: list(field.between(lines, LOG)),
    "abbreviated": lambda lines: field.each(lines, field.abbreviated),
    "mixed case": lambda lines: field.each(lines, field.mixed_case),
    "remarks": field.with_remarks,
    "wrapped at 80": lambda lines: field.wrapped([line for line in lines if not line.startswith("!")], 80),
    "wrapped at 60": lambda lines: field.wrapped([line for line in lines if not line.startswith("!")], 60),
    "show running-config": lambda lines: [*HEADER, *lines, "", "Router#"],
    "typed": lambda lines: ["enable", "Password: ", "conf t", *lines, "write memory"],
    "everything twice": lambda lines: [*lines[:-1], *lines],
}  # fmt: skip
#: Wrapping is told by the longest line, which the lines of a certificate must not be; and of a hash that is cut in two, the first
#: half is a hash, too.
UNFIT = {("wrapped at 60", "secure-signalling"), ("wrapped at 60", "b-acd")}


@pytest.mark.parametrize(("variant", "name"), [each for each in product(VARIANTS, NAMES) if each not in UNFIT])
def test_a_spoilt_file_loads_to_the_same(name: str, variant: str) -> None:
    text = "\n".join(VARIANTS[variant](list(lines_of(name)))) + "\n"
    router = Router.from_text(text)
    assert router.running_config == clean(name)
    assert [str(each) for each in router.findings if each.severity == "error"] == []


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
    ],
    ids=["utf-8 with mark", "utf-16 little", "utf-16 big", "crlf", "cr"],
)
def test_encodings_of_a_file(tmp_path: Path, encode: Callable[[str], bytes]) -> None:
    file = tmp_path / "router.cfg"
    file.write_bytes(encode("\n".join(lines_of("sccp-office")) + "\n"))
    assert Router.from_file(file).running_config == clean("sccp-office")
    assert [each for each in of_reading(validate(file)) if each.severity != "info"] == []


def test_two_commands_on_one_line_are_told() -> None:
    places = field.places(list(lines_of("sccp-office")))
    told = Counter[str]()
    for first, second in pairwise(places):
        if first.command is None or second.command is None or first.ends_in_text or first.chain != second.chain:
            continue
        if first.command.mode != second.command.mode or second.line == "end" or not first.line.startswith(" "):
            continue
        joined = f"{first.line} {second.line.strip()}"
        if isinstance(match_in(first.chain, joined.strip()), Command):
            continue
        text = "\n".join([*_opener(places, first), joined, "end"])
        told[next((each.code for each in check_text("", text) if each.code in ("two-commands", "invalid-input")), "nothing")] += 1
    assert told["nothing"] == 0
    assert told["two-commands"] > 9 * told["invalid-input"]


def _opener(places: list[field.Place], place: field.Place) -> list[str]:
    """The lines above a line that open the section it stands in."""
    lines = [each.line for each in places[: places.index(place)]]
    start = max(index for index, line in enumerate(lines) if line and line[0] not in " !")
    return [lines[start]]


def check(*lines: str) -> list[Diagnostic]:
    return of_reading(check_text("router.cfg", "\n".join(lines) + "\n"))


def codes(*lines: str) -> list[str]:
    return codes_of("\n".join(lines) + "\n")


def test_the_second_command_of_a_line_is_shown() -> None:
    (found,) = check("telephony-service", " max-ephones 10 max-dn 20", "end")
    assert (found.line, found.column, found.code) == (2, 17, "two-commands")
    assert found.message == "two commands on one line: `max-dn 20` must stand on a line of its own"


def test_a_section_and_its_first_command_on_one_line() -> None:
    assert codes("telephony-service max-ephones 10", "end") == ["1:19 error two-commands"]


def test_several_routers_are_checked_one_by_one() -> None:
    office, studio = lines_of("sccp-office"), lines_of("sip-office")
    found = check(*office, *studio)
    assert [(each.line, each.code) for each in found if each.severity != "info"] == [(len(office), "several-routers")]
    text = "\n".join([*office, *studio])
    assert Router.from_text(text).running_config == clean("sccp-office")


def test_the_faults_of_the_second_router_have_their_lines() -> None:
    assert codes("hostname A", "end", "hostname B", "ephone 1", " mac-adress 1.1.1", "end") == [
        "2:1 warning several-routers",
        "5:2 error unknown-command",
    ]


PORT = ("interface GigabitEthernet0/0", " ip address 10.0.0.1 255.255.255.0")


def test_a_router_with_another_name_is_checked_by_itself() -> None:
    first = ("version 15.7", "hostname A", *PORT, "!", "Building configuration...", "", "Current configuration : 900 bytes", "!")
    found = codes(*first, "version 15.7", "hostname B", *PORT, " mac-adress 1.1.1", "end")
    assert [each for each in found if "info" not in each] == [
        "4:1 warning no-end",
        "11:1 warning several-routers",
        "14:2 warning unknown-command",
    ]
    assert codes("hostname A", *PORT, "hostname B", *PORT, "hostname A", *PORT) == [
        "4:1 warning several-routers",
        "7:1 warning several-routers",
    ]
    assert codes("hostname A", *PORT, "hostname A", PORT[0].replace("0/0", "0/1"), PORT[1]) == ["6:2 error refused"]


def test_the_lines_before_a_name_belong_to_its_router() -> None:
    session = ("A(config)#interface GigabitEthernet0/0", "A(config-if)#ip address 10.0.0.1 255.255.255.0", "A(config-if)#exit")
    text = ("Router(config)#hostname A", *session, "Router>enable", "Router#conf t", "Router(config)#hostname B", *session)
    found = [each for each in check(*text) if each.code == "several-routers"]
    assert [(each.line, each.message) for each in found] == [
        (7, "another router, after A in line 1: its lines are checked by themselves")
    ]
    assert codes(*text, "Router(config)#interface GigabitEthernet0/1", "ip address 10.0.0.2 255.255.255.0")[-1:] == [
        "12:1 error refused"
    ]


def test_a_router_that_gets_another_name_stays_one() -> None:
    port = ("A(config)#interface GigabitEthernet0/0", "A(config-if)#ip address 10.0.0.1 255.255.255.0", "A(config-if)#exit")
    again = ("B(config)#interface GigabitEthernet0/1", "B(config-if)#ip address 10.0.0.2 255.255.255.0")
    found = codes("Router(config)#hostname A", *port, "A(config)#hostname B", *again)
    assert [each for each in found if "info" not in each] == ["7:14 error refused"]


def test_a_router_reads_all_lines_although_another_name_follows() -> None:
    router = Router.from_text("\n".join(("hostname A", "ip host a 10.0.0.1", "hostname B", "ip host b 10.0.0.2", "end")))
    assert router.hostname == "B"
    assert "ip host a 10.0.0.1\nip host b 10.0.0.2\n" in router.running_config


def test_a_second_hostname_is_told() -> None:
    assert codes("hostname A", "interface Loopback0", "hostname B", "end") == ["3:1 warning several-routers"]
    assert codes("hostname A", "interface Loopback0", "hostname A", "end") == []


@pytest.mark.parametrize("share", [0.1, 0.35, 0.5, 0.77, 0.99])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_cut_in_the_middle(name: str, share: float) -> None:
    text = "\n".join(lines_of(name))
    cut = text[: int(len(text) * share)]
    found = check_text("cut.cfg", cut)
    assert "no-end" in [each.code for each in found]
    errors = [each for each in found if each.severity == "error" and each.line <= cut.count("\n")]
    assert [each for each in errors if each.code not in ("refused", "unterminated-text")] == []


def test_a_banner_without_an_end_does_not_swallow_the_file() -> None:
    found = codes("version 15.7", "banner motd ^C", "Staff only", "hostname A", "ephone-dn  1", " nmber 1", "end")
    assert found == [
        "2:1 error unterminated-text",
        "3:1 info verbatim",
        "6:2 error unknown-command",
    ]


def test_a_certificate_without_an_end_does_not_swallow_the_file() -> None:
    found = check(
        "crypto pki trustpoint a",
        "crypto pki certificate chain a",
        " certificate 01",
        "  308201AC 30820115",
        "!",
        "ephone-dn  1",
        " nmber 1",
        "end",
    )
    assert [(each.line, each.code) for each in found] == [(3, "unterminated-text"), (7, "unknown-command")]


def test_a_certificate_that_is_only_named() -> None:
    assert (
        codes("crypto pki trustpoint a", "crypto pki certificate chain a", " certificate self-signed 01", "!", "hostname A", "end")
        == []
    )


def test_a_submode_line_under_an_unknown_section_is_kept_with_it() -> None:
    lines = [
        "hostname A",
        "!",
        "fancy-thing 1",
        " depth 3",
        "  deeper 4",
        " max-dn 5",
        "!",
        "interface Loopback0",
        " no ip address",
        "!",
        "end",
    ]
    found = check(*lines)
    assert [(each.line, each.code) for each in found] == [(3, "verbatim"), (4, "verbatim"), (5, "verbatim"), (6, "verbatim")]
    printed = Router.from_text("\n".join(lines)).running_config
    assert "\nfancy-thing 1\n depth 3\n  deeper 4\n max-dn 5\n" in printed
    indented = Router.from_text("\n".join(f"    {line}" for line in lines)).running_config
    assert indented == printed


def test_what_comes_behind_an_unknown_section_is_read() -> None:
    assert codes("fancy-thing 1", " depth 3", "ephone-dn  1", " nmber 5", "end") == [
        "1:1 info verbatim",
        "2:2 info verbatim",
        "4:2 error unknown-command",
    ]


def test_an_unknown_section_in_a_pasted_session() -> None:
    assert codes("R(config)#fancy-thing 1", "R(config-fancy)# max-dn 3", "R(config)#hostname A", "R(config)#ephone-dn 0") == [
        "1:1 info pasted-prompt",
        "1:11 info verbatim",
        "2:1 info pasted-prompt",
        "2:18 info verbatim",
        "3:1 info pasted-prompt",
        "4:1 info pasted-prompt",
        "4:21 error out-of-range",
    ]


def test_a_command_that_leaves_its_section_by_mistake_is_told() -> None:
    assert codes("interface Loopback0", " no ip address", " username bob", "end") == ["3:2 warning section-left"]


@pytest.mark.parametrize(
    ("lines", "code", "message"),
    [
        (["ephone-dn  1", " nmber 1"], "unknown-command", "`nmber` is no command of ephone-dn; did you mean `number`?"),
        (["ephone-dn  1", " call-forward bussy 1"], "invalid-input", "`bussy` is not accepted here; did you mean `busy`?"),
        (["ephone  1", " speed-dial 40 1"], "out-of-range", "`40` is out of range; expected <1-33>"),
        (["ephone  1", " speed-dial x 1"], "wrong-value", "`x` is no number; expected <1-33>"),
        (["ephone  1", " mac-address 12"], "wrong-value", "`12` does not fit here; expected reserved, H.H.H"),
        (["ephone  1", " button"], "incomplete-command", "the command is incomplete; expected LINE"),
        (["ephone  1", " number 1"], "unknown-command", "`number` is no command of ephone, but of ephone-dn, voice register dn"),
        (["ephone-hunt 1 circular"], "invalid-input", "`circular` is not accepted here; expected longest-idle, peer, sequential"),
        (["epone 1"], "unknown-command", "`epone` is no command of global configuration; did you mean `ephone`? (kept as it is)"),
        (["ephone  1", " type 7960 x"], "invalid-input", "`x` is not accepted here; expected addon"),
        (["ephone  1", " no auto-line 3 x"], "invalid-input", "`x` is not accepted here; expected answer-incoming"),
    ],
)
def test_a_message_says_what_would_be_right(lines: list[str], code: str, message: str) -> None:
    found = check(*lines, "end")
    assert [(each.code, each.message) for each in found] == [(code, message)]


def test_a_bound_that_another_command_sets() -> None:
    found = check("telephony-service", " max-dn 4", "ephone-dn  5", " number 1", "end")
    assert [(each.line, each.code, each.message) for each in found] == [
        (3, "refused", "`5` is out of range: max-dn is 4"),
        (4, "verbatim", "belongs to a section that was refused: kept as it is"),
    ]


def test_a_word_given_twice() -> None:
    (found,) = check("ephone-template  1", " softkeys idle Redial Newcall Redial", "end")
    assert (found.column, found.code, found.message) == (31, "refused", "`Redial` is given twice")


def test_each_of_several_routers_is_read_to_its_end_and_no_further() -> None:
    lines = [
        line for tag in range(1, 4) for line in (f"hostname Router{tag}", "mystery", f"ephone-dn {tag}", " number 5001", "end")
    ]
    whole = TextLines(lines)
    read: list[int] = []
    first = 0
    for _ in range(3):
        loader = Loader(Configuration())
        findings = list(loader.load(whole, first))
        assert [finding.line for finding in findings if finding.code == "verbatim"] == [first + 2]
        assert len(loader.configuration.sections("ephone_dn")) == 1
        read.append(loader.rest)
        first = loader.rest
    assert read == [5, 10, 0]
