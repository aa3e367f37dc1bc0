"""The XML API in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, enter, served, show


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with served(tmp_path_factory.mktemp("api")) as program:
        yield program


def choose(page: Page, method: str) -> None:
    """Chooses a method in the list."""
    page.get_by_label("Method", exact=True).fill(method)
    page.get_by_role("option", name=method, exact=True).click()


def test_a_request_is_made_of_a_method_and_its_parameters(program: Program, page: Page) -> None:
    enter(page, program, "API")
    choose(page, "ISgetExtension")
    page.get_by_label("ISExtID").first.fill("1")
    request = page.locator(".cm-content").first
    expect(request).to_contain_text("<ISExtID>1</ISExtID>")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text(re.compile(r"^[\d,]+ bytes, [\d.]+ ms$"))).to_be_visible()
    expect(page.locator(".cm-content").last).to_contain_text("<ISExtNumber>101</ISExtNumber>")
    show(page, "Elements")
    row = page.locator(".ag-row").filter(has_text="ISExtNumber")
    expect(row.locator('[col-id="value"]')).to_have_text("101")
    expect(row.locator('[col-id="source"]')).to_have_text("number <number>")
    show(page, "Raw")
    expect(page.get_by_label("Raw answer")).to_contain_text("<ISExtNumber>101</ISExtNumber>")


def test_every_request_of_the_server_is_listed_in_every_browser(program: Program, people: Watched) -> None:
    one, two = enter(people.new(), program, "API"), enter(people.new(), program, "API")
    for page in (one, two):
        show(page, "Requests of the server")
    program.ask("<request><ISgetDevice/></request>")
    one.get_by_role("button", name="Send").click()
    for page in (one, two):
        for method, how in (("ISgetDevice", "POST"), ("ISgetGlobal", "from the page")):
            row = page.locator(".ag-row").filter(has_text=method).first
            expect(row.locator('[col-id="request"]')).to_contain_text(how)
            expect(row.locator('[col-id="user"]')).to_have_text("anna")


def test_the_request_is_shown_as_a_program(program: Program, page: Page) -> None:
    enter(page, program, "API")
    page.get_by_role("button", name="Copy as curl").click()
    expect(page.locator("code").first).to_contain_text("curl --user anna --data-binary")
    expect(page.locator("code").first).to_contain_text(program.xml)
    page.get_by_role("button", name="Copy as Python").click()
    expect(page.locator("code").first).to_contain_text("urllib.request.urlopen")


def test_nonsense_gets_the_error_of_the_api(program: Program, page: Page) -> None:
    enter(page, program, "API")
    page.locator(".cm-content").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("<nonsense")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".cm-content").last).to_contain_text("ISError")


def test_values_with_markup_are_text(program: Program, page: Page) -> None:
    enter(page, program, "API")
    choose(page, "ISgetExtension")
    page.get_by_label("ISExtID").first.fill("1")
    show(page, "Raw")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_label("Raw answer")).to_contain_text('<name>&lt;b&gt;Anna&lt;/b&gt; &amp; "Co"</name>')
    show(page, "Elements")
    expect(page.locator(".ag-row").first).to_be_visible()
    page.locator(".ag-body-viewport").last.evaluate("grid => grid.scrollTop = grid.scrollHeight")
    expect(page.locator('.ag-cell[col-id="element"]').filter(has_text="speed-dial")).to_be_visible()
