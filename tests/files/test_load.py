"""Reading a file into the tree: sections, lines that are kept, where things stand, texts and blocks, pasted sessions."""

from __future__ import annotations

import pytest

from iossim.config import Configuration, Section, Transaction, render
from iossim.config.limits import LONGEST_LINE
from iossim.files.lines import TextLines
from iossim.files.load import Loader, read_lines
from iossim.language import Language
from tests.config.support import read

Found = list[tuple[int, int, int, str, str]]


def _load(trees: Language, text: str) -> tuple[list[str], Found]:
    """The running-config without separators; line, columns, severity and code of each finding."""
    configuration, found = read(trees, text)
    lines = [line for line in render(configuration.root) if line != "!"]
    return lines, [(each.line, each.column, each.end_column, each.severity, each.code) for each in found]


def _messages(trees: Language, text: str) -> list[str]:
    return [each.message for each in read(trees, text)[1]]


CLEAN = """!
version 15.7
no lookup
!
banner ^C
 Hello
! there
^C
dn  1  dual-line
 number 5
 no huntstop
!
phone 1
 mac 0001.0002.0003
 button  1:1
 line 1
  label Front  desk
 line 2
!
route 10.0.0.0 192.0.2.1
!
end
"""


def test_a_sound_file_gives_no_finding_and_comes_back_line_by_line(trees: Language) -> None:
    lines, found = _load(trees, CLEAN)
    assert found == []
    # The texts of a banner hold lines that look like comments: compare what is printed in one piece.
    assert "\n".join(lines) + "\n" == "".join(each + "\n" for each in CLEAN.splitlines() if each != "!")


def test_every_command_knows_its_line(trees: Language) -> None:
    configuration, _ = read(trees, CLEAN)
    numbers = {command.text: command.line for section in configuration.root.walk() for command in section.entries.values()}
    assert numbers == {
        "version 15.7": 2,
        "no lookup": 3,
        "banner ^C\n Hello\n! there\n^C": 5,
        "dn 1 dual-line": 9,
        "number 5": 10,
        "no huntstop": 11,
        "phone 1": 13,
        "mac 0001.0002.0003": 14,
        "button 1:1": 15,
        "line 1": 16,
        "label Front  desk": 17,
        "line 2": 18,
        "route 10.0.0.0 192.0.2.1": 20,
    }


def test_a_line_needs_no_indentation_and_no_exit(trees: Language) -> None:
    flat = "phone 1\nslow\nline 1\nlabel x\nphone 2\nkeys Hold\nhostname a\nend"
    indented = "phone 1\n slow\n line 1\n  label x\n exit\nexit\nphone 2\n  keys Hold\nhostname a\nend"
    assert _load(trees, flat) == _load(trees, indented)
    assert _load(trees, flat)[0] == ["hostname a", "phone 1", " slow", " line 1", "  label x", "phone 2", " keys Hold", "end"]


