"""The tour: ten steps, each of which is done only when the router says so."""

from __future__ import annotations

from collections.abc import Callable

from iossim import Router
from iossim.shell.tour import Tour, steps
from tests.shell.screens import shown


def test_ten_steps() -> None:
    assert len(steps()) == 10
    assert len({step.title for step in steps()}) == 10


def test_every_step_is_done_by_its_lines_and_not_before() -> None:
    router = Router()
    session, tour = router.session(privilege=1, line="console"), Tour(router)
    assert "Step 1 of 10" in tour.opened(session)
    said = ""
    for number, step in enumerate(steps(), 1):
        for line in step.type:
            prompt = session.prompt
            said = tour.typed(prompt, line, session.execute(line))
            if line is not step.type[-1]:
                assert f"Step {number} of 10 is done" not in said, line
        assert f"! Step {number} of 10 is done: {step.title}.\n" in said
    assert tour.finished
    assert tour.typed("", "show clock", "") == ""


def test_the_phone_is_in_the_answer_of_the_xml_api() -> None:
    router = Router()
    session, tour = router.session(privilege=1, line="console"), Tour(router)
    tour.opened(session)
    said = "".join(tour.typed("", line, session.execute(line)) for step in steps() for line in step.type)
    assert "<ISDevName>SEP001122334455</ISDevName>" in said
    assert "registered" in said.lower()


def test_a_wrong_line_does_no_step_and_a_step_can_be_skipped() -> None:
    router = Router()
    session, tour = router.session(privilege=1, line="console"), Tour(router)
    tour.opened(session)
    assert tour.typed("", "show clock", session.execute("show clock")) == ""
    said = tour.typed("", "!next", session.execute("!next"))
    assert "Step 1 of 10 is skipped" in said
    assert "Step 2 of 10: Go to configuration" in said


def test_what_the_user_has_done_already_is_done() -> None:
    router = Router.from_text("hostname Paris")
    session, tour = router.session(privilege=15, line="console"), Tour(router)
    tour.opened(session)
    said = tour.typed("", "configure terminal", session.execute("configure terminal"))
    assert "Step 3 of 10 is done" in said
    assert "Step 4 of 10: Turn" in said


def test_the_tour_on_the_screen() -> None:
    for width in (40, 80):
        console = shown(width=width, height=40)
        console.observers = (Tour(console.router),)
        rows = console.run("enable\r")
        assert any(row.startswith("! Step 2 of 10: Go to configuration") for row in rows)
        assert max(map(len, rows)) <= width


def tour_of(width: int = 80) -> tuple[Callable[[str], str], Tour]:
    """Types a line in the tour of a new router, and returns what the tour says to it; and the tour."""
    router = Router()
    session, tour = router.session(privilege=15, line="console"), Tour(router)
    session.terminal.width = width
    tour.opened(session)
    return lambda line: tour.typed(session.prompt, line, session.execute(line)), tour


def test_a_step_can_be_shown_again() -> None:
    types, _ = tour_of()
    types("configure terminal")
    assert types("!step") == types("!step")
    assert "Step 3 of 10: Name the router" in types(" !step ")
    assert types("! step") == ""


def test_no_word_of_the_tour_is_broken_in_a_narrow_window() -> None:
    types, _ = tour_of(40)
    said = "".join(types("!next") for _ in steps())
    assert max(map(len, said.splitlines())) < 40
    assert all(line.startswith("!") for line in said.splitlines())
    assert "!       ip source-address 10.1.1.1 port\n!      2000\n" in said


def test_a_phone_of_ones_own_is_as_good() -> None:
    types, _ = tour_of()
    lines = (
        "configure terminal",
        "hostname Lab",
        "tel",
        "max-ep 40",
        "max-dn 80",
        "ip source-address 10.9.9.9",
        "xml user tour pass tour 15",
    )
    for line in (*lines, "ephone-dn 1", "number 77", "ephone 1", "mac 00aa.bbcc.ddee", "type 7970"):
        assert "Step 7 of 10 is done" not in types(line)
    assert "Step 7 of 10 is done" in types("button 1:1 2:1")


def test_a_step_that_was_taken_back_is_not_done_and_one_that_is_done_stays() -> None:
    types, _ = tour_of()
    for line in ("configure terminal", "hostname Lab", "telephony-service", "max-ephones 4", "max-dn 8", "no max-ephones"):
        assert "Step 4 of 10 is done" not in types(line)
    assert "Step 4 of 10 is done" not in types("ip source-address 10.1.1.1 port 2000")
    assert "Step 4 of 10 is done" in types("max-ephones 4")
    assert types("no max-ephones") == ""
    assert "Step 5 of 10 is done" in types("xml user tour password tour 15")


def test_the_answer_of_a_phone_that_nobody_made() -> None:
    types, tour = tour_of()
    said = "".join(types("!next") for _ in steps())
    assert "! A management program reads nothing about it: the router does not know the xml\n! user `tour`, or the phone.\n" in said
    assert "reads about it" not in said
    assert tour.finished
    assert types("!step") == types("!next") == ""
