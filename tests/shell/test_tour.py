"""The tour: ten steps, each of which is done only when the router says so."""

from __future__ import annotations

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
