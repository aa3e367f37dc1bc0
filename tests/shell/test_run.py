"""Lines from a file or a pipe: the session as it is written, and what cannot be read."""

import io
from pathlib import Path

import pytest

from iossim.errors import IossimError
from iossim.shell import run
from iossim.terminal.pager import ERASE, MORE
from tests.shell.fakes import FakeRouter

FAREWELL = "\nRouter con0 is now available\n\nPress RETURN to get started.\n"


@pytest.fixture
def transcript(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Piped":
    return Piped(monkeypatch, capsys)


class Piped:
    """Types bytes in through a pipe."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.router = FakeRouter()
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, text: str | bytes) -> str:
        data = text.encode() if isinstance(text, str) else text
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run(self.router) == 0
        return self._capsys.readouterr().out


def test_the_session_is_written_with_prompt_echo_and_output(transcript: Piped) -> None:
    assert transcript("show clock\n\nconfigure\nhostname R1\x1a\n") == (
        "Router>show clock\n<show clock>\nRouter>\nRouter>configure\nRouter(config)#hostname R1^Z\n<hostname R1>\nRouter>\n"
    )


def test_nothing_typed_is_a_prompt(transcript: Piped) -> None:
    assert transcript("") == "Router>\n"


def test_help_shows_the_line_again_and_is_done_with_it(transcript: Piped) -> None:
    assert transcript("show ?\n?\nshow clock") == (
        "Router>show ?\n  help for 'show '\nRouter>show \nRouter>?\n  help for ''\nRouter>show clock\n<show clock>\nRouter>\n"
    )


def test_a_password_is_not_written(transcript: Piped) -> None:
    assert transcript("secret\ncisco\n") == "Router>secret\nPassword: \nanswered 'cisco'\nRouter>\n"


def test_questions_of_several_lines_are_answered_by_lines(transcript: Piped) -> None:
    assert transcript("erase\n\n") == "Router>erase\nThis erases all.\nContinue? [confirm]\nanswered ''\nRouter>\n"


def test_output_does_not_wait(transcript: Piped) -> None:
    assert transcript("count 100\n").count("\n") == 102


def test_wide_output_does_not_wait_either(transcript: Piped) -> None:
    written = transcript("wide\nshow clock\n")
    assert MORE not in written
    assert written.endswith("last line\nRouter>show clock\n<show clock>\nRouter>\n")


def test_output_waits_once_a_length_is_set(transcript: Piped) -> None:
    written = transcript("length 4\ncount 9\n  q\nshow clock\n")
    assert written.startswith(
        f"Router>length 4\nRouter>count 9\nline 1\nline 2\nline 3\n{MORE}{ERASE}line 4\nline 5\nline 6\n{MORE}"
    )
    assert written.endswith("line 9\nRouter>q\n<q>\nRouter>show clock\n<show clock>\nRouter>\n")


def test_the_end_of_the_input_cuts_no_output_off(transcript: Piped) -> None:
    written = transcript("length 4\ncount 9\n")
    assert written == f"Router>length 4\nRouter>count 9\nline 1\nline 2\nline 3\n{MORE}{ERASE}" + "".join(
        f"line {number}\n" for number in range(4, 10)
    )


def test_a_script_ends_at_the_first_refused_line_if_asked_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "script.txt"
    script.write_text("show clock\nwrong\nshow users\n")
    assert run(FakeRouter(), script=str(script)) == 0
    assert "show users" in capsys.readouterr().out
    assert run(FakeRouter(), script=str(script), until_refused=True) == 1
    written = capsys.readouterr().out
    assert written.endswith("Router>wrong\n% Invalid input detected at '^' marker.\n")
    script.write_text("show clock\n")
    assert run(FakeRouter(), script=str(script), until_refused=True) == 0


def test_exit_at_the_end(transcript: Piped) -> None:
    assert transcript("exit\n") == f"Router>exit\n{FAREWELL}\n"


def test_an_exit_too_many(transcript: Piped) -> None:
    assert transcript("exit\nexit\nnever typed\n") == f"Router>exit\n{FAREWELL}exit\n"


def test_return_opens_the_line_again(transcript: Piped) -> None:
    assert transcript("exit\n\nshow clock\n") == f"Router>exit\n{FAREWELL}\nRouter>show clock\n<show clock>\nRouter>\n"


def test_no_line_behind_exit_is_lost(transcript: Piped) -> None:
    written = transcript("exit\nshow clock\n")
    assert written.endswith("Router>show clock\n<show clock>\nRouter>\n")
    assert transcript.router.asked == [("execute", "exit"), ("execute", "show clock")]


def test_bytes_of_any_encoding(transcript: Piped) -> None:
    written = transcript(b"\xef\xbb\xbfname Z\xc3\xbcrich\r\nname Z\xfcrich\r\n")
    assert written == "Router>name Zürich\n<name Zürich>\n" * 2 + "Router>\n"


def test_a_script(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "session.txt"
    script.write_text("show clock\nshow version\n")
    assert run(FakeRouter(), script=str(script)) == 0
    assert capsys.readouterr().out == "Router>show clock\n<show clock>\nRouter>show version\n<show version>\nRouter>\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_script_in_any_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str) -> None:
    script = tmp_path / "session.txt"
    script.write_bytes("name Zürich\r\n\r\nname Genève".encode(encoding))
    assert run(FakeRouter(), script=str(script)) == 0
    assert capsys.readouterr().out == "Router>name Zürich\n<name Zürich>\nRouter>\nRouter>name Genève\n<name Genève>\nRouter>\n"


def test_a_script_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(IossimError, match=r"cannot read .*session\.txt: No such file or directory"):
        run(FakeRouter(), script=str(tmp_path / "session.txt"))


def test_a_script_that_is_no_text(tmp_path: Path) -> None:
    script = tmp_path / "image.bin"
    script.write_bytes(b"\x7fELF\x00\x00")
    with pytest.raises(IossimError, match="not a text file"):
        run(FakeRouter(), script=str(script))


def test_what_an_output_cannot_show_does_not_end_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("name Zürich\n".encode())))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out, encoding="ascii"))
    assert run(FakeRouter()) == 0
    assert b"Z?rich" in out.getvalue()
