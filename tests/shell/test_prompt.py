"""Keys typed at a terminal, as bytes in a pipe, and what the screen gets to see."""

from asyncio import run
from collections.abc import Iterator

import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from iossim.shell.console import Console
from iossim.shell.keyboard import typed_text
from iossim.shell.prompt import PromptTerminal
from iossim.shell.terminal import Action, LineInput, LineRequest
from iossim.terminal.pager import MORE
from iossim.terminal.recall import Recall
from tests.shell.fakes import FakeRouter


class Screen(DummyOutput):
    """Keeps what is written, cursor movements left out."""

    def __init__(self) -> None:
        self.text = ""

    def write(self, data: str) -> None:
        self.text += data

    def get_size(self) -> Size:
        return Size(rows=24, columns=80)


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as pipe:
        yield pipe


ASK = LineRequest("Router#", command=True, history=["show clock", "show version"])


def typed(keyboard: PipeInput, keys: str, request: LineRequest = ASK) -> LineInput:
    keyboard.send_text(keys)
    return run(PromptTerminal(keyboard, Screen()).read(request))


def line(keyboard: PipeInput, keys: str, request: LineRequest = ASK) -> str:
    result = typed(keyboard, keys + "\r", request)
    assert result.action is Action.ENTER
    return result.text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("show clock", "show clock"),
        ("how\x01s", "show"),
        ("\x1b[Dhow", "how"),
        ("sow\x02\x02h", "show"),
        ("sow\x1b[D\x1b[Dh", "show"),
        ("how\x01s\x05 clock", "show clock"),
        ("ow\x01\x06h\x01sh\x04\x04", "shw"),
        ("show clock\x15no", "no"),
        ("show clock\x18no", "no"),
        ("show clock\x01\x0bno", "no"),
        ("show clock\x17version", "show version"),
        ("clock\x15show \x19", "show clock"),
        ("sohw\x02\x02\x14", "show"),
        ("shwo\x14", "show"),
        ("show clock\x1bbmy ", "show my clock"),
        ("show clock\x01\x1bf my", "show my clock"),
        ("show clock\x01\x1bd\x1b[3~", "clock"),
        ("shoo\x7fw", "show"),
        ("shoo\x08w", "show"),
        ("show\x13\x11\x07", "show"),
        ("\x10", "show version"),
        ("\x10\x10", "show clock"),
        ("\x1b[A\x1b[A\x1b[A", "show clock"),
        ("no\x10\x0e", "no"),
        ("no\x1b[A\x1b[B\x1b[B", "no"),
        ("description Who\x16?", "description Who?"),
        ("label \x16\x03", "label \x03"),
        ('label "Who?"', 'label "Who?"'),
        ("one\x16\rtwo", "one two"),
        ("Zürich", "Zürich"),
    ],
)
def test_editing_keys(keyboard: PipeInput, keys: str, text: str) -> None:
    assert line(keyboard, keys) == text


@pytest.mark.parametrize(
    ("keys", "action", "text", "cursor"),
    [
        ("show ?", Action.HELP, "show ", 5),
        ("show clock\x1bb?", Action.HELP, "show clock", 5),
        ('label "Who?" ?', Action.HELP, 'label "Who?" ', 13),
        ("sh\t", Action.COMPLETE, "sh", 2),
        ("show\x0c", Action.AGAIN, "show", 4),
        ("show\x02\x12", Action.AGAIN, "show", 3),
        ("hostname R1\x1a", Action.END, "hostname R1", 11),
        ("hostname R1\x03", Action.INTERRUPT, "hostname R1", 11),
        ("hostname R1\x1e", Action.ABORT, "hostname R1", 11),
        ("\x04", Action.CLOSE, "", 0),
        ("a\x7f\x04", Action.CLOSE, "", 0),
    ],
)
def test_keys_that_hand_the_line_over(keyboard: PipeInput, keys: str, action: Action, text: str, cursor: int) -> None:
    result = typed(keyboard, keys)
    assert (result.action, result.text) == (action, text)
    if action in (Action.HELP, Action.COMPLETE, Action.AGAIN):
        assert result.cursor == cursor


def test_bytes_that_are_not_utf_8_are_latin_1(keyboard: PipeInput) -> None:
    keyboard.send_bytes(b"name Z\xfcrich\r")
    assert run(PromptTerminal(keyboard, Screen()).read(ASK)).text == "name Zürich"


def test_a_line_goes_on_where_it_was(keyboard: PipeInput) -> None:
    assert line(keyboard, "w", LineRequest("Router#", command=True, text="sho clock", cursor=3)) == "show clock"


@pytest.mark.parametrize("keys", ["why?", "a\tb", "a\x10\x10b"])
def test_a_question_has_no_help_completion_or_history(keyboard: PipeInput, keys: str) -> None:
    expected = keys.replace("\t", "").replace("\x10", "")
    assert line(keyboard, keys, LineRequest("Destination filename [startup-config]? ")) == expected


