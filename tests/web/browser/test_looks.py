"""Pages on a wide and a narrow screen, by day and by night; the pictures of README and docs are made here.

`IOSSIM_PICTURES=1` writes them to docs/pictures/.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, enter, fits, running, screen, show, type_line

_PICTURES = Path(__file__).parents[3] / "docs" / "pictures"
_TABS = ("Console", "Phones", "API", "Configuration", "Scenario")
_MOST_BYTES = 200_000


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    errors = tmp_path_factory.mktemp("looks") / "errors.txt"
    with running(errors, "serve", "--sample", "small-office", "--http-port", "0", "--web-port", "0") as program:
        yield program


def come_in(page: Page, program: Program, tab: str = "") -> Page:
    return enter(page, program, tab, "admin", "cisco")


def picture(page: Page, name: str) -> None:
    """Takes a picture; it is kept if the variable says so."""
    data = page.screenshot(animations="disabled")
    assert data.startswith(b"\x89PNG")
    assert len(data) < _MOST_BYTES
    if os.environ.get("IOSSIM_PICTURES"):
        (_PICTURES / f"web-{name}.png").write_bytes(data)


def test_the_pictures_of_the_documentation(program: Program, people: Watched) -> None:
    page = come_in(people.new(viewport={"width": 1100, "height": 640}), program)
    expect(screen(page)).to_contain_text("Office#")
    show(page, "Phones")
    page.get_by_role("button", name="Register all").click()
    expect(page.locator("g.registered")).to_have_count(3)
    page.locator('[data-phone="ephone 2"]').click()
    page.get_by_label("Far end").fill("5550100")
    page.get_by_role("button", name="Ring").click()
    page.locator('[data-phone="ephone 1"]').click()
    page.get_by_label("Far end").fill("5550199")
    page.get_by_role("button", name="Answer").click()
    expect(page.locator("rect.connected")).to_have_count(1)
    expect(page.locator("rect.ringing")).to_have_count(1)
    expect(page.locator('.ag-cell[col-id="status"]').filter(has_text="registered")).to_have_count(3)
    picture(page, "phones")
    show(page, "Console")
    type_line(page, "show ephone summary | include Mac", "0011.2233.4403")
    type_line(page, "show users", "Interface")
    picture(page, "console")
    show(page, "API")
    page.get_by_label("Method", exact=True).fill("ISgetDevice")
    page.get_by_role("option", name="ISgetDevice", exact=True).click()
    page.get_by_label("ISDevID").first.fill("1")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".cm-content").last).to_contain_text("<ISDevName>")
    picture(page, "api")
    show(page, "Configuration")
    expect(page.get_by_text(re.compile(r"\d+ lines, \d+ errors?, \d+ warnings?"))).to_be_visible()
    picture(page, "configuration")
    show(page, "Scenario")
    page.get_by_role("button", name="Load").click()
    page.get_by_role("button", name="Next line").click()
    expect(page.get_by_label("Typed lines").last).to_contain_text("simulate ephone all register")
    picture(page, "scenario")


def test_every_tab_fits_a_narrow_screen(program: Program, people: Watched) -> None:
    page = come_in(people.new(viewport={"width": 390, "height": 760}), program)
    for tab in _TABS:
        show(page, tab)
        expect(page.get_by_role("tab", name=tab, exact=True)).to_have_attribute("aria-selected", "true")
        fits(page, 390)
    show(page, "Phones")
    expect(page.locator('[data-phone="ephone 1"]')).to_be_visible()
    picture(page, "narrow")


@pytest.mark.parametrize(
    ("scheme", "first", "second"), [("dark", "body--dark", "body--light"), ("light", "body--light", "body--dark")]
)
def test_the_page_is_dark_or_light_as_the_browser_is_and_a_button_changes_it(
    program: Program, people: Watched, scheme: str, first: str, second: str
) -> None:
    page = come_in(people.new(color_scheme=scheme), program, "Phones")
    body = page.locator("body")
    expect(page.locator('[data-phone="ephone 1"]')).to_be_visible()
    expect(body).to_have_class(re.compile(first))
    button = page.get_by_role("button", name="dark or light")
    button.click()
    expect(body).to_have_class(re.compile(second))
    button.click()
    expect(body).to_have_class(re.compile(first))
