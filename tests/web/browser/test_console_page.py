"""The console in a browser: one more line of the router."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, enter, screen, served, show, type_line


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with served(tmp_path_factory.mktemp("console")) as program:
        yield program


def lines_in_use(program: Program) -> int:
    """The number of vty lines with a user, as `show users` of a session of HTTP counts them."""
    return len(re.findall(r"\bvty \d+ ", program.ask("<request><ISexecCLI><CLI>do show users</CLI></ISexecCLI></request>")))


def test_keys_work_as_on_a_terminal(program: Program, page: Page) -> None:
    enter(page, program)
    expect(screen(page)).to_contain_text("R1#")
    page.keyboard.type("show pri")
    page.keyboard.press("Tab")
    expect(screen(page)).to_contain_text("show privilege")
    page.keyboard.press("Enter")
    expect(screen(page)).to_contain_text("Current privilege level is 15")
    page.keyboard.type("show priv?")
    expect(screen(page)).to_contain_text(re.compile(r"show priv\?\s*privilege"))
    page.keyboard.press("Control+u")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(screen(page)).to_have_text(re.compile(r"(Current privilege level is 15.*){2}", re.DOTALL))
    type_line(page, "show running-config", "--More--")
    page.keyboard.press("q")
    type_line(page, "show nonsense", "% Invalid input detected")


def test_markup_is_text(program: Program, page: Page) -> None:
    enter(page, program)
    type_line(page, "show running-config | include name|description", '<b>Anna</b> & "Co"')
    expect(screen(page)).to_contain_text("<script>alert(1)</script>")


def test_two_people_see_the_changes_of_each_other(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program), enter(people.new(), program)
    type_line(one, "configure terminal", "R1(config)#")
    type_line(one, "hostname Renamed", "Renamed(config)#")
    type_line(two, "", "Renamed#")
    show(one, "Phones")
    type_line(two, "simulate ephone 1 register", "Renamed#")
    expect(one.locator('[data-phone="ephone 1"]')).to_contain_text("registered")
    show(one, "Console")
    type_line(one, "hostname R1", re.compile(r"hostname R1.*R1\(config\)#"))
    type_line(two, "show users", re.compile(r"vty.*vty", re.DOTALL))


def test_a_line_that_ends_is_opened_anew_by_a_key(program: Program, page: Page) -> None:
    enter(page, program)
    type_line(page, "exit", "The line is closed. Press Enter for a new one.")
    page.keyboard.type("abc")
    type_line(page, "", "R1#")
    type_line(page, "show privilege", "Current privilege level is 15")


def test_a_new_size_of_the_window_is_that_of_the_terminal(program: Program, page: Page) -> None:
    enter(page, program)
    type_line(page, "show terminal", "Length: ")
    before = re.search(r"Length: (\d+) lines, Width: (\d+) columns", screen(page).inner_text())
    assert before is not None
    page.set_viewport_size({"width": 800, "height": 500})
    smaller = re.compile(rf"Length: (?!{before[1]} )\d+ lines, Width: (?!{before[2]} )\d+ columns")
    for _ in range(50):
        page.keyboard.type("show terminal | include Length\r")
        expect(screen(page)).to_contain_text("include Length")
        if smaller.search(screen(page).inner_text().replace("\xa0", " ")):
            break
    expect(screen(page)).to_contain_text(smaller)


def test_a_reload_and_a_closed_browser_leave_no_session(program: Program, people: Watched) -> None:
    page = enter(people.new(), program)
    expect(screen(page)).to_contain_text("R1#")
    show(page, "Phones")
    expect(page.locator('[data-phone="ephone 1"]')).to_be_visible()
    expect(page).to_have_url(re.compile("tab=phones"))  # the tab comes into the address after it is shown
    page.reload()
    expect(page.locator('[data-phone="ephone 1"]')).to_be_visible()
    show(page, "Console")
    expect(screen(page)).to_contain_text("R1#")
    page.goto("about:blank")
    other = enter(people.new(), program)
    other.close()
    waits = 0
    while lines_in_use(program) and waits < 5000:
        waits += 1
    assert lines_in_use(program) == 0