def test_a_password_leaves_no_trace_on_the_screen(keyboard: PipeInput) -> None:
    screen = Screen()
    keyboard.send_text("wrong\x15cisco\r")
    assert run(PromptTerminal(keyboard, screen).read(LineRequest("Password: ", echo=False))).text == "cisco"
    assert screen.text.replace("Password:", "").strip() == ""


def test_a_deleted_password_is_not_recalled(keyboard: PipeInput) -> None:
    terminal = PromptTerminal(keyboard, Screen())
    keyboard.send_text("show\x15\rcisco\x15\r\x19\x1by\r")
    assert run(terminal.read(ASK)).text == ""
    assert run(terminal.read(LineRequest("Password: ", echo=False))).text == ""
    assert run(terminal.read(ASK)).text == "show"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("show ?", "Router#show ?"), ("hostname R1\x1a", "Router#hostname R1^Z"), ("ab\x01\x03", "Router#ab^C")],
)
def test_the_key_shows_behind_the_line(keyboard: PipeInput, keys: str, shown: str) -> None:
    screen = Screen()
    keyboard.send_text(keys)
    run(PromptTerminal(keyboard, screen).read(ASK))
    assert shown in screen.text.replace("\r", "").replace("\n", "")


def test_keys_typed_ahead_are_kept_for_the_next_line(keyboard: PipeInput) -> None:
    terminal = PromptTerminal(keyboard, Screen())
    keyboard.send_text("one\rtwo\rxyz")
    assert run(terminal.read(ASK)).text == "one"
    assert run(terminal.read(ASK)).text == "two"
    assert [run(terminal.key()) for _ in range(3)] == ["x", "y", "z"]


def test_pasted_lines_are_typed_one_by_one(keyboard: PipeInput) -> None:
    terminal = PromptTerminal(keyboard, Screen())
    keyboard.send_text("\x1b[200~ephone 1\r\n\tbutton 1:1\nend\x1b[201~\r")
    assert [run(terminal.read(ASK)).text for _ in range(3)] == ["ephone 1", " button 1:1", "end"]


def test_pasted_text_holds_no_escapes() -> None:
    assert typed_text("a\tb\r\n\x1b[A\x03\x9bc\nd") == "a b\r[Ac\rd"


@pytest.mark.parametrize(("sent", "key"), [(" ", " "), ("\r", "\r"), ("\n", "\n"), ("\x1b[A", "\x1b[A"), ("\x03", "\x03")])
def test_single_keys(keyboard: PipeInput, sent: str, key: str) -> None:
    keyboard.send_text(sent)
    assert run(PromptTerminal(keyboard, Screen()).key()) == key


def test_escape_alone_is_a_key(keyboard: PipeInput) -> None:
    keyboard.send_text("\x1b")
    assert run(PromptTerminal(keyboard, Screen()).key()) == "\x1b"


def test_single_keys_of_a_pasted_text(keyboard: PipeInput) -> None:
    terminal = PromptTerminal(keyboard, Screen())
    keyboard.send_text("\x1b[200~y\nshow\x1b[201~\r")
    assert run(terminal.key()) == "y"
    assert run(terminal.key()) == "\r"
    assert run(terminal.read(ASK)).text == "show"


def test_a_terminal_that_is_gone_has_no_lines_and_no_keys(keyboard: PipeInput) -> None:
    terminal = PromptTerminal(keyboard, Screen())
    keyboard.close()
    with pytest.raises(EOFError):
        run(terminal.read(ASK))
    with pytest.raises(EOFError):
        run(terminal.key())


def test_a_whole_session(keyboard: PipeInput) -> None:
    router, screen = FakeRouter(), Screen()
    keyboard.send_text("sh\tclock\rsecret\rcisco\rcount 60\r /5$\r\x10\rqshow ?\x15exit\r\x04")
    run(Console(router, PromptTerminal(keyboard, screen)).run())
    assert router.asked == [
        ("complete", "sh"),
        ("execute", "show clock"),
        ("execute", "secret"),
        ("execute", "cisco"),
        ("execute", "count 60"),
        ("execute", "count 60"),
        ("help", "show "),
        ("execute", "exit"),
    ]
    assert "cisco" not in screen.text.replace("answered 'cisco'", "")
    assert screen.text.count(MORE) == 3
    assert "filtering...\nline 55\n" in screen.text


def test_recall_stops_at_both_ends() -> None:
    recall = Recall(["one", "two"])
    assert [recall.move(-1, "typed"), recall.move(-1, "two"), recall.move(-1, "one!")] == ["two", "one", "one!"]
    assert [recall.move(1, "one!"), recall.move(1, "two"), recall.move(1, "typed")] == ["two", "typed", "typed"]
