"""The phones in a browser: the drawing, clicks that type lines, live tables, and the keyboard alone."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browser.support import Program, Watched, cell, enter, served, show, type_line


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with served(tmp_path_factory.mktemp("phones")) as program:
        yield program


def phone(page: Page, key: str) -> Locator:
    """A phone of the drawing."""
    return page.locator(f'[data-phone="{key}"]')


def press(page: Page, *buttons: str) -> None:
    for button in buttons:
        page.get_by_role("button", name=button, exact=True).click()


def test_a_click_registers_a_phone_and_every_view_shows_it(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program, "Phones"), enter(people.new(), program, "Phones")
    expect(cell(two, "ephone 1", "status")).to_have_text("unregistered")
    phone(one, "ephone 1").click()
    press(one, "Register")
    expect(one.get_by_label("Typed lines")).to_contain_text("R1#simulate ephone 1 register")
    for page in (one, two):
        expect(phone(page, "ephone 1")).to_have_class(re.compile(r"\bregistered\b"))
        expect(cell(page, "ephone 1", "status")).to_have_text("registered")
    show(two, "Console")
    type_line(two, "show ephone summary", "REGISTERED")
    answer = program.ask("<request><ISgetDevice><ISDevID>1</ISDevID></ISgetDevice></request>")
    assert "<ISDevStatus>registered</ISDevStatus>" in answer or "registered" in answer


def test_a_call_rings_is_answered_held_and_ended(program: Program, page: Page) -> None:
    enter(page, program, "Phones")
    press(page, "Register all")
    phone(page, "ephone 1").click()
    page.get_by_label("Far end").fill("5550100")
    for button, state in (("Ring", "ringing"), ("Answer", "connected"), ("Hold", "hold")):
        press(page, button)
        expect(phone(page, "ephone 1").locator(f"rect.{state}")).to_have_count(1)
    show(page, "Calls")
    expect(cell(page, "dn 1/1", "peer")).to_have_text("5550100")
    press(page, "Hang up")
    expect(page.locator('.ag-row[row-id="dn 1/1"]')).to_have_count(0)
    show(page, "Events")
    expect(page.locator('.ag-cell[col-id="text"]').filter(has_text="registered").first).to_be_visible()


def test_a_row_of_a_table_chooses_a_phone_or_a_line(program: Program, page: Page) -> None:
    enter(page, program, "Phones")
    show(page, "Pools")
    cell(page, "pool 1", "name").click()
    press(page, "Register")
    expect(cell(page, "pool 1", "status")).to_have_text("registered")
    expect(page.get_by_role("button", name="Fall silent")).to_be_disabled()
    show(page, "Extensions")
    cell(page, "dn 2", "number").click()
    press(page, "Ring")
    expect(page.get_by_label("Typed lines")).to_contain_text("R1#simulate ephone-dn 2 ringing")
    expect(page.get_by_role("alert").first).to_be_visible()


def test_the_keyboard_is_enough(program: Program, page: Page) -> None:
    enter(page, program)
    expect(page.locator(".xterm-helper-textarea")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".xterm-helper-textarea")).not_to_be_focused()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.textContent").strip().endswith("Console"):
            break
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(phone(page, "ephone 1")).to_be_visible()
    _press_by_keyboard(page, "ephone 2", page.locator("div.font-bold", has_text="ephone 2"))
    _press_by_keyboard(page, "Register", page.locator('[data-phone="ephone 2"].registered'))


def _press_by_keyboard(page: Page, wanted: str, effect: Locator) -> None:
    """Goes to something with Tab and presses Enter, again if the page was drawn anew between the two keys."""
    for _ in range(3):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.phone ?? document.activeElement.textContent").strip() == wanted:
                page.keyboard.press("Enter")
                break
        with contextlib.suppress(AssertionError):
            expect(effect).to_be_visible(timeout=7000)
            return
    expect(effect).to_be_visible()


def test_markup_of_names_is_text(program: Program, page: Page) -> None:
    enter(page, program, "Phones")
    expect(phone(page, "ephone 1")).to_contain_text("<script>alert(1)</script>")
    assert page.locator(".office script").count() == 0
    show(page, "Extensions")
    expect(cell(page, "dn 1", "name")).to_have_text('<b>Anna</b> & "Co"')
