"""The editor while somebody types: colours by the grammar, suggestion, menu, search, bottom line, window title, narrow windows."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import Router
from iossim.shell.memory import Memory
from iossim.shell.reading import LineReader
from tests.shell.screens import shown

ENABLE, CONFIGURE = "enable\r", "configure terminal\r"


def test_a_wrong_word_is_red_before_return() -> None:
    console = shown()
    console.run("shw clock")
    assert console.colour("shw") == "red"


@pytest.mark.parametrize(("typed", "word"), [("sho", "sho"), ("ping 10.1.", "10.1."), ("show cl", "cl"), ("e", "e")])
def test_a_word_that_may_become_right_is_not(typed: str, word: str) -> None:
    console = shown()
    console.run(typed)
    assert console.colour(f"Router>{typed}"[: -len(word)] + word) == "default"
    assert "red" not in {console.screen.buffer[1][column].fg for column in range(40)}


def test_arguments_have_colours_by_their_kind() -> None:
    console = shown()
    console.run(
        *(ENABLE, CONFIGURE, "telephony-service\r", "max-dn 20\r", "ephone-dn 17\r", "number 2001\r", "exit\r"),
        *("hostname Paris\r", "ip route 10.0.0.0 255.0.0.0 10.9.9.9\r"),
    )
    assert console.colour("17") == "cyan"
    assert console.colour("Paris") == "green"
    assert console.colour("10.9.9.9") == "cyan"


def test_no_colour_where_none_is_wanted() -> None:
    console = shown(colours=False)
    console.run("shw clock\r", ENABLE, "show running-config\r", "q")
    colours = {cell.fg for row in console.screen.buffer.values() for cell in row.values()}
    assert colours == {"default"}


def test_a_suggestion_from_history_is_taken_by_the_right_arrow() -> None:
    console = shown()
    rows = console.run("show privilege\r", "sh", "\x1b[C", "\r")
    assert rows.count("Current privilege level is 1") == 2


def test_a_suggestion_is_no_part_of_the_line() -> None:
    console = shown()
    rows = console.run("show privilege\r", "sh")
    assert "Router>show privilege" in rows
    rows = console.run("show privilege\r", "show clock\r", "show\r")
    assert "Router>show" in rows


def test_tab_completes_in_place_and_opens_the_menu() -> None:
    console = shown()
    rows = console.run(ENABLE, CONFIGURE, "ephone 1\r", "butt\t", "\x15", "b\t")
    assert [row.split()[0] for row in rows if row.startswith(" b")] == [
        "blf-speed-dial",
        "bulk-speed-dial",
        "busy-trigger-per-button",
        "button",
    ]
    assert any("Numbers on the buttons of the phone" in row for row in rows)


def test_the_menu_follows_what_is_typed() -> None:
    rows = shown().run(ENABLE, CONFIGURE, "ephone 1\r", "b\tu")
    assert [row.split()[0] for row in rows if row.startswith(" b")] == ["bulk-speed-dial", "busy-trigger-per-button", "button"]


def test_return_takes_the_chosen_word_and_executes_nothing() -> None:
    rows = shown().run(ENABLE, CONFIGURE, "ephone 1\r", "b\t\t\t\t\r")
    assert rows[-2].rstrip() == "Router(config-ephone)#button"


def test_ctrl_r_searches_earlier_lines() -> None:
    console = shown()
    rows = console.run("show privilege\r", "show clock\r", "\x12", "priv")
    assert rows[-2:] == ["Router>show privilege", " search: priv"]
    rows = console.run("show privilege\r", "show clock\r", "\x12", "show", "\x12", "\r")
    assert rows[-3:-1] == ["Current privilege level is 1", "Router>"]


def test_a_search_is_given_up() -> None:
    rows = shown().run("show privilege\r", "typed", "\x12", "priv", "\x03")
    assert "Router>typed" in rows


def test_the_bottom_line() -> None:
    console = shown()
    assert console.run()[-1].startswith(" user EXEC  |  privilege 1  |  saved  |  ?")
    rows = console.run(ENABLE, CONFIGURE, "ephone-template 1\r")
    assert rows[-1].startswith(" ephone-template configuration  |  privilege 15  |  unsaved changes")


def test_the_title_of_the_window() -> None:
    console = shown()
    console.run(ENABLE)
    assert "\x1b]2;Router: user EXEC\x07" in console.raw
    assert console.raw.rindex("Router: privileged EXEC") > console.raw.index("Router: user EXEC")


def test_a_hint_for_a_refused_line() -> None:
    rows = shown().run(ENABLE, CONFIGURE, "ephone 1\r", "buton 1:1\r")
    at = rows.index("% Invalid input detected at '^' marker.")
    assert rows[at + 1 : at + 3] == ["! did you mean 'button'?", ""]


@pytest.mark.parametrize(
    ("lines", "hint"),
    [
        (["ephone 1"], "this is a configuration command: type `enable` and `configure terminal` first"),
        (["show running-config"], "type `enable` first"),
        (["enable", "hostname R1"], "this is a configuration command: type `configure terminal` first"),
        (["enable", "hostname"], "this is a configuration command: type `configure terminal` first"),
        (["enable", "hostnam"], "this is a configuration command: type `configure terminal` first"),
        (["enable", "configure terminal", "show clock"], "'show' is an EXEC command: type `do show clock`, or `end` first"),
        (["enable", "configure terminal", "ephone 1", "mac-address zz"], "expected here: reserved, H.H.H"),
        (["enable", "configure terminal", "ephone-dn 1"], "`max-dn` of telephony-service is not set"),
        (["enable", "configure terminal", "telephony-service", "max-dn 5", "ephone-dn 6"], "`max-dn` of telephony-service is 5"),
        (
            ["enable", "configure terminal", "telephony-service", "max-ephones 2", "voice user-profile 7"],
            "`max-ephones` of telephony-service is 2",
        ),
        (["enable", "configure terminal", "voice register pool 1"], "`max-pool` of voice register global is not set"),
        (["enable", "configure terminal", "telephony-service", "max-ephones 2", "voice user-profile 6"], ""),
        (["enable", "configure terminal", "do show clok"], "did you mean 'clock'?"),
        (["enable", "configure terminal", "xyzzy"], ""),
        (["show version | inclde x"], "did you mean 'include'?"),
    ],
)
def test_hints(lines: list[str], hint: str) -> None:
    session = Router().session(privilege=1, line="console")
    reader = LineReader(session)
    for line in lines[:-1]:
        assert session.run(line).accepted
    assert reader.hint(lines[-1]) == hint


@pytest.mark.parametrize(
    ("line", "secret"),
    [
        ("show clock", False),
        ("enable secret x", True),
        ("username a password 0 b", True),
        ("no enable secret 5 x", True),
        ("hostname R", False),
    ],
)
def test_secrets(line: str, secret: bool) -> None:
    session = Router().session()
    session.execute("configure terminal")
    assert LineReader(session).is_secret(line) is secret


@pytest.mark.parametrize(("width", "height"), [(80, 24), (132, 43), (40, 24)])
def test_no_row_is_broken_in_a_word(width: int, height: int) -> None:
    console = shown(width=width, height=height)
    rows = console.run(ENABLE, CONFIGURE, "telephony-service\r", "?")
    assert rows[-1].strip() == "--More--"
    assert len(rows) == height
    words = {word for row in rows[:-1] for word in row.split()}
    assert not words & {"o", "f", "tim", "ti"}
    assert max(len(row) for row in rows) <= width


def test_a_window_that_changes_its_size() -> None:
    console = shown(width=80, height=24)
    rows = console.run(ENABLE, lambda: console.resize(60, 12), "show running-config\r")
    assert len(rows) == 12
    assert rows[-1].strip() == "--More--"
    console = shown(width=80, height=24)
    rows = console.run(ENABLE, "terminal length 5\r", lambda: console.resize(60, 12), "show terminal | include Length\r")
    assert "Length: 5 lines, Width: 60 columns" in rows


def test_wide_and_combining_characters() -> None:
    console = shown()
    rows = console.run(
        ENABLE,
        CONFIGURE,
        "interface Loopback0\r",
        "description 東京 e\u0301te\u0301\x1b[D\x1b[D\x1b[DX\r",
        "do show run | i 東京\r",
    )
    assert any(row.replace(" ", "").startswith("description東京") for row in rows)


def test_pages_in_colour_and_the_lines_that_were_searched_for() -> None:
    console = shown(height=12)
    console.run(ENABLE, "show running-config\r", "/line con\r")
    assert console.raw.count("\x1b[7m--More--") >= 1
    row = next(number for number, text in enumerate(console.screen.display) if text.startswith("line con"))
    assert console.screen.buffer[row][0].bold


@pytest.mark.parametrize("key", ["\x03", "\x1a"])
@pytest.mark.parametrize(
    "state",
    [
        [],
        ["half a li"],
        [ENABLE, CONFIGURE],
        [ENABLE, CONFIGURE, "banner motd #\r", "text\r"],
        [ENABLE, "copy running-config startup-config\r"],
        [ENABLE, "write erase\r"],
        [ENABLE, "show running-config\r"],
        [ENABLE, "show running-config\r", "/vo"],
        ["\x12", "sho"],
        ["sh\t"],
        ["sh\t\t"],
    ],
)
def test_ctrl_c_and_ctrl_z_in_every_state(state: list[str], key: str) -> None:
    rows = shown().run(*state, key, "\r", "\x15end\r", "\x15show privilege\r")
    assert any(row.startswith("Current privilege level is") for row in rows), rows


def test_no_key_looks_at_all_phones(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [text for tag in range(1, 1001) for text in (f"ephone-dn {tag}", f" number {tag}", f"ephone {tag}", f" button 1:{tag}")]
    session = Router.from_text("\n".join(["telephony-service", " max-ephones 1000", " max-dn 1000", *lines, "end"])).session()
    session.execute("configure terminal")
    session.execute("ephone 1")
    reader = LineReader(session)
    for text in ("b", "button", "button 1:7", "mac-address 0", "type 79", "ephone 99"):
        reader.pieces(text)
        reader.words(text)
        assert reader.status


def test_history_across_starts(tmp_path: Path) -> None:
    shown(memory=Memory(tmp_path)).run("show privilege\r", ENABLE, CONFIGURE, "hostname R1\r", "enable secret tops3cret\r", "end\r")
    assert (tmp_path / "history-exec").read_text() == "show privilege\nenable\nconfigure terminal\n"
    assert (tmp_path / "history-configuration").read_text() == "hostname R1\nend\n"
    rows = shown(memory=Memory(tmp_path)).run("\x1b[A\x1b[A\x1b[A\r")
    assert "Current privilege level is 1" in rows


def test_a_damaged_history_is_named_once_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "history-exec").write_bytes(b"\x00\xff\xfe")
    rows = shown(memory=Memory(tmp_path), width=200).run("show privilege\r", "show clock\r")
    assert sum("is damaged, or no history" in row for row in rows) == 1
    assert "Current privilege level is 1" in rows
    assert (tmp_path / "history-exec").read_bytes() == b"\x00\xff\xfe"


def test_a_history_that_cannot_be_written_is_named_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    rows = shown(memory=Memory(tmp_path / "file" / "folder"), width=200).run("show privilege\r", "show privilege\r", "show clock\r")
    assert sum("history" in row for row in rows) == 1
