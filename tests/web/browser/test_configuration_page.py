"""The configuration in a browser: findings, the difference to startup, and two people who edit it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, enter, served, show, type_line

#: Pastes a text into an element.
_PASTE = """(element, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    element.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with served(tmp_path_factory.mktemp("configuration")) as program:
        yield program


def add(page: Page, line: str) -> None:
    """Writes a line at the beginning of the edited copy."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+Home")
    page.keyboard.type(f"{line}\n")


def plan(page: Page, shown: str) -> None:
    """Asks for the plan; a line of it has this text."""
    page.get_by_role("button", name="Check and plan").click()
    expect(page.locator(".plus, .minus").filter(has_text=shown).first).to_be_visible()


def test_the_running_config_follows_the_router_and_markup_is_text(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program, "Configuration"), enter(people.new(), program)
    expect(one.get_by_text(re.compile(r"\d+ lines, \d+ errors?, \d+ warnings?"))).to_be_visible()
    expect(one.locator(".config").first).to_contain_text('name <b>Anna</b> & "Co"')
    type_line(two, "configure terminal", "(config)#")
    type_line(two, "hostname Changed", "Changed(config)#")
    expect(one.locator(".config").first).to_contain_text("hostname Changed")
    show(one, "Difference to startup")
    expect(one.locator(".plus").filter(has_text="+hostname Changed")).to_be_visible()
    type_line(two, "do write memory", "[OK]")
    expect(one.get_by_text("The running-config is saved.")).to_be_visible()
    type_line(two, "hostname Again", "Again(config)#")
    expect(one.locator(".plus")).to_have_text("+hostname Again")


def test_a_finding_stands_at_its_line(program: Program, page: Page) -> None:
    enter(page, program, "Configuration")
    show(page, "Edit a copy")
    add(page, "nonsense here")
    page.get_by_role("button", name="Check and plan").click()
    expect(page.locator(".config .info").filter(has_text="verbatim").first).to_be_visible()


def test_an_edited_copy_is_planned_and_applied(program: Program, page: Page) -> None:
    enter(page, program, "Configuration")
    show(page, "Edit a copy")
    expect(page.get_by_role("button", name="Apply")).to_be_disabled()
    add(page, "ip domain name example.com")
    plan(page, "ip domain name example.com")
    expect(page.get_by_text("1 lines would be entered.")).to_be_visible()
    page.get_by_role("button", name="Apply").click()
    expect(page.get_by_text("Applied.", exact=True)).to_be_visible()
    show(page, "Console")
    type_line(page, "show running-config | include domain", "ip domain name example.com")


def test_a_paste_that_is_too_long_for_the_page_is_not_ignored(program: Program, page: Page) -> None:
    enter(page, program, "Configuration")
    show(page, "Edit a copy")
    page.locator(".cm-content").click()
    paste = f"! {'long ' * 20}\n" * 6_000 + "ip domain name 4\N{TELEPHONE RECEIVER}.example\n"
    page.locator(".cm-content").evaluate(_PASTE, paste * 2)
    page.get_by_role("button", name="Check and plan").click()
    expect(page.get_by_text("A change of more than 1 MB has not arrived")).to_be_visible()
    page.get_by_role("button", name="Copy the running-config").click()
    expect(page.locator(".cm-content")).not_to_contain_text("long")
    page.locator(".cm-content").evaluate(_PASTE, paste)
    plan(page, "ip domain name 4\N{TELEPHONE RECEIVER}.example")


def test_two_people_who_edit_are_told_and_no_change_is_lost_unseen(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program, "Configuration"), enter(people.new(), program, "Configuration")
    show(one, "Edit a copy")
    expect(one.get_by_role("button", name="Check and plan")).to_be_visible()
    show(two, "Edit a copy")
    for page in (one, two):
        expect(page.get_by_text("Also editing: anna.")).to_be_visible()
    add(one, "ip domain name one.example")
    add(two, "ip host two 192.0.2.2")
    plan(one, "one.example")
    plan(two, "ip host two")
    two.get_by_role("button", name="Apply").click()
    expect(two.get_by_text("Applied.", exact=True)).to_be_visible()
    expect(one.get_by_text("The running-config has changed since this copy")).to_be_visible()
    one.get_by_role("button", name="Apply").click()
    expect(one.get_by_text("Somebody else has changed the running-config since this plan.")).to_be_visible()
    expect(one.locator(".minus").filter(has_text="no ip host two")).to_be_visible()
    two.goto("about:blank")
    expect(one.get_by_text("Also editing")).to_have_count(0)


def test_nothing_is_applied_while_a_line_has_the_lock(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program, "Configuration"), enter(people.new(), program)
    type_line(two, "configure terminal", "(config)#")
    type_line(two, "configuration mode exclusive auto", re.compile(r"auto.*\(config\)#"))
    type_line(two, "end", re.compile(r"end.*R1#"))
    show(one, "Edit a copy")
    add(one, "ip domain name one.example")
    plan(one, "one.example")
    type_line(two, "configure terminal", re.compile(r"(configure terminal.*){2}\(config\)#"))
    one.get_by_role("button", name="Apply").click()
    expect(one.get_by_text("Configuration mode locked exclusively by user 'anna'").first).to_be_visible()
    type_line(two, "end", re.compile(r"(end.*R1#.*){2}"))
    one.get_by_role("button", name="Apply").click()
    expect(one.get_by_text("Applied.", exact=True)).to_be_visible()
