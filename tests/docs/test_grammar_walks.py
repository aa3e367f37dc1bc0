"""The page on grammars: its walks are made in a copy of the grammars, exactly as they are written, and its tables are true."""

from __future__ import annotations

import importlib
import io
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from docs import grammar_page
from iossim import cli
from iossim.config import Configuration
from iossim.config.references import defined, references
from iossim.files.load import Loader
from iossim.language import Command, Incomplete, Invalid, Language, match, workbench
from iossim.language.check import check
from iossim.language.directives import DIRECTIVES
from iossim.language.grammars import grammar_folder
from iossim.language.help import HelpLine, choices
from iossim.language.notations import TABLE
from tests.support import copy_folder

PAGE = grammar_page.page()
#: A block of the page with its mark: `<!-- walk: NUMBER WORDS -->`, or `<!-- from: FILE -->`.
BLOCK = re.compile(r"<!-- (walk: \d|from:) (.+?) -->\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A block of the page.

    Attributes:
        walk: the walk that it belongs to; "from" where it shows a piece of a file.
        mark: the words of its mark: a file, or the answer that it shows.
        language: the language after the fence.
        text: its text.
    """

    walk: str
    mark: str
    language: str
    text: str


BLOCKS = [Block(mark[1].removeprefix("walk: ").rstrip(":"), mark[2], mark[3], mark[4]) for mark in BLOCK.finditer(PAGE)]


def blocks(walk: str, beginning: str) -> list[Block]:
    """The blocks of a walk whose mark begins with a text."""
    return [block for block in BLOCKS if block.walk == walk and block.mark.startswith(beginning)]


def apply(block: Block, root: Path) -> None:
    """Makes the change of a file that a block shows: a new file, or lines that take the place of others."""
    path = root / block.mark
    if block.language != "diff":
        assert not path.exists()
        path.write_text(block.text, encoding="utf-8")
        return
    lines = block.text.splitlines()
    assert all(line[:1] in ("", " ", "-", "+") for line in lines)
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "+")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] != "-")
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{block.mark} does not hold once:\n{old}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the grammars, with the changes of the first two walks."""
    root = tmp_path_factory.mktemp("walks")
    copy_folder(grammar_folder(), root / "grammars", ignore=shutil.ignore_patterns("index.jsonl"))
    for walk in ("1", "2"):
        for block in blocks(walk, "grammars/"):
            apply(block, root)
    return root / "grammars"


@pytest.fixture(scope="module")
def walked(folder: Path) -> Language:
    """The language after the first two walks."""
    return Language(folder)


def helped(language: Language, mode: str, text: str) -> tuple[list[HelpLine], bool]:
    """The help after a line, and True where the line may end there."""
    answer = choices(language.mode(mode), text)
    assert isinstance(answer, tuple)
    return answer


def numberless(text: str) -> str:
    """A text without the line numbers of grammar files, which any change above them moves."""
    return re.sub(r"\.lark:\d+", ".lark", text)


def undefined(language: Language, text: str) -> list[tuple[str, str]]:
    """The kinds and names that a configuration refers to and does not define."""
    configuration = Configuration(language)
    diagnostics = list(Loader(configuration).load(text.splitlines()))
    assert [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"] == []
    return [
        (kind, name)
        for section in configuration.root.walk()
        for _, _, kind, _, name in references(section)
        if not defined(configuration, kind, name)
    ]


def test_the_page_has_the_blocks_of_three_walks() -> None:
    assert [len(blocks(walk, "")) for walk in ("1", "2", "3", "from")] == [3, 4, 3, 1]


def test_after_the_first_two_walks_the_check_finds_no_fault(folder: Path) -> None:
    assert [str(mistake) for mistake in check(folder)] == []


@pytest.mark.parametrize("block", [block for block in BLOCKS if block.mark.startswith("explain")], ids=lambda block: block.mark)
def test_explain_prints_what_the_page_shows(block: Block, walked: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbench, "language", lambda: walked)
    _, line, mode = re.split(r' "|" ', block.mark)
    out = io.StringIO()
    assert workbench.explain(line, mode, out) == 0
    assert numberless(out.getvalue()) == numberless(block.text)


# Walk 1


def test_the_new_command_is_understood(walked: Language) -> None:
    mode = walked.mode("ephone_hunt")
    for line, fields in (
        ("escalate 3", {"dn": "3"}),
        ("escalate 3 after 5", {"dn": "3", "wait": "5"}),
        ("esc 3 af 60", {"dn": "3", "wait": "60"}),
    ):
        command = match(mode, line)
        assert isinstance(command, Command)
        assert (command.name, command.fields) == ("escalate", fields)
    assert isinstance(match(mode, "no escalate"), Command)


def test_the_new_command_has_help(walked: Language) -> None:
    assert ("escalate", "Call another number after a while") in helped(walked, "ephone_hunt", "")[0]
    assert helped(walked, "ephone_hunt", "escalate") == ([("<1-65535>", "Tag of the ephone-dn with this number")], False)
    assert helped(walked, "ephone_hunt", "escalate 3") == ([("after", "Time after which it is called")], True)
    assert helped(walked, "ephone_hunt", "escalate 3 after") == ([("<5-60>", "Seconds")], False)


@pytest.mark.parametrize(("line", "column"), [("escalate 3 after 4", 17), ("escalate 3 after 61", 17), ("escalate x", 9)])
def test_the_new_command_refuses_a_number_outside_the_range(walked: Language, line: str, column: int) -> None:
    outcome = match(walked.mode("ephone_hunt"), line)
    assert isinstance(outcome, Invalid)
    assert outcome.column == column


def test_the_new_command_needs_all_its_words(walked: Language) -> None:
    assert isinstance(match(walked.mode("ephone_hunt"), "escalate 3 after"), Incomplete)


def test_the_new_command_is_printed_before_final(walked: Language) -> None:
    names = [rule.name for rule in walked.mode("ephone_hunt").commands]
    assert names[-3:] == ["no_reg", "escalate", "final"]


def test_the_new_command_refers_to_a_dn(walked: Language) -> None:
    text = "ephone-dn 3\nephone-hunt 1 sequential\n escalate {}\nend"
    assert undefined(walked, text.format(3)) == []
    assert undefined(walked, text.format(4)) == [("ephone-dn", "4")]


# Walk 2


def test_the_new_mode_has_its_prompt_and_commands(walked: Language) -> None:
    mode = walked.mode("voice_escalation")
    assert (mode.prompt, mode.rule.title) == ("(config-voice-escalation)#", "Escalation of calls")
    assert [rule.name for rule in mode.commands] == ["do", "end", "exit", "help", "description", "step"]
    assert [mode.name for mode in walked.chain("voice_escalation")] == ["voice_escalation", "global"]


def test_a_command_enters_the_new_mode(walked: Language) -> None:
    command = match(walked.mode("global"), "voice escalation 7")
    assert isinstance(command, Command)
    assert (command.form.rule.enters, command.fields) == ("voice_escalation", {"tag": "7"})
    assert [(opener.mode, opener.name) for opener in walked.openers("voice_escalation")] == [("global", "voice_escalation")]
    assert [tuple(definer) for definer in walked.definers("voice-escalation")] == [("global", "voice_escalation", "tag", True)]
    assert isinstance(match(walked.mode("global"), "voice escalation 101"), Invalid)


def test_the_new_mode_has_help(walked: Language) -> None:
    words = dict(helped(walked, "global", "voice")[0])
    assert words["escalation"] == "Numbers that are called one after the other"
    assert words["hunt-group"] == "Define a hunt group"
    assert helped(walked, "voice_escalation", "step") == ([("<1-9>", "Place of the number: 1 is called first")], False)


def test_a_step_is_kept_by_its_number(walked: Language) -> None:
    mode = walked.mode("voice_escalation")
    lines = [match(mode, line) for line in ("step 1 5001", "step 1 5002", "step 2 5001")]
    identities = [line.form.identity(line.words) for line in lines if isinstance(line, Command)]
    assert identities == [("step", "1"), ("step", "1"), ("step", "2")]
    assert isinstance(match(mode, "step 1 1234567890123456789012345678"), Invalid)


# Walk 3


@pytest.fixture
def new_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The module of the third walk, in a folder that is searched as the folder of the validation rules is."""
    (block,) = blocks("3", "iossim/")
    package = importlib.import_module("iossim.validate.rules")
    path = tmp_path / block.mark
    path.parent.mkdir(parents=True)
    apply(block, tmp_path)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(path.parent)])
    package.rules.cache_clear()
    yield
    package.rules.cache_clear()
    sys.modules.pop(f"{package.__name__}.{path.stem}", None)
    vars(package).pop(path.stem, None)


@pytest.mark.usefixtures("new_rule")
def test_the_new_rule_reports_what_the_page_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (configuration,), (diagnostics,) = blocks("3", "configuration"), blocks("3", "diagnostics")
    (tmp_path / "hunt.cfg").write_text(configuration.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    cli.main(["validate", "hunt.cfg"])
    printed = capsys.readouterr()
    assert printed.out + printed.err == diagnostics.text


def test_without_the_new_rule_nothing_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (configuration,) = blocks("3", "configuration")
    (tmp_path / "hunt.cfg").write_text(configuration.text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    cli.main(["validate", "hunt.cfg"])
    printed = capsys.readouterr()
    assert printed.out + printed.err == "1 file, 6 lines: 0 errors, 0 warnings, 0 lines kept verbatim\n"


# The page


def test_the_first_example_is_as_it_stands_in_the_grammars() -> None:
    (block,) = blocks("from", "grammars/")
    assert block.text in (grammar_folder().parent / block.mark).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """A language with one mode for each row of the table of parts."""
    folder = tmp_path_factory.mktemp("parts")
    keywords = ("ring", "long", "short", "loud", "slow", "late")
    modes = []
    for number, part in enumerate(grammar_page.PARTS):
        words = [word for word in keywords if f'"{word}"' in part.body] + ["N"] * bool(re.search(r"\bN\b", part.body))
        help_ = "\n".join(f"//? {word}  Help" for word in words)
        rule = f"ring__{number}: {part.body}".replace("N", "NUMBER")
        modes.append(
            f"//@ prompt (config-{number})#\nmode_part_{number}: ring__{number}\n{help_.replace('? N ', '? NUMBER ')}\n{rule}\n"
        )
    (folder / "parts.lark").write_text('_opt{x}: x |\nNUMBER: "<1-9>"\n' + "\n".join(modes), encoding="utf-8")
    return Language(folder)


@pytest.mark.parametrize("number", range(len(grammar_page.PARTS)), ids=lambda number: grammar_page.PARTS[number].body)
def test_a_row_of_the_table_of_parts_is_true(number: int, parts: Language) -> None:
    mode, part = parts.mode(f"part_{number}"), grammar_page.PARTS[number]
    assert [line for line in part.accepted if not isinstance(match(mode, line), Command)] == []
    assert [line for line in part.refused if isinstance(match(mode, line), Command)] == []


@pytest.mark.parametrize("text", [text for text, _ in grammar_page.REFUSED])
def test_what_the_page_calls_refused_is_refused(text: str) -> None:
    assert grammar_page.message(text)


def test_the_page_names_all_directives_and_notations() -> None:
    assert [name for name in DIRECTIVES if f"\n| `{name}" not in PAGE] == []
    assert [row.text for row in TABLE if f"| `{row.text}`" not in PAGE] == []
    assert "<!-- table:" not in PAGE


def test_the_rows_of_the_tables_have_equal_numbers_of_cells() -> None:
    tables = re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
    assert len(tables) == len(grammar_page.TABLES)
    for table in tables:
        assert len({row.replace("\\|", "").count("|") for row in table.splitlines()}) == 1
