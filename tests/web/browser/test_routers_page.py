"""The list of the routers of an inventory, and the programs that cannot open a page."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.web.browser.support import Program, Watched, fits, running, screen, show, type_line
from tests.web.support import OFFICE

_INVENTORY = """user: lab
password: fleet
http: 0
routers:
  - {name: head-office, config: office.cfg}
  - {name: branch, config: branch.cfg, count: 3}
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    folder = tmp_path_factory.mktemp("routers")
    (folder / "office.cfg").write_text(OFFICE)
    (folder / "branch.cfg").write_text("hostname <b>Branch\nusername anna privilege 15 secret topsecret\n")
    inventory = folder / "routers.yaml"
    inventory.write_text(_INVENTORY)
    with running(folder / "errors.txt", "serve", "--inventory", str(inventory), "--web-port", "0") as program:
        yield program


def log_in(page: Page, program: Program, user: str = "lab", password: str = "fleet") -> None:
    page.goto(program.url)
    page.get_by_label("User").fill(user)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in").click()


def test_the_list_leads_to_every_router(program: Program, page: Page) -> None:
    log_in(page, program)
    expect(page.get_by_text("4 of 4 routers")).to_be_visible()
    page.get_by_label("Filter").fill("002")
    expect(page.get_by_text("1 of 4 routers")).to_be_visible()
    page.get_by_role("link", name="branch-002").click()
    expect(screen(page)).to_contain_text("<b>Branch#")
    type_line(page, "configure terminal", "(config)#")
    type_line(page, "hostname Second", "Second(config)#")
    page.get_by_role("link", name="Routers").click()
    expect(page.get_by_text("Second")).to_be_visible()
    expect(page.get_by_text("<b>Branch", exact=True)).to_have_count(2)


def test_the_phones_of_a_router_are_counted_in_the_list(program: Program, people: Watched) -> None:
    one, two = people.new(), people.new()
    log_in(one, program)
    expect(one.get_by_text("0 of 4 phones registered")).to_be_visible()
    log_in(two, program)
    two.goto(f"{program.origin}/router/head-office?tab=phones")
    two.get_by_role("button", name="Register all").click()
    expect(one.get_by_text("2 of 4 phones registered")).to_be_visible()
    show(two, "API")
    expect(two.get_by_role("button", name="Send")).to_be_visible()


def test_a_name_that_no_router_has(program: Program, page: Page) -> None:
    log_in(page, program)
    expect(page.get_by_label("Filter")).to_be_visible()
    page.goto(f"{program.origin}/router/%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(page.get_by_text("There is no router <img src=x onerror=alert(1)>.")).to_be_visible()


def test_only_the_user_of_the_inventory_comes_in(program: Program, page: Page) -> None:
    log_in(page, program, "anna", "topsecret")
    expect(page.get_by_role("alert")).to_have_text("The name or the password is wrong.")


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program to its end."""
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_a_port_in_use_ends_the_program_with_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = start("-m", "iossim", "serve", "--sample", "small-office", "--http-port", "0", "--web-port", str(port))
    assert result.returncode == 2
    assert result.stderr == f"iossim: port {port} on 127.0.0.1 is in use; choose another one with --web-port\n"


def test_without_the_extra_the_program_says_how_to_install_it() -> None:
    hidden = "import sys; sys.modules['nicegui'] = None; from iossim.cli import main; sys.exit(main(sys.argv[1:]))"
    result = start("-c", hidden, "serve", "--sample", "small-office", "--http-port", "0", "--web-port", "0")
    assert result.returncode == 2
    assert re.fullmatch(r"iossim: --web-port needs the library nicegui: pip install 'iossim\[web\]'\n", result.stderr)


def test_a_page_of_the_list_fits_a_narrow_screen(program: Program, people: Watched) -> None:
    page = people.new(viewport={"width": 390, "height": 700})
    log_in(page, program)
    expect(page.get_by_role("link", name="head-office")).to_be_visible()
    fits(page, 390)
