"""The console: what it does with lines and keys, whatever terminal they come from."""

import re
from asyncio import run

import pytest

from iossim.session import LineResult, Session
from iossim.shell import console
from iossim.shell.console import Console
from iossim.shell.terminal import Action, LineInput
from iossim.terminal.pager import ERASE, MORE
from tests.shell.fakes import FakeRouter, FakeSession, FakeTerminal

WELCOME, LEAVE = f"! {console.WELCOME}\n", f"! {console.LEAVE}\n"
CLOSED = "\nRouter con0 is now available\n\nPress RETURN to get started.\n" + LEAVE


def enter(text: str) -> LineInput:
    return LineInput(Action.ENTER, text, len(text))


def play(*played: LineInput | str, router: FakeRouter | None = None) -> tuple[FakeRouter, FakeTerminal]:
    router, terminal = router or FakeRouter(), FakeTerminal(*played)
    run(Console(router, terminal).run())
    return router, terminal


def test_a_person_is_told_how_to_get_help_and_out() -> None:
    _, terminal = play()
    assert terminal.screen == WELCOME + "Router>\n"


def test_a_line_is_carried_out() -> None:
    _, terminal = play(enter("show clock"))
    assert terminal.screen == WELCOME + "Router>\n<show clock>\nRouter>\n"


def test_help_shows_the_line_again() -> None:
    router, terminal = play(LineInput(Action.HELP, "show clock", 5))
    assert router.asked == [("help", "show ")]
    assert terminal.screen.endswith("Router>\n  help for 'show '\nRouter>show clock\n")
    assert terminal.requests[-1].cursor == 5


def test_tab_completes_the_word_before_the_cursor() -> None:
    router, terminal = play(LineInput(Action.COMPLETE, "sh clock", 2))
    assert router.asked == [("complete", "sh")]
    assert (terminal.requests[-1].text, terminal.requests[-1].cursor) == ("show  clock", 5)


def test_the_line_is_shown_again() -> None:
    _, terminal = play(LineInput(Action.AGAIN, "show", 2))
    assert (terminal.requests[-1].text, terminal.requests[-1].cursor) == ("show", 2)


def test_ctrl_z_executes_and_leaves_configuration() -> None:
    router, terminal = play(enter("configure"), LineInput(Action.END, "hostname R1"))
    assert router.asked[-2:] == [("execute", "hostname R1"), ("end", "")]
    assert [request.prompt for request in terminal.requests] == ["Router>", "Router(config)#", "Router>"]
    assert [request.configuration for request in terminal.requests] == [False, True, False]


def test_ctrl_c_drops_the_line() -> None:
    router, _ = play(LineInput(Action.INTERRUPT, "hostname R1"))
    assert router.asked == [("interrupt", "")]


def test_ctrl_shift_6_drops_the_line_and_stays_in_configuration() -> None:
    router, terminal = play(enter("configure"), LineInput(Action.ABORT, "hostname R1"))
    assert router.asked == [("execute", "configure")]
    assert terminal.requests[-1].prompt == "Router(config)#"
    assert terminal.requests[-1].text == ""


def test_ctrl_shift_6_aborts_a_question() -> None:
    router, _ = play(enter("ask"), LineInput(Action.ABORT, ""))
    assert router.asked[-1] == ("interrupt", "")


def test_a_question_is_no_command() -> None:
    _, terminal = play(enter("ask"), enter("a?"))
    assert [request.command for request in terminal.requests] == [True, False, True]
    assert terminal.requests[1].history == []
    assert "answered 'a?'" in terminal.screen


def test_a_password_is_not_echoed() -> None:
    _, terminal = play(enter("secret"), enter("cisco"))
    assert [request.echo for request in terminal.requests] == [True, False, True]


def test_commands_can_be_recalled() -> None:
    _, terminal = play(enter("one"), enter("two"))
    assert terminal.requests[-1].history == ["one", "two"]


def test_messages_come_between_lines() -> None:
    _, terminal = play(enter("log"))
    assert terminal.screen.endswith("Router>\n*Mar  1 00:00:00.000: %SYS-5-TEST: Logged\nRouter>\n")


def test_one_key_confirms() -> None:
    for key, answer in (("\r", ""), ("y", "y"), ("n", "n"), ("\x1b[A", "n")):
        _, terminal = play(enter("erase"), key)
        assert f"Continue? [confirm]{key if key in 'yn' else ''}\nanswered {answer!r}\n" in terminal.screen
        assert "This erases all.\n" in terminal.screen


def test_ctrl_c_is_no_confirmation() -> None:
    router, _ = play(enter("erase"), "\x03")
    assert router.asked[-1] == ("interrupt", "")


def test_long_output_waits_for_keys() -> None:
    _, terminal = play(enter("count 30"), " ")
    shown = terminal.screen.split("Router>\n")[1]
    first = "".join(f"line {each}\n" for each in range(1, 24))
    assert shown == first + MORE + ERASE + "".join(f"line {each}\n" for each in range(24, 31))


