"""Explanations of lines that no mode accepts, from the lines alone: no config tree is needed."""

from __future__ import annotations

import pytest

from iossim.files.explain import Context, explain, may_hold_remark, no_command, remark_after, two_commands
from iossim.files.explanations import Dropped, Explanation, Joined, PastedCommand, Remarked, TwoCommands, Unknown
from iossim.files.lines import TextLine, TextLines
from iossim.language import Command, Language, language, match

#: A line as long as a terminal is wide.
WIDE = 60
LABEL = "label " + "x" * (WIDE - 6)


def around(trees: Language, *lines: str, mode: str = "global", **known: Joined | Command) -> Context:
    return Context(trees, trees.chain(mode), TextLines(list(lines)), **known)  # type: ignore[arg-type]  # joined and last


def explained(trees: Language, number: int, *lines: str, mode: str = "global", **known: Joined | Command) -> Explanation:
    surroundings = around(trees, *lines, mode=mode, **known)
    return explain(surroundings.lines.at(number), surroundings)


def command(trees: Language, mode: str, text: str, line: int) -> Command:
    found = match(trees.mode(mode), text)
    assert isinstance(found, Command)
    found.line = line
    return found


def at(text: str) -> TextLine:
    return TextLines([text]).at(1)


@pytest.mark.parametrize(
    ("text", "code", "leaves"),
    [
        ("Building configuration...", "not-configuration", False),
        ("# as agreed", "remark", False),
        ("write memory", "exec-command", False),
        ("conf t", "exec-command", True),
        ("Configure Terminal", "exec-command", True),
    ],
)
def test_text_that_is_no_configuration(trees: Language, text: str, code: str, leaves: bool) -> None:
    found = explained(trees, 1, text)
    assert isinstance(found, Dropped)
    assert (found.code, found.to_global) == (code, leaves)


def test_configure_terminal_and_nothing_else() -> None:
    for text in ("conf t", "CONF T"):
        assert no_command(at(text)) == Dropped("exec-command", "an EXEC command: skipped", to_global=True)
    for text in ("config-register 0x2102", "conference", "write memory", "configure"[:3]):
        assert no_command(at(text)) is None


@pytest.mark.parametrize(
    ("text", "mode", "prompt", "command", "column"),
    [
        ("R1(config)#phone 1", "(config)", "R1(config)#", "phone 1", 12),
        ("R1(config-phone)#  slow", "(config-phone)", "R1(config-phone)#", "slow", 20),
        ("R1#show clock", "", "R1#", "show clock", 4),
        ("R1(config)#", "(config)", "R1(config)#", "", 12),
        (" R1(config)#slow", "(config)", "R1(config)#", "slow", 13),
        ("R1(config-phone)#^Z", "(config-phone)", "R1(config-phone)#^Z", "end", 20),
        ("R1#^Z", "", "R1#", "^Z", 4),
    ],
)
def test_a_prompt(trees: Language, text: str, mode: str, prompt: str, command: str, column: int) -> None:
    found = explained(trees, 1, text)
    assert isinstance(found, PastedCommand)
    assert (found.mode, found.prompt.text, found.command.text, found.command.column) == (mode, prompt, command, column)
    assert (found.command.prompt, found.command.depth) == (mode, 0)


def test_a_prompt_after_a_prompt_is_not_followed(trees: Language) -> None:
    assert explained(trees, 1, "R1(config)#R1(config)#phone 1") == Unknown()


def test_router_output_comes_before_a_prompt(trees: Language) -> None:
    assert isinstance(explained(trees, 1, "R1#reload [confirm]"), Dropped)


def test_a_remark_begins_at_the_first_mark_after_a_blank(trees: Language) -> None:
    found = remark_after(at("hostname a!b ! as agreed ! in May"), around(trees))
    assert found is not None
    assert (found.command.text, found.remark.text) == ("hostname a!b", "! as agreed ! in May")


@pytest.mark.parametrize(
    ("mode", "text", "anything"),
    [("global", "voice dsp data", True), ("ephone", "description !x", True), ("ephone", "description x", False),
     ("global", "hostname !x", False), ("global", "ip routing", False), ("global", "interface gi 0/0", False)],
)  # fmt: skip
def test_a_command_that_may_end_in_a_remark(mode: str, text: str, anything: bool) -> None:
    assert may_hold_remark(command(language(), mode, text, 1)) == anything


def test_a_remark_after_a_command(trees: Language) -> None:
    found = explained(trees, 1, "  hostname a ! as agreed")
    assert isinstance(found, Remarked)
    assert (found.line.text, found.command.text) == ("hostname a", "hostname a")
    assert (found.remark.text, found.remark.column) == ("! as agreed", 14)
    line = at("hostname ! as agreed")
    assert remark_after(line, around(trees)) is None


def test_a_command_that_goes_on_in_the_next_line(trees: Language) -> None:
    beginning = " " * (WIDE - 2) + "dn"
    found = explained(trees, 1, beginning, "5 dual-line", "x" * WIDE)
    assert isinstance(found, Joined)
    assert (found.last, found.command.text) == (2, "dn 5 dual-line")


def test_a_command_never_goes_on_in_a_line_that_is_a_command(trees: Language) -> None:
    assert explained(trees, 1, "nonsense " + "x" * (WIDE - 9), "hostname a") == Unknown()
    beginning = " " * (WIDE - 6) + "caller"
    assert isinstance(explained(trees, 1, beginning, "hunter", "x" * WIDE, mode="dn"), Joined)
    assert explained(trees, 1, beginning, "huntstop", "x" * WIDE, mode="dn") == Unknown()


