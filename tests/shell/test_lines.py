"""Whole lines: what typed characters mean, and the plain terminal."""

import io
from asyncio import run
from collections.abc import Iterator

import pytest

from iossim.shell.lines import LineTerminal, ReadyLines, understand
from iossim.shell.terminal import Action, LineInput, LineRequest
from iossim.terminal.quotes import open_quote

EXEC = LineRequest("Router#", command=True)
CONFIGURATION = LineRequest("Router(config)#", command=True, configuration=True)
QUESTION = LineRequest("Destination filename [startup-config]? ")


@pytest.mark.parametrize(
    ("line", "asked", "action", "text"),
    [
        ("show clock", EXEC, Action.ENTER, "show clock"),
        ("  show clock ", EXEC, Action.ENTER, "  show clock "),
        ("", EXEC, Action.ENTER, ""),
        ("?", EXEC, Action.HELP, ""),
        ("show ?", EXEC, Action.HELP, "show "),
        ("sh?", EXEC, Action.HELP, "sh"),
        ("show ? clock", EXEC, Action.ENTER, "show ? clock"),
        ('label "Who?', CONFIGURATION, Action.ENTER, 'label "Who?'),
        ('label "Who?" ?', CONFIGURATION, Action.HELP, 'label "Who?" '),
        ("description Who\x16?", CONFIGURATION, Action.ENTER, "description Who?"),
        ("really?", QUESTION, Action.ENTER, "really?"),
        ("\x1a", CONFIGURATION, Action.END, ""),
        ("hostname R1\x1a", CONFIGURATION, Action.END, "hostname R1"),
        ("^Z", CONFIGURATION, Action.END, ""),
        (" ^Z ", CONFIGURATION, Action.END, " "),
        ("hostname R1^Z", CONFIGURATION, Action.END, "hostname R1"),
        ("^Z", EXEC, Action.END, ""),
        ("show running-config | include ^Z", EXEC, Action.ENTER, "show running-config | include ^Z"),
        ("^Z", QUESTION, Action.ENTER, "^Z"),
        ("\x03", CONFIGURATION, Action.INTERRUPT, ""),
        ("banner motd \x03Hello\x03", CONFIGURATION, Action.ENTER, "banner motd \x03Hello\x03"),
    ],
)
def test_what_a_line_means(line: str, asked: LineRequest, action: Action, text: str) -> None:
    typed, rest = understand(line, asked)
    assert (typed.action, typed.text, typed.cursor, rest) == (action, text, len(text), "")


def test_what_follows_ctrl_z_is_typed_next() -> None:
    typed, rest = understand("hostname R1\x1ashow clock", CONFIGURATION)
    assert (typed.action, typed.text, rest) == (Action.END, "hostname R1", "show clock")


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("", False),
        ("label Front", False),
        ('label "Front', True),
        ('label "', True),
        ('label "Front Desk"', False),
        ('label "Front Desk" "', True),
        ('description 5" pipe', False),
        ('"', True),
    ],
)
def test_an_open_quotation(text: str, opened: bool) -> None:
    assert open_quote(text) is opened


def test_a_person_s_terminal_echoes_by_itself() -> None:
    out = io.StringIO()
    terminal = LineTerminal(ReadyLines(["show clock"]), out, echo=False, person=True)
    assert run(terminal.read(EXEC)) == LineInput(Action.ENTER, "show clock", 10)
    assert out.getvalue() == "Router#"


def test_a_password_is_read_by_whatever_hides_it() -> None:
    out = io.StringIO()
    terminal = LineTerminal(ReadyLines([]), out, echo=False, person=True, secret=lambda prompt: prompt + "cisco")
    assert run(terminal.read(LineRequest("Password: ", echo=False))).text == "Password: cisco"
    assert out.getvalue() == ""


def test_a_session_that_a_person_writes_to_a_file_shows_where_a_password_was_typed() -> None:
    out = io.StringIO()
    run(LineTerminal(ReadyLines([]), out, person=True, secret=lambda _: "cisco").read(LineRequest("Password: ", echo=False)))
    assert out.getvalue() == "Password: \n"


class Interrupted:
    """Ctrl-C, then a line."""

    def __init__(self) -> None:
        self.done = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if not self.done:
            self.done = True
            raise KeyboardInterrupt
        return "exit"


def test_ctrl_c_drops_a_person_s_line() -> None:
    terminal = LineTerminal(ReadyLines(Interrupted()), io.StringIO(), echo=False, person=True)
    assert run(terminal.read(EXEC)).action is Action.INTERRUPT
    assert run(terminal.read(EXEC)).text == "exit"


def test_ctrl_c_ends_a_script() -> None:
    with pytest.raises(KeyboardInterrupt):
        run(LineTerminal(ReadyLines(Interrupted()), io.StringIO()).read(EXEC))


def test_control_characters_are_echoed_as_a_terminal_does() -> None:
    out = io.StringIO()
    run(LineTerminal(ReadyLines(["banner motd \x03Hi\tthere\x03"]), out).read(CONFIGURATION))
    assert out.getvalue() == "Router(config)#banner motd ^CHi\tthere^C\n"


def test_the_last_prompt_is_ended() -> None:
    out = io.StringIO()
    terminal = LineTerminal(ReadyLines([]), out)
    with pytest.raises(EOFError):
        run(terminal.read(EXEC))
    assert out.getvalue() == "Router#\n"


def test_the_keys_of_a_file_are_the_characters_of_its_lines() -> None:
    terminal = LineTerminal(ReadyLines([" q", "", "show clock"]), io.StringIO())
    assert [run(terminal.key()) for _ in range(3)] == [" ", "q", "\r"]
    assert run(terminal.read(EXEC)).text == "show clock"
    with pytest.raises(EOFError):
        run(terminal.key())