#: A text and, for each finding, its line, columns, severity and code; the line is kept as it is.
KEPT = [
    ("mystery 1\nhostname a\nend", [(1, 1, 8, "error", "unknown-command")], ["mystery 1", "hostname a", "end"]),
    ("phone 1\n enigma 1\n slow\nend", [(2, 2, 8, "info", "verbatim")], ["phone 1", " enigma 1", " slow", "end"]),
    ("phone 1\n slow\n enigma 1\n  deeper\n   deepest\n keys Hold\nend",
     [(3, 2, 8, "info", "verbatim"), (4, 3, 9, "info", "verbatim"), (5, 4, 11, "info", "verbatim")],
     ["phone 1", " keys Hold", " slow", " enigma 1", "  deeper", "   deepest", "end"]),
    ("hostname a b\nend", [(1, 12, 13, "error", "invalid-input")], ["hostname a b", "end"]),
    ("dn\nend", [(1, 3, 3, "error", "incomplete-command")], ["dn", "end"]),
    ("dn 1\n n 5\n o 99\nend", [(3, 4, 6, "error", "out-of-range")], ["dn  1", " number 5", " o 99", "end"]),
    ("dn 1\n number 123456789\nend", [(2, 9, 18, "error", "too-long")], ["dn  1", " number 123456789", "end"]),
    ("phone 1\n button 1:1\nend", [(2, 9, 12, "info", "refused")], ["phone 1", " button 1:1", "end"]),
    (
        "telephony-service\nphone 1\n button 1:1\nend",
        [(3, 9, 12, "error", "refused")],
        ["telephony-service", "phone 1", " button 1:1", "end"],
    ),
    ("phone 1\n keys Hold Hold\nend", [(2, 12, 16, "error", "refused")], ["phone 1", " keys Hold Hold", "end"]),
    ("no version\nend", [(1, 4, 11, "error", "refused")], ["no version", "end"]),
    ("telephony-service\n max-dn 3\ndn 4\n number 5\ndn 2\nend",
     [(3, 4, 5, "error", "refused"), (4, 2, 10, "info", "verbatim")],
     ["telephony-service", " max-dn 3", "dn 4", " number 5", "dn  2", "end"]),
    ("phone 1\n e\nend", [(2, 2, 3, "error", "ambiguous-command")], ["phone 1", " e", "end"]),
    ("mystery\n below\n\n !\n more\nend",
     [(1, 1, 8, "error", "unknown-command"), (2, 2, 7, "info", "verbatim"), (5, 2, 6, "info", "verbatim")],
     ["mystery", " below", " more", "end"]),
    ("phone 1\nhostname a\nmystery\nend", [(3, 1, 8, "error", "unknown-command")], ["hostname a", "mystery", "phone 1", "end"]),
    ("phone 1\n line 1\n  label x\nmystery\nend", [(4, 1, 8, "error", "unknown-command")],
     ["phone 1", " line 1", "  label x", "mystery", "end"]),
    ("phone 1\n hostname b keys Hold\nend", [(2, 13, 22, "error", "two-commands")], ["phone 1", " hostname b keys Hold", "end"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "lines"), KEPT)
def test_a_line_that_cannot_be_entered_is_told_of_and_kept(trees: Language, text: str, found: Found, lines: list[str]) -> None:
    assert _load(trees, text) == (lines, found)


@pytest.mark.parametrize(("text", "found", "lines"), KEPT)
def test_what_is_kept_comes_back_when_it_is_read_again(trees: Language, text: str, found: Found, lines: list[str]) -> None:
    again, told = _load(trees, "\n".join(lines))
    assert again == lines
    assert [(severity, code) for _, _, _, severity, code in told] == [(severity, code) for _, _, _, severity, code in found]


def test_a_line_is_kept_although_the_command_before_it_left_nothing(trees: Language) -> None:
    for before in ("no hostname", "hostname a\nno hostname", "lookup", "default feature"):
        assert "mystery 1" in _load(trees, f"{before}\nmystery 1\nend")[0]
    assert _load(trees, "dn 1\nphone 1\n button 1:1\n no button 1:1\n enigma\nend")[0][-2:] == [" enigma", "end"]


def test_lines_behind_commands_that_share_a_line_are_printed(trees: Language) -> None:
    lines, _ = _load(trees, "dn 1\ndn 2\nphone 1\n button 1:1\n enigma one\n button 2:2\n enigma two\nend")
    assert lines[-4:] == [" button  1:1 2:2", " enigma one", " enigma two", "end"]


def test_lines_of_a_section_that_another_one_interrupts_stay_where_they_are(trees: Language) -> None:
    lines, found = _load(trees, "mystery\n below\nhostname a\nenigma\n below 2\nphone 1\n slow\nend")
    assert lines == ["mystery", " below", "hostname a", "enigma", " below 2", "phone 1", " slow", "end"]
    assert [each[4] for each in found] == ["unknown-command", "verbatim", "unknown-command", "verbatim"]


def test_a_command_stored_before_may_be_taken_back(trees: Language) -> None:
    for _ in range(3):  # from the second time on, every command of these is stored by the shortest path
        assert _load(trees, "ephone 1\n speed-label\n speed-label\n no speed-label\nend") == (["ephone 1", "end"], [])


def test_the_end_leaves_every_section(trees: Language) -> None:
    assert _load(trees, "phone 1\nend\nkeys Hold") == (
        ["phone 1", "exit", "keys Hold", "end"],
        [(3, 1, 5, "error", "unknown-command")],
    )


def test_a_command_of_a_section_around_that_is_indented_leaves_the_section(trees: Language) -> None:
    lines, diagnostics = _load(trees, "phone 1\n slow\n hostname b\n keys Hold\nend")
    assert lines == ["hostname b", "keys Hold", "phone 1", " slow", "end"]
    assert diagnostics == [(3, 2, 10, "warning", "section-left"), (4, 2, 6, "error", "unknown-command")]


def test_lines_below_a_line_that_is_too_long_are_kept(trees: Language) -> None:
    long = "x" * (LONGEST_LINE + 1)
    for text in (f"{long}\n below\nend", f"mystery\n {long}\n below\nend"):
        assert _load(trees, text)[1][-1][3:] == ("info", "verbatim")
    assert _load(trees, f"{long[1:]}\n below\nend")[1][0][3:] == ("error", "unknown-command")


def test_columns_count_what_stands_in_the_file(trees: Language) -> None:
    assert _load(trees, "phone 1\n \tlots 5\nend")[1] == [(2, 3, 7, "info", "verbatim")]
    assert _load(trees, "phone 1\r\n  lots 5\r\nend\r\n")[1] == [(2, 3, 7, "info", "verbatim")]
    assert _load(trees, "hostname a\x00 b\nend")[1][0][0] == 1


def test_marks_of_files_and_terminals_are_no_part_of_a_line(trees: Language) -> None:
    for text in ("\ufeffhostname a\nend", "hostname a\r\nend\r\n", "\thostname\ta\nend", "host\x08tname a\nend",
                 " --More-- \x08\x08\x08\x08         hostname a\nend"):  # fmt: skip
        assert _load(trees, text) == (["hostname a", "end"], []), text


def test_prompts_log_lines_and_exec_commands_are_passed_over(trees: Language) -> None:
    text = (
        "R1#show running-config\nBuilding configuration...\n\nCurrent configuration : 5 bytes\n!\nhostname a\n"
        "*Nov 23 12:00:00.000: %SYS-5-CONFIG_I: Configured from console by console\n"
        "R1(config)#phone 1\nR1(config-phone)#slow\nR1(config-phone)#line 1\nR1(config)#dn 1\nR1(config)#end\nR1#write memory\n[OK]\n"
    )
    lines, found = _load(trees, text)
    assert lines == ["hostname a", "dn  1", "phone 1", " slow", " line 1", "end"]
    assert {severity for _, _, _, severity, _ in found} == {"info"}
    assert {code for _, _, _, _, code in found} == {"pasted-prompt", "not-configuration"}


def test_the_prompt_of_global_configuration_leaves_every_section(trees: Language) -> None:
    text = "R1(config)#phone 1\nR1(config-phone)#slow\nR1(config)#keys Hold\nR1(config)#end"
    assert _load(trees, text)[0] == ["phone 1", " slow", "exit", "keys Hold", "end"]


def test_the_lines_of_a_session_in_a_section_that_is_not_known_are_kept(trees: Language) -> None:
    text = (
        "R1(config)#mystery\nR1(config-mystery)#below\nR1(config-mystery)#hostname a\nR1(config)#phone 1\n"
        "R1(config-phone)#enigma\nR1(config)#hostname b\nR1(config)#end"
    )
    assert _load(trees, text)[0] == ["mystery", " below", " hostname a", "hostname b", "phone 1", " enigma", "end"]


def test_prompts_in_front_of_prompts_are_not_followed_without_end(trees: Language) -> None:
    _, found = _load(trees, "a(b)#" * 800)
    assert [each[0] for each in found] == [1]
    assert _load(trees, "exit " * 800)[1][0][0] == 1


def test_a_text_without_its_end_takes_nothing_with_it(trees: Language) -> None:
    lines, found = _load(trees, "hostname a\nbanner #\nhello\nphone 1\n slow\nend")
    assert lines == ["hostname a", "banner #", "hello", "phone 1", " slow", "end"]
    assert found[0] == (2, 1, 9, "error", "unterminated-text")
    assert "no end" in _messages(trees, "banner #\nend")[0]


def test_a_wrapped_command_takes_the_place_of_its_beginning_and_of_nothing_else(trees: Language) -> None:
    full = "x" * 54
    lines, found = _load(trees, f"hostname a\n{' ' * 58}dn\n5\nphone 1\nline 1\nlabel {full}\nand the rest\n!{'y' * 59}\nend")
    assert lines == ["hostname a", "dn  5", "phone 1", " line 1", f"  label {full}and the rest", "end"]
    assert [(line, code) for line, _, _, _, code in found] == [(2, "wrapped-line"), (6, "wrapped-line")]


def test_a_command_may_be_wrapped_twice_although_each_part_is_one(trees: Language) -> None:
    first, second = "label " + "x" * 54, "z" * 60
    assert _load(trees, f"phone 1\nline 1\n{first}\n{second}\nand the rest\nend")[0] == [
        "phone 1", " line 1", f"  {first}{second}and the rest", "end",
    ]  # fmt: skip


def test_the_pager_s_prompt_is_no_line_of_a_text(trees: Language) -> None:
    text = "banner #\none\n --More-- \ntwo\n\n --More--         three\n#\nend"
    assert _load(trees, text) == (["banner ^C\none\ntwo\n\nthree\n^C", "end"], [])


def test_a_text_keeps_the_delimiter_if_it_holds_that_of_the_running_config(trees: Language) -> None:
    for body in ("a^Cb", "a\x03b", "a\nb ^C"):
        assert _load(trees, f"banner #{body}#\nend") == ([f"banner #{body}#", "end"], [])
    assert _load(trees, "banner \x03a#b\x03\nend") == (["banner ^Ca#b^C", "end"], [])


def test_the_lines_of_a_text_have_no_carriage_returns(trees: Language) -> None:
    assert _load(trees, "banner #\r\nhello\r\n#\r\nend\r") == (["banner ^C\nhello\n^C", "end"], [])


def test_a_block_may_have_empty_lines_and_router_output_in_it(trees: Language) -> None:
    lines, diagnostics = _load(trees, "chain x\n certificate 01\n  AB\n\n%SYS-5-CONFIG_I: x\n  CD\n QUIT\nend")
    assert lines == ["chain x", " certificate 01\n  AB \n  CD\n  \tquit", "end"]
    assert diagnostics == [(5, 1, 19, "info", "not-configuration")]


def test_a_block_of_one_line_without_its_end_is_reported(trees: Language) -> None:
    assert _load(trees, "chain x\n certificate 01\n  AB\nphone 1\nend")[1] == [(2, 2, 16, "error", "unterminated-text")]


def test_a_block_without_its_end_stops_where_it_stops(trees: Language) -> None:
    lines, found = _load(trees, "chain x\n certificate 01\n  ABCD 12 \n  34\nphone 1\n slow\nend")
    assert lines[:2] == ["phone 1", " slow"]
    assert "\n".join(lines[2:]) == "chain x\n certificate 01\n  ABCD 12 \n  34\n  \tquit\nend"
    assert found == [(2, 2, 16, "error", "unterminated-text")]


def test_a_certificate_in_a_file_of_its_own_has_no_block() -> None:
    configuration = Configuration()
    text = "crypto pki certificate chain a\n certificate 01 nvram:x.cer\n\nhostname b\nend"
    assert read_lines(configuration, text.split("\n")) == []
    assert [line for line in render(configuration.root) if line != "!"] == [
        "hostname b", "crypto pki certificate chain a", " certificate 01 nvram:x.cer", "end",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["mac-address zz", " mac-address zz", "    mac-address zz"])
def test_a_line_that_begins_with_a_keyword_of_its_section_is_this_section_s(line: str) -> None:
    """In global configuration, `mac-address` is an abbreviation of `mac-address-table`."""
    found = read_lines(Configuration(), ["ephone 1", " type 7960", line, "end"])
    message = "`zz` does not fit here; expected reserved, H.H.H"
    assert [(each.line, each.code, each.message) for each in found] == [(3, "wrong-value", message)]


def test_a_file_that_is_cut_short(trees: Language) -> None:
    assert _load(trees, "version 15.7\nhostname a")[1] == [(2, 1, 1, "warning", "no-end")]
    assert _load(trees, "version 15.7\nend")[1] == []
    assert _load(trees, "hostname a")[1] == []
    assert _load(trees, "") == (["end"], [])


def test_a_second_configuration_behind_the_first_is_told_of(trees: Language) -> None:
    lines, found = _load(trees, "hostname a\nend\n!\nhostname b\nend")
    assert lines == ["hostname a", "end"]
    assert found == [(2, 1, 4, "warning", "several-routers")]


def test_another_hostname_is_reported_and_the_same_one_is_not(trees: Language) -> None:
    assert _load(trees, "hostname a\nphone 1\nhostname a\nend")[1] == []
    assert _load(trees, "hostname a\nphone 1\nhostname b\nhostname c\nend") == (
        ["hostname c", "phone 1", "end"],
        [(3, 1, 11, "warning", "several-routers"), (4, 1, 11, "warning", "several-routers")],
    )


def test_another_configuration_is_looked_for_after_the_first_end_alone(trees: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers: list[int] = []
    monkeypatch.setattr(TextLines, "another_begins", lambda _, number: numbers.append(number))
    _load(trees, "hostname a\nend\nend\nend")
    assert numbers == [2]


def test_very_many_ends_are_read_once(trees: Language) -> None:
    assert _load(trees, "end\n" * 20_000) == (["end"], [])


def test_what_is_read_goes_on_top_of_what_is_there(trees: Language) -> None:
    configuration = Configuration(trees)
    for text in ("hostname a\nphone 1\n slow", "phone 1\n keys Hold\nno hostname"):
        assert list(Loader(configuration).load(text.split("\n"))) == []
    assert [line for line in render(configuration.root) if line != "!"] == ["phone 1", " keys Hold", " slow", "end"]


def test_a_reading_can_be_taken_back(trees: Language) -> None:
    for _ in range(3):
        configuration, _ = read(trees, "ephone 1\nephone 2\nend")
        with Transaction(configuration) as transaction:
            read_lines(configuration, ["ephone 1", "speed-label", "ephone 2", "speed-label", "end"])
            transaction.abort()
        assert [line for line in render(configuration.root) if line != "!"] == ["ephone 1", "ephone 2", "end"]


def test_a_reading_is_a_change_for_watchers(trees: Language) -> None:
    configuration = Configuration(trees)
    sections: list[Section] = []
    configuration.watchers.append(lambda section, _: sections.append(section))
    assert list(Loader(configuration).load([])) == []
    assert sections == [configuration.root]


def test_a_secret_is_not_shown_in_what_is_told(trees: Language) -> None:
    found = read(trees, "mystery password hidden1\nphone 1\n enigma secret 0 hidden2\nend")[1]
    assert len(found) == 2
    assert "hidden" not in "".join(each.text + each.message for each in found)
