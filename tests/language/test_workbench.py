"""`iossim grammar list | explain | check`, as whoever writes grammars reads them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from iossim.errors import GrammarError
from iossim.language import Language, workbench
from tests.small_language import EVERY_MODE, FILES, write


@pytest.fixture
def _small(small: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "language", lambda: small)


def _explain(line: str, mode: str = "") -> tuple[int, str]:
    out = io.StringIO()
    return workbench.explain(line, mode, out), out.getvalue()


@pytest.mark.usefixtures("_small")
def test_list_prints_every_form_of_a_mode() -> None:
    out = io.StringIO()
    assert workbench.list_mode("ephone-dn", out) == 0
    text = out.getvalue()
    assert text.startswith("ephone_dn  (config-ephone-dn)#\n")
    assert "number WORD" in text
    assert "[secondary WORD]" in text
    assert "huntstop channel [<1-8>]" in text
    assert "Telephone number of this line" in text


@pytest.mark.usefixtures("_small")
def test_list_prints_the_words_below_each_other_and_the_lists_of_a_command() -> None:
    out = io.StringIO()
    workbench.list_mode("chain", out)
    assert out.getvalue() == (
        "chain  (config-chain)#\n\n  certificate WORD\n      certificate  A certificate\n      WORD         Its number\n"
        "      One for each *serial*. Negative form `no certificate WORD`. The lines up to `quit` belong to it. "
        "Accepted and printed back.\n"
    )


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize("mode", ["", "global"])
def test_list_loose_prints_the_loose_commands_and_their_number(mode: str) -> None:
    out = io.StringIO()
    assert workbench.list_loose(mode, out) == 0
    assert out.getvalue() == "global  dial-peer <1-10> LINE  (global.lark:85)\n1 loose commands, of 1 rules\n"


@pytest.mark.usefixtures("_small")
def test_list_loose_of_a_mode_without_one_and_of_no_mode() -> None:
    out = io.StringIO()
    assert workbench.list_loose("ephone-dn", out) == 0
    assert out.getvalue() == "0 loose commands, of 0 rules\n"
    with pytest.raises(GrammarError):
        workbench.list_loose("ephone-dm", out)


def test_list_loose_counts_a_rule_of_several_modes_once() -> None:
    commands = workbench.loose_commands()
    out = io.StringIO()
    workbench.list_loose("", out)
    rules = {(rule.file, rule.line) for _, rule in commands}
    assert out.getvalue().splitlines()[-1] == f"{len(commands)} loose commands, of {len(rules)} rules"


@pytest.mark.usefixtures("_small")
def test_explain_names_the_field_of_a_part() -> None:
    assert "\n  7940                     keyword, field phone_type\n" in _explain("type 7940", "ephone")[1]
    assert "\n  8865                     PHONE_TYPE WORD, field phone_type\n" in _explain("type 8865", "ephone")[1]


def test_list_prints_a_long_choice_by_its_name() -> None:
    out = io.StringIO()
    workbench.list_mode("application-parameter", out)
    assert "\n      EXIT-OPTION: queue-exit-option1 | queue-exit-option2 | queue-exit-option3\n" in out.getvalue()


@pytest.mark.usefixtures("_small")
def test_explain_names_the_field_of_the_outermost_part() -> None:
    text = _explain("park-slot timeout 5 limit 3", "ephone_dn")[1]
    assert "\n  5                        TIMEOUT <0-60>, field reminder\n" in text


@pytest.mark.usefixtures("_small")
def test_explain_tells_of_global_configuration_where_no_mode_knows_a_word() -> None:
    status, text = _explain("mystery")
    assert status == 1
    assert text.startswith("mystery\n^ expected end, exit, version, hostname, log, ")


@pytest.mark.usefixtures("_small")
def test_list_of_an_unknown_mode_names_the_nearest() -> None:
    with pytest.raises(GrammarError) as caught:
        workbench.list_mode("ephon", io.StringIO())
    assert "no grammar file has a mode 'ephon'" in str(caught.value)
    assert "did you mean 'ephone'?" in str(caught.value)


@pytest.mark.usefixtures("_small")
def test_explain_tells_each_word_and_the_rule_that_says_so() -> None:
    status, text = _explain("speed-d 3 4100 label Front desk")
    lines = text.splitlines()
    assert status == 0
    assert lines[0].startswith("mode ephone, rule speed_dial (ephone.lark:")
    assert [line.split()[0] for line in lines[1:-1]] == ["speed-dial", "3", "4100", "label", "Front"]
    assert "TAG__SPEED_DIAL <1-33>, field tag" in lines[2]
    assert lines[-1].split() == ["identity", "speed_dial", "3"]


@pytest.mark.usefixtures("_small")
def test_explain_names_the_line_of_the_rule() -> None:
    _, text = _explain("huntstop", "ephone-dn")
    number = int(text.split("ephone_dn.lark:")[1].split(")")[0])
    assert FILES["ephone_dn"].splitlines()[number - 1].startswith("huntstop:")


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize(
    ("line", "mode", "mark", "says"),
    [
        ("snr 5 delay 11", "ephone_dn", "            ^", "expected <0-10>"),
        ("speed", "ephone", "^", "ambiguous: speed-dial, speed-label"),
        ("speed 3", "ephone", "", "incomplete"),
        ("number", "ephone_dn", "", "incomplete"),
        ("type 7960 extra", "", "          ^", "expected addon"),
        ("no speed", "ephone", "   ^", "ambiguous: speed-dial, speed-label"),
    ],
)
def test_explain_tells_why_a_line_is_not_understood(line: str, mode: str, mark: str, says: str) -> None:
    status, text = _explain(line, mode)
    assert status == 1
    assert text == f"{line}\n{mark}{' ' if mark else ''}{says}\n"


@pytest.mark.usefixtures("_small")
def test_explain_tells_no_and_default() -> None:
    assert "\n  no\n" in _explain("no snr", "ephone_dn")[1]
    assert "\n  default\n" in _explain("default snr", "ephone_dn")[1]


def test_check_counts_what_has_no_mistake(small: Language) -> None:
    out = io.StringIO()
    assert workbench.check(out, folder=small.folder) == 0
    commands = sum(len(mode.commands) for mode in small.modes())
    assert out.getvalue() == f"{len(FILES)} grammar files, {len(small.mode_names)} modes, {commands} commands: no fault\n"


def test_check_counts_the_files_in_folders(tmp_path: Path) -> None:
    write(tmp_path, {"global": '//@ prompt (config)#\nmode_global: a\n//? a  A\na: "a"', "more/global": "// Nothing yet."})
    out = io.StringIO()
    assert workbench.check(out, folder=tmp_path) == 0
    assert out.getvalue() == "2 grammar files, 1 modes, 1 commands: no fault\n"


def test_check_prints_every_mistake_with_file_and_line(tmp_path: Path) -> None:
    write(tmp_path, {"every_mode": EVERY_MODE, "global": '//@ prompt (config)#\nmode_global: a\n//@ action ring\na: "a" "b"'})
    out = io.StringIO()
    assert workbench.check(out, {"reset"}, tmp_path) == 1
    assert sorted(out.getvalue().splitlines()) == [
        "global.lark:3: `action`: the router has no action 'ring'",
        "global.lark:4: 'a' in a has no help line",
        "global.lark:4: 'b' in a has no help line",
    ]


@pytest.mark.usefixtures("_small")
@pytest.mark.parametrize(
    ("line", "tree"),
    [
        ("type 7960 addon 1 7914", "type\n  type\n  phone_type\t7960\n  addon\n  1\n  addon\t7914\n"),
        ("description a=b", "description\n  description\n  a=b\n"),
        ("no speed-dial 3", "no parse tree: the line leaves words of its rule out\n"),
    ],
)
def test_explain_prints_the_parse_tree_of_lark(line: str, tree: str) -> None:
    out = io.StringIO()
    assert workbench.explain(line, "ephone", out, tree=True) == 0
    assert out.getvalue().endswith(f"\n{tree}")