def test_long_output_is_stopped() -> None:
    _, terminal = play(enter("count 30"), "q")
    assert terminal.screen.endswith(f"line 23\n{MORE}{ERASE}Router>\n")


def test_long_output_is_searched() -> None:
    _, terminal = play(enter("count 100"), "/", enter("5$"), "q")
    assert f"{MORE}{ERASE}/\nfiltering...\nline 25\nline 26\n" in terminal.screen


def test_a_search_can_be_given_up() -> None:
    _, terminal = play(enter("count 100"), "/", LineInput(Action.INTERRUPT))
    assert terminal.screen.endswith(f"{ERASE}/\nRouter>\n")


def test_what_is_no_expression_is_searched_as_it_stands() -> None:
    _, terminal = play(enter("count 100"), "/", enter("(["))
    assert terminal.screen.endswith("filtering...\nRouter>\n")


def test_a_key_shows_only_the_lines_that_match() -> None:
    _, terminal = play(enter("count 100"), "+", enter("5$"))
    assert f"line 23\n{MORE}{ERASE}+\nfiltering...\nline 25\nline 35\nline 45\n" in terminal.screen
    assert MORE not in terminal.screen.split("filtering...")[1]


def test_a_key_leaves_out_the_lines_that_match() -> None:
    _, terminal = play(enter("count 30"), "-", enter("5$"))
    assert terminal.screen.endswith("filtering...\nline 24\nline 26\nline 27\nline 28\nline 29\nline 30\nRouter>\n")


def test_no_pages_with_terminal_length_0() -> None:
    class Endless(FakeRouter):
        def session(self, privilege: int = 15, user: str | None = None, line: str = "library") -> Session:
            session = super().session(privilege, user, line)
            session.terminal.length = 0
            return session

    _, terminal = play(enter("count 100"), enter("wide"), router=Endless())
    assert MORE not in terminal.screen
    assert terminal.screen.endswith("Router>\n")


def test_the_line_opens_again_after_exit() -> None:
    router, terminal = play(enter("exit"), enter(""), enter("show clock"))
    assert terminal.screen == WELCOME + "Router>\n" + CLOSED + "\nRouter>\n<show clock>\nRouter>\n"
    assert len(router.sessions) == 2
    assert not terminal.requests[1].echo


def test_what_is_typed_before_return_is_dropped() -> None:
    router, _ = play(enter("exit"), enter("show clock"))
    assert router.asked == [("execute", "exit")]


def test_a_person_leaves_from_the_closed_line() -> None:
    for leaving in (LineInput(Action.CLOSE), LineInput(Action.INTERRUPT), enter("exit"), enter(" quit "), enter("logout")):
        router, terminal = play(enter("exit"), leaving, enter("never typed"))
        assert len(router.sessions) == 1
        assert terminal.screen.endswith(CLOSED + "\n")


def test_ctrl_d_twice_leaves() -> None:
    router, terminal = play(LineInput(Action.CLOSE), LineInput(Action.CLOSE), enter("never typed"))
    assert router.asked == []
    assert router.sessions[0].closed
    assert terminal.screen == WELCOME + "Router>\n" + CLOSED + "\n"


def test_messages_of_leaving_are_shown() -> None:
    class Logging(FakeSession):
        def close(self) -> None:
            super().close()
            self.waiting = "*Mar  1 00:00:00.000: %SYS-5-CONFIG_I: Configured from console by console\n"

    router = FakeRouter()
    router.session = lambda privilege=15, user=None, line="": Logging("Router")  # type: ignore[assignment,return-value]
    _, terminal = play(LineInput(Action.CLOSE), router=router)
    assert "by console\n" + CLOSED in terminal.screen


def test_the_session_is_closed_when_the_terminal_is_gone() -> None:
    router, _ = play()
    assert router.sessions[0].closed


class Failing(FakeSession):
    """Every `fail` is a mistake in iossim."""

    def run(self, line: str) -> LineResult:
        if line == "fail":
            raise KeyError("a\nb")
        return super().run(line)


def failing() -> FakeRouter:
    router = FakeRouter()
    router.session = lambda privilege=15, user=None, line="": Failing("Router")  # type: ignore[assignment,return-value]
    return router


def test_a_mistake_of_iossim_does_not_end_the_session_of_a_person() -> None:
    _, terminal = play(enter("fail"), enter("show clock"), router=failing())
    message = r"% This command failed because of a mistake in iossim in test_console\.py:\d+: KeyError: 'a\\nb'\n"
    assert re.search(rf"Router>\n{message}Router>\n<show clock>\nRouter>\n$", terminal.screen)


def test_a_mistake_of_iossim_ends_a_script() -> None:
    terminal = FakeTerminal(enter("fail"), enter("show clock"))
    terminal.person = False
    with pytest.raises(KeyError):
        run(Console(failing(), terminal).run())
    assert "show clock" not in terminal.screen
