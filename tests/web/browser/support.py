"""The program with a page, as a process of its own, and what the tests do in a browser."""

from __future__ import annotations

import base64
import contextlib
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect

from tests.web.support import OFFICE

#: Milliseconds in which something has to show; the machine may be busy.
PATIENCE = 20_000
USERS = "username anna privilege 15 secret topsecret\nusername bob secret low\n"
XML_API = "ip http server\nixi transport http\n no shutdown\nixi application cme\n no shutdown\n"
XML_USER = "telephony-service\n xml user anna password topsecret 15\n"
expect.set_options(timeout=PATIENCE)


@dataclass
class Program:
    """`iossim serve` with a page.

    Attributes:
        url: the address of the page that it printed.
        xml: the address of the XML API; "" if it has none.
        process: the process.
        errors: the file of its standard error.
    """

    url: str
    xml: str
    process: subprocess.Popen[str]
    errors: Path

    @property
    def origin(self) -> str:
        """The address of the page without path and token."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    def ask(self, body: str, user: str = "anna", password: str = "topsecret") -> str:
        """The answer of the XML API to a request."""
        credentials = base64.b64encode(f"{user}:{password}".encode()).decode()
        request = urllib.request.Request(self.xml, body.encode(), {"Authorization": f"Basic {credentials}"})
        with urllib.request.urlopen(request, timeout=PATIENCE / 1000) as answer:
            text: str = answer.read().decode()
        return text


@contextlib.contextmanager
def served(folder: Path, *arguments: str, users: str = USERS, config: str = OFFICE) -> Iterator[Program]:
    """Runs the program with the office; it has to end by itself at the signal, without a word of Python in its log.

    Args:
        folder: a folder for its files.
        arguments: further arguments.
        users: lines of the configuration that make users.
        config: the rest of the configuration.
    """
    file, errors = folder / "office.cfg", folder / "errors.txt"
    file.write_text(f"{users}{XML_API}{config}{XML_USER}")
    with running(errors, "serve", str(file), "--http-port", "0", "--web-port", "0", *arguments) as program:
        yield program


@contextlib.contextmanager
def running(errors: Path, *arguments: str) -> Iterator[Program]:
    """Runs the program with some arguments, until a signal ends it."""
    command = [sys.executable, "-m", "iossim", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    with errors.open("w") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=environment)
    assert process.stdout is not None
    page = xml = ""
    lines = ""
    while not (page and (xml or "--inventory" in arguments)):
        line = process.stdout.readline()
        assert line, f"the program has ended: {lines}{errors.read_text()}"
        lines += line
        page = match[1] if (match := re.match(r"Page on (\S+)", line)) else page
        xml = match[1] if (match := re.match(r"XML API on (\S+)", line)) else xml
    try:
        yield Program(page, xml, process, errors)
    finally:
        process.send_signal(signal.SIGTERM)
        status = process.wait(60)
        process.stdout.close()
    assert status == 0
    assert "Traceback" not in errors.read_text()


class Watched:
    """People with browsers; what their pages ask for and complain about is kept.

    Args:
        browser: the browser.

    Attributes:
        asked: the hosts that were asked.
        complaints: errors of pages.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.contexts: list[BrowserContext] = []
        self.asked: set[str] = set()
        self.complaints: list[str] = []

    def new(self, **options: Any) -> Page:
        """A page in a profile of its own.

        Args:
            options: those of `Browser.new_context`.
        """
        options.setdefault("viewport", {"width": 1280, "height": 800})
        context = self._browser.new_context(**options)
        self.contexts.append(context)
        return self.watch(context.new_page())

    def watch(self, page: Page) -> Page:
        """Watches a page."""
        page.on("request", lambda request: self.asked.add(urlsplit(request.url).hostname or ""))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._dialog)
        return page

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


@contextlib.contextmanager
def watched(browser: Browser) -> Iterator[Watched]:
    """Closes the profiles at the end, and checks what their pages did."""
    people = Watched(browser)
    yield people
    for context in people.contexts:
        context.close()
    assert people.complaints == []
    assert people.asked <= {"127.0.0.1", ""}


def enter(page: Page, program: Program, tab: str = "", user: str = "anna", password: str = "topsecret") -> Page:
    """Opens the page, logs in, and shows a tab."""
    page.goto(program.url)
    if page.get_by_label("User").count():
        page.get_by_label("User").fill(user)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("tab", name="Console")).to_be_visible()
    if tab:
        show(page, tab)
    return page


def show(page: Page, tab: str) -> None:
    """Shows a tab."""
    page.get_by_role("tab", name=tab, exact=True).click()


def screen(page: Page) -> Locator:
    """The lines of the terminal."""
    return page.locator(".xterm-rows")


def type_line(page: Page, line: str, answer: str | re.Pattern[str]) -> None:
    """Types a line at the console, and waits for an answer."""
    expect(screen(page)).to_contain_text(re.compile("[>#]|Press Enter"))
    expect(screen(page)).to_be_visible()
    page.locator(".xterm-helper-textarea").focus()
    page.keyboard.type(f"{line}\r")
    expect(screen(page)).to_contain_text(answer)


def cell(page: Page, row: str, column: str) -> Locator:
    """A cell of a live table; the row has this `id`."""
    return page.locator(f'.ag-row[row-id="{row}"] .ag-cell[col-id="{column}"]')


def fits(page: Page, width: int) -> None:
    """Expects that nothing of a page is wider than its window: a terminal takes a moment to fit.

    Args:
        page: the page.
        width: the width of the window, in pixels.
    """
    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width, timeout=PATIENCE)