def test_a_command_may_be_cut_twice_and_within_a_word(trees: Language) -> None:
    first, second = "snr " + "1" * (WIDE - 4), "2" * (WIDE - 5) + " dela"
    found = explained(trees, 1, first, second, "y 5", mode="ephone_dn")
    assert isinstance(found, Joined)
    assert (found.last, found.command.words[2:]) == (3, ["delay", "5"])
    assert explained(trees, 1, first, second[-20:], "y 5", mode="ephone_dn") == Unknown()
    assert explained(trees, 1, first, "2", "delay 5", mode="ephone_dn") == Unknown()


def test_a_command_never_goes_on_past_an_empty_line_or_in_a_short_file(trees: Language) -> None:
    beginning = " " * (WIDE - 2) + "dn"
    assert explained(trees, 1, beginning, "", "5 dual-line", "x" * WIDE) == Unknown()
    assert explained(trees, 1, beginning[-30:], "5 dual-line", "x" * 30) == Unknown()
    assert explained(trees, 1, beginning, "  5 dual-line", "x" * WIDE) == Unknown()


class TestTheEndOfACommand:
    """The end of a command whose beginning was one too, and the line that is none by one difference."""

    LINES = (LABEL, "and the rest", "y" * WIDE)

    def explained(self, trees: Language, last: Command | None, lines: tuple[str, ...] = LINES, number: int = 2) -> Explanation:
        known = {"previous": last} if last is not None else {}
        return explained(trees, number, *lines, mode="line", **known)

    def test_it_is_put_together(self, trees: Language) -> None:
        found = self.explained(trees, command(trees, "line", LABEL, 1))
        assert isinstance(found, Joined)
        assert (found.first.number, found.last, found.command.words[-1]) == (1, 2, LABEL[6:] + "and the rest")

    def test_nothing_was_entered(self, trees: Language) -> None:
        assert self.explained(trees, None) == Unknown()

    def test_another_command_was_entered(self, trees: Language) -> None:
        assert self.explained(trees, command(trees, "phone", "slow", 1)) == Unknown()

    def test_it_was_entered_long_before(self, trees: Language) -> None:
        lines = ("!",) * 9 + self.LINES
        assert isinstance(self.explained(trees, command(trees, "line", LABEL, 3), lines, 11), Joined)
        assert self.explained(trees, command(trees, "line", LABEL, 2), lines, 11) == Unknown()

    def test_it_was_entered_later(self, trees: Language) -> None:
        assert self.explained(trees, command(trees, "line", LABEL, 2)) == Unknown()

    def test_it_is_a_command_of_some_mode(self, trees: Language) -> None:
        assert self.explained(trees, command(trees, "line", LABEL, 1), (LABEL, "huntstop", "y" * WIDE)) == Unknown()

    def test_it_looks_like_two_commands(self, trees: Language) -> None:
        lines = (LABEL, "slow keys Hold", "y" * WIDE)
        assert explained(trees, 2, *lines, mode="line") == TwoCommands(5, "keys Hold")
        assert isinstance(self.explained(trees, command(trees, "line", LABEL, 1), lines), Joined)

    def test_the_line_before_is_not_full(self, trees: Language) -> None:
        assert (
            self.explained(trees, command(trees, "line", "label x", 1), ("label x", "and the rest", "y" * WIDE, "z" * WIDE))
            == Unknown()
        )

    def test_only_one_line_is_so_long(self, trees: Language) -> None:
        assert self.explained(trees, command(trees, "line", LABEL, 1), (LABEL, "and the rest")) == Unknown()

    def test_it_is_indented(self, trees: Language) -> None:
        assert self.explained(trees, command(trees, "line", LABEL, 1), (LABEL, " and the rest", "y" * WIDE)) == Unknown()

    def test_three_lines_are_one(self, trees: Language) -> None:
        first = self.explained(trees, command(trees, "line", LABEL, 1), (LABEL, "z" * WIDE, "and the rest"), 2)
        assert isinstance(first, Joined)
        first.command.line = 1
        found = explained(trees, 3, LABEL, "z" * WIDE, "and the rest", mode="line", joined=first, previous=first.command)
        assert isinstance(found, Joined)
        assert (found.first.number, found.last) == (1, 3)
        assert found.command.words[-1] == LABEL[6:] + "z" * WIDE + "and the rest"


@pytest.mark.parametrize(
    ("text", "mode", "start", "second"),
    [
        ("number 5 huntstop", "dn", 9, "huntstop"),
        ("number 5 no huntstop", "dn", 9, "no huntstop"),
        ("dn 1 number 5", "global", 5, "number 5"),
        ("huntstop order 3 number 5", "dn", 9, "order 3 number 5"),
        ("number 5 NO HUNTSTOP", "dn", 9, "NO HUNTSTOP"),
        ("type 7960 description hush", "ephone", 10, "description ******"),
        ("ephone 1 description hush", "global", 9, "description ******"),
        ("huntstop" + " order 3" * 9, "dn", 9, " ".join(["order 3"] * 9)),
    ],
)
def test_two_commands_on_one_line(trees: Language, text: str, mode: str, start: int, second: str) -> None:
    for name in ("dn", "global"):
        trees.mode(name).root.children()
    assert explained(trees, 1, text, mode=mode) == TwoCommands(start, second)


@pytest.mark.parametrize(
    "text",
    [
        "huntstop mystery",
        "huntstop" + " order 3" * 10,
        "no phone 1 slow",
        "hunt 1",
        "number 5 hunt",
        "mystery",
        "no",
        "no huntstop huntstop x",
    ],
)
def test_a_line_that_is_not_two_commands(trees: Language, text: str) -> None:
    assert explained(trees, 1, text, mode="dn") == Unknown()


def test_a_line_that_the_modes_accept_is_not_two_commands(trees: Language) -> None:
    assert two_commands(at("huntstop"), around(trees, mode="dn")) is None
