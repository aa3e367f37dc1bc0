"""Time, scenarios and faults in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, enter, served

_GET = "<request><ISgetGlobal/></request>"


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with served(tmp_path_factory.mktemp("scenario")) as program:
        yield program


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()


def test_time_passes_by_a_click(program: Program, page: Page) -> None:
    enter(page, program, "Scenario")
    day = page.get_by_text(re.compile(r"\d\d:\d\d:\d\d UTC"))
    before = day.inner_text()[-11:]
    press(page, "+1 day")
    expect(page.get_by_label("Typed lines")).to_contain_text("R1#simulate time 86400")
    expect(day).not_to_contain_text(before)
    page.get_by_label("Seconds").first.fill("x")
    press(page, "Let pass")
    expect(page.get_by_label("Typed lines")).to_contain_text("Invalid input")


def test_a_scenario_plays_and_jumps_and_every_browser_sees_it(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program, "Scenario"), enter(people.new(), program, "Scenario")
    expect(one.get_by_text("No scenario is loaded.")).to_be_visible()
    expect(one.get_by_role("button", name="Play", exact=True)).to_be_disabled()
    press(one, "Load")
    expect(two.get_by_text("The scenario of anna waits at second 0")).to_be_visible()
    press(two, "Play")
    for page in (one, two):
        expect(page.get_by_label("Typed lines")).to_contain_text("0 s R1#simulate ephone all register")
    press(one, "Pause")
    press(one, "Next line")
    expect(two.get_by_label("Typed lines")).to_contain_text("20 s R1#simulate ephone-dn 1 ringing 5550100")
    one.get_by_label("To second").fill("500")
    press(one, "Jump")
    expect(two.get_by_text("The scenario of anna has ended at second 500")).to_be_visible()
    expect(two.get_by_label("Typed lines")).to_contain_text("400 s R1#simulate ephone 1 decease")
    one.get_by_label("To second").fill("1")
    press(one, "Jump")
    expect(one.get_by_text("Time does not run backwards")).to_be_visible()


def test_a_text_that_is_no_scenario_is_refused(program: Program, page: Page) -> None:
    enter(page, program, "Scenario")
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("events: 5")
    press(page, "Load")
    expect(page.get_by_role("alert").filter(has_text="events is")).to_be_visible()
    expect(page.get_by_text("No scenario is loaded.")).to_be_visible()


def test_a_fault_is_switched_on_and_off(program: Program, page: Page) -> None:
    enter(page, program, "Scenario")
    page.get_by_label("Fault", exact=True).click()
    page.get_by_role("option", name="http status").click()
    page.get_by_label("Value").fill("503")
    page.get_by_label("Times").fill("1")
    press(page, "Switch on")
    expect(page.locator('.ag-cell[col-id="fault"]')).to_have_text("http status 503")
    with pytest.raises(HTTPError, match="503"):
        program.ask(_GET)
    expect(page.locator('.ag-cell[col-id="fault"]')).to_have_count(0)
    assert "ISSuccess" in program.ask(_GET) or "response" in program.ask(_GET)
    page.get_by_label("Times").fill("")
    press(page, "Switch on")
    page.locator('.ag-cell[col-id="fault"]').click()
    press(page, "Switch off")
    expect(page.get_by_label("Typed lines")).to_contain_text("R1#simulate fault clear 2")
    expect(page.locator('.ag-cell[col-id="fault"]')).to_have_count(0)
    page.get_by_label("Value").fill("404x")
    press(page, "Switch on")
    expect(page.get_by_label("Typed lines")).to_contain_text("Invalid input")
